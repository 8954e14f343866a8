"""The days of holidays: fixed ones, those counted from Easter or by weekday, and feasts that move with the moon."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from dateutil.easter import EASTER_ORTHODOX, easter

from onrecord.model.kinds import load
from onrecord.model.period import Period

__all__ = ["holiday_days"]

_DAY = timedelta(days=1)


def holiday_days(name: str, year: int) -> list[Period]:
    """The days that a holiday falls on in a year: none where it is not known, two where a short calendar has it twice.

    Raises ValueError for a year that no calendar has.
    """
    moving = _feasts().get(name)
    return list(moving.get(year, ())) if moving is not None else [_by_rule(name, year)]


def _by_rule(name: str, year: int) -> Period:
    holidays = load("times")["holidays"]
    rule = str(holidays.get(name, "")) if isinstance(holidays, dict) else ""
    if rule.startswith("orthodox"):
        return Period.day(easter(year, EASTER_ORTHODOX) + int(rule.removeprefix("orthodox")) * _DAY)
    if rule.startswith("easter"):
        return Period.day(easter(year) + int(rule.removeprefix("easter")) * _DAY)
    if "/" in rule:
        month, weekday, nth = (int(number) for number in rule.split("/"))
        first = date(year, month, 1)
        return Period.day(first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * _DAY)
    month, day = (int(number) for number in rule.split("-"))
    return Period.day(date(year, month, day))


@cache
def _feasts() -> Mapping[str, Mapping[int, tuple[Period, ...]]]:
    """The days of each moving feast by the year that it begins in."""
    feasts = load("feasts")["feasts"]
    if not isinstance(feasts, dict):
        raise TypeError("feasts.yaml: feasts is a mapping")
    return {str(name): _by_year(entry) for name, entry in feasts.items() if isinstance(entry, dict)}


def _by_year(entry: Mapping[str, object]) -> Mapping[int, tuple[Period, ...]]:
    length = (int(str(entry["days"])) - 1) * _DAY
    found: dict[int, tuple[Period, ...]] = {}
    for words in str(entry["first"]).split():
        first = date.fromisoformat(words)
        found[first.year] = (*found.get(first.year, ()), Period(first, first + length))
    return found
