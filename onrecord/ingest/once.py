"""Is what arrives at a known address the report that is held, come by another way, or a changed one?"""

import re

from onrecord.model.report import Report, Via

__all__ = ["same_report"]

WORD = re.compile(r"\w+")
LINE = 6  # words: shorter lines are headlines, bylines and captions, which one way brings and the other does not
ENOUGH = 0.5  # of the longer text that must stand in the shorter one
# How much of the page each way brings: ways of one row cut a page alike, so that any other word is a change to it.
CUT: dict[Via, str] = {"page": "page", "archive": "page", "file": "page"}


def same_report(held: Report, arriving: Report) -> bool:
    """Are two texts of one address one report? They are where they have the same words.

    Where one came as a page and the other in a feed, a mail or a table, one may lack lines of the other, because
    pages bring captions and feeds do not. Between two pages every other word counts: a page that was changed.
    """
    one, other = WORD.findall(held.text.casefold()), WORD.findall(arriving.text.casefold())
    if one == other:
        return True
    ways = {CUT.get(seen.via, seen.via) for seen in held.seen}
    if {CUT.get(seen.via, seen.via) for seen in arriving.seen} <= ways:
        return False
    short, long = sorted((held.text, arriving.text), key=len)
    if len(short) < ENOUGH * len(long):
        return False
    lines = _lines(short)
    return bool(lines) and lines <= _lines(long)


def _lines(text: str) -> frozenset[tuple[str, ...]]:
    """The words of each line that is long enough to be a sentence."""
    found = (tuple(WORD.findall(line.casefold())) for line in text.split("\n"))
    return frozenset(words for words in found if len(words) >= LINE)
