"""How much two stretches of a report speak of the same thing, by their content words; "withdrawal" is kin to "pull back"."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from spacy.tokens import Token

from onrecord.model.kinds import load

__all__ = ["gist", "share"]

CONTENT = ("NOUN", "VERB", "PROPN", "ADJ", "NUM")
# Long enough to keep "negotiate" and "negotiation" together and "state" and "station" apart.
STEM = 6
LIGHT = frozenset(
    (
        "add also be believe can come could country day do due first get give go government have hold know last "
        "leader make many may might minister month more most mr mrs much must need new next number official one other "
        "own part people plan president put report reporter same say see should side sign spokesman spokeswoman state "
        "statement still such take tell think three time two want week will would year"
    ).split()
)


def gist(tokens: Iterable[Token], *, names: bool = True) -> frozenset[str]:
    """The content words of these tokens, each as the concept it belongs to or by its stem; without proper names if asked."""
    found: set[str] = set()
    for token in tokens:
        if token.pos_ not in CONTENT or len(token) < 3 or (token.pos_ == "PROPN" and not names):
            continue
        lemma = token.lemma_.lower()
        if lemma in LIGHT or lemma in ("pull", "move"):
            if lemma in ("pull", "move") and any(kid.lower_ in ("back", "out") for kid in token.children):
                found.add("withdrawal")
            continue
        singular = token.lower_.removesuffix("s")
        found.add(_concepts().get(lemma) or _concepts().get(singular) or re.sub(r"\W", "", lemma)[:STEM])
    return frozenset(found)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the smaller gist that both have; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


@cache
def _concepts() -> Mapping[str, str]:
    groups = cast("dict[str, dict[str, list[str]]]", load("responses"))["kin"]
    return {word: name for name, listed in groups.items() for word in listed}
