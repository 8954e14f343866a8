"""What is new since a day: reports, and what happened to talks, promises, disputes and figures."""

from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from onrecord.brief.numbers import figure_words
from onrecord.brief.quoting import shorten
from onrecord.brief.value import Piece
from onrecord.model.records import Figure
from onrecord.model.span import Span
from onrecord.queries.events import Event
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
    events = [pair for pair in takewhile(lambda pair: pair[0] > since, view.news) if pair[0] <= view.day]
    figures = [pair for pair in takewhile(lambda pair: pair[0] > since, view.counted) if pair[0] <= view.day]
    # Only what is shown is put into words: after years there are thousands.
    told: list[tuple[date, str, Event | Figure]] = [(day, event.about, event) for day, event in events[:most]]
    told += [(day, figure.id, figure) for day, figure in figures[:most]]
    newest = sorted(told, key=lambda one: one[:2], reverse=True)[:most]
    found = tuple(_change(view, day, what) for day, _, what in newest)
    return Changes(since, reports, found, len(events) + len(figures) - len(found))


def _change(view: View, day: date, what: Event | Figure) -> Change:
    if isinstance(what, Figure):
        return Change(day, "figure", what.id, _counted(view, what), what.evidence)
    return Change(day, what.what, what.about, what.head, what.evidence)


def _counted(view: View, figure: Figure) -> tuple[Piece, ...]:
    return (
        Piece("figure: "),
        Piece(shorten(figure.of, 80), "what"),
        Piece(" "),
        Piece(figure_words(figure), "status"),
        Piece(f", says {view.index.name(figure.by or '')}"),
    )
