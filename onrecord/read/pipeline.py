"""spaCy's blank English made fit for any text."""

import re
from collections.abc import Callable
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.read import component, foreign

HALVES = re.compile("[\ud800-\udfff]")
RUN = 250
"""Letters without white space that are tokenized at once: spaCy's time grows with the square of a run of marks
(8,000 quotation marks take 15 s), and no word or address of a report is longer."""
RUNS = re.compile(rf"\S{{{RUN + 1},}}")
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

    Half of a surrogate pair is no text for it, so U+FFFD stands in, letter for letter: offsets stay true. Endless runs
    without white space are cut.
    """

    def __init__(self, inner: Callable[[str], Doc]) -> None:
        self._inner = inner

    def __call__(self, text: str) -> Doc:
        text = HALVES.sub("\N{REPLACEMENT CHARACTER}", text)
        cuts = [at for run in RUNS.finditer(text) for at in range(run.start(), run.end(), RUN)]
        return self._in_parts(text, [0, *cuts, len(text)]) if cuts else self._inner(text)

    def _in_parts(self, text: str, cuts: list[int]) -> Doc:
        parts = [self._inner(text[begin:end]) for begin, end in pairwise(cuts)]
        words = [token.text for part in parts for token in part]
        spaces = [bool(token.whitespace_) for part in parts for token in part]
        return Doc(parts[0].vocab, words=words, spaces=spaces)
