"""A brief as a value: sections of lines, each line made of names, days, fixed words and exact quotes.

Nothing in it is generated text. A `Piece` is a name, a day, a label of ours or words cut from a report; the renderers
decide how each looks, so the terminal and the Markdown say the same.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = ["Brief", "Evidence", "Line", "Piece", "Role", "Section"]

Role = Literal["who", "what", "plain", "quote", "day", "status", "mark"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line and what they are; a `mark` leads to evidence, and `plain` are fixed words of ours."""

    text: str
    role: Role = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """One record as the brief tells it: its head, and below who said what of it, with the marks of the evidence."""

    record: str
    head: tuple[Piece, ...]
    details: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The most important lines of one kind; `more` were left out and `command` lists them all."""

    key: str
    title: str
    lines: tuple[Line, ...]
    more: int = 0
    command: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a mark leads to: the exact words, the report and the place they stand in, and the record they are of."""

    number: int
    words: str
    report: str
    name: str
    outlet: str | None
    day: str
    record: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The state of play as of a day: what counts and what is later, the sections, and the evidence by number.

    `heading` and `rests` stand at the top of one about something narrower: a talk, or what changed between two days.
    """

    day: date
    reports: int
    span: str
    agencies: tuple[str, ...]
    undated: int
    later: int
    sections: tuple[Section, ...]
    evidence: tuple[Evidence, ...]
    heading: str = ""
    rests: str = ""
