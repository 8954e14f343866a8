"""Names of bodies that the reader saw in pieces: "Republic of | the Sorn", "Centre on History | , Trade and Law"."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from onrecord.extract.voices.roles import roles
from onrecord.extract.voices.words import Words

__all__ = ["whole_names"]

_BODY: Final = "ORG"
_OPEN: Final = frozenset({"of", "for", "on"})
_PLACES: Final = frozenset({"LOC", "ORG"})


def whole_names(words: Words) -> Words:
    """The words with the names of bodies put together again, where the next piece can be nothing but theirs."""
    runs = list(_runs(words))
    starts = [start for start, _ in runs]
    ent, begins = list(words.ent), list(words.ent_begins)
    for start, end in runs:
        if words.ent[start] != _BODY:
            continue
        piece = _next_piece(words, start, end)
        at = bisect_left(starts, piece) if piece is not None else len(runs)
        if at == len(runs) or runs[at][0] != piece or words.ent[piece] not in _PLACES:
            continue
        for token in range(end, runs[at][1]):
            ent[token], begins[token] = _BODY, False
    return replace(words, ent=ent, ent_begins=begins)


def _runs(words: Words) -> Iterator[tuple[int, int]]:
    """The names that the reader saw, each from its first token to behind its last."""
    start = -1
    for token, kind in enumerate([*words.ent, ""]):
        if start >= 0 and (kind != words.ent[start] or words.ent_begins[token]):
            yield start, token
            start = -1
        if kind and start < 0:
            start = token


def _next_piece(words: Words, start: int, end: int) -> int | None:
    """Where the rest of a name begins that cannot end where it was cut."""
    after = words.lower[end : end + 2]
    if words.lower[end - 1] == "and":
        return end
    if words.lower[end - 1] in _OPEN:  # "Republic of", "the", "Sorn"
        return end + 1 if after[:1] == ["the"] else end
    if after[:1] == ["of"] and words.lower[end - 1] in roles().press:  # "Times", "of", "Brenport"
        return end + 2 if after[1:] == ["the"] else end + 1
    if after[:1] == [","] and end + 1 < len(words) and _listed(words, start, end):  # "Centre on History", ",", "Trade"
        return end + 1
    return None


def _listed(words: Words, start: int, end: int) -> bool:
    """Is what follows the comma beside a word inside the name, and not beside the name?"""
    if words.dep[end + 1] != "conj" or not start <= words.head[end + 1] < end:
        return False
    stop = end + 2
    while stop < len(words) and words.ent[stop] == _BODY and not words.ent_begins[stop]:
        stop += 1
    open_ = _OPEN & set(words.lower[start:end]) and "and" in words.lower[end + 1 : stop]
    above = words.head[end + 1]
    within = start <= words.head[above] < end and words.head[above] != above
    return within or bool(open_)
