"""What the reader is told of a word besides its letters: its shape, the break before it, the quotation it stands in."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.int8]

SHAPES: Final = 8
BREAKS: Final = 4
QUOTES: Final = 3
GLUED, SPACED, NEW_LINE, CONTINUED = range(BREAKS)
OUTSIDE, INSIDE, MARK = range(QUOTES)
NO_MARK, OPENS, CLOSES, STRAIGHT, OPENS_SINGLE, CLOSES_SINGLE = range(6)

_MARKS: Final = {
    **dict.fromkeys(("“", "„", "«", "``"), OPENS),
    **dict.fromkeys(("”", "»", "''"), CLOSES),
    '"': STRAIGHT,
    "‘": OPENS_SINGLE,
    "’": CLOSES_SINGLE,
}


def shape_of(word: str) -> int:
    """Class of a word's letters: 1 lower, 2 Title, 3 UPPER, 4 one capital, 5 mixed, 6 with digits, 7 no letters."""
    if word.isalpha():
        if word.islower():
            return 1
        if len(word) == 1:
            return 4
        if word.isupper():
            return 3
        return 2 if word[0].isupper() and word[1:].islower() else 5
    if any(letter.isdigit() for letter in word):
        return 6
    if any(letter.isalpha() for letter in word):
        return 5 if word[0].isupper() else 1
    return 7


def mark_of(word: str) -> int:
    """Which quotation mark a word is, if it is one."""
    return _MARKS.get(word, NO_MARK)


def break_of(blank: str) -> int:
    """Class of the white space before a word."""
    if not blank:
        return GLUED
    return NEW_LINE if "\n" in blank else SPACED


def quote_states(marks: Bytes, breaks: Bytes) -> Bytes:
    """For each word whether it stands outside or inside a quotation, or is its mark.

    A straight mark left open ends with its line.
    """
    states = np.zeros(len(marks), np.int8)
    opened, since = NO_MARK, 0
    for at in np.flatnonzero((marks > NO_MARK) | (breaks == NEW_LINE)).tolist():
        mark = int(marks[at])
        if breaks[at] == NEW_LINE and opened == STRAIGHT:
            states[since:at], opened = INSIDE, NO_MARK
        if mark == NO_MARK or (mark == CLOSES_SINGLE and opened != OPENS_SINGLE):
            continue
        if opened != NO_MARK:
            states[since:at] = INSIDE
        states[at] = MARK
        opened, since = _after(mark, opened), at + 1
    if opened not in (NO_MARK, STRAIGHT):
        states[since:] = INSIDE
    return states


def _after(mark: int, opened: int) -> int:
    if mark in (CLOSES, CLOSES_SINGLE):
        return NO_MARK
    if mark == STRAIGHT:
        return NO_MARK if opened == STRAIGHT else STRAIGHT
    return opened if mark == OPENS_SINGLE and opened == OPENS else mark


def combined(shapes: Bytes, breaks: Bytes, quotes: Bytes) -> NDArray[np.int64]:
    """One row number in the model's feature table for each word."""
    return (shapes.astype(np.int64) * BREAKS + breaks) * QUOTES + quotes
