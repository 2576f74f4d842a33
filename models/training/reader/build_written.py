"""Rows for the reader from what was written, with negatives that our own retrieval brings up.

usage: DATA=... python build_written.py corpora WORK    writes WORK/SOURCE.corpus.jsonl and WORK/SOURCE.queries.jsonl
       DATA=... python build_written.py rows WORK       reads WORK/SOURCE.run; writes WORK/written.{train,dev,report}.jsonl.gz
                                                        and of train the rows as they were written, WORK/people.jsonl.gz,
                                                        those over our own and invented documents, WORK/trail.jsonl.gz, and
                                                        the others, WORK/far.jsonl.gz; WORK/figures.jsonl.gz are questions for a figure
                                                        over the passage that answers and without its answer, and
                                                        WORK/last.jsonl.gz those over the documents of the last
                                                        round, WORK/broad.jsonl.gz those of twins_whole.tsv,
                                                        WORK/plain.jsonl.gz those of twins_plain.tsv
Between the two, for each SOURCE:
       deno task cairn eval retrieval --mode hybrid --corpus WORK/SOURCE.corpus.jsonl --queries WORK/SOURCE.queries.jsonl --run WORK/SOURCE.run
Rows are as in build_public.py, with "kind" and "document" beside. Seeded.
"""
import collections
import json
import pathlib
import random
import re
import sys

import build_public
from corrupt import corruptions, reword, sentences
from sources import SOURCES, lines, ranked, save
from split import part
from windows import words

HERE = pathlib.Path(__file__).parent
# Their documents are single passages, so search could only bring up other topics.
ALONE = {"articles", "forum"}
WRITTEN = [s for s in ("own", "health", "encyclopaedia", "privacy", "reviews", "abstracts", "invented", "articles", "forum", "guides") if (HERE / "written" / f"{s}.jsonl").exists()]
# Groups of invented documents that the last version of the reader had not seen.
LAST = "clinic coast drills faq huts manuals nights packing paths permits rivers seasons townlife uplands wildlife".split()
rng = random.Random(2)


def written(source):
    return lines(HERE / "written" / f"{source}.jsonl")


def corpora(work):
    """Each source's passages that were written about and their documents' others, and all its questions."""
    for source in [s for s in WRITTEN if s not in ALONE]:
        rows = written(source)
        documents = {r["document"] for r in rows}
        passages = [p for p in SOURCES[source]() if p["document"] in documents]
        (work / f"{source}.corpus.jsonl").write_text("".join(json.dumps({"_id": p["id"], "title": p["title"], "text": p["text"]}) + "\n" for p in passages))
        (work / f"{source}.queries.jsonl").write_text("".join(json.dumps({"_id": str(i), "text": r["text"]}) + "\n" for i, r in enumerate(rows) if r["kind"] in "qn"))
        print(source, "passages", len(passages), "questions", sum(r["kind"] in "qn" for r in rows))


def holds(text, answer):
    """Whether a text seems to say the answer too: then it is no negative."""
    asked = words(answer) or set(answer.lower().split())
    return answer.lower() in text.lower() or len(asked & words(text)) >= 0.75 * len(asked)


def brought_up(source, work):
    """Passages that search brought up, best first, by the line number of the question."""
    found = {} if source in ALONE else ranked(work / f"{source}.run")
    return collections.defaultdict(list, {int(query): passages for query, passages in found.items()})


def source_rows(source, work):
    passages = {p["id"]: p for p in SOURCES[source]()}
    by_document = collections.defaultdict(list)
    for p in passages.values():
        by_document[p["document"]].append(p)
    found = brought_up(source, work)
    for i, r in enumerate(written(source)):
        p = passages[r["passage"]]
        split = part(source, r["document"])
        teaching = split == "train"

        def row(name, text_of, y, span=None, task="a", asked=None, title=None):
            asked = asked or r["text"]
            shown = text_of["title"] if title is None else title
            if teaching and rng.random() < 0.25:
                shown = ""
            return split, {"set": f"{source}/{name}", "task": task, "a": build_public.as_typed(asked) if teaching and task == "a" else asked, "title": shown, "text": text_of["text"], "y": y, "span": span, "kind": r["kind"], "document": r["document"], "file": r.get("file")}

        if r["kind"] == "q":
            answer = p["text"][slice(*r["answer"])]
            yield row("answer", p, 1, r["answer"])
            others = [passages[d] for d in found[i][:6] if d != p["id"] and not holds(passages[d]["text"], answer)]
            for other in others[:2]:
                yield row("retrieved", other, 0)
            if teaching and rng.random() < 0.45:
                made = {"passage": p["text"], "answers": [{"text": answer}]}
                if text := build_public.without_answer(made):
                    yield row("removed", {**p, "text": text}, 0)
            if teaching and rng.random() < 0.12 and (changed := build_public.other_question(r["text"], p["text"])):
                yield row("changed", p, 0, asked=changed)
        elif r["kind"] == "n":
            yield row("near_miss", p, 0)
            for near in [d for d in found[i][:4] if d in r["near"]][:1] or r["near"][:1]:
                yield row("near_miss_beside", passages[near], 0)
            if teaching:
                for d in [d for d in found[i][:3] if d != p["id"] and d not in r["near"]][:1]:
                    yield row("near_miss_retrieved", passages[d], 0)
        else:
            yield row("claim", p, {"s": 2, "p": 1, "x": 0}[r["kind"]], task="s")


