"""From words to scores to everything that is read off them, spaCy left out."""

import dataclasses
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.read import chain, scores, trees, voices
from onrecord.read.labels import NAMES
from onrecord.read.scores import Model, Whole
from onrecord.read.session import Decoder
from onrecord.read.subwords import Encoded, Subwords
from onrecord.read.voices import Voiced
from onrecord.read.windows import Window, segments, windows

Numbers = NDArray[np.int64]
NAME_STEPS: Final = chain.steps(NAMES)
AT_ONCE: Final = 48
"""Windows scored before they are decoded: bounds memory, keeps every thread busy."""


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """Words and the break before each, as the model reads them."""

    texts: list[str]
    breaks: NDArray[np.int8]


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """What was read, by word: label numbers, heads as word numbers, (kind, start, end) of names and of marked roles."""

    upos: Numbers
    xpos: Numbers
    heads: Numbers
    relations: Numbers
    names: list[tuple[int, int, int]]
    marked: list[tuple[int, int, int]]
    voices: list[Voiced]


def read(texts: list[Words], subwords: Subwords, model: Model, decoder: Decoder) -> list[Read]:
    """Read several texts; each comes out the same whatever it was read with."""
    parts = [_cut(words, subwords) for words in texts]
    flat = [part for own in parts for part in own]
    done = iter(_score_and_decode(flat, model, decoder))
    return [_joined(list(islice(done, len(own)))) for own in parts]


Part = tuple[Encoded, NDArray[np.int8]]
Cut = tuple[Encoded, list[Window]]


def _cut(words: Words, subwords: Subwords) -> list[Part]:
    found = []
    for begin, end in segments(len(words.texts), words.breaks):
        breaks = words.breaks[begin:end]
        found.append((subwords.encode(words.texts[begin:end], breaks), breaks))
    return found


def _score_and_decode(parts: list[Part], model: Model, decoder: Decoder) -> list[Read]:
    """Whole segments in groups of at least AT_ONCE windows, scored together, then decoded."""
    found: list[Read] = []
    group: list[Cut] = []
    for encoded, breaks in parts:
        group.append((encoded, windows(encoded, breaks)))
        if sum(len(cut) for _, cut in group) >= AT_ONCE:
            found += _decode_group(group, model, decoder)
            group = []
    return found + _decode_group(group, model, decoder)


def _decode_group(group: list[Cut], model: Model, decoder: Decoder) -> list[Read]:
    answers = iter(model.score([scores.inputs(encoded, one) for encoded, cut in group for one in cut]))
    return [decode(scores.put_together(cut, list(islice(answers, len(cut)))), decoder) for _, cut in group]


def decode(whole: Whole, decoder: Decoder) -> Read:
    """Everything that is read off the scores of one stretch of text."""
    starts = trees.sentence_starts(whole.sentence)
    above = trees.heads(whole, starts)
    names = chain.likeliest(np.log(chain.probabilities(whole.name) + 1e-9), NAME_STEPS, NAMES)
    marked = voices.marked(whole, decoder.steps)
    return Read(
        upos=whole.upos.argmax(1),
        xpos=whole.xpos.argmax(1),
        heads=above,
        relations=trees.relations(whole, above, decoder.relation_weight, decoder.relation_bias),
        names=_listed(chain.stretches(names)),
        marked=_listed(marked),
        voices=voices.put_together(whole, marked),
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
    return Read(
        upos=np.concatenate([empty, *(part.upos for part in parts)]),
        xpos=np.concatenate([empty, *(part.xpos for part in parts)]),
        heads=np.concatenate([empty, *(part.heads + by for part, by in pairs)]),
        relations=np.concatenate([empty, *(part.relations for part in parts)]),
        names=[(kind, begin + by, end + by) for part, by in pairs for kind, begin, end in part.names],
        marked=[(role, begin + by, end + by) for part, by in pairs for role, begin, end in part.marked],
        voices=[one.moved(by) for part, by in pairs for one in part.voices],
    )
