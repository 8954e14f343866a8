"""States that no list knows: "Orlavian President" beside "Orlavia" teaches the pair, "the capital, Tavrin" the seat."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from onrecord.extract.voices.roles import roles
from onrecord.extract.voices.seats import ruled_from, seats
from onrecord.extract.voices.terms import Term, index_terms, known_terms
from onrecord.extract.voices.words import Words

__all__ = ["learn_states"]

_ADJECTIVE: Final = re.compile(r"(?:[ei]an|an|ish|ese|ic|ine|i|n)$")
_NATIONAL: Final = frozenset(
    [
        "president",
        "premier",
        "chancellor",
        "minister",
        "ministry",
        "government",
        "parliament",
        "army",
        "ambassador",
        "embassy",
        "presidency",
        "king",
        "queen",
        "emperor",
        "emir",
        "leader",
        "leaders",
        "official",
        "officials",
        "troops",
        "forces",
        "military",
        "capital",
        "foreign",
        "defence",
        "defense",
        "prime",
        "interior",
        "border",
        "borders",
        "diplomat",
        "diplomats",
        "negotiators",
        "state",
        "soldiers",
        "counterpart",
        "navy",
        "delegation",
    ]
)
_REALMS: Final = frozenset(
    [
        "republic",
        "kingdom",
        "government",
        "president",
        "people",
        "state",
        "emirate",
        "federation",
        "sultanate",
        "ministers",
        "minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "parliament",
        "army",
    ]
)
_ENDINGS: Final = ("ia", "land", "stan")
_LONG: Final = 6
_SHORTEST_STEM: Final = 3


def learn_states(words: Words, more: Iterable[Term] = ()) -> Mapping[str, tuple[Term, ...]]:
    """Terms for the states of this report that the vocabulary does not have, with `more`, by their first word."""
    known = known_terms()
    capitals = [
        (token, word) for token, word in enumerate(words.text)
        if word[:1].isupper() and word.isalpha() and len(word) > _SHORTEST_STEM
        and words.lower[token] not in known and not _in_full_name(words, token)
    ]  # fmt: skip
    stems = _stems(words, capitals)
    pairs = _pairs(words, capitals, stems)
    named = {word for token, word in capitals if _owns_a_state(words, token) or _sounds_like_one(words, token)}
    named |= set(pairs.values()) | ruled_from(words, {word for _, word in capitals})
    terms = [Term(name, "state", name, name) for name in sorted(named)]
    terms += [Term(adjective, "adjective", name, name) for adjective, name in sorted(pairs.items())]
    terms += [Term(adjective + "s", "people", name, name) for adjective, name in sorted(pairs.items())]
    return index_terms([*more, *terms, *seats(words, named, pairs)])


def _in_full_name(words: Words, token: int) -> bool:
    """Is this a part of a person's name of two words or more?"""
    if words.ent[token] != "PERSON":
        return False
    goes_on = token + 1 < len(words) and words.ent[token + 1] == "PERSON" and not words.ent_begins[token + 1]
    return goes_on or not words.ent_begins[token]


def _stems(words: Words, capitals: Iterable[tuple[int, str]]) -> dict[str, str]:
    """Names of places or of nothing known yet, by every beginning that an adjective could be made from."""
    stems: dict[str, str] = {}
    for token, word in capitals:
        if words.pos[token] == "PROPN" and not _before_noun(words, token):
            for size in range(max(_SHORTEST_STEM, len(word) - 3), len(word) + 1):
                stems.setdefault(word[:size], word)
    return stems


def _pairs(words: Words, capitals: Iterable[tuple[int, str]], stems: Mapping[str, str]) -> dict[str, str]:
    """Adjective to state, where the adjective stands before something that states have."""
    pairs: dict[str, str] = {}
    for token, word in capitals:
        ending = _ADJECTIVE.search(word)
        if word in pairs or ending is None or not _before_noun(words, token):
            continue
        stem = word[: ending.start()]
        name = next((stems[root] for root in (stem + "i", stem) if root in stems and stems[root] != word), None)
        if name is None and _before_national(words, token) and word.endswith(("ian", "ean")):
            name = word[:-1]
        if (
            name is not None
            and name != word + "s"
            and len(stem) >= _SHORTEST_STEM
            and (_before_national(words, token) or name in stems.values())
        ):
            pairs[word] = name
    return pairs


def _next(words: Words, token: int) -> str:
    return words.lower[token + 1] if token + 1 < len(words) else ""


def _before_noun(words: Words, token: int) -> bool:
    following = _next(words, token)
    return following.isalpha() and (
        words.pos[token + 1] in ("NOUN", "ADJ") or following in _NATIONAL or following in roles().titles
    )


def _before_national(words: Words, token: int) -> bool:
    return bool(_NATIONAL & set(words.lower[token + 1 : token + 4]))


def _owns_a_state(words: Words, token: int) -> bool:
    """Is this the "Orlavia" of "Orlavia's foreign minister" or of "the Republic of Orlavia"?"""
    if words.ent[token] == "PERSON" and not words.text[token].endswith(_ENDINGS):
        return False
    if _next(words, token) in ("'s", "’s"):
        return words.pos[token] == "PROPN" and bool(_NATIONAL & set(words.lower[token + 2 : token + 4]))
    placed = words.ent[token] == "LOC" or (words.ent[token] == "PERSON" and words.text[token].endswith(_ENDINGS))
    return token > 1 and words.lower[token - 1] == "of" and words.lower[token - 2] in _REALMS and placed


def _sounds_like_one(words: Words, token: int) -> bool:
    """An acting "Kestria" or "Morland" of which the report says no more; news seldom have a first name alone."""
    word = words.text[token]
    return (
        len(word) >= _LONG and word.endswith(_ENDINGS) and words.pos[token] == "PROPN"
        and words.ent[token] in ("LOC", "PERSON") and words.dep[token].startswith(("nsubj", "conj", "obj", "nmod:poss"))
    )  # fmt: skip
