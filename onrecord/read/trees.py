"""Sentences and their dependency trees out of the model's scores."""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.read.scores import Floats, Whole
from onrecord.read.spanning import best_tree

LONGEST: Final = 160
"""Words of a sentence at most: a longer one is cut where an end is likeliest, for no window holds it."""
CLOSED: Final = np.float32(-1e9)

Numbers = NDArray[np.int64]


def sentence_starts(scores: Floats, sure: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether each word begins a sentence; `scores` is (words, 2), `sure` tells those that do in any case."""
    lead = scores[:, 1] - scores[:, 0]
    starts = (lead > 0) | sure
    if len(starts):
        starts[0] = True
    for begin, end in pairwise([*np.flatnonzero(starts).tolist(), len(starts)]):
        while end - begin > LONGEST:
            low = begin + LONGEST // 2
            begin = low + int(lead[low : begin + LONGEST].argmax())
            starts[begin] = True
    return starts


def heads(whole: Whole, starts: NDArray[np.bool_]) -> Numbers:
    """The head of each word, itself for a root: one tree over each sentence."""
    number: Numbers = np.cumsum(starts, dtype=np.int64)
    found = np.concatenate([_nearest(whole, at, number) for at in range(len(whole.windows))])
    for begin, end in _broken(found, starts):
        found[begin:end] = begin + best_tree(_square(whole, begin, end))
    return found


def _nearest(whole: Whole, at: int, number: Numbers) -> Numbers:
    """The best head of each kept word of a window within its own sentence."""
    window, part = whole.windows[at], whole.parts[at]
    own = number[window.keep : window.stop]
    around = number[window.begin : window.end]
    rows = part.arc[window.keep - window.begin : window.stop - window.begin]
    best = np.where(own[:, None] == around[None], rows, CLOSED).argmax(1)
    result: Numbers = best + window.begin
    return result


def _broken(found: Numbers, starts: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Sentences whose heads make no single tree: more than one root, none, or a circle."""
    if not len(found):
        return []
    begins = np.flatnonzero(starts)
    ends = np.append(begins[1:], len(found))
    root = found == np.arange(len(found))
    above = found
    for _ in range(int(np.ceil(np.log2(LONGEST))) + 1):
        above = above[above]
    lost = np.add.reduceat(~root[above], begins) > 0
    wrong = lost | (np.add.reduceat(root.astype(np.int64), begins) != 1)
    return list(zip(begins[wrong].tolist(), ends[wrong].tolist(), strict=True))


def _square(whole: Whole, begin: int, end: int) -> Floats:
    """Scores (word, head) within one sentence, each row from the window that keeps the word."""
    scores = np.full((end - begin, end - begin), CLOSED, np.float32)
    for at in range(whole.window_of(begin), whole.window_of(end - 1) + 1):
        window, part = whole.windows[at], whole.parts[at]
        rows = slice(max(begin, window.keep), min(end, window.stop))
        columns = slice(max(begin, window.begin), min(end, window.end))
        scores[rows.start - begin : rows.stop - begin, columns.start - begin : columns.stop - begin] = part.arc[
            rows.start - window.begin : rows.stop - window.begin,
            columns.start - window.begin : columns.stop - window.begin,
        ]
    return scores


def relations(whole: Whole, found: Numbers, weight: Floats, bias: Floats) -> Numbers:
    """The relation of each word to its head."""
    hidden = np.maximum(whole.child + whole.parent[found], 0)
    best: Numbers = (hidden @ weight + bias).argmax(1)
    return best
