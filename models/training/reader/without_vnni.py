"""What processors without 8-bit dot products make of the shipped reader.

usage: OMP_NUM_THREADS=1 python without_vnni.py MODEL_FOLDER [PROBES]
x86 without VNNI multiplies bytes in pairs and adds each pair in 16 bits, where a sum over 32,767 is cut off; all else is exact. This runs
the network in numpy with and without that cut, over the first PROBES of probe.json, and prints how often a pair was cut and the
largest difference of a probability. Ten seconds a probe.
"""
import json
import math
import pathlib
import sys

import numpy as np
import onnx
from onnx.reference import ReferenceEvaluator
from onnx.reference.op_run import OpRun

from export_reader import HERE, feed, probabilities

OWN = "com.microsoft"
COLUMNS = 64  # worked on together
cut = {"on": False, "pairs": 0, "of": 0}


class MatMulIntegerToFloat(OpRun):
    op_domain = OWN

    def _run(self, x, w, x_scale, w_scale, middle):
        rows, w = x[0].astype(np.int32), w.astype(np.int32)
        out = np.empty((len(rows), w.shape[1]), dtype=np.float32)
        for c in range(0, w.shape[1], COLUMNS):
            part = w[:, c:c + COLUMNS]
            pairs = rows[:, 0::2, None] * part[None, 0::2] + rows[:, 1::2, None] * part[None, 1::2]
            if cut["on"]:
                cut["pairs"] += int((np.abs(pairs) > 32767).sum())
                cut["of"] += pairs.size
                pairs = np.clip(pairs, -32768, 32767)
            out[:, c:c + COLUMNS] = pairs.sum(axis=1) - int(middle) * part.sum(axis=0)
        return ((out * (x_scale * w_scale))[None].astype(np.float32),)


class MultiHeadAttention(OpRun):
    op_domain = OWN

    def _run(self, q, k, v, num_heads=None):
        q, k, v = (t.reshape(t.shape[1], num_heads, -1).transpose(1, 0, 2) for t in (q, k, v))
        s = q @ k.transpose(0, 2, 1) / math.sqrt(q.shape[-1])
        s = np.exp(s - s.max(-1, keepdims=True))
        out = (s / s.sum(-1, keepdims=True)) @ v
        return (out.transpose(1, 0, 2).reshape(1, out.shape[1], -1).astype(np.float32),)


class BiasGelu(OpRun):
    op_domain = OWN

    def _run(self, x, bias):
        x = x + bias
        return ((x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))).astype(np.float32),)


def main(folder, count=10):
    model = onnx.load(str(pathlib.Path(folder) / "reader.onnx"))
    network = ReferenceEvaluator(model, new_ops=[MatMulIntegerToFloat, MultiHeadAttention, BiasGelu])
    off = []
    for probe in json.loads((HERE / "probe.json").read_text())[:int(count)]:
        inputs = feed(probe["asked"], probe["title"], probe["text"])
        found = []
        for cut["on"] in (False, True):
            answerable, support, _ = network.run(None, inputs)
            found.append(probabilities(answerable[0], support[0]))
        off.append(np.abs(found[0] - found[1]).max())
    print(f"{cut['pairs']} of {cut['of']} pairs cut off; largest difference of a probability over {len(off)} probes {max(off):.5f}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
