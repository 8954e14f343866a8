"""The likeliest sequence of BIO tags, and the stretches it marks."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
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


def likeliest(emissions: list[Floats], between: Floats, tags: tuple[str, ...]) -> list[Numbers]:
    """The best tags of each text (Viterbi), each of `emissions` being (words, tags); all texts go forward together."""
    order = sorted(range(len(emissions)), key=lambda at: -len(emissions[at]))
    lengths = np.array([len(emissions[at]) for at in order], np.int64)
    longest = int(lengths.max(initial=0))
    scores = np.zeros((len(order), longest, len(tags)), np.float32)
    for row, at in enumerate(order):
        scores[row, : len(emissions[at])] = emissions[at]
    going = np.searchsorted(-lengths, -np.arange(longest), "left")
    best = _back(*_forward(scores, between, tags, going), lengths, going)
    found: dict[int, Numbers] = {at: best[row, : lengths[row]] for row, at in enumerate(order)}
    return [found[at] for at in range(len(emissions))]


def _forward(scores: Floats, between: Floats, tags: tuple[str, ...], going: Numbers) -> tuple[Floats, Numbers]:
    """The best score of each text up to its end by last tag, and for each word and tag the best tag before."""
    inner = np.array([tag.startswith("I-") for tag in tags])
    back = np.zeros(scores.shape, np.int64)
    if not scores.shape[1]:
        return np.zeros((len(scores), len(tags)), np.float32), back
    total = scores[:, 0] + np.where(inner, np.float32(FORBIDDEN), np.float32(0))
    for at in range(1, scores.shape[1]):
        rows = int(going[at])
        paths = total[:rows, :, None] + between
        chosen = paths.argmax(1)
        back[:rows, at] = chosen
        total[:rows] = np.take_along_axis(paths, chosen[:, None], 1)[:, 0] + scores[:rows, at]
    return total, back


def _back(total: Floats, back: Numbers, lengths: Numbers, going: Numbers) -> Numbers:
    best = np.zeros(back.shape[:2], np.int64)
    some = np.flatnonzero(lengths)
    best[some, lengths[some] - 1] = total[some].argmax(1)
    for at in range(back.shape[1] - 1, 0, -1):
        rows = np.arange(int(going[at]))
        best[rows, at - 1] = np.where(at < lengths[rows], back[rows, at, best[rows, at]], best[rows, at - 1])
    return best


def stretches(tags: Numbers) -> Numbers:
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
