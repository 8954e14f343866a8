"""How much two stretches of a report speak of the same thing; "withdrawal" is kin to "pull back"."""

import re
from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.extract.responses.words import words

__all__ = ["gist", "share"]

CONTENT = ("NOUN", "VERB", "PROPN", "ADJ", "NUM")
# Long enough to keep "negotiate" and "negotiation" together and "state" and "station" apart.
STEM = 6


def gist(tokens: Iterable[Token], *, names: bool = True) -> frozenset[str]:
    """The content words of these tokens, as the concepts they belong to or by their stems, with proper names or not."""
    found: set[str] = set()
    kin, light = words().kin, words().light
    for token in tokens:
        if token.pos_ not in CONTENT or len(token) < 3 or (token.pos_ == "PROPN" and not names):
            continue
        lemma = token.lemma_.lower()
        if lemma in light or lemma in ("pull", "move"):
            if lemma in ("pull", "move") and any(kid.lower_ in ("back", "out") for kid in token.children):
                found.add("withdrawal")
            continue
        singular = token.lower_.removesuffix("s")
        found.add(kin.get(lemma) or kin.get(singular) or _letters(lemma)[:STEM])
    return frozenset(found)


def _letters(lemma: str) -> str:
    return lemma if lemma.isalnum() else re.sub(r"\W", "", lemma)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the smaller gist that both have; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
