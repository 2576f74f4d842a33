"""Export the reader to int8 ONNX, with a probe set of float scores.

usage: python export_reader.py CHECKPOINT.pt OUT_DIR
Writes reader.onnx and probe.json (this folder's probes with the float scores). Prints size, sha256 and the largest
difference of a probability between float and int8 over the probes.

Weights are int8 in blocks of 32 with a scale each; activations stay float (MatMulNBits, accuracy level 1). Quantising activations
too, block by block (level 4), takes half the time and was off by up to 0.034; dynamic quantisation over whole tensors by up to
0.12. Each row of the word table has its own scale.
"""
import copy
import hashlib
import json
import pathlib
import sys
import tempfile

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

from reader_net import Reader, pair

HERE = pathlib.Path(__file__).parent
NAMES = ["input_ids", "attention_mask", "token_type_ids"]
BLOCK = 32


def feed(asked, title, text):
    ids, passage, *_ = pair(asked, title, text)
    x = np.array([ids], dtype=np.int64)
    return {"input_ids": x, "attention_mask": np.ones_like(x), "token_type_ids": (np.arange(len(ids)) >= passage).astype(np.int64)[None]}


def probabilities(session, probe):
    answerable, support, _ = session.run(None, feed(probe["asked"], probe["title"], probe["text"]))
    e = np.exp(support[0] - support[0].max())
    return [float(1 / (1 + np.exp(-answerable[0]))), *map(float, e / e.sum())]


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def shrink_words(model):
    """The word table as int8 with one scale a row."""
    graph = model.graph
    tables = {i.name: i for i in graph.initializer if list(i.dims) == [30522, 384]}
    node = next(n for n in graph.node if n.op_type == "Gather" and n.input[0] in tables)
    words = numpy_helper.to_array(tables[node.input[0]])
    scale = (np.abs(words).max(1, keepdims=True) / 127).astype(np.float32)
    graph.initializer.remove(tables[node.input[0]])
    graph.initializer.extend([numpy_helper.from_array(np.clip(np.round(words / scale), -127, 127).astype(np.int8), "words"),
                              numpy_helper.from_array(scale, "words_scale")])
    at = list(graph.node).index(node)
    graph.node.remove(node)
    made = [helper.make_node("Gather", ["words", node.input[1]], ["words_int"]),
            helper.make_node("Cast", ["words_int"], ["words_float"], to=TensorProto.FLOAT),
            helper.make_node("Gather", ["words_scale", node.input[1]], ["words_scales"]),
            helper.make_node("Mul", ["words_float", "words_scales"], [node.output[0]])]
    for i, one in enumerate(made):
        graph.node.insert(at + i, one)


def main(checkpoint, out):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    model = Reader()
    model.load_state_dict(torch.load(checkpoint)["model"])
    model.eval()
    x = torch.ones(2, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as work:
        full = f"{work}/float.onnx"
        torch.onnx.export(model, (x, torch.ones_like(x), torch.zeros_like(x)), full, opset_version=17, dynamo=False,
                          input_names=NAMES, output_names=["answerable", "support", "span"],
                          dynamic_axes={**{n: {0: "batch", 1: "tokens"} for n in NAMES}, "answerable": {0: "batch"}, "support": {0: "batch"}, "span": {0: "batch", 1: "tokens"}})
        small = onnx.load(full)
        shrink_words(small)
        quantizer = MatMulNBitsQuantizer(copy.deepcopy(small), bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=1)
        quantizer.process()
        onnx.save(quantizer.model.model, str(out / "reader.onnx"))
        exact, quick = ort.InferenceSession(full), ort.InferenceSession(str(out / "reader.onnx"))
        probes, off = json.loads((HERE / "probe.json").read_text()), []
        for probe in probes:
            probe["float"] = [round(p, 5) for p in probabilities(exact, probe)]
            off.append(max(abs(a - b) for a, b in zip(probe["float"], probabilities(quick, probe))))
        (out / "probe.json").write_text(json.dumps(probes, indent=1, ensure_ascii=False) + "\n")
    print("reader.onnx", (out / "reader.onnx").stat().st_size, sha256(out / "reader.onnx"))
    print("float against int8, largest difference of a probability:", round(max(off), 4), "mean", round(float(np.mean(off)), 4), "over", len(off), "pairs")


if __name__ == "__main__":
    main(*sys.argv[1:3])
