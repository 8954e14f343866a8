"""The graph of fast operators says what the exported one says, where torch and onnx are installed."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is needed for training only")
onnx = pytest.importorskip("onnx", reason="onnx is needed for training only")

from onnxruntime import InferenceSession  # noqa: E402

from onrecord.read import session  # noqa: E402
from training import graph  # noqa: E402
from training.export import quantize  # noqa: E402
from training.fuse import fused  # noqa: E402
from training.heads import Reader, Sizes  # noqa: E402


def test_the_fused_graph_gives_the_same_scores_without_asking_which_pieces_are_there(tmp_path: Path) -> None:
    torch.manual_seed(1)
    graph.build(Reader(Sizes(depth=2, xpos=5, relations=4)).eval(), tmp_path / "full.onnx")
    quantize(tmp_path / "full.onnx", tmp_path / "small.onnx")
    before = (tmp_path / "small.onnx").read_bytes()
    after = fused(onnx.load_from_string(before)).SerializeToString()
    wanted, given = _scores(before), _scores(after)
    assert len(after) < len(before) * 1.01
    for one, other in zip(wanted, given, strict=True):
        assert np.abs(one - other).mean() < 0.01 * np.abs(one).mean()


def _scores(model: bytes) -> list[np.ndarray]:
    rng = np.random.default_rng(0)
    feed = {
        "pieces": rng.integers(1000, 30000, (1, 40)),
        "features": rng.integers(0, 90, (1, 40)),
        "present": np.ones((1, 40), np.int32),
        "first": np.arange(1, 39),
    }
    run = InferenceSession(model, providers=["CPUExecutionProvider"], disabled_optimizers=session.SLOWER)
    asked = {one.name for one in run.get_inputs()}
    assert asked == set(feed) or asked == set(feed) - {"present"}
    return run.run(None, {name: feed[name] for name in asked})
