"""The trained model as an ONNX graph of onnxruntime's own fused operators."""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.encoder import HEADS, WIDTH
from training.heads import ARC, LINK, Reader

FUSED = "com.microsoft"
LINEAR = ("attribution", "name", "sentence", "upos", "xpos", "root", "no_source", "child", "parent")
PAIRS = {"arc": ARC, "cue": LINK, "source": LINK}
OWN = {"arc": "root", "source": "no_source"}
"""Pairs whose diagonal is a score of its own: no head, no source."""


class Graph:
    """Nodes and weights as they are added."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: dict[str, onnx.TensorProto] = {}

    def weight(self, name: str, values: NDArray[Any]) -> str:
        """Keep an array under a name."""
        self.weights[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def add(self, kind: str, *inputs: str, outputs: int = 1, fused: bool = False, **settings: Any) -> Any:
        """A node; returns the name of its output, or their list."""
        name = f"{kind}_{len(self.nodes)}"
        names = [f"{name}_{at}" for at in range(outputs)]
        domain = FUSED if fused else ""
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=name, domain=domain, **settings))
        return names[0] if outputs == 1 else names


def build(model: Reader, path: Path) -> None:
    """Write the graph of `model`: one window in, the scores of every head out."""
    graph = Graph()
    state = {name: value.detach().float().cpu().numpy() for name, value in model.state_dict().items()}
    vectors = _encoder(graph, state, model.sizes.depth)
    outputs = _heads(graph, state, vectors)
    for name, output in outputs.items():
        graph.nodes.append(helper.make_node("Identity", [output], [name]))
    kinds = {"pieces": TensorProto.INT64, "features": TensorProto.INT64, "present": TensorProto.INT32}
    inputs = [helper.make_tensor_value_info(name, kind, [1, "pieces"]) for name, kind in kinds.items()]
    inputs.append(helper.make_tensor_value_info("first", TensorProto.INT64, ["words"]))
    shown = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", None]) for name in outputs]
    made = helper.make_graph(graph.nodes, "reader", inputs, shown, list(graph.weights.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    onnx.save(helper.make_model(made, opset_imports=opsets, ir_version=9), str(path))


def _encoder(graph: Graph, state: dict[str, NDArray[Any]], depth: int) -> str:
    x = _embedded(graph, state)
    for at in range(depth):
        x = _layer(graph, x, at, {name: state[f"encoder.layers.{at}.{name}"] for name in _LAYER})
    return x


_LAYER = tuple(
    f"{part}.{kind}" for part in ("qkv", "out", "norm_1", "up", "down", "norm_2") for kind in ("weight", "bias")
)


def _embedded(graph: Graph, state: dict[str, NDArray[Any]]) -> str:
    table = state["encoder.pieces.weight"]
    scale = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-8).astype(np.float32)
    small = graph.weight("pieces_int8", np.round(table / scale).astype(np.int8))
    rows = graph.add("Cast", graph.add("Gather", small, "pieces"), to=TensorProto.FLOAT)
    x = graph.add("Mul", rows, graph.add("Gather", graph.weight("pieces_scale", scale), "pieces"))
    table = graph.weight("feature_table", state["encoder.features.weight"])
    x = graph.add("Add", x, graph.add("Gather", table, "features"))
    zero, one, two = (graph.weight(f"at_{n}", np.array([n], np.int64)) for n in range(3))
    time = graph.add("Slice", graph.add("Shape", "pieces"), one, two)
    places = graph.weight("positions", state["encoder.positions.weight"][:264])
    x = graph.add("Add", x, graph.add("Slice", places, zero, time, zero))
    scale_, shift = (graph.weight(f"norm_{k}", state[f"encoder.norm.{k}"]) for k in ("weight", "bias"))
    return str(graph.add("LayerNormalization", x, scale_, shift, axis=-1, epsilon=1e-12))


def _layer(graph: Graph, x: str, at: int, own: dict[str, NDArray[Any]]) -> str:
    def kept(name: str, turned: bool = False) -> str:
        return graph.weight(f"{name}_{at}", own[name].T if turned else own[name])

    def matrix(name: str) -> str:
        return kept(f"{name}.weight", turned=True)

    mixed = graph.add("Attention", x, matrix("qkv"), kept("qkv.bias"), "present", fused=True, num_heads=HEADS)
    mixed = graph.add("MatMul", mixed, matrix("out"))
    x = _normed(graph, mixed, x, kept("norm_1.weight"), kept("norm_1.bias"), kept("out.bias"))
    inner = graph.add("BiasGelu", graph.add("MatMul", x, matrix("up")), kept("up.bias"), fused=True)
    inner = graph.add("MatMul", inner, matrix("down"))
    return _normed(graph, inner, x, kept("norm_2.weight"), kept("norm_2.bias"), kept("down.bias"))


def _normed(graph: Graph, new: str, x: str, scale: str, shift: str, bias: str) -> str:
    return str(graph.add("SkipLayerNormalization", new, x, scale, shift, bias, fused=True, epsilon=1e-12))


def _heads(graph: Graph, state: dict[str, NDArray[Any]], vectors: str) -> dict[str, str]:
    flat = graph.add("Reshape", vectors, graph.weight("flat", np.array([-1, WIDTH])))
    words = graph.add("Gather", flat, "first")
    parts = [*LINEAR, *(f"{pair}.{side}" for pair in PAIRS for side in ("one", "other"))]
    matrix = np.concatenate([state[f"{part}.weight"] for part in parts]).T
    bias = np.concatenate([state[f"{part}.bias"] for part in parts])
    all_ = graph.add("Add", graph.add("MatMul", words, graph.weight("heads", matrix)), graph.weight("heads_bias", bias))
    sizes = graph.weight("heads_sizes", np.array([state[f"{part}.weight"].shape[0] for part in parts]))
    split = dict(zip(parts, graph.add("Split", all_, sizes, outputs=len(parts), axis=-1), strict=True))
    outputs = {part: split[part] for part in LINEAR if part not in OWN.values()}
    for pair, width in PAIRS.items():
        scores = _pair(graph, state, pair, width, split[f"{pair}.one"], split[f"{pair}.other"])
        outputs[pair] = _diagonal(graph, scores, split[OWN[pair]]) if pair in OWN else scores
    return outputs


def _pair(graph: Graph, state: dict[str, NDArray[Any]], pair: str, width: int, one: str, other: str) -> str:
    one, other = graph.add("Gelu", one, fused=True), graph.add("Gelu", other, fused=True)
    between = state[f"{pair}.between.weight"].T / np.float32(np.sqrt(width))
    one = graph.add("MatMul", one, graph.weight(f"{pair}_between", between))
    alone = graph.add("MatMul", other, graph.weight(f"{pair}_alone", state[f"{pair}.alone.weight"].T))
    turned = graph.add("Transpose", other, perm=[1, 0])
    row = graph.add("Transpose", alone, perm=[1, 0])
    return str(graph.add("Add", graph.add("MatMul", one, turned), row))


def _diagonal(graph: Graph, scores: str, own: str) -> str:
    count = graph.add("Shape", "first")
    zero = graph.weight("number_0", np.array(0, np.int64))
    one = graph.weight("number_1", np.array(1, np.int64))
    places = graph.add("Range", zero, graph.add("Squeeze", count), one)
    rows = graph.add("Unsqueeze", places, graph.weight("axis_1", np.array([1])))
    columns = graph.add("Unsqueeze", places, graph.weight("axis_0", np.array([0])))
    return str(graph.add("Where", graph.add("Equal", rows, columns), own, scores))
