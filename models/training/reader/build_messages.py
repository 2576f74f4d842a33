"""Rows that teach the reader whether a message tells of somebody in danger now.

usage: python build_messages.py WORK        writes WORK/messages.jsonl.gz; seconds
A message takes the passage's place and DANGER is the question asked about it; lib/decide/emergency asks it the same way. Beside
the messages of ../emergency, without the tenth that chooses the threshold, stand written questions about what endangers nobody;
those over first aid are left out, for some are asked by people in trouble. Rows are as in build_public.py. Seeded.
"""
import pathlib
import random
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))

from build_public import as_typed
from sources import lines, save
from train_embedder import messages

DANGER = "Is somebody in danger now?"
CALM = {"articles": 400, "encyclopaedia": 400, "reviews": 300, "privacy": 300, "abstracts": 200, "invented": 2200}
CALM_GUIDES = ("camp", "gear", "places", "rules", "services", "trails")
ALARM = re.compile(r"\b(help|hurry|bleed\w*|blood|hurt|broke\w*|fell|fall\w*|stuck|trapped|lost|charging|bitten|stung|injur\w*|emergency|rescue)\b|!", re.I)


def is_calm(row):
    group = row["document"].removeprefix("invented-").split("/")[0]
    return group in CALM_GUIDES and not ALARM.search(row["text"])


def main(work):
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
