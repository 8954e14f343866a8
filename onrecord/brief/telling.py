"""What every section needs to tell a line: the look-ups, the notes, the day, and the pieces that recur."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.brief.days import period_words
from onrecord.brief.index import Index
from onrecord.brief.notes import Notes
from onrecord.brief.quoting import quote, said_words
from onrecord.brief.value import Line, Piece, Section
from onrecord.model.period import Period
from onrecord.model.records import Statement
from onrecord.model.span import Span

__all__ = ["MOST", "Telling", "joined", "section"]

# Eight lines fill a third of a screen: what an analyst takes in before asking for the whole list.
MOST = 8


@dataclass(frozen=True)
class Telling:
    """The ledger being told and the notes being taken."""

    index: Index
    notes: Notes

    @property
    def today(self) -> date:
        """The day of the brief."""
        return self.index.ledger.day

    def days(self, period: Period) -> str:
        """A period in words, without the year where it is the brief's own."""
        return period_words(period, year=self.today.year)

    def published(self, report: str) -> str:
        """The day of a report in words, or `no day`."""
        return self.days(self.index.published(report)) or "no day"

    def who(self, actors: Iterable[str], *, otherwise: str = "somebody unnamed") -> Piece:
        """The names of actors as one piece."""
        return Piece(self.index.names(actors) or otherwise, "who")

    def voices(self, statement: Statement | None, stated_by: Iterable[str]) -> list[Piece]:
        """Who says it and, where that is told by others in the report, through whom: innermost first."""
        if statement is None or len(statement.chain) < 2:
            return [self.who(stated_by)] if tuple(stated_by) else []
        outer = list(reversed(statement.chain[:-1]))
        inner = [statement.chain[-1]]
        return [self.who(inner), Piece(", as told by "), self.who(outer)]

    def words(self, span: Span, record: str, *, limit: int = 140) -> list[Piece]:
        """A quote with its mark."""
        return [quote(span.exact, limit=limit), Piece(" "), self.notes.mark(span, record)]

    def said(self, statement: Statement) -> str:
        """When a statement was made in words; the report's day where the statement's own is unknown."""
        return self.days(statement.said) or self.published(statement.report)

    def content(self, statement: Statement, *, limit: int = 140) -> list[Piece]:
        """The words of a statement as a quote, its pieces joined by `…`, with the mark of the longest."""
        if not statement.content:
            return []
        return [
            said_words(statement, text=self.index.text(statement.report), limit=limit),
            Piece(" "),
            self.notes.mark(max(statement.content, key=lambda piece: len(piece.exact)), statement.id),
        ]

    def independent(self, reports: Iterable[str]) -> int:
        """How many reports there are when a copy counts as what it copies."""
        return len({self.index.original(report) for report in reports})


def joined(parts: Iterable[Sequence[Piece]], *, by: str = " · ") -> tuple[Piece, ...]:
    """Groups of pieces as one row, with a separator between those that are not empty."""
    row: list[Piece] = []
    for part in parts:
        if part:
            row += [Piece(by), *part] if row else part
    return tuple(row)


def section(key: str, title: str, lines: Sequence[Line], command: str, *, total: int) -> Section:
    """A section of lines already cut to size, `total` counting those that there were."""
    return Section(key, title, tuple(lines), more=max(0, total - len(lines)), command=command)
