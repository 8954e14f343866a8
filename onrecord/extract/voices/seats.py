"""Capitals that a report introduces as such: "Tavrin, the capital of Orlavia", "the Orlavian capital, Tavrin"."""

from collections.abc import Iterator, Mapping, Set
from typing import Final

from onrecord.extract.voices.terms import Term
from onrecord.extract.voices.words import Words

__all__ = ["ruled_from", "seats"]

_OWNS: Final = frozenset({"'s", "’s"})
_IS: Final = frozenset({",", "is", "was", "(", "-", "–", "—"})
_PART_OF_A_STATE: Final = frozenset(
    {"province", "region", "district", "county", "state", "governorate", "oblast", "territory", "island", "culture"}
)
_OTHER_CAPITALS: Final = frozenset(
    {"provincial", "regional", "financial", "commercial", "cultural", "economic", "business", "former", "old",
     "ancient", "summer", "winter", "administrative", "venture", "political", "working", "human", "social"}
)  # fmt: skip
_LONGEST: Final = 3  # words of a town's name


def ruled_from(words: Words, unknown: Set[str]) -> set[str]:
    """The names no list has that a report gives a capital: "Tavrin, the capital of Orlavia"."""
    found = set()
    for token in _capitals(words):
        state = words.text[token + 2 : token + 3]
        following = words.lower[token + 3 : token + 4]
        told = words.lower[token + 1 : token + 2] == ["of"] and state and state[0] in unknown
        if told and not _PART_OF_A_STATE & set(following) and _before(words, token):
            found.add(state[0])
    return found


def seats(words: Words, named: Set[str], pairs: Mapping[str, str]) -> Iterator[Term]:
    """The capitals of states that the report tells of; `pairs` has their adjectives."""
    for token in _capitals(words):
        whose = words.text[token - 1] if token else ""
        whose = words.text[token - 2] if whose in _OWNS and token > 1 else whose
        state = pairs.get(whose) or (whose if whose in named else None)
        behind = words.text[token + 2 : token + 3] if words.lower[token + 1 : token + 2] == ["of"] else []
        if behind and behind[0] in named:
            town, state = _before(words, token), behind[0]
        else:
            town = _after(words, token) or _before(words, token)
        if state and town and town != state:
            yield Term(town, "capital", state, state)


def _capitals(words: Words) -> Iterator[int]:
    """Where the word stands that makes a town a state's seat, and not its province's or its banks'."""
    for token, word in enumerate(words.lower):
        if word == "capital" and words.lower[token - 1] not in _OTHER_CAPITALS:
            yield token


def _after(words: Words, token: int) -> str:
    """ "The Orlavian capital, Tavrin", "the capital Port Tavrin"."""
    first = token + 2 if words.text[token + 1 : token + 2] == [","] else token + 1
    stop = first
    while stop < min(first + _LONGEST, len(words)) and _in_a_name(words, stop):
        stop += 1
    return " ".join(words.text[first:stop])


def _before(words: Words, token: int) -> str:
    """ "Tavrin, the capital", "Port Tavrin is the Orlavian capital", "Tavrin, Orlavia's capital"."""
    stop = token
    while stop > max(0, token - 4) and words.text[stop] not in _IS:
        stop -= 1
    if words.text[stop] not in _IS:
        return ""
    first = stop
    while first > max(0, stop - _LONGEST) and _in_a_name(words, first - 1):
        first -= 1
    return " ".join(words.text[first:stop])


def _in_a_name(words: Words, token: int) -> bool:
    return words.text[token][:1].isupper() and words.text[token].isalpha() and words.pos[token] == "PROPN"
