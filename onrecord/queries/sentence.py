"""The sentence around a quote."""

import re

__all__ = ["sentence"]

# A full stop after a title or an initial ends no sentence.
_END = re.compile(
    r"""(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])[.!?]["'”’)\]]*\s+(?=["'“‘(\[]?[A-Z0-9])|\n\s*\n|\n(?=\s*[A-Z“"])"""
)
# A sentence of more than this on either side of the quote is a list or a page without full stops.
_REACH = 300


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences that hold text[start:end] begin and end; never more than a few hundred characters beyond."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    # Two letters beyond the start, so that what begins there is seen to begin a sentence.
    before = [found.end() for found in _END.finditer(text, low, start + 2) if found.end() <= start]
    after = _END.search(text, max(start, end - 1), high)
    first = before[-1] if before else _at_word(text, low, start)
    last = after.start() + len(after.group().rstrip()) if after else high
    return first, max(end, last)


def _at_word(text: str, low: int, start: int) -> int:
    """The first word that begins at or after a cut."""
    if low == 0:
        return 0
    space = re.compile(r"\s").search(text, low, start)
    return space.end() if space else start
