"""Articles cut into stretches of words that fit the encoder."""

import random
from itertools import pairwise

import numpy as np

from onrecord.read.features import NEW_LINE
from training.article import Article

Window = tuple[int, int, int, int]
"""Article number, annotator number, first word, word after the last."""
PIECES = 254
"""Word pieces of a window beside its two marks; the same when reading."""


BATCH = 3_072
"""Word pieces of a batch, padding counted."""
LENGTHS = (64, 96, 128, 192, 256)
"""Lengths that windows are padded to. Each divides BATCH, so that every product of a step has the same shape: a CPU
prepares its kernels once for each shape, and changing shapes halve its speed."""


def padded(pieces: int) -> int:
    """The length that a window of so many pieces, marks counted, is padded to."""
    return next(length for length in LENGTHS if pieces <= length)


def running(article: Article, offset: int) -> list[tuple[int, int]]:
    """Stretches that follow each other without regard to sentences, the first cut at `offset` pieces."""
    assert article.encoded is not None
    starts, count = article.encoded.starts, len(article.words)
    cuts = [0]
    if offset and (at := int(np.searchsorted(starts, offset, "right")) - 1) > 0:
        cuts.append(min(at, count))
    while cuts[-1] < count:
        at = int(np.searchsorted(starts, starts[cuts[-1]] + PIECES, "right")) - 1
        cuts.append(min(max(at, cuts[-1] + 1), count))
    return list(pairwise(cuts))


def packed(article: Article, rng: random.Random, targets: tuple[int, ...]) -> list[tuple[int, int]]:
    """Stretches of whole sentences, each as long as a target drawn for it allows.

    Sentences that fit no window are left out.
    """
    assert article.encoded is not None
    assert article.sentences is not None
    starts = article.encoded.starts
    edges = [*article.sentences.tolist(), len(article.words)]
    found: list[tuple[int, int]] = []
    begin, target = edges[0], rng.choice(targets)
    for edge, after in pairwise(edges):
        if starts[after] - starts[begin] > target and edge > begin:
            found.append((begin, edge))
            begin, target = edge, rng.choice(targets)
        if starts[after] - starts[begin] > PIECES:
            begin = after
    if edges[-1] > begin:
        found.append((begin, edges[-1]))
    return found


def paragraphs(article: Article) -> list[tuple[int, int]]:
    """Each paragraph by itself; one that fits no window is cut between its sentences."""
    assert article.encoded is not None
    assert article.sentences is not None
    starts, sentences = article.encoded.starts, article.sentences
    lines = np.flatnonzero(article.breaks == NEW_LINE)
    edges = [0, *np.intersect1d(lines[lines > 0], sentences).tolist(), len(article.words)]
    found: list[tuple[int, int]] = []
    for begin, end in pairwise(edges):
        inner = [begin, *sentences[(sentences > begin) & (sentences < end)].tolist(), end]
        at = begin
        for edge, after in pairwise(inner):
            if starts[after] - starts[at] > PIECES and edge > at:
                found.append((at, edge))
                at = edge
            if starts[after] - starts[at] > PIECES:
                at = after
        if end > at:
            found.append((at, end))
    return found
