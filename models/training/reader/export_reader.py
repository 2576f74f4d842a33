"""Export the reader to int8 ONNX, with a probe set of float scores.

usage: python export_reader.py CHECKPOINT.pt OUT_DIR WORK
Writes reader.onnx and probe.json (this folder's probes with the float scores). Prints size, sha256 and the largest
difference of a probability between float and int8, over the probes and over rows of WORK that tune. Two minutes.

Every product of the encoder is one of integers. The input of a layer is turned in blocks of 128 by a Hadamard matrix, which
spreads what single dimensions hold over its block (QuaRot, Ashkboos et al. 2024), and rounded token by token to int8; the weights are turned
the same way and rounded column by column, each rounding error made up for by the weights that are not rounded yet (GPTQ,
Frantar et al. 2023) on passages that the reader was trained on. Each row of the word table has its own scale.
"""
import gzip
import hashlib
import json
import math
import pathlib
import random
import sys
import tempfile

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import TensorProto, helper, numpy_helper

from reader_net import Reader, pair, stack

HERE = pathlib.Path(__file__).parent
NAMES = ["input_ids", "attention_mask", "token_type_ids"]
BLOCK = 128
CALIBRATION, CHECKED = 160, 200  # rows to fit the rounding on, and rows to check it with
DAMP = 0.01  # of the mean of the inputs' squares, as GPTQ's authors


def hadamard(size):
    """Orthonormal and symmetric."""
    h = torch.ones(1, 1)
    while len(h) < size:
        h = torch.cat([torch.cat([h, h], 1), torch.cat([h, -h], 1)])
    return h / math.sqrt(size)


TURN = hadamard(BLOCK)


def turned(x):
    """The last dimension's blocks times the Hadamard matrix; turning twice gives x back."""
    return (x.reshape(*x.shape[:-1], -1, BLOCK) @ TURN).reshape(x.shape)


def rows(path, count):
    with gzip.open(path, "rt") as file:
        found = [json.loads(line) for line in file]
    return [(r["a"], r["title"], r["text"]) for r in random.Random(9).sample(found, count)]


@torch.no_grad()
def gathered(model, texts):
    """For each linear layer of the encoder, the sum of its turned inputs' outer products."""
    sums, hooks = {}, []
    for name, layer in model.encoder.named_modules():
        if not isinstance(layer, torch.nn.Linear):
            continue
        sums[name] = torch.zeros(layer.in_features, layer.in_features)

        def add(_, inputs, name=name):
            x = turned(inputs[0].reshape(-1, inputs[0].shape[-1]))
            sums[name] += x.T @ x

        hooks.append(layer.register_forward_pre_hook(add))
    for one in texts:
        model(*stack([pair(*one)]))
    for hook in hooks:
        hook.remove()
    return sums


def rounded(weight, outer):
    """Turned weights (outputs × inputs) as int8 with a scale for each output."""
    w = turned(weight)
    scale = w.abs().amax(1, keepdim=True) / 127
    outer = outer + DAMP * outer.diag().mean() * torch.eye(len(outer))
    inverse = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(outer)), upper=True)
    whole = torch.zeros_like(w)
    for i in range(w.shape[1]):
        whole[:, i:i + 1] = torch.round(w[:, i:i + 1] / scale).clamp(-127, 127)
        error = (w[:, i:i + 1] - whole[:, i:i + 1] * scale) / inverse[i, i]
        w[:, i + 1:] -= error @ inverse[i:i + 1, i + 1:]
    return whole.to(torch.int8), scale[:, 0]


class Graph:
    """Nodes that are put in place of one node."""

    def __init__(self, graph):
        self.graph, self.made = graph, []

    def constant(self, name, value):
        self.graph.initializer.append(numpy_helper.from_array(value, name))
        return name

    def add(self, op, inputs, name, **attributes):
        self.made.append(helper.make_node(op, inputs, [name], **attributes))
        return name

    def replace(self, node):
        at = list(self.graph.node).index(node)
        self.graph.node.remove(node)
        for i, one in enumerate(self.made):
            self.graph.node.insert(at + i, one)
        self.made = []


def shrink_words(model):
    """The word table as int8 with one scale a row."""
    graph = Graph(model.graph)
    tables = {i.name: i for i in model.graph.initializer if list(i.dims) == [30522, 384]}
    node = next(n for n in model.graph.node if n.op_type == "Gather" and n.input[0] in tables)
    words = numpy_helper.to_array(tables[node.input[0]])
    scale = (np.abs(words).max(1, keepdims=True) / 127).astype(np.float32)
    model.graph.initializer.remove(tables[node.input[0]])
    graph.constant("words", np.clip(np.round(words / scale), -127, 127).astype(np.int8))
    graph.constant("words_scale", scale)
    graph.add("Gather", ["words", node.input[1]], "words_int")
    graph.add("Cast", ["words_int"], "words_float", to=TensorProto.FLOAT)
    graph.add("Gather", ["words_scale", node.input[1]], "words_scales")
    graph.add("Mul", ["words_float", "words_scales"], node.output[0])
    graph.replace(node)


