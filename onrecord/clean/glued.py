"""Furniture that sticks to the end of a paragraph, without a line of its own."""

import re

from onrecord.clean.lines import Line
from onrecord.clean.rules import rules

__all__ = ["glued_end"]

STOP = re.compile(r"[.!?\"”’')\]]\s*$")  # what it sticks to is the end of a sentence
REACH = 240  # characters from the end in which it may begin


def glued_end(line: Line) -> tuple[int, int] | None:
    """The range at the end of a line that is furniture, where what stands before it ends as a sentence."""
    tail_at = max(0, len(line.words) - REACH)
    for rule in rules()["glued"]:
        for match in re.finditer(rf"(?:{rule.pattern.pattern})\s*$", line.words[tail_at:], rule.pattern.flags):
            at = tail_at + match.start()
            if STOP.search(line.words[:at]):
                return line.start + at, line.end
    return None
