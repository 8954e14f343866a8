"""Documents built by hand, word by word, for rules that must hold whatever the reader makes of a sentence."""

import spacy
from spacy.tokens import Doc

__all__ = ["doc"]

VOCAB = spacy.blank("en").vocab


def doc(*rows: str) -> Doc:
    """One sentence from rows "word tag pos head relation", the head counted from 0 as the place in the sentence."""
    parts = [row.split() for row in rows]
    return Doc(
        VOCAB,
        words=[part[0] for part in parts],
        tags=[part[1] for part in parts],
        pos=[part[2] for part in parts],
        heads=[int(part[3]) for part in parts],
        deps=[part[4] for part in parts],
        lemmas=[part[0].lower() for part in parts],
    )
