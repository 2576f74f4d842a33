"""Fit the linear head that reads emergencies off the embedder's vectors, and write models/emergency.json.

usage: python fit_emergency_head.py ANCHORS.jsonl [THRESHOLD]
Run after every change of models/embedder. ANCHORS.jsonl as for train_embedder.py: its first 3,000 questions count as
"none", or every second question about anything would look like an emergency; the last 900 measure that. First prints
shares on the messages that no encoder and no head has seen (`unseen`), for choosing the threshold; then fits on all. One minute.
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

C = 3.0  # inverse penalty; 3, 10 and 40 gave the same within noise
ANCHORS, ANCHORS_HELD_OUT = 3000, 900
CALM_WEIGHT = 4.0  # of the fit suites' ordinary questions and look-alikes: errors that were met weigh more
FOLDER = ROOT / "models/embedder"


def embedder():
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    session = ort.InferenceSession(str(FOLDER / "embedder.onnx"))

    def embed(text):
        ids = np.array([tokenizer.encode(text).ids[:256]], dtype=np.int64)
        return session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]

    return lambda texts: np.array([embed(text) for text in texts])


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


def main(anchor_file, threshold=0.3):
    embed = embedder()
    x, y = vectors(embed, messages())
    kept, kept_y = vectors(embed, [m for m in second_round() if unseen(m[0])])
    questions = [a["text"] for a in lines(anchor_file) if len(a["text"]) < 160]
    other, other_held = embed(questions[:ANCHORS] + calm_questions()), embed(questions[-ANCHORS_HELD_OUT:])
    others = np.full(len(other), "none")
    weights = np.where(np.arange(len(other)) < ANCHORS, 1.0, CALM_WEIGHT)

    held = fit(np.vstack([x, other]), np.concatenate([y, others]), np.concatenate([np.ones(len(x)), weights]))
    told, quiet = danger(held, kept), danger(held, other_held)
    real = kept_y != "none"
    for t in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        print(f"threshold {t}: emergencies found {np.mean(told[real] >= t):.3f} of {real.sum()}, look-alikes taken for one "
              f"{np.mean(told[~real] >= t):.3f} of {(~real).sum()}, other questions {np.mean(quiet >= t):.3f} of {len(quiet)}")

    model = fit(np.vstack([x, kept, other]), np.concatenate([y, kept_y, others]), np.concatenate([np.ones(len(x) + len(kept)), weights]))
    classes = list(model.classes_)
    order = [classes.index("none")] + [i for i, name in enumerate(classes) if name != "none"]
    head = {
        "encoder": hashlib.sha256((FOLDER / "embedder.onnx").read_bytes()).hexdigest(),
        "threshold": float(threshold),
        "classes": [classes[i] for i in order],
        "bias": [float(f"{model.intercept_[i]:.5g}") for i in order],
        "weights": [[float(f"{w:.5g}") for w in model.coef_[i]] for i in order],
    }
    (ROOT / "models/emergency.json").write_text(json.dumps(head, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
