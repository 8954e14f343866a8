"""Words and orders that the lists share."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol, TypeVar

from onrecord.brief.days import period_words
from onrecord.brief.index import Index
from onrecord.brief.quoting import shorten
from onrecord.model.period import Period
from onrecord.model.span import Span

__all__ = ["day_or_none", "days_of", "first_told", "in_order", "printed_in"]


class _Record(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=_Record)


def days_of(index: Index, period: Period, report: str) -> Period:
    """The period, and where it is unknown that of the report."""
    return period if period.known else index.published(report)


def first_told(index: Index, reports: Iterable[str]) -> Period:
    """The days of the earliest of some reports; unknown where none has one."""
    known = [period for report in reports if (period := index.published(report)).known]
    return min(known, key=lambda period: period.end or period.start or date.max, default=Period())


def printed_in(index: Index, report: str) -> str:
    """Where a report was printed, short enough for a line: its outlet, else its name."""
    return shorten(index.outlet(report), 30)


def day_or_none(period: Period) -> str:
    """The period in words, `no day` where there is none."""
    return period_words(period) or "no day"


def in_order(
    found: Iterable[Record], period: Callable[[Record], Period], *, place: Callable[[Record], Span | None] | None = None
) -> list[Record]:
    """Oldest first, so that the newest stands right above the prompt; what has no day comes before all.

    Records of one day stand in the order of their `place` in the reports, and by id.
    """
    return sorted(found, key=lambda record: (_day(period(record)), _at(place(record) if place else None), record.id))


def _at(span: Span | None) -> tuple[str, int]:
    return ("", 0) if span is None else (span.report, span.start)


def _day(period: Period) -> date:
    return period.start or period.end or date.min
