"""Where certain words stand in a document, without looking at every token one by one."""

from collections.abc import Callable

import numpy as np
from spacy.attrs import LEMMA, LOWER
from spacy.tokens import Doc, Token

__all__ = ["standing_at", "words_in"]

CONCORDANCE = "onrecord.concordance"


def words_in(doc: Doc, wanted: Callable[[str], bool]) -> list[Token]:
    """The tokens whose lemma or form in lower case is wanted, in order; each different word is asked about once."""
    return [doc[at] for at in standing_at(doc, wanted)]


def standing_at(doc: Doc, wanted: Callable[[str], bool]) -> list[int]:
    """The places of those tokens."""
    if not len(doc):
        return []
    found = {at for word, places in _concordance(doc).items() if wanted(word) for at in places}
    return sorted(found)


def _concordance(doc: Doc) -> dict[str, list[int]]:
    """Where each form and lemma stands, in lower case; made once a document."""
    kept: dict[str, list[int]] | None = doc.user_data.get(CONCORDANCE)
    if kept is not None:
        return kept
    table = doc.to_array([LEMMA, LOWER]).reshape(len(doc), 2)
    keys, numbers = np.unique(table, return_inverse=True)
    forms = [doc.vocab.strings[key].lower() for key in keys.tolist()]
    found: dict[str, list[int]] = {form: [] for form in forms}
    for at, pair in enumerate(numbers.reshape(table.shape).tolist()):
        for number in set(pair):
            found[forms[number]].append(at)
    doc.user_data[CONCORDANCE] = found
    return found
