"""Turn what was written over drawn passages into rows that name the passage without holding its text.

usage: DATA=... python collect.py SOURCE DRAWN_DIR…
A DRAWN_DIR holds draw_passages.py's files and out_NN.tsv beside each (kind, passage, text, answer). Appends nothing: writes
written/SOURCE.jsonl anew. Rows: {"kind": "q" answerable | "n" near miss | "s" supported | "p" partly | "x" not supported,
"text", "passage", "near": the passages that were shown beside it, "document", "answer": [start, end) in code points}.
"""
import json
import pathlib
import re
import sys

from sources import SOURCES


def main(source, *drawn):
    passages = {p["id"]: p for p in SOURCES[source]()}
    rows, lost = [], 0
    for file in [f for folder in drawn for f in sorted(pathlib.Path(folder).glob("out_*.tsv"))]:
        index = json.loads((file.parent / "index.json").read_text())
        for line in file.read_text().splitlines():
            if not line.strip():
                continue
            kind, name, text, *answer = line.split("\t")
            p = passages[index[name]]
            cluster = re.match(r"\d+", name).group()
            row = {"kind": kind, "text": text.strip(), "passage": p["id"], "near": [index[cluster + k] for k in "abc" if cluster + k in index and index[cluster + k] != p["id"]], "document": p["document"]}
            if kind == "q":
                at = p["text"].find(answer[0])
                if at < 0:
                    lost += 1
                    continue
                row["answer"] = [at, at + len(answer[0])]
            rows.append(row)
    out = pathlib.Path(__file__).parent / "written" / f"{source}.jsonl"
    out.parent.mkdir(exist_ok=True)
    out.write_text("".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n" for r in rows))
    print(source, len(rows), "lost", lost)


if __name__ == "__main__":
    main(*sys.argv[1:])