def corrupted(source, count):
    """True and changed sentences of a source's passages, for teaching and for measuring."""
    passages = SOURCES[source]()
    if source in ("own", "guides", "invented"):
        chosen = passages
    else:
        documents = {r["document"] for r in written(source)}
        chosen = [p for p in passages if p["document"] in documents and part(source, p["document"]) != "train"]
    rng.shuffle(chosen)
    made = 0
    for p in chosen * 4:
        split = part(source, p["document"])
        good = [s for s in sentences(p["text"]) if 6 <= len(s.split()) <= 40]
        if not good:
            continue
        sentence = rng.choice(good)
        changes = corruptions(sentence, p["text"], rng)
        if not changes:
            continue
        kind, changed = rng.choice(changes)
        base = {"task": "s", "title": p["title"] if rng.random() < 0.5 else "", "text": p["text"], "span": None, "kind": "corrupt", "document": p["document"]}
        yield split, {"set": f"{source}/corrupt/true", "a": reword(sentence, rng), "y": 2, **base}
        yield split, {"set": f"{source}/corrupt/{kind}", "a": reword(changed, rng), "y": 0, **base}
        made += 1
        if made == count:
            break


FIGURE = re.compile(r"\b(how (many|much|long|far|often|high|deep|wide|old|tall|heavy|soon)|cost|costs|price|fee|fees|fine|charge|what time|phone|number|limit|opening)\b", re.I)


def even(train):
    """Rows with fewer near misses that ask for a figure.

    People who write what is missing mostly ask for a number; left so, the reader takes the wording for the answer ("How much does the
    permit cost?" is not answered, whatever the passage says). Of those near misses as many stay as keep the odds of all questions.
    """
    def count(kind, asks):
        return sum(r["set"].split("/")[1] == kind and bool(FIGURE.search(r["a"])) == asks for r in train)

    kept = count("answer", True) * count("near_miss", False) / count("answer", False) / count("near_miss", True)
    asking = [r["set"].split("/")[1].startswith("near_miss") and bool(FIGURE.search(r["a"])) for r in train]
    print(f"of {sum(asking)} near misses that ask for a figure {min(1, kept):.2f} stay")
    return [r for r, one in zip(train, asking) if not one or rng.random() < kept]


def main(mode, work):
    work = pathlib.Path(work)
    if mode == "corpora":
        return corpora(work)
    rows = collections.defaultdict(list)
    for source in WRITTEN:
        for split, row in source_rows(source, work):
            rows[split].append(row)
        for split, row in corrupted(source, {"own": 300, "invented": 1500, "guides": 600}.get(source, 120)):
            rows[split].append(row)
    for split, found in rows.items():
        rng.shuffle(found)
        save(work / f"written.{split}.jsonl.gz", found)
        count = collections.Counter((r["set"].split("/")[1] if "corrupt" not in r["set"] else "corrupt", r["y"]) for r in found)
        print(split, len(found), "tokens", round(sum(1.35 * len((r["a"] + r["title"] + r["text"]).split()) for r in found) / 1e6, 2), "M", dict(sorted(count.items())))
    rows["train"] = even(rows["train"])
    trail = [r["set"].split("/")[0] in ("own", "invented") for r in rows["train"]]
    save(work / "trail.jsonl.gz", [r for r, near in zip(rows["train"], trail) if near])
    save(work / "far.jsonl.gz", [r for r, near in zip(rows["train"], trail) if not near])
    save(work / "figures.jsonl.gz", [r for r in rows["train"] if r["set"].split("/")[1] in ("answer", "removed") and FIGURE.search(r["a"])])
    save(work / "last.jsonl.gz", [r for r in rows["train"] if r["document"].split("/")[0].removeprefix("invented-") in LAST])
    for name, file in (("broad", "twins_whole"), ("plain", "twins_plain")):
        save(work / f"{name}.jsonl.gz", [r for r in rows["train"] if r.get("file") == file])
    people = [r["set"].split("/")[1] in ("answer", "near_miss", "claim") for r in rows["train"]]
    save(work / "people.jsonl.gz", [r for r, told in zip(rows["train"], people) if told])
    save(work / "people_trail.jsonl.gz", [r for r, told, near in zip(rows["train"], people, trail) if told and near])


if __name__ == "__main__":
    main(*sys.argv[1:3])
