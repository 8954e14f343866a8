"""spaCy's blank English made fit for any text."""

import re
from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.read import component

HALVES = re.compile("[\ud800-\udfff]")
LONGEST = 1_000_000_000
"""Characters of a text; the reader's memory does not grow with it as spaCy's own parsers' does."""


def make(*, threads: int | None = None) -> Language:
    """Blank English with the component `onrecord_reader`."""
    nlp = spacy.blank("en")
    nlp.max_length = LONGEST
    nlp.tokenizer = _Careful(nlp.tokenizer)
    nlp.add_pipe(component.FACTORY, config={"threads": threads})
    return nlp


class _Careful:
    """spaCy's tokenizer behind a guard: half of a surrogate pair is no text for it, so U+FFFD stands in, letter for letter."""

    def __init__(self, inner: Callable[[str], Doc]) -> None:
        self._inner = inner

    def __call__(self, text: str) -> Doc:
        return self._inner(HALVES.sub("\N{REPLACEMENT CHARACTER}", text))
