"""Rows that teach the reader whether a message tells of somebody in danger now, and of which kind.

usage: python build_messages.py WORK        writes WORK/messages.jsonl.gz and WORK/cards.jsonl.gz; a minute
A message takes the passage's place and DANGER is the question asked about it; lib/decide/emergency asks it the same way. Whether a message
`needs` a card, by its title, was asked in training alone: the head chooses cards as well without it. Each emergency is asked for its own
card and for two others: those that the shipped head takes for likely, or any. Beside the messages of ../emergency, without the tenth
that chooses the threshold, stand written questions about what endangers nobody; those over first aid are left out, for some are asked
by people in trouble. Rows are as in build_public.py. Seeded.
"""
import json
import pathlib
import random
import re
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))

from build_public import as_typed
from sources import lines, save
from train_embedder import ROOT, messages

DANGER = "Is somebody in danger now?"
LIKELY = 4  # cards that the head takes for likeliest, of which two are asked for in vain
CALM = {"articles": 400, "encyclopaedia": 400, "reviews": 300, "privacy": 300, "abstracts": 200, "invented": 2200}
CALM_GUIDES = ("camp", "gear", "places", "rules", "services", "trails")
ALARM = re.compile(r"\b(help|hurry|bleed\w*|blood|hurt|broke\w*|fell|fall\w*|stuck|trapped|lost|charging|bitten|stung|injur\w*|emergency|rescue)\b|!", re.I)


def is_calm(row):
    group = row["document"].removeprefix("invented-").split("/")[0]
    return group in CALM_GUIDES and not ALARM.search(row["text"])


def needs(title):
    return f"Does somebody need help now? {title}"


def titles():
    """Card ids and the titles of their documents."""
    texts = [path.read_text() for path in sorted((ROOT / "data/cards").glob("*.md"))]
    return {re.search(r"^card: (.+)$", t, re.M)[1]: re.search(r"^title: (.+)$", t, re.M)[1] for t in texts}


def card_rows(told, rng):
    """Emergencies asked for their card and for others; calm messages, half as often, for the likeliest."""
    from fit_emergency_head import embedder  # it imports this module

    head = json.loads((ROOT / "models/emergency.json").read_text())
    classes, title = head["classes"], titles()
    embed = embedder()
    for text, card in told:
        if card == "none" and rng.random() < 0.5:
            continue
        logits = np.array(head["weights"]) @ embed([text])[0] + np.array(head["bias"])
        likely = [classes[i] for i in np.argsort(-logits) if classes[i] not in (card, "none")][:LIKELY]
        others = rng.sample(likely, 1) if card == "none" else [rng.choice(likely[:2]), rng.choice(likely[2:] if rng.random() < 0.7 else [c for c in title if c != card])]
        for asked in [card, *others] if card != "none" else others:
            yield {"set": "messages", "task": "a", "a": needs(title[asked]), "title": "", "text": text, "y": int(asked == card), "span": None}


def main(work):
    cards = list(card_rows(messages(), random.Random(4)))
    save(pathlib.Path(work) / "cards.jsonl.gz", cards)
    print("asked for cards", len(cards), "rightly", sum(r["y"] for r in cards))
    rng = random.Random(4)
    told = messages()
    for source, count in CALM.items():
        written = lines(pathlib.Path(__file__).parent / f"written/{source}.jsonl")
        asked = [r["text"] for r in written if r["kind"] in "qn" and (source != "invented" or is_calm(r))]
        told += [(text, "none") for text in rng.sample(asked, min(count, len(asked)))]
    rng.shuffle(told)
    rows = [{"set": "messages", "task": "a", "a": DANGER, "title": "", "text": text if rng.random() < 0.7 else as_typed(text), "y": int(card != "none"), "span": None} for text, card in told]
    save(pathlib.Path(work) / "messages.jsonl.gz", rows)
    print("messages", len(rows), "in danger", sum(r["y"] for r in rows))


if __name__ == "__main__":
    main(sys.argv[1])
