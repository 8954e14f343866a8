"""Exactly, about, more than, less than, up to: what the words around a number make of it."""

import re
from functools import cache

from onrecord.model.acts import Compare
from onrecord.model.kinds import load

__all__ = ["comparison"]

_NAMES: tuple[Compare, ...] = ("more than", "less than", "up to", "about")
_REACH = 32
_VAGUE = ("dozens", "scores")  # two at least


def comparison(text: str, start: int, end: int) -> tuple[Compare, int]:
    """How the number between two characters compares with what is counted, and where the words that say so begin."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    best: tuple[int, Compare] | None = None
    for name in _NAMES:
        match = _before(name).search(before)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), name)
    if best:
        return best[1], start - len(before) + best[0]
    for name in _NAMES:
        if _after(name).match(after):
            return name, start
    return ("more than" if text[start:end].casefold() in _VAGUE else "exactly"), start


@cache
def _before(name: str) -> re.Pattern[str]:
    article = "an? " if name == "about" else "an? |the "  # "a deal about the four hostages" is of four
    return re.compile(rf"\b(?:{_listed(name, 'before')}) (?:{article})?$", re.IGNORECASE)


@cache
def _after(name: str) -> re.Pattern[str]:
    return re.compile(rf"[ -](?:\w+ )?(?:{_listed(name, 'after')})\b", re.IGNORECASE)


def _listed(name: str, side: str) -> str:
    compare = load("numbers")["compare"]
    entry = compare[name] if isinstance(compare, dict) else None
    words = entry[side] if isinstance(entry, dict) else None
    if not isinstance(words, list):
        raise TypeError(f"numbers.yaml: compare, {name}, {side} is a list")
    return "|".join(sorted((re.escape(str(word)) for word in words), key=lambda word: -len(word)))
