"""Days counted from the day of a report: weekdays, weeks, months, stretches, and parts of a period."""

import math
import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from onrecord.model.period import Period

__all__ = ["part_of", "stretch", "unit_at"]

_UNKNOWN = Period()
_DAY = timedelta(days=1)
_PRESENT_AHEAD = 4  # days: "the law expires on Friday", said on a Monday
_DAYS_MEANT = {"hours": 1, "days": 7, "weeks": 28, "months": 183}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_PARTS = {
    "early": (0, 3), "mid": (3, 7), "late": (7, 10), "start": (0, 3), "end": (7, 10), "half1": (0, 5), "half2": (5, 10),
}  # fmt: skip
_SIGNED = re.compile(r"([+-]?)(\d+(?:\.\d+)?(?:e\+\d+)?)$")


def unit_at(kind: str, rest: str, day: date, tense: str) -> Period:
    """A day, week, month or longer unit so many units away from the day, or a stretch of several."""
    if kind == "weekday":
        return _weekday(rest, day, tense)
    match = _SIGNED.fullmatch(rest)
    if match is None:
        return _UNKNOWN
    number = float(match[2]) * (-1 if match[1] == "-" else 1)
    if kind.endswith("s") or kind == "centuries":
        return _span("century" if kind == "centuries" else kind[:-1], number, day)
    return _unit(kind, number, day, tense)


def stretch(kind: str, day: date) -> Period:
    """The stretch that "coming days" or "recent weeks" means; years to come and past years are unknown."""
    side, _, unit = kind.partition("-")
    days = _DAYS_MEANT.get(unit)
    if days is None:
        return _UNKNOWN
    return Period(day, day + days * _DAY) if side == "coming" else Period(day - days * _DAY, day)


def part_of(whole: Period, part: str) -> Period:
    """Early, mid, late, the end of … a period, in tenths of its days: the end of a month is its last nine days."""
    if whole.start is None or whole.end is None or part == "all":
        return whole
    length = (whole.end - whole.start).days + 1
    first, last = (math.floor(length * tenth / 10) for tenth in _PARTS[part])
    return Period(whole.start + first * _DAY, whole.start + (max(last, first + 1) - 1) * _DAY)


def _weekday(rest: str, day: date, tense: str) -> Period:
    """The weekday meant: of a past clause the last, of a coming one the next, of a present one the one near ahead."""
    number, _, which = rest.partition(":")
    wanted = int(number)
    if not 0 <= wanted <= 6:
        return _UNKNOWN
    back, ahead = (day.weekday() - wanted) % 7, (wanted - day.weekday()) % 7
    monday = day - day.weekday() * _DAY
    if which in {"-1", "+1"}:
        return Period.day(monday + (wanted + 7 * int(which)) * _DAY)
    if which == "last":
        return Period.day(day - (back or 7) * _DAY)
    if which == "next":
        return Period.day(day + (ahead or 7) * _DAY)
    if tense == "future" or (tense == "present" and (which == "this" or ahead <= _PRESENT_AHEAD)):
        return Period.day(day + ahead * _DAY)
    return Period.day(day - back * _DAY)


def _unit(kind: str, number: float, day: date, tense: str) -> Period:
    if number % 1 and kind in _MONTHS_OF:
        kind, number = "month", number * _MONTHS_OF[kind]  # half a year ago is a month
    elif number % 1 and kind == "week":
        kind, number = "day", number * 7
    whole = round(number)
    if kind in {"minute", "hour"}:
        days = math.trunc(number / 24) if kind == "hour" else 0
        return Period.day(day + days * _DAY)
    if kind == "day":
        return Period.day(day + whole * _DAY)
    if kind == "week":
        return _week(whole, day, tense)
    if kind == "weekend":
        return _weekend(whole, day, tense)
    months = _MONTHS_OF[kind]
    origin = day.year * 12 + day.month - 1
    if kind in {"decade", "century"}:
        origin = day.year * 12
    start = (origin // months + whole) * months
    first = date(start // 12, start % 12 + 1, 1)
    return Period(first, first + relativedelta(months=months) - _DAY)


def _week(number: int, day: date, tense: str) -> Period:
    """Monday to Sunday; on a Sunday, the week to come "this week" begins and the seven days before were "last week"."""
    if number == -1 and day.weekday() == 6:
        return Period(day - 7 * _DAY, day - _DAY)
    if number == 0 and tense == "future" and day.weekday() == 6:
        return Period(day, day + 6 * _DAY)
    monday = day - day.weekday() * _DAY + 7 * number * _DAY
    return Period(monday, monday + 6 * _DAY)


def _weekend(number: int, day: date, tense: str) -> Period:
    saturday = day + (5 - day.weekday()) * _DAY
    if number == 0 and tense != "future" and saturday > day:
        saturday -= 7 * _DAY
    return Period(saturday + 7 * number * _DAY, saturday + (7 * number + 1) * _DAY)


def _span(unit: str, number: float, day: date) -> Period:
    """From the day so far ahead, or from so far back to the day."""
    if unit in {"minute", "hour"}:
        hours = number if unit == "hour" else number / 60
        other = day + math.copysign(1, number) * math.ceil(abs(hours) / 24) * _DAY if abs(hours) >= 12 else day
    elif unit in {"day", "week"}:
        other = day + round(number * (7 if unit == "week" else 1)) * _DAY
    else:
        other = day + relativedelta(months=round(number * _MONTHS_OF[unit]))
    return Period(min(day, other), max(day, other))
