"""The likeliest sequence of BIO tags, and the stretches it marks."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
FORBIDDEN: Final = -1e4


def steps(tags: tuple[str, ...], learned: Floats | None = None) -> Floats:
    """Scores of one tag after another: what was learned, with an I- closed to all but its own kind."""
    count = len(tags)
    scores = np.zeros((count, count), np.float32) if learned is None else learned.copy()
    for after, tag in enumerate(tags):
        for before, other in enumerate(tags):
            if tag.startswith("I-") and (other == "O" or other[2:] != tag[2:]):
                scores[before, after] = FORBIDDEN
    return scores


def likeliest(emissions: Floats, between: Floats, tags: tuple[str, ...]) -> NDArray[np.int64]:
    """The best tag of each word (Viterbi), `emissions` being (words, tags)."""
    count = len(emissions)
    if not count:
        return np.zeros(0, np.int64)
    inner = np.array([tag.startswith("I-") for tag in tags])
    score = emissions[0] + np.where(inner, FORBIDDEN, 0)
    back = np.zeros((count, len(tags)), np.int64)
    rows = np.arange(len(tags))
    for at in range(1, count):
        paths = score[:, None] + between
        back[at] = paths.argmax(0)
        score = paths[back[at], rows] + emissions[at]
    best = np.zeros(count, np.int64)
    best[-1] = score.argmax()
    for at in range(count - 1, 0, -1):
        best[at - 1] = back[at, best[at]]
    return best


def stretches(tags: NDArray[np.int64]) -> NDArray[np.int64]:
    """(kind, start, end) of each marked stretch, kinds counted from 0 in the order of the inventory."""
    begins = np.flatnonzero((tags > 0) & (tags % 2 == 1))
    edges = np.flatnonzero((tags == 0) | (tags % 2 == 1))
    edges = np.append(edges, len(tags))
    ends = edges[np.searchsorted(edges, begins, "right")]
    return np.stack([(tags[begins] - 1) // 2, begins, ends], 1)


def probabilities(emissions: Floats) -> Floats:
    """Softmax over the last axis."""
    shifted = np.exp(emissions - emissions.max(-1, keepdims=True))
    whole: Floats = shifted / shifted.sum(-1, keepdims=True)
    return whole
