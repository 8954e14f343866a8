"""What is new since a day: reports, and what happened to talks, promises, disputes and figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.brief.numbers import figure_words
from onrecord.brief.quoting import shorten
from onrecord.brief.value import Piece
from onrecord.model.records import Figure
from onrecord.model.span import Span
from onrecord.queries.wording import days_of, first_told
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
    for event in view.events:
        record = view.record(event.about)
        told = first_told(view.index, (m.report for m in getattr(record, "mentions", ())))
        began = told.end or told.start
        day = event.when.end or event.when.start
        if event.what.startswith("talk "):
            day = began  # a talk is news when it is first told of, whenever it takes place
        if day is not None and since < day <= view.day:
            yield Change(day, event.what, event.about, event.head, event.evidence)
    for found in view.series.values():
        newest = max(found, key=lambda f: (_said(view, f.report, f), f.id))
        day = _said(view, newest.report, newest)
        if newest.by and len(found) > 1 and since < day <= view.day:
            head = (Piece("figure", "plain"), Piece(": "), Piece(shorten(newest.of, 80), "what"), Piece(" "),
                    Piece(figure_words(newest), "status"), Piece(f", says {view.index.name(newest.by)}"))  # fmt: skip
            yield Change(day, "figure", newest.id, head, newest.evidence)


def _said(view: View, report: str, figure: Figure) -> date:
    period = days_of(view.index, figure.said, report)
    return period.start or period.end or date.min
