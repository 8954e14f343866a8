"""Any installed spaCy pipeline's syntax and names, with our attributions."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import spacy
from numpy import int64
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.errors import OnrecordError, Refused
from onrecord.read.component import MARKED, Reader
from onrecord.read.reading import Read, Words
from onrecord.read.schemes import in_our_terms

__all__ = ["FACTORY", "Beside", "load", "named"]

FACTORY: Final = "onrecord_attributions"
FILLED: Final = (("TAG",), ("POS",), ("LEMMA",), ("DEP", "HEAD"))
"""What of the reader's own is taken where the other pipeline says nothing; syntax is taken whole or not at all."""


def make_beside(nlp: Language, name: str, threads: int | None) -> "Beside":
    """The component with the weights that ship with the package; `threads` windows are read at a time."""
    return Beside(threads=threads)


Language.factory(
    FACTORY, assigns=["doc._.attributions", "doc._.meaning"], default_config={"threads": None}, func=make_beside
)


class Beside(Reader):
    """Sets the attributions of a `Doc` that another pipeline read, puts its labels in our terms, fills its gaps."""

    def _fill(self, doc: Doc, numbers: NDArray[int64], words: Words, answer: Read) -> None:
        own = Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
        super()._fill(own, numbers, words, answer)
        _complete(doc, own)
        in_our_terms(doc)
        doc.spans[MARKED] = [Span(doc, one.start, one.end, label=one.label_) for one in own.spans[MARKED]]
        doc._.attributions = own._.attributions
        doc._.meaning = own._.meaning


def _complete(doc: Doc, own: Doc) -> None:
    for attributes in FILLED:
        if not doc.has_annotation(attributes[0]):
            doc.from_array(list(attributes), own.to_array(list(attributes)))
    if not doc.has_annotation("ENT_IOB"):
        doc.set_ents([Span(doc, name.start, name.end, label=name.label_) for name in own.ents], default="outside")


def named(pipeline: str) -> str:
    """Name and version of an installed pipeline, as in "en_core_web_sm-3.8.0", without loading it."""
    place = _place(pipeline)
    try:
        meta = spacy.util.load_meta(place / "meta.json")
    except (OSError, ValueError) as error:
        raise _missing(pipeline) from error
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def load(pipeline: str, *, threads: int | None = None) -> Language:
    """An installed pipeline with our component last; raises OnrecordError where there is none, or none that loads."""
    named(pipeline)
    try:
        nlp = spacy.load(pipeline)
    except (OSError, ValueError, ImportError) as error:
        raise OnrecordError(
            f"the spaCy pipeline cannot be loaded ({_first_line(error)})", where=pipeline, hint="install it again"
        ) from error
    if nlp.lang != "en":
        raise OnrecordError(f"the pipeline reads {nlp.lang!r}", where=pipeline, hint="onrecord reads English")
    if FACTORY not in nlp.pipe_names:
        nlp.add_pipe(FACTORY, config={"threads": threads}, last=True)
    return nlp


def short_enough(inner: Callable[[str], Doc], most: int, pipeline: str) -> Callable[[str], Doc]:
    """The tokenizer that refuses a text longer than the other pipeline's parser has memory for."""

    def careful(text: str) -> Doc:
        if len(text) > most:
            what = f"the text has {len(text):,} characters and {pipeline} reads at most {most:,}"
            raise Refused(what, hint="leave out --pipeline: our own reader takes any length")
        return inner(text)

    return careful


def _place(pipeline: str) -> Path:
    """Where a pipeline's files lie: the folder that is named, or that of the package."""
    if Path(pipeline).is_dir():
        return Path(pipeline)
    if pipeline.isidentifier() and spacy.util.is_package(pipeline):
        return Path(spacy.util.get_package_path(pipeline))
    raise _missing(pipeline)


def _missing(pipeline: str) -> OnrecordError:
    return OnrecordError(
        "no spaCy pipeline of this name is installed",
        where=pipeline,
        hint=f"install it (python -m spacy download {pipeline}) or leave out --pipeline",
    )


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
