"""The exported graph in those of onnxruntime's operators that take least time, with the same weights."""

from collections.abc import Iterator

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, helper, numpy_helper

from training.encoder import HEADS, WIDTH
from training.graph import FUSED

QUANTIZED = "DynamicQuantizeMatMul"


def fused(model: ModelProto) -> ModelProto:
    """The quantized graph with other operators; its input `present` goes, for no window is padded.

    On one core of a Xeon with 250 pieces, onnxruntime 1.31: SkipLayerNormalization 1.0 ms, sum and LayerNormalization
    0.1; QAttention 2.1, three products and MultiHeadAttention 1.8; BiasGelu 0.7, Gelu 0.3 with the bias in the product.
    """
    turn = _Turn(model)
    nodes = [new for node in model.graph.node for new in turn.instead(node)]
    nodes = _in_order([node for node in nodes if node.name not in turn.gone], _given(model) | set(turn.new))
    used = {name for node in nodes for name in node.input}
    kept = [one for one in model.graph.initializer if one.name in used] + list(turn.new.values())
    inputs = [one for one in model.graph.input if one.name in used]
    made = helper.make_graph(nodes, model.graph.name, inputs, list(model.graph.output), kept)
    return helper.make_model(made, opset_imports=list(model.opset_import), ir_version=model.ir_version)


class _Turn:
    """What stands for each node, which nodes go with it, and the weights that it brings."""

    def __init__(self, model: ModelProto) -> None:
        self.new: dict[str, onnx.TensorProto] = {}
        self.gone: set[str] = set()
        self._weights = {one.name: one for one in model.graph.initializer}
        self._by = {name: node for node in model.graph.node for name in node.output}

    def instead(self, node: NodeProto) -> Iterator[NodeProto]:
        """The nodes in the place of one."""
        if node.op_type == "SkipLayerNormalization":
            yield from self._normed(node)
        elif node.op_type == "BiasGelu":
            product, bias = node.input
            yield self._product(product, bias)
            yield helper.make_node("Gelu", [product], node.output, name=node.name, domain=FUSED)
        elif node.op_type == "QAttention":
            yield from self._attention(node)
        else:
            yield node

    def _normed(self, node: NodeProto) -> Iterator[NodeProto]:
        product, before, scale, shift, bias = node.input
        total = f"{node.name}_sum"
        yield self._product(product, bias)
        yield helper.make_node("Add", [product, before], [total], name=total)
        yield helper.make_node(
            "LayerNormalization", [total, scale, shift], node.output, name=node.name, axis=-1, epsilon=1e-12
        )

    def _product(self, name: str, bias: str) -> NodeProto:
        """Five nodes that make one product, as one that adds the bias too."""
        scaled = self._by[name]
        cast, scales = (self._by[one] for one in scaled.input)
        whole = self._by[cast.input[0]]
        small = self._by[whole.input[0]]
        self.gone |= {one.name for one in (scaled, cast, scales, whole, small)}
        (scale,) = set(scales.input) - set(small.output)
        inputs = [small.input[0], whole.input[1], scale, self._zeros(whole.input[3]), bias]
        return helper.make_node(QUANTIZED, inputs, [name], name=f"{name}_quantized", domain=FUSED)

    def _attention(self, node: NodeProto) -> Iterator[NodeProto]:
        x, weight, bias, x_scale, scale, _, x_zero, zero = list(node.input)[:8]
        self._zeros(zero)
        parts = []
        for at, name in enumerate(f"{node.name}_{one}" for one in ("query", "key", "value")):
            own = slice(at * WIDTH, (at + 1) * WIDTH)
            split = [self._keep(f"{name}_{kind}", self._array(whole)[..., own]) for kind, whole in
                     (("weight", weight), ("scale", scale), ("bias", bias))]  # fmt: skip
            inputs = [x, split[0], x_scale, split[1], x_zero, "", split[2]]
            yield helper.make_node("MatMulIntegerToFloat", inputs, [name], name=name, domain=FUSED)
            parts.append(name)
        yield helper.make_node("MultiHeadAttention", parts, node.output, name=node.name, domain=FUSED, num_heads=HEADS)

    def _zeros(self, name: str) -> str:
        """No zero points: they are all nought, and products without them are faster."""
        if self._array(name).any():
            raise ValueError(f"{name} is not symmetric")
        return ""

    def _array(self, name: str) -> NDArray[np.generic]:
        return numpy_helper.to_array(self._weights[name])

    def _keep(self, name: str, values: NDArray[np.generic]) -> str:
        self.new[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name


def _given(model: ModelProto) -> set[str]:
    return {one.name for one in (*model.graph.input, *model.graph.initializer)} | {""}


def _in_order(nodes: list[NodeProto], known: set[str]) -> list[NodeProto]:
    """Each node after those it needs."""
    found: list[NodeProto] = []
    while nodes:
        ready = [node for node in nodes if known.issuperset(node.input)]
        if not ready:
            raise ValueError(f"{nodes[0].name} waits for what no node makes")
        found += ready
        known |= {name for node in ready for name in node.output}
        nodes = [node for node in nodes if not known.issuperset(node.output)]
    return found
