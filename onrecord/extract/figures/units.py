"""What a number counts: the noun, its unit, and whether such a number is a figure at all."""

from dataclasses import dataclass
from functools import cache

from onrecord.model.kinds import load

__all__ = ["Units", "plural", "singular", "units"]

_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "lives": "life", "feet": "foot", "bodies": "body"}
_MANY = {one: many for many, one in _IRREGULAR.items()}


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
    ground: frozenset[str]
    fates: dict[str, str]
    fated: dict[str, str]
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
        ground=_words(kinds["ground"]),
        fates=_by_word(kinds["fates"]),
        fated=_by_word(kinds["fated"]),
        least=float(str(kinds["least"])),
    )


def singular(noun: str) -> str:
    """A noun in small letters without its plural ending, as far as English lets it be told by the letters."""
    word = noun.casefold().strip("’'")
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def plural(word: str) -> str:
    """A noun in small letters as it is written of several; one that is written so already stays."""
    return _MANY.get(word) or (word if word.endswith(("s", "men")) or word in _IRREGULAR else f"{word}s")


def _by_word(entry: object) -> dict[str, str]:
    if not isinstance(entry, dict):
        raise TypeError("units.yaml: lists of words under a name are wanted")
    return {str(word).casefold(): str(name) for name, words in entry.items() for word in words}


def _words(entry: object) -> frozenset[str]:
    if not isinstance(entry, list):
        raise TypeError("units.yaml: a list of words is wanted")
    return frozenset(str(word).casefold() for word in entry)
