"""The reader as an ONNX graph whose products with weights are all of integers, one pair per run.

Each input of a linear layer is turned by a Hadamard matrix in blocks, which spreads what single dimensions hold over its block (QuaRot,
Ashkboos et al. 2024), and rounded token by token to int8; the weights, turned the same way, have a scale for each output. What attention
gives is turned for free: the matrix is multiplied into the weights of the values. Each row of the word table has its own scale.
Operators beside ONNX's own are onnxruntime's (com.microsoft), which fuse what would otherwise pass through memory several times; its
fused addition and normalisation is left out, for it is slower than the two apart.
"""
import functools
import math

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

OWN = "com.microsoft"
HEADS, HEAD = 12, 32
TOKENS = 300  # longest pair
BLOCK = 128  # dimensions turned together; of what attention gives a head's


@functools.cache
def hadamard(size):
    """Orthonormal and symmetric."""
    h = torch.ones(1, 1)
    while len(h) < size:
        h = torch.cat([torch.cat([h, h], 1), torch.cat([h, -h], 1)])
    return h / math.sqrt(size)


def turned(x, block):
    """The last dimension's blocks times the Hadamard matrix; turning twice gives x back."""
    return (x.reshape(*x.shape[:-1], -1, block) @ hadamard(block)).reshape(x.shape)


def linear_layers(net):
    """Four products for each layer of the encoder: name, weights (outputs × inputs), bias, dimensions of the inputs that are turned together."""
    for i, layer in enumerate(net.encoder.encoder.layer):
        own, after = layer.attention.self, layer.attention.output.dense
        value = turned(own.value.weight.T, HEAD).T, turned(own.value.bias, HEAD)
        yield f"{i}.asked", torch.cat([own.query.weight, own.key.weight, value[0]]), torch.cat([own.query.bias, own.key.bias, value[1]]), BLOCK
        yield f"{i}.values", after.weight, after.bias, HEAD
        yield f"{i}.wide", layer.intermediate.dense.weight, layer.intermediate.dense.bias, BLOCK
        yield f"{i}.narrow", layer.output.dense.weight, layer.output.dense.bias, BLOCK


