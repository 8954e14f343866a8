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
    [
        "be",
        "have",
        "do",
        "say",
        "make",
        "take",
        "get",
        "go",
        "come",
        "give",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "should",
        "must",
        "more",
        "most",
        "other",
        "such",
        "own",
        "same",
        "many",
        "much",
        "new",
        "last",
        "first",
        "next",
        "two",
        "three",
        "one",
        "day",
        "week",
        "month",
        "year",
        "time",
        "people",
        "part",
        "number",
        "sign",
        "official",
        "minister",
        "president",
        "spokesman",
        "spokeswoman",
        "statement",
        "report",
        "reporter",
        "tell",
        "add",
        "also",
        "know",
        "think",
        "believe",
        "want",
        "need",
        "put",
        "see",
        "mr",
        "mrs",
        "government",
        "country",
        "state",
        "side",
        "leader",
    ]
)


def gist(tokens: Iterable[Token], *, names: bool = True) -> frozenset[str]:
    """The content words of these tokens, each as the concept it belongs to or by its stem; without proper names if asked."""
    found: set[str] = set()
    for token in tokens:
        if token.pos_ not in CONTENT or len(token) < 2 or (token.pos_ == "PROPN" and not names):
            continue
        lemma = token.lemma_.lower()
        if lemma in LIGHT or lemma in ("pull", "move"):
            if lemma in ("pull", "move") and any(kid.lower_ in ("back", "out") for kid in token.children):
                found.add("withdrawal")
            continue
        found.add(_concepts().get(lemma) or re.sub(r"\W", "", lemma)[:STEM])
    return frozenset(found)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the smaller gist that both have; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


@cache
def _concepts() -> Mapping[str, str]:
    groups = cast("dict[str, dict[str, list[str]]]", load("responses"))["kin"]
    return {word: name for name, listed in groups.items() for word in listed}
