"""Turn what was written over the invented guides into rows that name the passage.

usage: python collect_invented.py
Needs .cairn/training/invented-GROUP.cairn for each GROUP (README.md). Writes written/invented.jsonl, rows as in collect.py.
A near miss without quoted words belongs to the guide's passage that shares most words with it; the guide's others are "near".
"""
import collections
import json
import pathlib

from sources import SOURCES
from windows import words

HERE = pathlib.Path(__file__).parent


def main():
    by_guide = collections.defaultdict(list)
    for p in SOURCES["invented"]():
        by_guide[p["document"]].append(p)
    rows, lost = [], []
    folder = HERE / "invented"
    for file in [*sorted(folder.glob("*/lines.tsv")), *sorted(folder.glob("*/twins*.tsv"))]:
        for line in file.read_text().splitlines():
            if not line.strip():
                continue
            kind, name, text, *quoted = line.split("\t")
            guide = f"invented-{file.parent.name}/{name}"
            passages = by_guide[guide]
            plain = quoted[0].replace("**", "") if quoted else ""
            if quoted:
                p = next((p for p in passages if plain in p["text"]), None)
                if p is None:
                    lost.append(line)
                    continue
            else:
                p = max(passages, key=lambda p: len(words(text) & words(p["title"] + " " + p["text"])))
            row = {"kind": kind, "text": text.strip(), "passage": p["id"], "near": [o["id"] for o in passages if o is not p], "document": guide}
            if file.stem != "lines":
                row["file"] = file.stem
            if kind == "q":
                at = p["text"].find(plain)
                row["answer"] = [at, at + len(plain)]
            rows.append(row)
    (HERE / "written/invented.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n" for r in rows))
    print("invented", len(rows), "guides", len(by_guide), "lost", len(lost), lost[:5])


if __name__ == "__main__":
    main()
