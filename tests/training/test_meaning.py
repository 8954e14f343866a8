"""The vectors of words: what is added to the graph says what was learned and leaves everything else as it was."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is needed for training only")
onnx = pytest.importorskip("onnx", reason="onnx is needed for training only")

from onnxruntime import InferenceSession  # noqa: E402

from onrecord.read import session  # noqa: E402
from training import graph, meaning  # noqa: E402
from training.encoder import WIDTH  # noqa: E402
from training.export import quantize  # noqa: E402
from training.fuse import fused  # noqa: E402
from training.heads import Reader, Sizes  # noqa: E402

DEPTH = max(meaning.DEPTHS)


@pytest.fixture
def exported(tmp_path: Path) -> "onnx.ModelProto":
    """A small reader as it is exported, without vectors."""
    torch.manual_seed(1)
    graph.build(Reader(Sizes(depth=DEPTH, xpos=5, relations=4)).eval(), tmp_path / "full.onnx")
    quantize(tmp_path / "full.onnx", tmp_path / "small.onnx")
    return fused(onnx.load(str(tmp_path / "small.onnx")))


def learned() -> "meaning.Summed":
    torch.manual_seed(2)
    model = meaning.Summed()
    torch.nn.init.normal_(model.weigh.weight, std=0.05)
    return model.eval()


def scores(model: "onnx.ModelProto") -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    feed = {
        "pieces": rng.integers(1000, 30000, (1, 40)),
        "features": rng.integers(0, 90, (1, 40)),
        "first": np.arange(1, 39),
    }
    run = InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"], disabled_optimizers=session.SLOWER
    )
    return dict(zip([one.name for one in run.get_outputs()], run.run(None, feed), strict=True))


def test_all_other_scores_stay_bit_for_bit(exported: "onnx.ModelProto") -> None:
    before, after = scores(exported), scores(meaning.added(exported, learned()))
    assert set(after) == {*before, meaning.OUTPUT}
    assert all(np.array_equal(before[name], after[name]) for name in before)


def test_the_vectors_are_the_weighed_and_turned_layers(exported: "onnx.ModelProto") -> None:
    model = learned()
    whole = meaning.added(exported, model)
    for layer in meaning.layers(exported):
        whole.graph.output.append(onnx.helper.make_tensor_value_info(layer, onnx.TensorProto.FLOAT, None))
    found = scores(whole)
    words = torch.from_numpy(np.concatenate([found[layer][0][1:39] for layer in meaning.layers(exported)], 1))
    with torch.inference_mode():
        wanted = (model.turn(words) * torch.sigmoid(model.weigh(words))).numpy()
    assert words.shape == (38, len(meaning.DEPTHS) * WIDTH)
    assert np.abs(found[meaning.OUTPUT] - wanted).mean() < 0.02 * np.abs(wanted).mean()  # int8


def test_taking_the_vectors_off_again_gives_the_graph_back(exported: "onnx.ModelProto") -> None:
    again = meaning.without(meaning.added(exported, learned()))
    assert again.SerializeToString() == exported.SerializeToString()


def test_what_is_learned_is_the_same_for_the_same_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    sample = [
        meaning.Stretch("a gate opens", rng.normal(size=(3, len(meaning.DEPTHS) * WIDTH)).astype(np.float16))
        for _ in range(2 * meaning.BATCH)
    ]
    given = rng.normal(size=(len(sample), WIDTH)).astype(np.float32)
    monkeypatch.setattr(meaning, "targets", lambda texts: given)  # the published encoder takes minutes
    one, other = (meaning.learn(sample, seed=5).state_dict() for _ in range(2))
    assert all(torch.equal(one[name], other[name]) for name in one)
