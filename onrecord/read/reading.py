"""From words to scores to everything that is read off them, spaCy left out."""

import dataclasses
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.read import chain, scores, trees, voices
from onrecord.read.labels import ATTRIBUTION, NAMES
from onrecord.read.scores import Model, Scores, Whole
from onrecord.read.session import Decoder
from onrecord.read.subwords import Encoded, Subwords
from onrecord.read.voices import Voiced
from onrecord.read.windows import Window, segments, windows

Numbers = NDArray[np.int64]
NAME_STEPS: Final = chain.steps(NAMES)
AT_ONCE: Final = 32
"""Windows decoded together. As many are scored on other threads meanwhile: bounds memory, keeps every thread busy."""


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """Words, the break before each as the model reads it, and whether a paragraph begins there."""

    texts: list[str]
    breaks: NDArray[np.int8]
    paragraphs: NDArray[np.bool_]


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """What was read, by word: label numbers, heads as word numbers, (kind, start, end) of names and of marked roles.

    `meaning` has a vector a word, where the weights give one.
    """

    upos: Numbers
    xpos: Numbers
    heads: Numbers
    relations: Numbers
    names: list[tuple[int, int, int]]
    marked: list[tuple[int, int, int]]
    voices: list[Voiced]
    meaning: NDArray[np.float32] | None = None


def read(texts: Iterable[Words], subwords: Subwords, model: Model, decoder: Decoder) -> Iterator[Read]:
    """Read a stream of texts; each comes out the same whatever it was read with.

    Up to two groups of windows are taken from the stream ahead of what is given out.
    """
    sizes: deque[int] = deque()

    def parts() -> Iterator[Part]:
        for words in texts:
            own = _cut(words, subwords)
            sizes.append(len(own))
            yield from own

    done = _read_parts(parts(), model, decoder)
    for first in done:
        while not sizes[0]:
            sizes.popleft()
            yield _joined([])
        yield _joined([first, *islice(done, sizes.popleft() - 1)])
    yield from (_joined([]) for _ in sizes)


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A segment of one text, cut into windows."""

    encoded: Encoded
    windows: list[Window]
    paragraphs: NDArray[np.bool_]


def _cut(words: Words, subwords: Subwords) -> list[Part]:
    found = []
    for begin, end in segments(len(words.texts), words.breaks):
        breaks = words.breaks[begin:end]
        encoded = subwords.encode(words.texts[begin:end], breaks)
        found.append(Part(encoded, windows(encoded, breaks), words.paragraphs[begin:end]))
    return found


def _read_parts(parts: Iterable[Part], model: Model, decoder: Decoder) -> Iterator[Read]:
    """Each group is decoded, and used by whoever asked, while the model is at work on the next."""
    ahead: deque[tuple[list[Part], Iterator[Scores]]] = deque()
    for group in _groups(parts):
        asked = [scores.inputs(part.encoded, one) for part in group for one in part.windows]
        ahead.append((group, iter(model.score(asked))))
        if len(ahead) > 1:
            yield from _decode_group(*ahead.popleft(), decoder)
    while ahead:
        yield from _decode_group(*ahead.popleft(), decoder)


def _groups(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Whole segments, as many as have AT_ONCE windows or more."""
    group: list[Part] = []
    count = 0
    for part in parts:
        group.append(part)
        count += len(part.windows)
        if count >= AT_ONCE:
            yield group
            group, count = [], 0
    if group:
        yield group


def _decode_group(group: list[Part], answers: Iterator[Scores], decoder: Decoder) -> list[Read]:
    wholes = [scores.put_together(part.windows, list(islice(answers, len(part.windows)))) for part in group]
    tags = chain.likeliest([whole.attribution for whole in wholes], decoder.steps, ATTRIBUTION)
    logs = [np.log(chain.probabilities(whole.name) + 1e-9) for whole in wholes]
    names = chain.likeliest(logs, NAME_STEPS, NAMES)
    return [
        _decoded(whole, part.paragraphs, chain.stretches(voiced), chain.stretches(named), decoder)
        for whole, part, voiced, named in zip(wholes, group, tags, names, strict=True)
    ]


def _decoded(whole: Whole, paragraphs: NDArray[np.bool_], marked: Numbers, names: Numbers, decoder: Decoder) -> Read:
    """Everything that is read off the scores of one stretch of text; a paragraph begins a sentence."""
    above = trees.heads(whole, trees.sentence_starts(whole.sentence, paragraphs))
    return Read(
        upos=whole.upos.argmax(1),
        xpos=whole.xpos.argmax(1),
        heads=above,
        relations=trees.relations(whole, above, decoder.relation_weight, decoder.relation_bias),
        names=_listed(names),
        marked=_listed(marked),
        voices=voices.put_together(whole, marked),
        meaning=whole.meaning,
    )


def _listed(stretches: Numbers) -> list[tuple[int, int, int]]:
    return [(kind, begin, end) for kind, begin, end in stretches.tolist()]


def _joined(parts: list[Read]) -> Read:
    """The segments of one text as one."""
    if len(parts) == 1:
        return parts[0]
    empty = np.zeros(0, np.int64)
    offsets = np.cumsum([0, *(len(part.heads) for part in parts)]).tolist()
    pairs = list(zip(parts, offsets, strict=False))
    meanings = [part.meaning for part in parts if part.meaning is not None]
    return Read(
        upos=np.concatenate([empty, *(part.upos for part in parts)]),
        xpos=np.concatenate([empty, *(part.xpos for part in parts)]),
        heads=np.concatenate([empty, *(part.heads + by for part, by in pairs)]),
        relations=np.concatenate([empty, *(part.relations for part in parts)]),
        names=[(kind, begin + by, end + by) for part, by in pairs for kind, begin, end in part.names],
        marked=[(role, begin + by, end + by) for part, by in pairs for role, begin, end in part.marked],
        voices=[one.moved(by) for part, by in pairs for one in part.voices],
        meaning=np.concatenate(meanings) if meanings else None,
    )
