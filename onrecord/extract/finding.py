"""Where certain words stand in a document, without looking at every token one by one."""

from collections.abc import Callable

import numpy as np
from spacy.attrs import LEMMA, LOWER
from spacy.tokens import Doc, Token

__all__ = ["standing_at", "words_in"]


def words_in(doc: Doc, wanted: Callable[[str], bool]) -> list[Token]:
    """The tokens whose lemma or form in lower case is wanted, in order; each different word is asked about once."""
    return [doc[at] for at in standing_at(doc, wanted)]


def standing_at(doc: Doc, wanted: Callable[[str], bool]) -> list[int]:
    """The places of those tokens."""
    if not len(doc):
        return []
    table = doc.to_array([LEMMA, LOWER]).reshape(len(doc), 2)
    strings = doc.vocab.strings
    hits = [word for word in np.unique(table) if wanted(strings[int(word)].lower())]
    found: list[int] = np.flatnonzero(np.isin(table, np.array(hits, dtype=table.dtype)).any(axis=1)).tolist()
    return found
