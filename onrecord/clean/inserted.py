"""Headlines that a page sets into a sentence behind a name: what its links are made of once they are plain text."""

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["inserted"]

REACH: Final = 900
"""Characters before the closing MORE in which the name must be glued to a headline."""
BEFORE: Final = 100
"""Characters before the glued name in which it must stand once already."""
_CLOSING: Final = re.compile(r"\bMORE\b")
_GLUED: Final = re.compile(r"(?<=[a-z.])(?=[A-Z0-9])")


def inserted(text: str) -> Iterator[tuple[int, int]]:
    """The ranges from behind a name to the closing MORE: the name once more, the headlines glued to it, and the word.

    Only where the last word of the name stands twice is it taken as such: "Ana Berol Ana Maria BerolPort closed MORE".
    """
    last = 0
    for closing in _CLOSING.finditer(text):
        begin = max(last, closing.start() - REACH, text.rfind("\n", 0, closing.start()) + 1)
        starts = (_behind_name(text, begin, glue.start()) for glue in _GLUED.finditer(text, begin, closing.start()))
        start = next((one for one in starts if one is not None), None)
        if start is not None:
            yield start, closing.end()
        last = closing.end()


def _behind_name(text: str, begin: int, glue: int) -> int | None:
    """Where the first of the two ends, if the word that ends at `glue` stands as a whole word shortly before."""
    begin = max(begin, glue - BEFORE)
    before, _, name = text[begin:glue].rpartition(" ")
    words = f" {before} "
    at = words.rfind(f" {name} ") if name[:1].isalpha() else -1
    return None if at < 0 else begin + at + len(name)
