"""Pairs for the embedder: a question, what answers it, and what our search brought up instead.

usage: DATA=... python build_pairs.py WORK   (WORK holds the .run files of build_written.py and build_public.py, see README.md)
Writes WORK/pairs.{train,dev}.jsonl.gz: {"question", "answer": text as the index encodes it, "others": such texts that do not
answer it}. Texts are encoded as lib/index/encode.ts does: a passage under its title and headings, a sentence under the
nearest heading. Written questions, and public ones that were not written for this; seeded.
"""
import pathlib
import random
import sys

from build_public import as_typed
from build_written import WRITTEN, brought_up, holds, written
from corrupt import sentences
from sources import SOURCES, answerable, ranked, save, scifact, title_of
from split import part, report_article, report_query

SENTENCE_SHARE = 0.3
PUBLIC = {"squadshifts-new_wiki": 1500, "squadshifts-amazon_reviews": 500, "medquad": 1000, "covid_qa": 200, "clapnq": 300, "boolq": 600, "policyqa": 200}
rng = random.Random(4)


def passage_text(p):
    return f"{p['title']}\n{p['text']}" if p["title"] else p["text"]


def sentence_text(p, sentence):
    near = p["title"].split(" > ")[-1]
    return f"{near}: {sentence}" if near else sentence


def written_pairs(source, work):
    passages = {p["id"]: p for p in SOURCES[source]()}
    found = brought_up(source, work)
    for i, r in enumerate(written(source)):
        if r["kind"] != "q" or part(source, r["document"]) == "report":
            continue
        p = passages[r["passage"]]
        answer = p["text"][slice(*r["answer"])]
        others = [passages[d] for d in found[i][:8] if d != p["id"] and not holds(passages[d]["text"], answer)]
        told = passage_text(p)
        inside = [s for s in sentences(p["text"]) if answer in s]
        if inside and rng.random() < SENTENCE_SHARE:
            told = sentence_text(p, inside[0])
        split = part(source, r["document"])
        asked = as_typed(r["text"]) if split == "train" else r["text"]
        yield split, {"question": asked, "answer": told, "others": [passage_text(o) for o in others[:3]]}


def public_pairs(work):
    for name, count in PUBLIC.items():
        rows = [r for r in answerable()[name] if r["answerable"] and not (name == "squadshifts-new_wiki" and report_article(r["group"]))]
        for r in rng.sample(rows, min(count, len(rows))):
            yield {"question": as_typed(r["question"]), "answer": passage_text({"title": title_of(r), "text": r["passage"]}), "others": []}
    corpus, queries, right = scifact()
    found = ranked(work / "scifact.run")
    for query, documents in sorted(right.items()):
        if not report_query(query):
            others = [passage_text(corpus[d]) for d in found[query][:10] if d not in documents]
            for d in sorted(documents):
                yield {"question": queries[query], "answer": passage_text(corpus[d]), "others": others[:3]}


def main(work):
    work = pathlib.Path(work)
    rows = {"train": list(public_pairs(work)), "dev": []}
    for source in WRITTEN:
        for split, pair in written_pairs(source, work):
            rows[split].append(pair)
    for split, pairs in rows.items():
        rng.shuffle(pairs)
        save(work / f"pairs.{split}.jsonl.gz", pairs)
        print(split, len(pairs))


if __name__ == "__main__":
    main(sys.argv[1])
