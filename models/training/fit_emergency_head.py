"""Fit the linear head that reads emergencies off the embedder's vectors, and how it and the reader are weighed; write models/emergency.json.

usage: python fit_emergency_head.py ANCHORS.jsonl [THRESHOLD]
Run after every change of models/embedder or models/reader. ANCHORS.jsonl as for train_embedder.py: its first 3,000 questions count
as "none", or every second question about anything would look like an emergency; the last 900 measure that. The messages that no
encoder and no head has seen (`unseen`) and those 900 weigh the two against each other, and shares of them are printed for
choosing the threshold; then the head is fitted on all. Three minutes.
"""
import hashlib
import json
import pathlib
import sys

import numpy as np
import onnxruntime as ort
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer

from train_embedder import ROOT, lines, messages, second_round, unseen

sys.path.insert(0, str(pathlib.Path(__file__).parent / "reader"))
from build_messages import DANGER
from export_reader import feed

C = 3.0  # inverse penalty; 3, 10 and 40 gave the same within noise
ANCHORS, ANCHORS_HELD_OUT = 3000, 900
CALM_WEIGHT = 4.0  # of the fit suites' ordinary questions and look-alikes: errors that were met weigh more
FOLDER, READER = ROOT / "models/embedder", ROOT / "models/reader"
MOST = 10.0  # log-odds are kept within it, as lib/math/statistics.ts does
LEAST_MEANING = 0.1  # below it the reader alone calls no card, as in lib/decide/emergency/net.ts


def embedder():
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    session = ort.InferenceSession(str(FOLDER / "embedder.onnx"))

    def embed(text):
        ids = np.array([tokenizer.encode(text).ids[:256]], dtype=np.int64)
        return session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]

    return lambda texts: np.array([embed(text) for text in texts])


def reader():
    """Calibrated log-odds that the reader sees somebody in danger, of texts."""
    session = ort.InferenceSession(str(READER / "reader.onnx"))
    line = json.loads((READER / "reader.json").read_text())["answerable"]

    def read(text):
        return line["scale"] * session.run(["answerable"], feed(DANGER, "", text))[0][0] + line["offset"]

    return lambda texts: np.clip([read(text) for text in texts], -MOST, MOST)


def log_odds(p):
    return np.clip(np.log(p / (1 - p)), -MOST, MOST)


def calm_questions():
    """Ordinary questions of the fit suites: unanswerable ones, and answerable ones of low or medium risk."""
    rows = [row for name in ("handbook", "trails") for row in lines(ROOT / f"tests/suites/fit/{name}.jsonl")]
    alike = [row["question"] for row in lines(ROOT / "tests/suites/fit/sounds_like_emergency.jsonl")]
    return [row["question"] for row in rows if row["expect"] == "refuse" or row["risk"] != "high"] + alike


def vectors(embed, rows):
    return embed([text for text, _ in rows]), np.array([card for _, card in rows])


def fit(x, y, weights):
    return LogisticRegression(C=C, max_iter=3000).fit(x, y, sample_weight=weights)


def danger(model, x):
    return 1 - model.predict_proba(x)[:, list(model.classes_).index("none")]


def main(anchor_file, threshold=0.2):
    embed = embedder()
    x, y = vectors(embed, messages())
    told_last = [m for m in second_round() if unseen(m[0])]
    kept, kept_y = vectors(embed, told_last)
    questions = [a["text"] for a in lines(anchor_file) if len(a["text"]) < 160]
    other, other_held = embed(questions[:ANCHORS] + calm_questions()), embed(questions[-ANCHORS_HELD_OUT:])
    others = np.full(len(other), "none")
    weights = np.where(np.arange(len(other)) < ANCHORS, 1.0, CALM_WEIGHT)

    held = fit(np.vstack([x, other]), np.concatenate([y, others]), np.concatenate([np.ones(len(x)), weights]))
    read = reader()
    texts = [text for text, _ in told_last] + questions[-ANCHORS_HELD_OUT:]
    meaning = np.stack([log_odds(np.concatenate([danger(held, kept), danger(held, other_held)])), read(texts)], axis=1)
    real = np.concatenate([kept_y != "none", np.zeros(len(other_held), dtype=bool)])
    alike = np.concatenate([kept_y == "none", np.zeros(len(other_held), dtype=bool)])
    both = LogisticRegression(C=1.0).fit(meaning, real)
    alone, weighed = 1 / (1 + np.exp(-meaning)), both.predict_proba(meaning)[:, 1]
    shown = np.where(alone[:, 0] < LEAST_MEANING, np.minimum(alone[:, 0], weighed), weighed)
    for name, p in (("head", alone[:, 0]), ("reader", alone[:, 1]), ("both", shown)):
        for t in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
            print(f"{name}, threshold {t}: emergencies found {np.mean(p[real] >= t):.3f} of {real.sum()}, look-alikes taken for one "
                  f"{np.mean(p[alike] >= t):.3f} of {alike.sum()}, other questions {np.mean(p[~real & ~alike] >= t):.3f} of {len(other_held)}")

    model = fit(np.vstack([x, kept, other]), np.concatenate([y, kept_y, others]), np.concatenate([np.ones(len(x) + len(kept)), weights]))
    classes = list(model.classes_)
    order = [classes.index("none")] + [i for i, name in enumerate(classes) if name != "none"]
    head = {
        "encoder": hashlib.sha256((FOLDER / "embedder.onnx").read_bytes()).hexdigest(),
        "reader": hashlib.sha256((READER / "reader.onnx").read_bytes()).hexdigest(),
        "threshold": float(threshold),
        "both": {"bias": float(f"{both.intercept_[0]:.5g}"), "meaning": float(f"{both.coef_[0][0]:.5g}"), "read": float(f"{both.coef_[0][1]:.5g}")},
        "classes": [classes[i] for i in order],
        "bias": [float(f"{model.intercept_[i]:.5g}") for i in order],
        "weights": [[float(f"{w:.5g}") for w in model.coef_[i]] for i in order],
    }
    (ROOT / "models/emergency.json").write_text(json.dumps(head, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
