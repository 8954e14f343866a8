"""Reading: one small encoder with many heads, as a spaCy component.

>>> nlp = load()                                              # doctest: +SKIP
>>> nlp("The minister said that talks go on.")._.attributions  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load"]


def load(*, threads: int | None = None) -> "Language":
    """spaCy's blank English with the reader in it; `threads` windows of text are read at a time, None for all cores."""
    from onrecord.read.pipeline import make  # noqa: PLC0415 - spaCy takes a second to import, and not every user of a reading needs it

    return make(threads=threads)
