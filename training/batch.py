"""Windows put together as tensors."""

import dataclasses
import random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from onrecord.read.labels import ATTRIBUTION
from onrecord.read.subwords import CLASSIFY, MASKED, SEPARATE
from training.article import IGNORED, WORD_HEADS, Article
from training.windows import BATCH, Window, padded


@dataclasses.dataclass(frozen=True, slots=True)
class Batch:
    """Inputs (batch, pieces), words (batch, words), labels (batch, words) and trust (batch,) by head."""

    pieces: Tensor
    features: Tensor
    present: Tensor
    first: Tensor
    words: Tensor
    labels: dict[str, Tensor]
    trust: dict[str, Tensor]
    voiced: Tensor

    def to(self, device: torch.device) -> "Batch":
        """The same batch on another device."""
        labels = {key: value.to(device) for key, value in self.labels.items()}
        trust = {key: value.to(device) for key, value in self.trust.items()}
        names = ("pieces", "features", "present", "first", "words", "voiced")
        moved = {name: getattr(self, name).to(device) for name in names}
        return dataclasses.replace(self, labels=labels, trust=trust, **moved)


def collate(articles: list[Article], windows: list[Window], rng: random.Random, masked: float) -> Batch:
    """The batch of `windows`, a share `masked` of the words hidden from the encoder."""
    encoded = [articles[at].encoded for at, _, _, _ in windows]
    spans = [
        (int(one.starts[a]), int(one.starts[b]))
        for one, (_, _, a, b) in zip(encoded, windows, strict=True)
        if one is not None
    ]
    time = padded(max(b - a for a, b in spans) + 2)
    rows = BATCH // time
    width = -(-max(b - a for _, _, a, b in windows) // 32) * 32
    pieces, features = np.zeros((rows, time), np.int64), np.zeros((rows, time), np.int64)
    present, first = np.zeros((rows, time), bool), np.zeros((rows, width), np.int64)
    words = np.zeros((rows, width), bool)
    labels = {key: np.full((rows, width), IGNORED, np.int64) for key in (*WORD_HEADS, *_VOICE_HEADS)}
    noise = np.random.default_rng(rng.getrandbits(32))
    for row, (one, (at, voice, a, b)) in enumerate(zip(encoded, windows, strict=True)):
        assert one is not None
        lo, hi = spans[row]
        own = one.pieces[lo:hi].copy()
        own[np.repeat(noise.random(b - a) < masked, np.diff(one.starts[a : b + 1]))] = MASKED
        pieces[row, : hi - lo + 2] = [CLASSIFY, *own.tolist(), SEPARATE]
        features[row, 1 : hi - lo + 1] = one.features[lo:hi]
        present[row, : hi - lo + 2] = True
        first[row, : b - a] = one.starts[a:b] - lo + 1
        words[row, : b - a] = True
        _label(labels, row, articles[at], voice, a, b)
    turn = torch.from_numpy
    return Batch(
        turn(pieces),
        turn(features),
        turn(present),
        turn(first),
        turn(words),
        {key: turn(value) for key, value in labels.items()},
        {head: turn(_over(rows, [_trust(articles[at], head) for at, _, _, _ in windows])) for head in labels},
        turn(_over(rows, [float(bool(articles[at].voices)) for at, _, _, _ in windows]) > 0),
    )


def _over(rows: int, values: list[float]) -> NDArray[np.float32]:
    """One value a row, nothing for the rows that only fill the batch."""
    found = np.zeros(rows, np.float32)
    found[: len(values)] = values
    return found


TAUGHT = 0.5
"""Weight of a teacher's label against a gold one."""


def _trust(article: Article, head: str) -> float:
    return TAUGHT if head in article.taught else 1.0


_VOICE_HEADS = ("attribution", "cue", "source")


def _label(labels: dict[str, NDArray[np.int64]], row: int, article: Article, voice: int, a: int, b: int) -> None:
    for head, values in article.labels.items():
        own = values[a:b]
        labels[head][row, : b - a] = _within(own, a, b) if head == "head" else own
    if article.voices:
        one = article.voices[voice]
        labels["attribution"][row, : b - a] = one.tags[a:b]
        labels["cue"][row, : b - a] = _within(one.cue_of[a:b], a, b)
        labels["source"][row, : b - a] = _within(one.source_of[a:b], a, b)


def _within(values: NDArray[np.int64], a: int, b: int) -> NDArray[np.int64]:
    """Pointers made relative to the window; those that leave it are not asked."""
    return np.where((values >= a) & (values < b), values - a, IGNORED)


CUE_FIRST = ATTRIBUTION.index("B-cue")
SOURCE_FIRST = ATTRIBUTION.index("B-source")
