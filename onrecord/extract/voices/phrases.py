"""Noun phrases cut at their possessives: the stretches of words in which an actor can be named."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.extract.voices.words import Words

__all__ = ["Part", "phrase_parts"]

_NOMINAL: Final = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’", "‘", "'S", "’S"})
_OWNERS: Final = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
_PREDICATIVE: Final = ("acl", "ccomp", "xcomp", "advcl", "root", "ROOT", "conj", "parataxis")
_WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_WHEN: Final = frozenset({"last", "next"})
_TIMES: Final = _WEEKDAYS | {
    "night",
    "week",
    "weekend",
    "month",
    "year",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
}
_HYPHENS: Final = frozenset({"-", "–"})


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens `start` to `end` of one phrase; `owner`: a possessive mark follows; `owned`: one came before."""

    start: int
    end: int
    owner: bool
    owned: bool


def phrase_parts(words: Words, named: list[int]) -> Iterator[list[Part]]:
    """The parts of each noun phrase, in order; `named[token]` is -1 where no known name stands."""
    token, size = 0, len(words)
    while token < size:
        if not _nominal(words, token, named):
            token += 1
            continue
        start, parts, since = token, [], token
        token += 1
        while token < size:
            if words.text[token] in _POSSESSIVE and _owns(words, token):
                parts.append(Part(since, token, True, since > start))
                since = token + 1
            elif not _continues(words, token, named):
                break
            token += 1
        if since < token:
            parts.append(Part(since, token, False, since > start))
        yield parts


def _nominal(words: Words, token: int, named: list[int]) -> bool:
    if words.lower[token] in _WEEKDAYS and named[token] < 0 and not words.ent[token]:
        return False  # "President Vint Monday", "on Tuesday Orlavia's minister"
    return (
        words.pos[token] in _NOMINAL
        or named[token] >= 0
        or words.ent[token] != ""
        or words.tag[token] in ("DT", "PRP$", "PDT", "WP$")
        or (words.tag[token] in ("VBN", "VBG") and words.dep[token] in ("amod", "compound"))
    )


def _owns(words: Words, token: int) -> bool:
    return words.tag[token] == "POS" or (words.text[token] in ("'s", "’s") and words.pos[token] != "AUX")


def _continues(words: Words, token: int, named: list[int]) -> bool:
    if words.ent[token] == "ORG" and not words.ent_begins[token]:
        return True
    if words.text[token] in _HYPHENS:
        return token + 1 < len(words) and words.start[token] == words.end[token - 1] and words.text[token + 1].isalnum()
    if words.text[token - 1] in _HYPHENS and words.start[token] == words.end[token - 1]:
        return words.text[token].isalnum()
    if words.tag[token] in ("PRP$", "WP$") or words.lower[token] in _OWNERS:
        return words.tag[token - 1] == "PDT" or words.lower[token - 1] in ("both", "all")
    if words.tag[token] == "DT":
        return words.tag[token - 1] in ("PDT", "DT") or words.lower[token - 1] in ("both", "all", "such")
    if words.lower[token] in _WHEN and words.lower[token + 1 : token + 2] and words.lower[token + 1] in _TIMES:
        return False  # "the president of Orlavia last week"
    behind = words.dep[token] == "amod" and words.head[token] < token  # "a source familiar with the talks"
    predicate = words.pos[token] == "ADJ" and (words.dep[token].startswith(_PREDICATIVE) or behind)
    if predicate and words.pos[token - 1] in ("NOUN", "PROPN"):
        return False
    return _nominal(words, token, named)
