"""The lines of a text with their places, and what can be seen of each without reading it."""

import re
from dataclasses import dataclass

__all__ = ["Line", "lines_of"]

SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]{0,4}$")
BROKEN_OFF = ("...", "…")
PARAGRAPH = 12  # words: a sentence as long as this is running text
TITLE = 22  # words: a title of another story is shorter
CAPITAL = 0.8  # of a headline's words that begin with a capital, where an outlet writes them so
WRAPPING = " \t\u00a0*•·|>»_#~=-–—"
WORD = re.compile(r"[^\W\d_]+")
SMALL, FEWEST = 3, 4  # letters of words that stay small in a headline; words without which nothing can be told
PAIRS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds words: its place in the text (white space at either end left out) and its words.

    `core` is the line without its bullets and surrounding brackets, which rules are matched against; `count` its words.
    """

    start: int
    end: int
    words: str
    core: str
    count: int

    @property
    def broken_off(self) -> bool:
        """Does it end in dots, as a teaser does?"""
        return self.words.endswith(BROKEN_OFF)

    @property
    def sentence(self) -> bool:
        """Does it end as a sentence does?"""
        return not self.broken_off and SENTENCE_END.search(self.words[-5:]) is not None

    @property
    def running(self) -> bool:
        """Is it running text: a whole sentence that is no heading?"""
        return self.count >= PARAGRAPH and self.sentence and not self.headline

    @property
    def headline(self) -> bool:
        """Is It Written With Capitals, as Many Outlets Write Headlines?"""
        words = [word for word in WORD.findall(self.words) if len(word) > SMALL]
        capitals = sum(word[0].isupper() for word in words)
        return len(words) >= FEWEST and capitals >= CAPITAL * len(words) and not self.words.endswith((".", ":", ";"))

    @property
    def title(self) -> bool:
        """Could it be the title of a story: short, and not ending as a sentence does?"""
        ends = self.words.rstrip("”’\"'").endswith((".", ":", ",", ";", "?"))
        return self.count <= TITLE and (self.headline or not ends)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold more than white space, in order."""
    found, start = [], 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = start + len(line) - len(line.lstrip())
            found.append(Line(begin, begin + len(words), words, _core(words), len(words.split())))
        start += len(line) + 1
    return tuple(found)


def _core(words: str) -> str:
    core = words.strip(WRAPPING)
    while len(core) > 1 and PAIRS.get(core[0]) == core[-1] and core.find(core[-1]) == len(core) - 1:
        core = core[1:-1].strip(WRAPPING)
    return core
