"""Fit what turns the reader's raw scores into probabilities.

usage: python calibrate.py MODEL_DIR WORK
Reads MODEL_DIR/reader.onnx and WORK/written.dev.jsonl.gz, documents that were not trained on. Two numbers a head: a scale by
logistic regression with both classes weighing the same, then the offset at which both kinds of error are equally frequent.
Passages that answer are set against near misses alone: others are easy, and would pull 0.5 down to where near misses pass.
Writes MODEL_DIR/reader.json and prints AUROC by set.
"""
import collections
import gzip
import json
import pathlib
import sys

import numpy as np
import onnxruntime as ort
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from export_reader import feed, sha256

# Kinds of rows that are fitted on; those of the others are printed.
FITTED = {"answer", "near_miss", "claim", "corrupt"}


def read(path):
    with gzip.open(path, "rt") as file:
        return [json.loads(line) for line in file]


def balance(x, y):
    """The threshold at which as many true are missed as false are passed."""
    order = np.sort(np.unique(x))
    gaps = [abs((x[y == 1] < t).mean() - (x[y == 0] >= t).mean()) for t in order]
    return float(order[int(np.argmin(gaps))])


def main(folder, work):
    folder, work = pathlib.Path(folder), pathlib.Path(work)
    session = ort.InferenceSession(str(folder / "reader.onnx"))
    rows = read(work / "written.dev.jsonl.gz")
    fitted = {"sha256": sha256(folder / "reader.onnx")}
    for task, name in (("a", "answerable"), ("s", "support")):
        mine = [r for r in rows if r["task"] == task]
        raw = []
        for r in mine:
            a, s, _ = session.run(None, feed(r["a"], r["title"], r["text"]))
            e = np.exp(s[0] - s[0].max())
            p = float(np.clip(e[2] / e.sum(), 1e-7, 1 - 1e-7))
            raw.append(float(a[0]) if task == "a" else float(np.log(p / (1 - p))))
        x, y = np.array(raw), np.array([int(r["y"] == (1 if task == "a" else 2)) for r in mine])
        kept = np.array([r["set"].split("/")[1] in FITTED for r in mine])
        scale = float(LogisticRegression(class_weight="balanced").fit(x[kept, None], y[kept]).coef_[0, 0])
        fitted[name] = {"scale": round(scale, 4), "offset": round(-scale * balance(x[kept], y[kept]), 4)}
        print(name, "n", len(x), "positive", int(y.sum()), "AUROC", round(roc_auc_score(y, x), 3), fitted[name])
        groups = collections.defaultdict(list)
        for i, r in enumerate(mine):
            groups[r["set"].split("/")[0] + ("/corrupt" if "corrupt" in r["set"] else "")].append(i)
            if task == "a" and r["set"].split("/")[-1] in ("answer", "near_miss", "retrieved"):
                for other in ("near_miss", "retrieved") if r["set"].endswith("answer") else (r["set"].split("/")[-1],):
                    groups[f"answer against {other}"].append(i)
        for group, at in sorted(groups.items()):
            if 0 < y[at].sum() < len(at):
                print(f"  {group}: n {len(at)} AUROC {roc_auc_score(y[at], x[at]):.3f} balanced accuracy at 0.5 {((x[at][y[at] == 1] >= -fitted[name]['offset'] / scale).mean() + (x[at][y[at] == 0] < -fitted[name]['offset'] / scale).mean()) / 2:.3f}")
    (folder / "reader.json").write_text(json.dumps(fitted, indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
