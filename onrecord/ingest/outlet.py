"""Telling the name of an outlet from a person's and from a section's, by the words such names are made of."""

import re
from functools import cache

from onrecord.model.kinds import load

__all__ = ["outlet_in"]

PARTS = re.compile(r"\s*[|•·›»]\s*|\s+[-–—]\s+|,(?:\s+|$)")
WORD = re.compile(r"[A-Z][\w'’&.-]*|of|the|and|&")
MOST_WORDS = 5


def outlet_in(line: str) -> str | None:
    """The first part of a line that can only be an outlet's name, such as `Lake Times` in `Lake Times | 2 May 2031`."""
    return next((part for part in PARTS.split(line.strip()) if _named(part)), None)


def _named(part: str) -> bool:
    words = part.split()
    kinds = {word.casefold() for word in words}
    capital = bool(words) and all(WORD.fullmatch(word) for word in words)
    return capital and len(words) <= MOST_WORDS and bool(kinds & _words("outlet")) and not kinds <= _words("section")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(str(load("mastheads")[kind]).split())
