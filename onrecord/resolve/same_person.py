"""Are two names the same person's? Decided by the names' own parts, never by a list of people."""

from rapidfuzz.distance import Levenshtein

from onrecord.text.stem import fold

__all__ = ["given_agree", "parts", "surname_agrees"]

_SHORTEST_VARIANT = 5  # letters; shorter surnames must be equal, since one letter then makes another name


def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens opened ("Kim Jong-un" and "Kim Jong Un" are alike)."""
    return tuple(word.strip(".,") for word in fold(name).replace("-", " ").split() if word.strip(".,"))


def surname_agrees(one: str, other: str) -> bool:
    """Equal, or a spelling apart: at most two letters of a long name, and the same beginning ("-sky", "-skiy")."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST_VARIANT or one[:3] != other[:3]:
        return False
    return Levenshtein.distance(one, other) <= (2 if shorter >= 7 else 1)


def given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do the given names allow one person: equal, an initial of the other, a spelling apart, or missing?"""
    if not one or not other:
        return True
    first, second = one[0], other[0]
    if first[0] == second[0] and 1 in (len(first), len(second)):
        return True
    return first == second or surname_agrees(first, second)
