"""Furniture that sticks to the end of a paragraph, without a line of its own."""

import re
from functools import cache

from onrecord.clean.lines import Line
from onrecord.clean.rules import rules

__all__ = ["glued_end"]

STOP = re.compile(r"[.!?\"”’')\]]\s*$")  # what it sticks to is the end of a sentence
REACH = 240  # characters from the end in which it may begin


def glued_end(line: Line) -> tuple[int, int] | None:
    """The range at the end of a line that is furniture, where what stands before it ends as a sentence."""
    tail_at = max(0, len(line.words) - REACH)
    for pattern in _endings():
        for match in pattern.finditer(line.words, tail_at):
            if STOP.search(line.words[max(0, match.start() - 9) : match.start()]):
                return line.start + match.start(), line.end
    return None


@cache
def _endings() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?:{rule.pattern.pattern})\s*$", rule.pattern.flags) for rule in rules()["glued"])
