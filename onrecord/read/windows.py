"""Long texts as overlapping windows, each word kept from the window that knows most around it."""

import dataclasses
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.read.features import NEW_LINE
from onrecord.read.subwords import Encoded

PIECES: Final = 254
"""Word pieces of a window beside its two marks: what the model was trained on; longer ones read worse."""
CONTEXT: Final = 32
"""Pieces that two windows share on either side of the seam."""
REACH: Final = 96
"""How many pieces before a window's end a paragraph break is still preferred as the seam."""


@dataclasses.dataclass(frozen=True, slots=True)
class Window:
    """Words `begin:end` are read, words `keep:stop` are kept."""

    begin: int
    end: int
    keep: int
    stop: int


def windows(encoded: Encoded, breaks: NDArray[np.int8]) -> list[Window]:
    """The windows over a text; their kept parts follow each other without a gap."""
    starts, count = encoded.starts, len(encoded)
    found: list[Window] = []
    begin = keep = 0
    while begin < count:
        end = max(int(np.searchsorted(starts, starts[begin] + PIECES, "right")) - 1, begin + 1)
        if end >= count:
            found.append(Window(begin, count, keep, count))
            break
        stop = _seam(starts, breaks, keep, end)
        found.append(Window(begin, end, keep, stop))
        begin = max(begin + 1, int(np.searchsorted(starts, starts[stop] - CONTEXT)))
        keep = stop
    return found


def _seam(starts: NDArray[np.int64], breaks: NDArray[np.int8], keep: int, end: int) -> int:
    last = max(keep + 1, min(end, int(np.searchsorted(starts, starts[end] - CONTEXT))))
    first = max(keep + 1, int(np.searchsorted(starts, starts[end] - REACH)))
    lines = np.flatnonzero(breaks[first : last + 1] == NEW_LINE)
    return first + int(lines[-1]) if len(lines) else last


def segments(count: int, breaks: NDArray[np.int8], longest: int = 6_000) -> list[tuple[int, int]]:
    """Stretches of at most `longest` words, cut at a paragraph where one is near: memory does not grow with a text."""
    found: list[tuple[int, int]] = []
    begin = 0
    while count - begin > longest:
        half = begin + longest // 2
        lines = np.flatnonzero(breaks[half : begin + longest] == NEW_LINE)
        end = half + int(lines[-1]) if len(lines) else begin + longest
        found.append((begin, end))
        begin = end
    if count > begin:
        found.append((begin, count))
    return found
