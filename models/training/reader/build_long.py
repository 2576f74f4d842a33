"""Rows for the reader: claims of one to three sentences over evidence as long as a window.

usage: DATA=... python build_long.py WORK [COUNT]
Writes WORK/long.jsonl.gz, rows as in build_public.py. The evidence is a passage among others of its document; the claim takes
sentences from anywhere in the passage. *Supported*: all stand there; *partly*: one was taken out of the evidence; *not*: all were, or
one was changed. Seeded.
"""
import collections
import pathlib
import random
import sys

from corrupt import corruptions, reword, sentences
from sources import SOURCES, save
from split import part, report_article
from windows import window

FROM = ("encyclopaedia", "articles", "health", "privacy", "reviews", "abstracts", "invented")
rng = random.Random(6)


def size(sentence):
    return 1.35 * len(sentence.split()) + 1


def left_out(source, document):
    return report_article(document.split("/")[1]) if source == "encyclopaedia" else part(source, document) != "train"


def claim_rows(p, others):
    """One supported claim of a passage and one that is not or only partly."""
    parts = sentences(p["text"])
    good = [i for i, s in enumerate(parts) if 6 <= len(s.split()) <= 40]
    if len(good) < 2:
        return
    chosen = sorted(rng.sample(good, min(len(good), rng.choice([1, 1, 2, 2, 2, 3]))))
    beside = [s for other in rng.sample(others, min(2, len(others))) for s in sentences(other["text"])]

    def row(kind, claimed, kept, y):
        text = [parts[i] for i in kept]
        evidence = beside + text if rng.random() < 0.5 else text + beside
        claim = " ".join(claimed)
        return {"set": f"long/{kind}", "task": "s", "a": claim, "title": "", "text": window(claim, evidence, 210, size), "y": y, "span": None}

    everything = range(len(parts))
    said = [reword(parts[i], rng) for i in chosen]
    yield row("true", said, everything, 2)
    if rng.random() < 0.5:
        gone = set(rng.sample(chosen, rng.randint(1, len(chosen))))
        kept = [i for i in everything if i not in gone]
        if sum(len(parts[i].split()) for i in kept) > 15:
            yield row("gone", said, kept, 0 if len(gone) == len(chosen) else 1)
        return
    at = rng.randrange(len(chosen))
    changes = corruptions(parts[chosen[at]], p["text"], rng)
    if changes:
        kind, changed = rng.choice(changes)
        yield row(kind, [*said[:at], reword(changed, rng), *said[at + 1:]], everything, 0)


def main(work, count=9000):
    found = []
    for source in FROM:
        by_document = collections.defaultdict(list)
        for p in SOURCES[source]():
            if not left_out(source, p["document"]):
                by_document[p["document"]].append(p)
        pairs = [(p, [o for o in ps if o is not p]) for ps in by_document.values() for p in ps]
        rng.shuffle(pairs)
        mine = []
        for p, others in pairs:
            mine += claim_rows(p, others)
            if len(mine) >= int(count) / len(FROM):
                break
        found += mine
    rng.shuffle(found)
    save(pathlib.Path(work) / "long.jsonl.gz", found)
    print(len(found), "tokens", round(sum(1.35 * len((r["a"] + r["text"]).split()) for r in found) / 1e6, 2), "M", dict(collections.Counter((r["set"], r["y"]) for r in found)))


if __name__ == "__main__":
    main(*sys.argv[1:3])
