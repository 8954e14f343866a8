"""The weights as the package ships them: an int8 ONNX graph, the decoder's tables, the tokenizer."""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.read import session
from training import graph
from training.encoder import pretrained
from training.fuse import fused
from training.heads import Reader

LARGE = ("qkv.weight", "out.weight", "up.weight", "down.weight")
"""The encoder's matrices go to int8; the heads are small and stay as they are."""


def export(model: Reader, out: Path, xpos: list[str], relations: list[str], lemmas: dict[str, str]) -> None:
    """Write `model` into the folder `out`, each file put in place whole."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent) as name:
        folder = Path(name)
        graph.build(model, folder / "full.onnx")
        quantize(folder / "full.onnx", folder / "small.onnx")
        onnx.save(fused(onnx.load(str(folder / "small.onnx"))), str(folder / session.MODEL))
        np.savez(folder / session.DECODER, **_decoder(model))
        (folder / session.LEMMAS).write_text(json.dumps(lemmas, indent=0, ensure_ascii=False) + "\n", "utf-8")
        label(folder, xpos, relations)
        shutil.copy(pretrained() / "tokenizer.json", folder / session.TOKENIZER)
        for file in (session.MODEL, session.DECODER, session.LABELS, session.LEMMAS, session.TOKENIZER):
            (folder / file).replace(out / file)


def label(folder: Path, xpos: list[str], relations: list[str]) -> str:
    """Write the open inventories beside the other files, with the version that all of them make together."""
    with np.load(folder / session.DECODER) as arrays:
        tables = [arrays[name].tobytes() for name in arrays.files]
    lemmas = json.loads((folder / session.LEMMAS).read_text("utf-8"))
    said = json.dumps([xpos, relations, lemmas], ensure_ascii=False).encode()
    version = _digest([(folder / session.MODEL).read_bytes(), *tables, said])
    labels = {"version": version, "xpos": xpos, "relations": relations}
    (folder / session.LABELS).write_text(json.dumps(labels, indent=1) + "\n", "utf-8")
    return version


def quantize(source: Path, target: Path) -> None:
    """Per-channel int8 weights of the encoder's matrices; activations are scaled as they come."""
    made = onnx.load(str(source))
    skipped = [
        node.name for node in made.graph.node if node.op_type == "MatMul" and not node.input[1].startswith(LARGE)
    ]
    quantize_dynamic(
        str(source),
        str(target),
        op_types_to_quantize=["MatMul", "Attention"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=skipped,
        extra_options={"MatMulConstBOnly": True, "EnableSubgraph": False, "DefaultTensorType": TensorProto.FLOAT},
    )


def _decoder(model: Reader) -> dict[str, NDArray[np.float32]]:
    return {
        "steps": model.chain.steps.detach().cpu().float().numpy(),
        "relation_weight": model.relation.weight.detach().cpu().float().numpy().T,
        "relation_bias": model.relation.bias.detach().cpu().float().numpy(),
    }


def _digest(parts: list[bytes]) -> str:
    """Names what the reader says of a text: everything but the tokenizer, which does not change."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part)
    return whole.hexdigest()[:12]
