"""Reading: one small encoder with many heads, as a spaCy component.

>>> nlp = load()                                              # doctest: +SKIP
>>> nlp("The minister said that talks go on.")._.attributions  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load", "version"]


def load(*, threads: int | None = None, pipeline: str | None = None) -> "Language":
    """spaCy's blank English with the reader in it; `threads` windows of text are read at a time, None for all cores.

    `pipeline` names an installed spaCy pipeline for English: its syntax and names stand, put in our terms, and the
    reader adds the attributions and what the pipeline leaves out. Raises OnrecordError where it is not installed.
    """
    # spaCy takes a second to import, and not every user of a reading needs it.
    from onrecord.read.pipeline import make

    return make(threads=threads, pipeline=pipeline)


def version(pipeline: str | None = None) -> str:
    """Which weights read, and with which pipeline of another maker if one is named, as in "…+en_core_web_sm-3.8.0"."""
    from onrecord.read.session import decoder

    if pipeline is None:
        return decoder().version
    from onrecord.read.foreign import named

    return f"{decoder().version}+{named(pipeline)}"
