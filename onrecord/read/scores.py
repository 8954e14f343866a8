"""What the model says of a text, window by window and put together."""

import dataclasses
from collections.abc import Iterable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.read.subwords import CLASSIFY, SEPARATE, Encoded
from onrecord.read.windows import Window

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


@dataclasses.dataclass(frozen=True, slots=True)
class Input:
    """One window for the model: its pieces and feature rows, and where each word begins among them."""

    pieces: NDArray[np.int64]
    features: NDArray[np.int64]
    first: NDArray[np.int64]


@dataclasses.dataclass(frozen=True, slots=True)
class Scores:
    """The outputs over some words: (words, labels) for tags, (words, words) for pairs in `arc`, `cue` and `source`.

    `meaning` has a short vector a word, whose sum over a sentence tells what it means; a model in training has none.
    """

    attribution: Floats
    name: Floats
    sentence: Floats
    upos: Floats
    xpos: Floats
    child: Floats
    parent: Floats
    arc: Floats
    cue: Floats
    source: Floats
    meaning: Floats | None = None


class Model(Protocol):
    """Anything that can score windows: the ONNX session, or the model in training."""

    def score(self, inputs: list[Input]) -> Iterable[Scores]:
        """The scores of each window, in order; they may still be in the making when this returns."""
        ...


@dataclasses.dataclass(frozen=True, slots=True)
class Whole:
    """The scores of a whole text: tags put together, pairs kept by window."""

    attribution: Floats
    name: Floats
    sentence: Floats
    upos: Floats
    xpos: Floats
    child: Floats
    parent: Floats
    windows: list[Window]
    parts: list[Scores]
    stops: Numbers
    meaning: Floats | None = None

    def window_of(self, word: int) -> int:
        """The number of the window from which `word` was kept."""
        return int(np.searchsorted(self.stops, word, "right"))


TAGGED = ("attribution", "name", "sentence", "upos", "xpos", "child", "parent")


def inputs(encoded: Encoded, window: Window) -> Input:
    """The model's input for one window."""
    low, high = int(encoded.starts[window.begin]), int(encoded.starts[window.end])
    pieces = np.full(high - low + 2, SEPARATE, np.int64)
    pieces[0], pieces[1:-1] = CLASSIFY, encoded.pieces[low:high]
    rows = np.zeros(high - low + 2, np.int64)
    rows[1:-1] = encoded.features[low:high]
    return Input(pieces, rows, encoded.starts[window.begin : window.end] - low + 1)


def put_together(windows: list[Window], parts: list[Scores]) -> Whole:
    """One array a tagging head over the whole text, from each window what it keeps."""
    heads = (*TAGGED, "meaning") if all(part.meaning is not None for part in parts) else TAGGED
    joined = {
        head: np.concatenate(
            [
                getattr(part, head)[window.keep - window.begin : window.stop - window.begin]
                for window, part in zip(windows, parts, strict=True)
            ]
        )
        for head in heads
    }
    stops = np.array([window.stop for window in windows], np.int64)
    return Whole(**joined, windows=windows, parts=parts, stops=stops)
