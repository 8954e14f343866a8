"""Things filed under keys, under each in the order of their days, so that a time of one key is looked up and not
searched for."""

from bisect import bisect_left
from collections.abc import Hashable
from datetime import date, timedelta
from typing import Generic, TypeVar

__all__ = ["Lines", "days_from"]

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

_LAST = "\U0010ffff"  # behind every name


class Lines(Generic[K, T]):
    """Lines by key; of one name there is at most one thing on one day of a line."""

    def __init__(self) -> None:
        self._lines: dict[K, list[tuple[date, str, T]]] = {}

    def add(self, key: K, day: date, name: str, thing: T) -> None:
        """Put a thing on its day."""
        line = self._lines.setdefault(key, [])
        at = len(line) if not line or line[-1] < (day, name) else bisect_left(line, (day, name))
        line.insert(at, (day, name, thing))

    def drop(self, key: K, day: date, name: str) -> None:
        """Take a thing away that was put there."""
        line = self._lines[key]
        del line[bisect_left(line, (day, name))]
        if not line:
            del self._lines[key]

    def between(self, key: K, first: date, last: date) -> list[tuple[date, str, T]]:
        """What lies on some days, by day and then by name."""
        line = self._lines.get(key)
        if line is None:
            return []
        low = bisect_left(line, (first, ""))
        return line[low : bisect_left(line, (last, _LAST), low)]


def days_from(day: date, count: int) -> tuple[date, date]:
    """The first and the last day of those from a day on, or before it where `count` is less than 0."""
    other = day + max(date.min - day, min(timedelta(days=count), date.max - day))
    return (day, other) if count >= 0 else (other, day)
