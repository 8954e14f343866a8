"""A text of any corpus with the labels it has."""

import dataclasses

import numpy as np
from numpy.typing import NDArray

from onrecord.read.subwords import Encoded

IGNORED = -100
"""Label of a word that a head is not asked about."""
WORD_HEADS = ("upos", "xpos", "relation", "sentence", "name", "head")


@dataclasses.dataclass(slots=True)
class Voices:
    """One annotator's attributions over the words of an article."""

    tags: NDArray[np.int64]
    cue_of: NDArray[np.int64]
    """For each source or content word the first word of its cue, else IGNORED."""
    source_of: NDArray[np.int64]
    """For each first word of a cue the first word of its source, itself where there is none, else IGNORED."""


@dataclasses.dataclass(slots=True)
class Article:
    """Words with the break before each; labels by head, absolute word indices where a head points at words."""

    name: str
    corpus: str
    words: list[str]
    breaks: NDArray[np.int8]
    labels: dict[str, NDArray[np.int64]] = dataclasses.field(default_factory=dict)
    voices: list[Voices] = dataclasses.field(default_factory=list)
    sentences: NDArray[np.int64] | None = None
    """Gold or given sentence starts to cut windows at; None where windows run on."""
    encoded: Encoded | None = None
    taught: frozenset[str] = frozenset()
    """The heads whose labels are a teacher's, not gold."""
