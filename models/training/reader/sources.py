"""Passages of each source, as the reader sees them: {"id", "source", "document", "title", "text"}.

`id` is the first 16 hex digits of the sha256 of the passage's text, so that the written questions can name a passage
without holding its text. Public sets are read from the folder that DATA names (see README.md), our own from the packs.
"""
import collections
import gzip
import hashlib
import json
import os
import pathlib
import re
import sqlite3

ROOT = pathlib.Path(__file__).resolve().parents[3]
DATA = pathlib.Path(os.environ.get("DATA", ROOT / "models/training/data"))

# Our documents that the reader may learn from. The others of the fit suites set the decision's thresholds, and those of
# the report suites measure.
OWN = json.loads((pathlib.Path(__file__).parent / "own_documents.json").read_text())


def lines(path):
    with (gzip.open(path, "rt") if str(path).endswith(".gz") else open(path, encoding="utf-8")) as file:
        return [json.loads(line) for line in file if line.strip()]


def save(path, rows):
    with gzip.open(path, "wt") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)


def ranked(path):
    """Documents that search brought up, best first, by query: a `--run` file of `eval retrieval`."""
    found = collections.defaultdict(list)
    for line in open(path):
        query, _, document, *_ = line.split()
        found[query].append(document)
    return found


def scifact():
    """SciFact's abstracts by id, its training claims by id, and by claim the ids of the abstracts that decide it."""
    corpus = {r["_id"]: r for r in lines(DATA / "retrieval/scifact_corpus.jsonl")}
    queries = {r["_id"]: r["text"] for r in lines(DATA / "retrieval/scifact_queries_train.jsonl")}
    right = collections.defaultdict(set)
    for line in list(open(DATA / "retrieval/scifact_qrels_train.tsv"))[1:]:
        query, document, _ = line.split("\t")
        right[query].add(document)
    return corpus, queries, right


def passage_id(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def passage(source, document, title, text):
    return {"id": passage_id(text), "source": source, "document": document, "title": title, "text": text}


def distinct(passages):
    return list({p["id"]: p for p in passages}.values())


_sets = None


def answerable():
    """Rows of the public question sets, by set."""
    global _sets
    if _sets is None:
        _sets = collections.defaultdict(list)
        for row in lines(DATA / "training/answerable.jsonl.gz"):
            _sets[row["set"]].append(row)
    return _sets


# MedQuAD's questions are templates around the name of a disease; the title is the name alone, for a title that says
# "symptoms of …" would give the answer away.
FRAME = re.compile(r"^(?:(?:what|who|how|is|are|\(are\)|do|does|to|you|have|many|people|affected|by|for|of|about|the|at|risk|information|symptoms|treatments?|outlook"
                   r"|causes?|complications|stages|genetic|changes|related|diagnose|prevent|research|clinical|trials|being|done|on)\s+)+|\s+inherited\s*(?=\?*$)", re.I)


def title_of(row):
    """What a passage's document would be called; the sets give it in different ways."""
    if row["set"] == "medquad":
        return FRAME.sub("", row["question"]).strip(" ?")
    if row["set"] == "squadshifts-new_wiki":
        return row["group"].replace("_", " ")
    if row["set"] == "policyqa":
        return f"{row['group']} privacy policy"
    return ""


def from_set(name, source):
    return distinct(passage(source, f"{name}/{r.get('group')}", title_of(r), r["passage"]) for r in answerable()[name])


def articles():
    """BoolQ's first paragraphs of many Wikipedia articles: `Title -- text`."""
    parts = [r["passage"].partition(" -- ") for r in answerable()["boolq"]]
    return distinct(passage("articles", f"boolq/{title}", title, text) for title, dashes, text in parts if dashes)


def forum():
    """Comments, each a document of its own: the set knows no threads."""
    texts = [r["passage"] for r in answerable()["squadshifts-reddit"]]
    return distinct(passage("forum", f"reddit/{passage_id(text)}", "", text) for text in texts)


def abstracts():
    """SciFact abstracts that no retrieval judgement names."""
    judged = {line.split("\t")[1] for line in open(DATA / "retrieval/scifact_qrels_train.tsv")}
    return [passage("abstracts", f"scifact/{r['_id']}", r["title"], r["text"])
            for r in lines(DATA / "retrieval/scifact_corpus.jsonl") if r["_id"] not in judged and len(r["text"]) < 1800]


def pack_passages(path, source, documents=None):
    """Chunks of a built pack, with `title > headings` as their title."""
    db = sqlite3.connect(path)
    rows = db.execute("select d.id, d.title, d.text, c.start, c.end, c.headings from chunks c join documents d on d.n = c.document order by c.n")
    found = []
    for id_, title, text, start, end, headings in rows:
        if documents is None or id_ in documents:
            wide = text.encode("utf-16-le")
            body = wide[2 * start:2 * end].decode("utf-16-le")
            found.append(passage(source, id_, " > ".join([title, *json.loads(headings)]), body))
    return found


def own():
    found = []
    for pack in ("handbook", "cards", "trails"):
        found += pack_passages(ROOT / f".cairn/packs/{pack}.cairn", "own", set(OWN))
    return found


def guides():
    """Trail-Sense: never trained on, only measured with."""
    return pack_passages(ROOT / ".cairn/training/trail-sense.cairn", "guides")


def invented():
    """Guides that we made up: places, products and figures in them exist nowhere. For training only."""
    packs = sorted((ROOT / ".cairn/training").glob("invented-*.cairn"))
    return [p for pack in packs for p in pack_passages(pack, "invented")]


SOURCES = {
    "own": own,
    "health": lambda: from_set("medquad", "health"),
    "encyclopaedia": lambda: from_set("squadshifts-new_wiki", "encyclopaedia"),
    "privacy": lambda: from_set("policyqa", "privacy"),
    "reviews": lambda: from_set("squadshifts-amazon_reviews", "reviews"),
    "articles": articles,
    "forum": forum,
    "abstracts": abstracts,
    "guides": guides,
    "invented": invented,
}
