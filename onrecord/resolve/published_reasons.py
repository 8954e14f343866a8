"""What the day of a report rests on, in words for a reader, and what speaks against it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.model.notes import notes_of
from onrecord.model.period import Period, Published
from onrecord.model.reading import TimeExpression
from onrecord.model.report import Report
from onrecord.resolve.published_clues import Clues, clues_of
from onrecord.text.calendar import WEEKDAYS

__all__ = ["day_reasons"]

_DAY = timedelta(days=1)
_RESTS_ON = {
    "given": "the day came with the report",
    "page": "the page or its address says its day",
    "text": "its text writes out the day of what it tells",
    "corpus": "it is like other reports whose days are known",
    "unknown": "nothing in it and no report like it tells its day",
}


def day_reasons(report: Report, published: Published, times: Sequence[TimeExpression]) -> tuple[str, ...]:
    """Why a report is of that day, the clues beside it, and every other day that was given, printed or written."""
    clues = clues_of(times, report.text)
    worked_out = published.basis in {"text", "corpus", "unknown"}
    return (
        _RESTS_ON[published.basis],
        *(_clues(clues, published.period) if worked_out else ()),
        *notes_of(report),
        *_against(clues, published.period),
    )


def _clues(clues: Clues, period: Period) -> Iterator[str]:
    if clues.dateline is not None:
        yield "its dateline names a day without its year"
    if clues.posted is not None:
        yield f"the latest post that it shows is of {clues.posted}"
    if clues.weekday is not None:
        weekday = WEEKDAYS[clues.weekday].title()
        yield f"the first weekday that it names is {weekday}"
        fitting = _count(clues.weekday, period)
        if fitting > 1:
            yield f"its text leaves {fitting} {weekday}s from {period.start} to {period.end}"
    if period.start and (latest := clues.latest(period.end or period.start)):
        yield f"the latest day that it looks back to by its date is {latest}"
    if period.start and (nearest := clues.nearest(period.start)):
        yield f"the nearest day that it looks ahead to by its date is {nearest}"


def _count(weekday: int, period: Period) -> int:
    if period.start is None or period.end is None:
        return 0
    days = (period.end - period.start).days + 1
    return sum((period.start + n * _DAY).weekday() == weekday for n in range(days))


def _against(clues: Clues, period: Period) -> Iterator[str]:
    """What lies behind the report cannot be later than the report."""
    last: date | None = period.end or period.start
    if clues.told and last and clues.told > last + _DAY:
        yield f"but its text tells of {clues.told} as past"
