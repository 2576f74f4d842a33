"""Rows for the reader from the public sets, with made negatives.

usage: DATA=... python build_public.py WORK   (WORK holds scifact.run, see README.md)
Writes WORK/public.near.jsonl.gz, the sets nearest to what is asked of the reader, and WORK/public.wide.jsonl.gz, the others. A row: {"set", "task": "a" | "s", "a": question or claim, "title", "text", "y", "span"}; y is
0 or 1 for answerable, 0 not, 1 partly, 2 supported for support; span is [start, end) in the text or null. Seeded.
"""
import collections
import pathlib
import random
import re
import sys

from corrupt import corruptions, direction, entity, number, reword, sentences
from sources import DATA, SOURCES, answerable, lines, ranked, save, scifact, title_of
from split import report_article, report_claim, report_domain, report_query
from windows import window, words

rng = random.Random(1)
rows = []
LABEL = {"supported": 2, "partly": 1, "partially_supported": 1, "neutral": 0, "refuted": 0, "not_supported": 0}


# Questions written without looking for an answer, minimal pairs, and claims over evidence as long as ours.
NEAR = {"squad2", "wice", "wice_tokens", "summedits", "clapnq", "condaqa", "squadshifts-new_wiki/changed", "scifact", "factcheck_gpt", "cad_nli"}


def size(sentence):
    return 1.35 * len(sentence.split()) + 1


def typo(text):
    at = rng.randrange(max(1, len(text) - 2))
    return text[:at] + text[at + 1:] if rng.random() < 0.5 else text[:at] + text[at + 1:at + 2] + text[at:at + 1] + text[at + 2:]


def as_typed(question):
    """Questions as people type them: some without capitals or marks, some with a slip."""
    if rng.random() < 0.35:
        question = question.lower().rstrip("?").strip()
    if rng.random() < 0.06 and len(question) > 12:
        question = typo(question)
    return question


def add_answerable(name, question, title, text, y, span=None):
    rows.append({"set": name, "task": "a", "a": as_typed(question), "title": title if rng.random() < 0.7 else "", "text": text, "y": y, "span": span})


def add_support(name, claim, text, y):
    rows.append({"set": name, "task": "s", "a": claim, "title": "", "text": window(claim, text, 210, size), "y": y, "span": None})


def span_of(row):
    for answer in row.get("answers") or []:
        start = answer.get("start", -1)
        if start < 0 or row["passage"][start:start + len(answer["text"])] != answer["text"]:
            start = row["passage"].find(answer["text"])
        if start >= 0 and answer["text"]:
            return [start, start + len(answer["text"])]
    return None


def without_answer(row):
    """The passage with every sentence that holds the answer taken out: on topic, and the fact is missing."""
    answers = [a["text"].lower() for a in row["answers"] if a["text"]]
    kept = [s for s in sentences(row["passage"]) if not any(a in s.lower() for a in answers)]
    text = " ".join(kept)
    return text if len(kept) >= 2 and len(text) > 0.4 * len(row["passage"]) and not any(a in text.lower() for a in answers) else None


def other_question(question, passage):
    """The question with its entity, number or direction changed, so that the passage no longer answers it."""
    makes = [entity, number, direction]
    rng.shuffle(makes)
    for make in makes:
        changed = make(question, rng, passage)
        if changed and changed != question:
            return changed
    return None


def question_set(name, rs, count, nearest=0.0, removed=0.0, changed=0.0, times=1):
    by_group = collections.defaultdict(dict)
    for r in answerable()[name]:
        by_group[r.get("group")][r["passage"]] = title_of(r)
    for r in rng.sample(rs, min(count, len(rs))):
        title, span = title_of(r), span_of(r) if r["answerable"] else None
        for _ in range(times):
            add_answerable(name, r["question"], title, r["passage"], int(r["answerable"]), span)
        if not r["answerable"]:
            continue
        texts = [a["text"].lower() for a in r.get("answers") or []]
        if rng.random() < nearest:
            others = [p for p in by_group[r.get("group")] if p != r["passage"] and not any(t in p.lower() for t in texts)]
            others = rng.sample(others, min(40, len(others)))
            if others:
                asked = words(r["question"])
                best = max(others, key=lambda p: len(asked & words(p)))
                add_answerable(name + "/nearest", r["question"], by_group[r.get("group")][best], best, 0)
        if texts and rng.random() < removed and (text := without_answer(r)):
            add_answerable(name + "/removed", r["question"], title, text, 0)
        if rng.random() < changed and (question := other_question(r["question"], r["passage"])):
            add_answerable(name + "/changed", question, title, r["passage"], 0)


