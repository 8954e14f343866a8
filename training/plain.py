"""Raw text as an article of spaCy's own English words."""

import functools

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language

from onrecord.read.features import NEW_LINE, break_of
from training.article import Article


@functools.cache
def _english() -> Language:
    return spacy.blank("en")


def from_text(name: str, corpus: str, text: str) -> tuple[Article, NDArray[np.int64]]:
    """The article of a raw text, and the offsets of its words (white-space tokens left out)."""
    doc = _english().make_doc(text)
    spans = [(word.idx, word.idx + len(word)) for word in doc if not word.is_space]
    return from_spans(name, corpus, text, spans)


def from_spans(name: str, corpus: str, text: str, spans: list[tuple[int, int]]) -> tuple[Article, NDArray[np.int64]]:
    """The article of a text whose words are given by their offsets."""
    words = [text[start:end] for start, end in spans]
    ends = [0, *(end for _, end in spans)]
    breaks = [break_of(text[before:start]) for before, (start, _) in zip(ends, spans, strict=False)]
    if breaks:
        breaks[0] = NEW_LINE
    article = Article(name, corpus, words, np.array(breaks, np.int8))
    return article, np.array(spans, np.int64).reshape(-1, 2)
