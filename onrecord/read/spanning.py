"""The best tree over one sentence where the best heads word by word make none (Chu and Liu 1965, Edmonds 1967)."""

import numpy as np
from numpy.typing import NDArray

from onrecord.read.scores import Floats

Numbers = NDArray[np.int64]
ROOTS_TRIED = 3
CLOSED = np.float64(-1e12)


def best_tree(scores: Floats) -> Numbers:
    """The head of each word, `scores` being (word, head) with a root's score on the diagonal.

    Exactly one word, the root, heads itself.
    """
    count = len(scores)
    if count == 1:
        return np.zeros(1, np.int64)
    own = np.diagonal(scores)
    tried = np.argsort(-own, kind="stable")[:ROOTS_TRIED]
    trees = [_rooted(scores.astype(np.float64), int(root)) for root in tried]
    totals = [float(scores[np.arange(count), tree].astype(np.float64).sum()) for tree in trees]
    return trees[int(np.argmax(totals))]


def _rooted(scores: NDArray[np.float64], root: int) -> Numbers:
    scores = scores.copy()
    np.fill_diagonal(scores, CLOSED)
    found = _arborescence(scores, root)
    found[root] = root
    return found


def _arborescence(scores: NDArray[np.float64], root: int) -> Numbers:
    """Best heads under one root; circles are shrunk to one word and opened again."""
    found: Numbers = scores.argmax(1)
    found[root] = root
    circle = _circle(found, root)
    if not len(circle):
        return found
    inside = np.zeros(len(found), bool)
    inside[circle] = True
    rest = np.flatnonzero(~inside)
    kept = scores[circle, found[circle]]
    gains = scores[np.ix_(circle, rest)] - kept[:, None]
    small = np.full((len(rest) + 1, len(rest) + 1), CLOSED)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = gains.max(0) + kept.sum()
    small[:-1, -1] = scores[np.ix_(rest, circle)].max(1)
    above = _arborescence(small, int(np.searchsorted(rest, root)))
    return _open(scores, found, circle, rest, above, gains)


def _open(
    scores: NDArray[np.float64],
    found: Numbers,
    circle: Numbers,
    rest: Numbers,
    above: Numbers,
    gains: NDArray[np.float64],
) -> Numbers:
    result = found.copy()
    for at, word in enumerate(rest):
        if above[at] == len(rest):
            result[word] = circle[scores[word, circle].argmax()]
        else:
            result[word] = rest[above[at]]
    entry = int(above[-1])
    result[circle[gains[:, entry].argmax()]] = rest[entry]
    return result


def _circle(found: Numbers, root: int) -> Numbers:
    """The words of one circle among the heads, if there is one."""
    state = np.zeros(len(found), np.int64)
    state[root] = -1
    for begin in range(len(found)):
        at, path = begin, []
        while state[at] == 0:
            state[at] = begin + 1
            path.append(at)
            at = int(found[at])
        if state[at] == begin + 1:
            return np.array(path[path.index(at) :], np.int64)
        state[path] = -1
    return np.zeros(0, np.int64)
