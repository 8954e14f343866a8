"""spaCy's blank English made fit for any text."""

import re
from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.read import component, foreign

HALVES = re.compile("[\ud800-\udfff]")
LONGEST = 1_000_000_000
"""Characters of a text; the reader's memory does not grow with it as spaCy's own parsers' does."""


def make(*, threads: int | None = None, pipeline: str | None = None) -> Language:
    """Blank English with the component `onrecord_reader`, or an installed pipeline with `onrecord_attributions`."""
    nlp = spacy.blank("en") if pipeline is None else foreign.load(pipeline, threads=threads)
    if pipeline is None:
        nlp.add_pipe(component.FACTORY, config={"threads": threads})
    else:
        nlp.tokenizer = foreign.short_enough(nlp.tokenizer, nlp.max_length, pipeline)
    nlp.max_length = LONGEST
    nlp.tokenizer = _Careful(nlp.tokenizer)
    return nlp


class _Careful:
    """spaCy's tokenizer behind a guard.

    Half of a surrogate pair is no text for it, so U+FFFD stands in, letter for letter: offsets stay true.
    """

    def __init__(self, inner: Callable[[str], Doc]) -> None:
        self._inner = inner

    def __call__(self, text: str) -> Doc:
        return self._inner(HALVES.sub("\N{REPLACEMENT CHARACTER}", text))