class Graph:
    """Nodes, in order, and constants."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], {}, 0

    def constant(self, name, value):
        self.constants.setdefault(name, numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def add(self, op, *inputs, outputs=1, name=None, domain="", **attributes):
        self.count += 1
        names = [name] if name else [f"{op}_{self.count}_{k}" for k in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def array(self, name, tensor):
        return self.constant(name, tensor.detach().numpy())


def build(net, whole):
    """The graph: `input_ids` and `token_type_ids` (1 × tokens) to `answerable` (1), `support` (1 × 3) and `span` (1 × tokens × 2).

    `whole` gives for each name of `linear_layers` int8 weights (outputs × inputs, turned) and a scale for each output.
    """
    g = Graph()
    last = g.constant("last", np.array([-1], dtype=np.int64))
    count = g.add("Slice", g.add("Shape", "input_ids"), g.constant("one", np.array([1], dtype=np.int64)), g.constant("two", np.array([2], dtype=np.int64)))
    middles = g.add("ConstantOfShape", count, value=helper.make_tensor("middle_value", TensorProto.UINT8, [1], [128]))
    middle = g.constant("middle", np.array(128, dtype=np.uint8))
    unit = g.constant("unit", np.array(1, dtype=np.float32))
    most = g.constant("most", np.array(1 / 127, dtype=np.float32))
    least = g.constant("least", np.array(1e-9, dtype=np.float32))

    def turn(x, size):
        blocks = g.add("Reshape", x, g.constant("blocks", np.array([-1, BLOCK], dtype=np.int64)))
        return g.add("Reshape", g.add("MatMul", blocks, g.array("turn", hadamard(BLOCK))), g.constant(f"rows_{size}", np.array([1, -1, size], dtype=np.int64)))

    def in_whole_numbers(x):
        """Rounded, with the scale of each token."""
        above = g.add("ReduceMax", x, last, keepdims=1)
        below = g.add("Neg", g.add("ReduceMin", x, last, keepdims=1))
        scale = g.add("Mul", g.add("Max", above, below, least), most)
        return g.add("QuantizeLinear", x, g.add("Reshape", scale, last), middles, axis=1), scale

    def product(x, scale, name, biased=False):
        weights, scales = whole[name]
        made = g.add("MatMulIntegerToFloat", x, g.constant(f"{name}.weight", weights.numpy().T), unit, g.array(f"{name}.scale", scales), middle, domain=OWN)
        made = g.add("Mul", made, scale)
        return g.add("Add", made, biases[name]) if biased else made

    def normed(x, norm, name):
        return g.add("LayerNormalization", x, g.array(f"{name}.weight", norm.weight), g.array(f"{name}.bias", norm.bias), axis=-1, epsilon=norm.eps)

    at = net.encoder.embeddings
    words = at.word_embeddings.weight.detach()
    scale = words.abs().amax(1, keepdim=True) / 127
    g.constant("words", torch.round(words / scale).clamp(-127, 127).to(torch.int8).numpy())
    row = g.add("Cast", g.add("Gather", "words", "input_ids"), to=TensorProto.FLOAT)
    x = g.add("Mul", row, g.add("Gather", g.array("words_scale", scale), "input_ids"))
    first = g.constant("first", np.array([0], dtype=np.int64))
    x = g.add("Add", x, g.add("Slice", g.array("places", at.position_embeddings.weight[:TOKENS]), first, count))
    x = g.add("Add", x, g.add("Gather", g.array("types", at.token_type_embeddings.weight), "token_type_ids"))
    x = normed(x, at.LayerNorm, "words_norm")
    biases = {name: g.array(f"{name}.bias", bias) for name, _, bias, _ in linear_layers(net)}
    for i, layer in enumerate(net.encoder.encoder.layer):
        asked, scale = in_whole_numbers(turn(x, 384))
        parts = g.add("Split", product(asked, scale, f"{i}.asked", biased=True), outputs=3, axis=-1, num_outputs=3)
        values = g.add("MultiHeadAttention", *parts, domain=OWN, num_heads=HEADS)
        values, scale = in_whole_numbers(values)
        x = normed(g.add("Add", x, product(values, scale, f"{i}.values", biased=True)), layer.attention.output.LayerNorm, f"{i}.norm")
        wide, scale = in_whole_numbers(turn(x, 384))
        wide = g.add("BiasGelu", product(wide, scale, f"{i}.wide"), biases[f"{i}.wide"], domain=OWN)
        wide, scale = in_whole_numbers(turn(wide, 1536))
        x = normed(g.add("Add", x, product(wide, scale, f"{i}.narrow", biased=True)), layer.output.LayerNorm, f"{i}.out_norm")
    heads = g.add("Gemm", g.add("Gather", x, g.constant("zero", np.array(0, dtype=np.int64)), axis=1), g.array("heads", net.heads.weight), g.array("heads.bias", net.heads.bias), transB=1)
    g.add("Slice", heads, first, g.constant("heads_1", np.array([1], dtype=np.int64)), "heads_1", name="answerable_column")
    g.add("Reshape", "answerable_column", last, name="answerable")
    g.add("Slice", heads, "heads_1", g.constant("heads_4", np.array([4], dtype=np.int64)), "heads_1", name="support")
    g.add("Add", g.add("MatMul", x, g.array("span.weight", net.span.weight.T)), g.array("span.bias", net.span.bias), name="span")

    ids = [helper.make_tensor_value_info(n, TensorProto.INT64, [1, "tokens"]) for n in ("input_ids", "token_type_ids")]
    out = [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in (("answerable", [1]), ("support", [1, 3]), ("span", [1, "tokens", 2]))]
    graph = helper.make_graph(g.nodes, "reader", ids, out, list(g.constants.values()))
    return helper.make_model(graph, ir_version=10, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(OWN, 1)])