def questions():
    sets = answerable()
    question_set("squadshifts-new_wiki", [r for r in sets["squadshifts-new_wiki"] if not report_article(r["group"])], 5500, 0.45, 0.4, 0.3)
    question_set("squadshifts-amazon_reviews", sets["squadshifts-amazon_reviews"], 2500, 0.35, 0.45, 0.1)
    question_set("medquad", sets["medquad"], 3000, 0.9)
    question_set("policyqa", sets["policyqa"], 1800, 0.5, 0.3)
    question_set("covid_qa", sets["covid_qa"], 1800, 0.0, 0.2)
    question_set("condaqa", [r for r in sets["condaqa"] if not r["answerable"]], 478)
    question_set("condaqa", [r for r in sets["condaqa"] if r["answerable"]], 900, 0.3)
    question_set("clapnq", sets["clapnq"], 600, times=2)
    question_set("ares", sets["ares"], 2200)
    question_set("boolq", sets["boolq"], 900, 0.6)
    for r in lines(DATA / "answerability/squad2_half_dev_a.jsonl"):
        if report_article(r["article"]):
            continue
        span = span_of({"passage": r["passage"], "answers": r["spans"] or []}) if r["gold"] else None
        for _ in range(2):
            add_answerable("squad2", r["question"], r["article"].replace("_", " "), r["passage"], int(r["gold"]), span)


def scientific_claims(work):
    """Claims as queries: the abstract that decides a claim against those that search brings up."""
    corpus, queries, right = scifact()
    found = ranked(work / "scifact.run")
    for query, documents in right.items():
        if report_query(query):
            continue
        wrong = [d for d in found[query][:12] if d not in documents]
        for d in [*sorted(documents), *rng.sample(wrong, min(3, len(wrong)))]:
            add_answerable("scifact", queries[query], corpus[d]["title"], corpus[d]["text"], int(d in documents))


def claims():
    sets = collections.defaultdict(list)
    for r in lines(DATA / "training/support.jsonl.gz"):
        sets[r["set"]].append(r)
    for name, count, times in (("factcheck_gpt", 9999, 1), ("fool_me_twice", 9999, 1), ("fever_symmetric", 9999, 1), ("mnli", 9000, 1), ("snli", 1000, 1),
                               ("scitail", 1500, 1), ("cad_nli", 1500, 1), ("conjnli-made", 900, 1), ("conjnli-dev", 999, 1), ("negnli", 1800, 1), ("med", 800, 1),
                               ("breaking_nli", 800, 1), ("begin", 2500, 1)):
        for r in rng.sample(sets[name], min(count, len(sets[name]))):
            for _ in range(times):
                add_support(name, r["claim"], r["evidence"], LABEL[r["label"]])
    for r in lines(DATA / "claims/wice_dev.jsonl"):
        if not report_claim(r["id"]):
            for _ in range(2):
                add_support("wice", r["claim"], r["evidence"], LABEL[r["gold"]])
    for r in lines(DATA / "claims/wice_unsupported_tokens_train.jsonl"):
        add_support("wice_tokens", r["claim"], r["evidence"], 0 if all(r["unsupported"]) else 1 if any(r["unsupported"]) else 2)
    for r in lines(DATA / "claims/summedits_dev.jsonl"):
        if not report_domain(r["domain"]):
            add_support("summedits", r["claim"], r["evidence"], LABEL[r["gold"]])


def corrupted(count):
    """Sentences of passages, reworded a little, against the same with one thing changed; evidence is what stands around."""
    for source in ("health", "encyclopaedia", "privacy", "reviews", "abstracts"):
        passages = SOURCES[source]()
        rng.shuffle(passages)
        made = 0
        for p in passages:
            if source == "encyclopaedia" and report_article(p["document"].split("/")[1]):
                continue
            parts = [s for s in sentences(p["text"])]
            good = [i for i, s in enumerate(parts) if 6 <= len(s.split()) <= 40]
            if not good:
                continue
            i = rng.choice(good)
            from_, to = max(0, i - rng.randrange(4)), i + 1 + rng.randrange(3)
            evidence = " ".join(parts[from_:to])
            changes = corruptions(parts[i], p["text"], rng)
            if not changes:
                continue
            kind, changed = rng.choice(changes)
            rows.append({"set": "corrupt/true", "task": "s", "a": reword(parts[i], rng), "title": "", "text": evidence, "y": 2, "span": None})
            rows.append({"set": f"corrupt/{kind}", "task": "s", "a": reword(changed, rng), "title": "", "text": evidence, "y": 0, "span": None})
            if rng.random() < 0.25:
                gone = " ".join(parts[max(0, from_ - 2):i] + parts[i + 1:to + 2])
                if len(gone.split()) > 15:
                    rows.append({"set": "corrupt/gone", "task": "s", "a": reword(parts[i], rng), "title": "", "text": gone, "y": 0, "span": None})
            made += 1
            if made == count // 5:
                break


def main(work):
    work = pathlib.Path(work)
    questions()
    scientific_claims(work)
    claims()
    corrupted(5500)
    rng.shuffle(rows)
    for name, wanted in (("near", True), ("wide", False)):
        save(work / f"public.{name}.jsonl.gz", (row for row in rows if (row["set"] in NEAR) == wanted))
    count = collections.Counter((r["set"], r["y"]) for r in rows)
    for key in sorted(count):
        print(*key, count[key])
    print("rows", len(rows), "about", round(sum(1.35 * len((r["a"] + r["title"] + r["text"]).split()) for r in rows) / 1e6, 1), "million tokens")


if __name__ == "__main__":
    main(sys.argv[1])