def whole_products(model, net, sums):
    """Each product with a linear layer's weights as one of integers."""
    layers = {layer.weight.detach().numpy().T.tobytes(): (name, layer) for name, layer in net.encoder.named_modules() if isinstance(layer, torch.nn.Linear)}
    stored = {i.name: i for i in model.graph.initializer}
    graph = Graph(model.graph)
    graph.constant("turn", TURN.numpy())
    graph.constant("middle", np.array(128, dtype=np.uint8))
    graph.constant("middle_float", np.array(128, dtype=np.float32))
    graph.constant("most", np.array(1 / 127, dtype=np.float32))
    graph.constant("least", np.array(1e-9, dtype=np.float32))
    inputs, left = set(), set(sums)
    for node in [n for n in model.graph.node if n.op_type == "MatMul" and n.input[1] in stored]:
        x, weights = node.input
        found = layers.get(numpy_helper.to_array(stored[weights]).tobytes())
        if found is None:
            continue
        name, layer = found
        if x not in inputs:  # query, key and value share theirs
            inputs.add(x)
            size = layer.in_features
            blocks = graph.constant(f"{x}_blocks", np.array([0, 0, size // BLOCK, BLOCK], dtype=np.int64))
            flat = graph.constant(f"{x}_flat", np.array([0, 0, size], dtype=np.int64))
            graph.add("Reshape", [x, blocks], f"{x}_in_blocks")
            graph.add("MatMul", [f"{x}_in_blocks", "turn"], f"{x}_turned_blocks")
            graph.add("Reshape", [f"{x}_turned_blocks", flat], f"{x}_turned")
            graph.add("Abs", [f"{x}_turned"], f"{x}_size")
            graph.add("ReduceMax", [f"{x}_size"], f"{x}_largest", axes=[-1], keepdims=1)
            graph.add("Max", [f"{x}_largest", "least"], f"{x}_some")
            graph.add("Mul", [f"{x}_some", "most"], f"{x}_scale")
            graph.add("Div", [f"{x}_turned", f"{x}_scale"], f"{x}_scaled")
            graph.add("Round", [f"{x}_scaled"], f"{x}_round")
            graph.add("Add", [f"{x}_round", "middle_float"], f"{x}_shifted")
            graph.add("Cast", [f"{x}_shifted"], f"{x}_whole", to=TensorProto.UINT8)
        whole, scale = rounded(layer.weight.detach(), sums[name])
        graph.constant(f"{weights}_whole", np.ascontiguousarray(whole.numpy().T))
        graph.constant(f"{weights}_scale", scale.numpy())
        graph.add("MatMulInteger", [f"{x}_whole", f"{weights}_whole", "middle"], f"{node.output[0]}_whole")
        graph.add("Cast", [f"{node.output[0]}_whole"], f"{node.output[0]}_float", to=TensorProto.FLOAT)
        graph.add("Mul", [f"{node.output[0]}_float", f"{x}_scale"], f"{node.output[0]}_rows")
        graph.add("Mul", [f"{node.output[0]}_rows", f"{weights}_scale"], node.output[0])
        graph.replace(node)
        model.graph.initializer.remove(stored.pop(weights))
        left.remove(name)
    assert not left, f"still float: {left}"


def feed(asked, title, text):
    """The inputs of the exported network for one pair."""
    ids, passage, *_ = pair(asked, title, text)
    x = np.array([ids], dtype=np.int64)
    return {"input_ids": x, "attention_mask": np.ones_like(x), "token_type_ids": (np.arange(len(ids)) >= passage).astype(np.int64)[None]}


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def probabilities(session, texts):
    """Answerable; not, partly, supported."""
    answerable, support, _ = session.run(None, feed(*texts))
    e = np.exp(support[0] - support[0].max())
    return np.array([1 / (1 + np.exp(-answerable[0])), *(e / e.sum())])


def main(checkpoint, out, work):
    out, work = pathlib.Path(out), pathlib.Path(work)
    out.mkdir(parents=True, exist_ok=True)
    net = Reader()
    net.load_state_dict(torch.load(checkpoint)["model"])
    net.eval()
    x = torch.ones(2, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        full = f"{folder}/float.onnx"
        torch.onnx.export(net, (x, torch.ones_like(x), torch.zeros_like(x)), full, opset_version=17, dynamo=False,
                          input_names=NAMES, output_names=["answerable", "support", "span"],
                          dynamic_axes={**{n: {0: "batch", 1: "tokens"} for n in NAMES}, "answerable": {0: "batch"}, "support": {0: "batch"}, "span": {0: "batch", 1: "tokens"}})
        small = onnx.load(full)
        shrink_words(small)
        whole_products(small, net, gathered(net, rows(work / "written.train.jsonl.gz", CALIBRATION)))
        onnx.save(small, str(out / "reader.onnx"))
        exact, quick = ort.InferenceSession(full), ort.InferenceSession(str(out / "reader.onnx"))
    probes = json.loads((HERE / "probe.json").read_text())
    texts = {"the probes": [(p["asked"], p["title"], p["text"]) for p in probes], "rows that tune": rows(work / "written.dev.jsonl.gz", CHECKED)}
    print("reader.onnx", (out / "reader.onnx").stat().st_size, sha256(out / "reader.onnx"))
    for name, some in texts.items():
        off = [np.abs(probabilities(exact, one) - probabilities(quick, one)).max() for one in some]
        print(f"float against int8 over {len(off)} of {name}: largest difference of a probability {max(off):.4f}, of 95 % {np.quantile(off, 0.95):.4f}, mean {np.mean(off):.4f}")
    for probe, one in zip(probes, texts["the probes"]):
        probe["float"] = [round(float(p), 5) for p in probabilities(exact, one)]
    (out / "probe.json").write_text(json.dumps(probes, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:4])
