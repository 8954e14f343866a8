"""What a number counts: the noun, its unit, and whether such a number is a figure at all."""

from dataclasses import dataclass
from functools import cache

from onrecord.model.kinds import load

__all__ = ["Units", "singular", "units"]


@dataclass(frozen=True, slots=True)
class Units:
    """The nouns of units.yaml by what they are; every key is a singular in small letters."""

    counted: dict[str, str]
    money: dict[str, str]
    measures: dict[str, str]
    durations: dict[str, str]
    lasting: frozenset[str]
    never: frozenset[str]
    groups: frozenset[str]
    days: frozenset[str]
    least: float


@cache
def units() -> Units:
    """The vocabulary of what is counted."""
    kinds = load("units")
    return Units(
        counted=_by_word(kinds["counted"]),
        money=_by_word(kinds["money"]),
        measures=_by_word(kinds["measures"]),
        durations=_by_word(kinds["durations"]),
        lasting=_words(kinds["lasting"]),
        never=_words(kinds["never"]),
        groups=_words(kinds["groups"]),
        days=_words(kinds["days"]),
        least=float(str(kinds["least"])),
    )


def singular(noun: str) -> str:
    """A noun in small letters without its plural ending, as far as English lets it be told by the letters."""
    word = noun.casefold().strip("’'")
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    irregular = {"men": "man", "women": "woman", "children": "child", "lives": "life", "feet": "foot", "bodies": "body"}
    if word in irregular:
        return irregular[word]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _by_word(entry: object) -> dict[str, str]:
    if not isinstance(entry, dict):
        raise TypeError("units.yaml: lists of words under a name are wanted")
    return {str(word).casefold(): str(name) for name, words in entry.items() for word in words}


def _words(entry: object) -> frozenset[str]:
    if not isinstance(entry, list):
        raise TypeError("units.yaml: a list of words is wanted")
    return frozenset(str(word).casefold() for word in entry)
