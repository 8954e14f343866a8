"""The vectors of words whose sum tells what a sentence means: python -m training.meaning --shared ../shared

The published encoder, from which the reader's was trained, gives a sentence one vector. Here its place is taken by what
the reader's own layers hold anyway: each word's input and its middle layer, turned by one small matrix and weighed, so
that the sum over the words of a sentence comes near to the vector that the published encoder gives the sentence alone.
"""

import argparse
import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.read import chain, scores, session
from onrecord.read.labels import ATTRIBUTION
from onrecord.read.subwords import Subwords
from onrecord.read.windows import windows
from training.encoder import WIDTH, Encoder, pretrained
from training.export import label
from training.fuse import QUANTIZED
from training.graph import FUSED
from training.plain import from_text

OUTPUT: Final = "meaning"
SIZE: Final = 96
"""Numbers of a vector: of what tells the published vectors of our sentences apart 96 of 384 directions keep 0.97."""
DEPTHS: Final = (0, 3)
"""Layers of which it is made, 0 being the input. The last ones have forgotten what they need not mark: by itself the
sixth gives a correlation of 0.52 with the published likeness of sentences, the third 0.64, both of these 0.69; weighed
by word as here 0.76 (closed form without weights 0.69)."""
REPORTS: Final = 420
EPOCHS: Final = 4
BATCH: Final = 64
RATE: Final = 2e-3
SHORTEST, LONGEST = 4, 60
"""Words of a stretch that is learned from."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or the content of an attribution: its text and the vectors of its words, (words, layers * width)."""

    text: str
    words: NDArray[np.float16]


class Summed(nn.Module):
    """A weight and a short vector a word; their products are summed."""

    def __init__(self) -> None:
        super().__init__()
        self.turn = nn.Linear(len(DEPTHS) * WIDTH, SIZE, bias=False)
        self.weigh = nn.Linear(len(DEPTHS) * WIDTH, 1)
        nn.init.zeros_(self.weigh.weight)

    def forward(self, words: Tensor, present: Tensor) -> Tensor:
        """(batch, words, width) and which of them are there, to (batch, SIZE) of length 1."""
        weights = torch.sigmoid(self.weigh(words)) * present[..., None]
        return functional.normalize((self.turn(words) * weights).sum(1), dim=-1)


def give(shared: Path, weights: Path, *, seed: int) -> None:
    """Learn the vectors and add them to the graph in `weights`; every other score stays as it was, bit for bit."""
    model = without(onnx.load(str(weights / session.MODEL)))
    learned = learn(list(stretches(shared, model, weights, seed=seed)), seed=seed)
    onnx.save(added(model, learned), str(weights / session.MODEL))
    labels = json.loads((weights / session.LABELS).read_text("utf-8"))
    label(weights, labels["xpos"], labels["relations"])


def added(model: ModelProto, learned: Summed) -> ModelProto:
    """The graph with the output `meaning`, (words, SIZE)."""
    made = ModelProto()
    made.CopyFrom(model)
    state = {name: value.detach().float().numpy() for name, value in learned.state_dict().items()}
    matrix = np.concatenate([state["turn.weight"], state["weigh.weight"]]).T
    scale = np.maximum(np.abs(matrix).max(0) / 127, 1e-8).astype(np.float32)
    kept = {
        "matrix": np.round(matrix / scale).astype(np.int8),
        "scale": scale,
        "bias": np.append(np.zeros(SIZE, np.float32), state["weigh.bias"]),
        "sizes": np.array([SIZE, 1]),
        "rows": np.array([-1, WIDTH]),
    }
    made.graph.initializer.extend(
        numpy_helper.from_array(np.ascontiguousarray(value), f"{OUTPUT}_{name}") for name, value in kept.items()
    )
    made.graph.node.extend(_nodes(made))
    made.graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["words", SIZE]))
    return made


def _nodes(model: ModelProto) -> Iterator[onnx.NodeProto]:
    parts = []
    for depth, layer in zip(DEPTHS, layers(model), strict=True):
        flat, own = f"{OUTPUT}_flat_{depth}", f"{OUTPUT}_words_{depth}"
        yield helper.make_node("Reshape", [layer, f"{OUTPUT}_rows"], [flat], name=flat)
        yield helper.make_node("Gather", [flat, "first"], [own], name=own)
        parts.append(own)
    steps = (
        ("Concat", parts, ["both"], {"axis": -1}),
        (QUANTIZED, ["both", "matrix", "scale", "", "bias"], ["turned"], {"domain": FUSED}),
        ("Split", ["turned", "sizes"], ["vectors", "weighed"], {"axis": -1}),
        ("Sigmoid", ["weighed"], ["weights"], {}),
    )
    for kind, inputs, outputs, settings in steps:
        given = [one if one in parts or not one else f"{OUTPUT}_{one}" for one in inputs]
        made = [f"{OUTPUT}_{one}" for one in outputs]
        yield helper.make_node(kind, given, made, name=made[0], **settings)
    yield helper.make_node("Mul", [f"{OUTPUT}_vectors", f"{OUTPUT}_weights"], [OUTPUT], name=OUTPUT)


def without(model: ModelProto) -> ModelProto:
    """The graph without the output `meaning`, as it was exported."""
    made = ModelProto()
    made.CopyFrom(model)
    graph = made.graph
    for field in (graph.node, graph.initializer, graph.output):
        kept = [one for one in field if not (one.name == OUTPUT or one.name.startswith(f"{OUTPUT}_"))]
        del field[:]
        field.extend(kept)
    return made


def layers(model: ModelProto) -> list[str]:
    """The names of the vectors after the layers of DEPTHS: two norms a layer, and one of the input before them."""
    norms = [node.output[0] for node in model.graph.node if node.op_type == "LayerNormalization"]
    return [norms[2 * depth] for depth in DEPTHS]


