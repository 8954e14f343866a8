"""Days that are written as dates: with their year, or without it and then to be chosen by tense and nearness."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from onrecord.model.period import Period
from onrecord.resolve.feasts import holiday_days

__all__ = ["dated"]

_UNKNOWN = Period()
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
# Days: what the tense speaks against must be so much nearer than the other year's. Measured on TempEval-3's working
# part.
_AGAINST_TENSE = {"month": 300, "season": 300, "quarter": 90}
_AGAINST_DAY = 180
_YEARS = {"year": 1, "decade": 10, "century": 100}
_DATE = re.compile(r"(\d{4}|-)-(\d\d?)-(\d\d?)(?:/(\d))?(?::(past))?$")
_MONTH = re.compile(r"(\d{4}|-|[+-]?\dy)-(\d\d?)(?::(last|next))?$")
_QUARTER = re.compile(r"(\d{4}|-|[+-]?\dy)-(\d)$")
_SEASON = re.compile(r"(\d{4}|-|[+-]?\dy)-(spring|summer|autumn|winter)(?::(last|next))?$")
_HOLIDAY = re.compile(r"([a-z-]+?)(?::(last|next|\d{4}))?$")


def dated(kind: str, rest: str, day: date | None, tense: str) -> Period | None:
    """The period that a written date names; unknown where its year cannot be told, None where it is no written date.

    Raises ValueError for days that do not exist.
    """
    if kind in _READERS:
        pattern, of_year = _READERS[kind]
        match = pattern.fullmatch(rest)
        return _in_year(kind, match, of_year, day, tense) if match else None
    if kind in _YEARS and re.fullmatch(r"\d{4}", rest):
        last = int(rest) + _YEARS[kind] - 1
        return Period(date(int(rest), 1, 1), date(last, 12, 31))
    return None


def _in_year(
    kind: str, match: re.Match[str], of_year: Callable[[int, re.Match[str]], Period], day: date | None, tense: str
) -> Period:
    """The period in the year that is written, or in the year that fits best."""
    written = match[1] if match.re is not _HOLIDAY else match[2] or "-"
    if written.isdigit():
        return of_year(int(written), match)
    if day is None:
        return _UNKNOWN
    if written.endswith("y"):
        return of_year(day.year + int(written[:-1]), match)
    which = match[match.re.groups] if match.re in {_MONTH, _SEASON, _HOLIDAY, _DATE} else None
    check = match[4] if match.re is _DATE else None
    found = [period for year in range(day.year - 4, day.year + 5) for period in _try(of_year, year, match)]
    fitting = [p for p in found if check is None or (p.start and p.start.weekday() == int(check))]
    against = _AGAINST_TENSE.get(kind, _AGAINST_DAY)
    return min(fitting or found, key=lambda period: _misfit(period, day, (tense, against), which), default=_UNKNOWN)


def _try(of_year: Callable[[int, re.Match[str]], Period], year: int, match: re.Match[str]) -> list[Period]:
    """A year without that day, as most are for 29 February, is no candidate; one with two new moons has two."""
    try:
        return holiday_days(match[1], year) if match.re is _HOLIDAY else [of_year(year, match)]
    except ValueError:
        return []


def _misfit(period: Period, day: date, tense: tuple[str, int], which: str | None) -> int:
    """How many days away, and more when the tense speaks against it or "last" and "next" do."""
    if period.start is None or period.end is None:
        return 10**6
    ahead = max(0, (period.start - day).days)
    back = max(0, (day - period.end).days)
    inside = not ahead and not back
    if which:
        wrong = ahead if which == "past" else inside or (ahead if which == "last" else back)
        return max(ahead, back) + (10**5 if wrong else 0)
    against = (ahead and tense[0] == "past") or (back and tense[0] == "future")
    return max(ahead, back) + (tense[1] if against else 0)


def _day(year: int, match: re.Match[str]) -> Period:
    return Period.day(date(year, int(match[2]), int(match[3])))


def _month(year: int, match: re.Match[str]) -> Period:
    return _months(year, int(match[2]), 1)


def _quarter(year: int, match: re.Match[str]) -> Period:
    return _months(year, int(match[2]) * 3 - 2, 3)


def _season(year: int, match: re.Match[str]) -> Period:
    return _months(year, _SEASONS[match[2]], 3)


def _months(year: int, first: int, number: int) -> Period:
    """So many months from the first one on."""
    start = date(year, first, 1)
    last_year, last = year + (first + number - 2) // 12, (first + number - 2) % 12 + 1
    return Period(start, date(last_year, last, monthrange(last_year, last)[1]))


def _holiday(year: int, match: re.Match[str]) -> Period:
    return next(iter(holiday_days(match[1], year)), _UNKNOWN)


_READERS: dict[str, tuple[re.Pattern[str], Callable[[int, re.Match[str]], Period]]] = {
    "date": (_DATE, _day),
    "month": (_MONTH, _month),
    "quarter": (_QUARTER, _quarter),
    "season": (_SEASON, _season),
    "holiday": (_HOLIDAY, _holiday),
}
