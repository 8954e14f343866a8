"""The lines of a text with their places, and what can be seen of each without reading it."""

import re
from dataclasses import dataclass

__all__ = ["Line", "lines_of"]

SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*\s*$")
CUT_OFF = re.compile(r"(?:\.\.\.|…)\s*$")
WRAPPING = " \t\u00a0*•·|>»_#~=-–—"
PAIRS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds words: its place in the text (white space at either end left out) and its words."""

    start: int
    end: int
    words: str

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.words.split())

    @property
    def sentence(self) -> bool:
        """Does it end as a sentence does?"""
        return bool(SENTENCE_END.search(self.words)) and not CUT_OFF.search(self.words)

    @property
    def core(self) -> str:
        """The line without its bullets, rules and surrounding brackets: what a rule is matched against."""
        core = self.words.strip(WRAPPING)
        while len(core) > 1 and PAIRS.get(core[0]) == core[-1] and core.find(core[-1]) == len(core) - 1:
            core = core[1:-1].strip(WRAPPING)
        return core


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold more than white space, in order."""
    found, start = [], 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = start + line.index(words)
            found.append(Line(begin, begin + len(words), words))
        start += len(line) + 1
    return tuple(found)
