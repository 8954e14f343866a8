"""Words cut into the encoder's word pieces, each distinct word once."""

import dataclasses
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.read import features

UNKNOWN: Final = 100
CLASSIFY: Final = 101
SEPARATE: Final = 102
MASKED: Final = 103
LONGEST: Final = 12
"""Pieces kept of one word: web addresses and endless tokens would fill the window."""
REMEMBERED: Final = 200_000


@dataclasses.dataclass(frozen=True, slots=True)
class Encoded:
    """A text as the encoder wants it: flat word pieces with a feature row each.

    Word `i` has the pieces `starts[i]:starts[i + 1]`.
    """

    pieces: NDArray[np.int64]
    features: NDArray[np.int64]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1


class Subwords:
    """Word pieces of words, remembered."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[list[int], int, int]] = {}

    def encode(self, words: list[str], breaks: NDArray[np.int8]) -> Encoded:
        """The pieces and features of `words`, where `breaks` tells the white space before each."""
        known = [self._look_up(word) for word in words]
        counts = np.fromiter((len(one[0]) for one in known), np.int64, len(known))
        starts = np.concatenate([[0], np.cumsum(counts)])
        pieces = np.fromiter((piece for one in known for piece in one[0]), np.int64, int(starts[-1]))
        shapes = np.fromiter((one[1] for one in known), np.int8, len(known))
        marks = np.fromiter((one[2] for one in known), np.int8, len(known))
        quotes = features.quote_states(marks, breaks)
        rows = features.combined(shapes, breaks, quotes)
        carried = features.combined(shapes, np.full_like(breaks, features.CONTINUED), quotes)
        flat = np.repeat(carried, counts)
        flat[starts[:-1]] = rows
        return Encoded(pieces, flat, starts)

    def _look_up(self, word: str) -> tuple[list[int], int, int]:
        found = self._known.get(word)
        if found is None:
            found = (self._cut(word), features.shape_of(word), features.mark_of(word))
            if len(self._known) < REMEMBERED:
                self._known[word] = found
        return found

    def _cut(self, word: str) -> list[int]:
        safe = word[:200].encode("utf-8", "replace").decode("utf-8")
        ids: list[int] = self._tokenizer.encode(safe, add_special_tokens=False).ids
        return ids[:LONGEST] or [UNKNOWN]
