"""The order of a run: which windows, in which batches, over how many epochs."""

import dataclasses
import random

from training.article import Article
from training.windows import BATCH, LENGTHS, PIECES, Window, packed, padded, paragraphs, running

SHORT = (40, 120, PIECES, PIECES)
"""Targets for windows of whole sentences: mostly long, some as short as one sentence."""
SINGLE = (1, 1, 60, 120)
"""Targets for windows that are mostly one sentence: headlines and notes are that short."""
PARAGRAPHS = 0.8
"""Share of the articles read alone that are cut into paragraphs in a round; the others into single sentences."""


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A share of the data: its articles by number, how often all of it is read, and how it is cut.

    `alone`: in paragraphs and sentences without what stands around them.
    """

    numbers: tuple[int, ...]
    epochs: float
    alone: bool = False


def batches(articles: list[Article], parts: list[Part], *, seed: int) -> list[list[Window]]:
    """All batches of a run in order; the same seed gives the same order."""
    rng = random.Random(seed)
    rounds = max(1, round(max(part.epochs for part in parts)))
    order: list[list[Window]] = []
    for number in range(rounds):
        pool: list[Window] = []
        for part in parts:
            windows = [one for at in part.numbers for one in _windows(articles, at, part, rng)]
            rng.shuffle(windows)
            pool += windows[: _share(len(windows), part.epochs, rounds, number)]
        rng.shuffle(pool)
        order += _group(articles, pool, rng)
    return order


def _share(count: int, epochs: float, rounds: int, number: int) -> int:
    return round(count * epochs * (number + 1) / rounds) - round(count * epochs * number / rounds)


def _windows(articles: list[Article], at: int, part: Part, rng: random.Random) -> list[Window]:
    article = articles[at]
    voice = rng.randrange(len(article.voices)) if article.voices else 0
    if article.sentences is None:
        cuts = running(article, rng.randrange(PIECES))
    elif part.alone and rng.random() < PARAGRAPHS:
        cuts = paragraphs(article)
    else:
        cuts = packed(article, rng, SINGLE if part.alone else SHORT)
    return [(at, voice, a, b) for a, b in cuts]


def _length(articles: list[Article], window: Window) -> int:
    at, _, a, b = window
    encoded = articles[at].encoded
    assert encoded is not None
    return int(encoded.starts[b] - encoded.starts[a]) + 2


def _group(articles: list[Article], windows: list[Window], rng: random.Random) -> list[list[Window]]:
    """Full batches of windows of like length; what is left over of one length goes in with the next."""
    waiting: dict[int, list[Window]] = {length: [] for length in LENGTHS}
    groups: list[list[Window]] = []
    for window in windows:
        length = padded(_length(articles, window))
        waiting[length].append(window)
        if len(waiting[length]) == BATCH // length:
            groups.append(waiting[length])
            waiting[length] = []
    rest: list[Window] = []
    for length in LENGTHS:
        rest += waiting[length]
        while len(rest) >= BATCH // length:
            groups.append(rest[: BATCH // length])
            rest = rest[BATCH // length :]
    if rest:
        groups.append(rest)
    rng.shuffle(groups)
    return groups
