"""Questions for the reader that are made, not written: from headings, keywords and sentences, and with a premise.

usage: DATA=... python build_made.py WORK      writes WORK/made.jsonl.gz; half a minute, once the packs of README.md are built
Over the documents that may be learnt from, our own and invented ones. A heading, a line of keywords or a sentence turned into a
question is answered by its passage, shown under the document's title alone, and not by the nearest other section. A written question
follows a statement of its passage, which is true, or false by one change: what starts from something false is not answered
by quoting, so it counts as not answerable. Rows are as in build_public.py. Seeded.
"""
import collections
import math
import pathlib
import random
import re
import sys

from build_public import as_typed
from build_written import written
from corrupt import corruptions, reword, sentences
from sources import SOURCES, save
from split import part
from windows import words

COUNTS = {"heading": 1500, "keywords": 1000, "sentence": 700, "premise": 1500}  # passages; each gives a row of both kinds
PLAIN = re.compile(r"^(overview|introduction|notes?|more|summary|about|general|in short)$", re.I)
AUXILIARY = re.compile(r"^((?:[A-Z][\w'-]*)(?: [\w'-]+){0,4}?) (should|must|can|may|is|are|has to|have to) ([^;:]+)\.$")
PREMISE = ("since {s}, {q}", "{s}, so {q}", "{q} i know that {s}", "i read that {s}. {q}", "if {s}, {q}", "they told me {s} - {q}")
rng = random.Random(6)


def learnt(source):
    return [p for p in SOURCES[source]() if part(source, p["document"]) == "train"]


def heading_of(p):
    """The innermost heading, where it says something that the title does not."""
    names = p["title"].split(" > ")
    said = len(names) > 1 and len(names[-1].split()) > 1 and not PLAIN.match(names[-1])
    return names[-1] if said and words(names[-1]) - words(names[0]) else None


def from_heading(p, rarity):
    heading = heading_of(p)
    if heading is None:
        return None
    title = p["title"].split(" > ")[0]
    asked = rng.choice((heading, heading + "?", f"{title}: {heading}", f"{heading} ({title})", f"what about {heading.lower()}", f"tell me about {heading.lower()}"))
    return asked, None


def from_keywords(p, rarity):
    """The three to five rarest words of a sentence, mostly as they stand there."""
    good = [s for s in sentences(p["text"]) if 7 <= len(s.split()) <= 30 and "|" not in s]
    if not good:
        return None
    sentence = rng.choice(good)
    held = [w for w in re.findall(r"[\w'-]+", sentence) if len(w) > 2 and w.lower() in rarity]
    rare = sorted(held, key=lambda w: -rarity[w.lower()])[:rng.randrange(3, 6)]
    if len(rare) < 3:
        return None
    line = [w.lower() for w in held if w in rare]
    if rng.random() < 0.3:
        rng.shuffle(line)
    return " ".join(dict.fromkeys(line)), sentence


def from_sentence(p, rarity):
    found = [(s, m) for s in sentences(p["text"]) if len(s.split()) < 26 and (m := AUXILIARY.match(s))]
    if not found:
        return None
    sentence, m = rng.choice(found)
    subject, verb, rest = m.groups()
    verb, tail = ("do", f"have to {rest}") if verb == "have to" else ("does", f"have to {rest}") if verb == "has to" else (verb, rest)
    return f"{verb.capitalize()} {subject[0].lower()}{subject[1:]} {tail}?", sentence


def nearest(p, asked, others, sentence):
    """The other section of the document with most of the question's words, which does not hold the sentence's."""
    told = words(sentence or asked)
    open_ = [o for o in others if o["id"] != p["id"] and (sentence is None or len(told & words(o["text"])) < 0.75 * len(told)) and heading_of(o) != heading_of(p)]
    return max(open_, key=lambda o: len(words(asked) & words(o["text"])), default=None)


def row(name, asked, p, y, span=None, title=None):
    return {"set": f"made/{name}", "task": "a", "a": as_typed(asked), "title": p["title"].split(" > ")[0] if title is None else title, "text": p["text"], "y": y, "span": span}


def from_passages(passages):
    by_document = collections.defaultdict(list)
    for p in passages:
        by_document[p["document"]].append(p)
    held_by = collections.Counter(w for p in passages for w in set(re.findall(r"[\w'-]+", p["text"].lower())))
    rarity = {w: math.log(len(passages) / n) for w, n in held_by.items() if n < len(passages) / 20}
    for name, make in (("heading", from_heading), ("keywords", from_keywords), ("sentence", from_sentence)):
        made = 0
        for p in rng.sample(passages, len(passages)):
            found = make(p, rarity)
            other = found and nearest(p, found[0], by_document[p["document"]], found[1])
            if other is None:
                continue
            asked, sentence = found
            at = p["text"].find(sentence) if sentence else -1
            yield row(name, asked, p, 1, [at, at + len(sentence)] if at >= 0 else None)
            yield row(name, asked, other, 0)
            made += 1
            if made == COUNTS[name]:
                break


def with_premise(source, passages):
    by_id = {p["id"]: p for p in passages}
    asked = [r for r in written(source) if r["kind"] == "q" and r["passage"] in by_id]
    for r in rng.sample(asked, len(asked)):
        p = by_id[r["passage"]]
        answer = p["text"][slice(*r["answer"])]
        # A list item or a table row is no premise.
        other = [s for s in sentences(p["text"]) if 6 <= len(s.split()) <= 18 and s[0].isupper() and s[-1] == "." and "|" not in s and answer not in s and s not in answer]
        changes = [(s, c) for s in other for c in corruptions(s, p["text"], rng)]
        if not changes:
            continue
        true, (_, false) = rng.choice(changes)
        frame = rng.choice(PREMISE)
        for y, premise in ((1, true), (0, false)):
            s = reword(premise, rng).rstrip(".")
            q = r["text"]
            yield row("premise", frame.format(s=s[0].lower() + s[1:], q=q[0].lower() + q[1:]), p, y, r["answer"] if y else None, title=p["title"])


def main(work):
    rows = []
    both = {source: learnt(source) for source in ("own", "invented")}
    rows += from_passages([p for passages in both.values() for p in passages])
    made = [r for source, passages in both.items() for r in with_premise(source, passages)]
    pairs = rng.sample(range(len(made) // 2), min(COUNTS["premise"], len(made) // 2))
    rows += [made[2 * i + k] for i in pairs for k in (0, 1)]
    rng.shuffle(rows)
    save(pathlib.Path(work) / "made.jsonl.gz", rows)
    print(len(rows), dict(sorted(collections.Counter((r["set"], r["y"]) for r in rows).items())))


if __name__ == "__main__":
    main(sys.argv[1])