def stretches(shared: Path, model: ModelProto, weights: Path, *, seed: int) -> Iterator[Stretch]:
    """Sentences and contents of attributions of a sample of the news, as the graph in `weights` marks them."""
    draw = random.Random(seed)
    with lzma.open(shared / "corpora" / "reports" / "mixed-10k.jsonl.xz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    draw.shuffle(texts)
    run, subwords = _session(model), Subwords(weights / session.TOKENIZER)
    decoder = session.decoder(weights)
    for text in texts[:REPORTS]:
        article, spans = from_text("news", "news", text)
        encoded = subwords.encode(article.words, article.breaks)
        for window in windows(encoded, article.breaks):
            given = scores.inputs(encoded, window)
            feed = {"pieces": given.pieces[None], "features": given.features[None], "first": given.first}
            names = ["sentence", "attribution", *layers(model)]
            sentence, tags, *vectors = run.run(names, feed)
            words = np.concatenate([layer[0][given.first] for layer in vectors], 1)
            for begin, end in _chosen(sentence, chain.likeliest([tags], decoder.steps, ATTRIBUTION)[0], draw):
                first, last = spans[window.begin + begin][0], spans[window.begin + end - 1][1]
                yield Stretch(text[first:last], words[begin:end].astype(np.float16))


def _session(model: ModelProto) -> InferenceSession:
    made = ModelProto()
    made.CopyFrom(model)
    for layer in layers(model):
        made.graph.output.append(helper.make_tensor_value_info(layer, TensorProto.FLOAT, [1, "pieces", WIDTH]))
    options = SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    options.log_severity_level = 3
    return InferenceSession(
        made.SerializeToString(), options, providers=["CPUExecutionProvider"], disabled_optimizers=session.SLOWER
    )


def _chosen(sentence: Floats, tags: NDArray[np.int64], draw: random.Random) -> Iterator[tuple[int, int]]:
    """Three whole sentences of a window, and three contents."""
    starts = [0, *(1 + np.flatnonzero(sentence[1:, 1] > sentence[1:, 0])).tolist(), len(sentence)]
    whole = list(pairwise(starts))[1:-1]
    contents = [(begin, end) for kind, begin, end in chain.stretches(tags).tolist() if kind == 2]
    for some in (whole, contents):
        fit = [(begin, end) for begin, end in some if SHORTEST <= end - begin <= LONGEST]
        yield from draw.sample(fit, min(3, len(fit)))


def targets(texts: list[str]) -> Floats:
    """What the published encoder gives each text alone: the mean over its pieces, of length 1."""
    tokenizer = Tokenizer.from_file(str(pretrained() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(128)
    encoder = Encoder(6)
    encoder.start_from(pretrained())
    encoder.eval()
    found = np.zeros((len(texts), WIDTH), np.float32)
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    with torch.inference_mode():
        for at in range(0, len(order), 32):
            rows = [tokenizer.encode(texts[one]).ids for one in order[at : at + 32]]
            pieces = nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)
            present = torch.arange(pieces.shape[1]) < torch.tensor([[len(row)] for row in rows])
            vectors = encoder(pieces, torch.zeros_like(pieces), present) * present[..., None]
            found[order[at : at + 32]] = functional.normalize(vectors.sum(1), dim=-1).numpy()
    return found


def learn(sample: list[Stretch], *, seed: int) -> Summed:
    """The matrix and weights under which sums come nearest to the published vectors in their SIZE main directions."""
    whole = targets([one.text for one in sample])
    main = np.linalg.svd(whole[:6000], full_matrices=False)[2][:SIZE].T
    wanted = functional.normalize(torch.from_numpy(whole @ main), dim=-1)
    torch.manual_seed(seed)
    model, order = Summed(), np.random.default_rng(seed)
    steps = EPOCHS * (len(sample) // BATCH)
    fit = torch.optim.AdamW(model.parameters(), RATE, weight_decay=1e-4)
    slower = torch.optim.lr_scheduler.LinearLR(fit, 1.0, 0.0, steps + 1)
    for _ in range(EPOCHS):
        mixed = order.permutation(len(sample))
        for at in range(0, len(sample) - BATCH + 1, BATCH):
            own = mixed[at : at + BATCH]
            loss = _loss(model(*_batch([sample[one] for one in own])), wanted[own])
            fit.zero_grad()
            loss.backward()
            fit.step()
            slower.step()
    return model.eval()


def _batch(some: list[Stretch]) -> tuple[Tensor, Tensor]:
    words = nn.utils.rnn.pad_sequence([torch.from_numpy(one.words).float() for one in some], batch_first=True)
    present = torch.arange(words.shape[1]) < torch.tensor([[len(one.words)] for one in some])
    return words, present.float()


def _loss(found: Tensor, wanted: Tensor) -> Tensor:
    """The distance of each from its own, and of all likenesses within the batch."""
    alike: Tensor = ((found @ found.T - wanted @ wanted.T) ** 2).mean()
    return ((found - wanted) ** 2).sum(1).mean() + 20 * alike


def main() -> None:
    """Give the shipped weights their vectors."""
    asked = argparse.ArgumentParser(prog="python -m training.meaning", description=__doc__)
    asked.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with corpora/")
    asked.add_argument("--weights", type=Path, default=Path("onrecord/read/weights"), help="folder of the weights")
    asked.add_argument("--seed", type=int, default=20261121, help="seed of the sample and of learning")
    asked.add_argument("--threads", type=int, default=torch.get_num_threads())
    given = asked.parse_args()
    torch.set_num_threads(given.threads)
    give(given.shared, given.weights, seed=given.seed)


if __name__ == "__main__":
    main()
