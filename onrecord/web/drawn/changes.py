"""What is new since a day: reports, and what happened to talks, promises, disputes and figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from onrecord.brief.numbers import figure_words
from onrecord.brief.quoting import shorten
from onrecord.brief.value import Piece
from onrecord.model.records import Figure
from onrecord.model.span import Span
from onrecord.web.view import View

__all__ = ["Change", "Changes", "changes"]

MOST = 40


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became known after the day: on which day, what, of which record, and the words."""

    day: date
    what: str
    about: str
    head: tuple[Piece, ...]
    evidence: Span | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What became known after `since`, newest first; `more` were left out."""

    since: date
    reports: int
    found: tuple[Change, ...]
    more: int = 0


def changes(view: View, since: date, *, most: int = MOST) -> Changes:
    """Everything that became known after a day, newest first."""
    reports = sum(view.index.last_day(report.id) > since for report in view.ledger.reports)
    found = sorted(_found(view, since), key=lambda change: (change.day, change.about), reverse=True)
    return Changes(since, reports, tuple(found[:most]), max(0, len(found) - most))


def _found(view: View, since: date) -> Iterator[Change]:
    for day, event in takewhile(lambda pair: pair[0] > since, view.news):
        if day <= view.day:
            yield Change(day, event.what, event.about, event.head, event.evidence)
    for day, figure in takewhile(lambda pair: pair[0] > since, view.counted):
        if day <= view.day:
            yield Change(day, "figure", figure.id, _counted(view, figure), figure.evidence)


def _counted(view: View, figure: Figure) -> tuple[Piece, ...]:
    return (
        Piece("figure: "),
        Piece(shorten(figure.of, 80), "what"),
        Piece(" "),
        Piece(figure_words(figure), "status"),
        Piece(f", says {view.index.name(figure.by or '')}"),
    )
