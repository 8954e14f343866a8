"""Things filed under keys, in order, where those that stand close to one another in a file are compared."""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date
from typing import Generic, TypeVar

__all__ = ["Files", "Place"]

Place = tuple[date | str | float, ...]
"""Where something stands in an order; no two things have one place."""

Thing = TypeVar("Thing", bound=Hashable)


class Files(Generic[Thing]):
    """Things under their keys; neighbours are those at most `nearest` places apart in a file that both are in."""

    def __init__(
        self, nearest: int, *, place: Callable[[Thing], Place], keys: Callable[[Thing], Collection[Hashable]]
    ) -> None:
        self._nearest, self._place, self._keys = nearest, place, keys
        self._files: dict[Hashable, list[Thing]] = {}

    def fill(self, things: Iterable[Thing]) -> None:
        """File many things at once."""
        files = self._files
        for thing in things:
            for key in self._keys(thing):
                files.setdefault(key, []).append(thing)
        for file in files.values():
            file.sort(key=self._place)

    def later(self, thing: Thing) -> set[Thing]:
        """The neighbours of a thing that stand behind it."""
        found: set[Thing] = set()
        for key in self._keys(thing):
            file, at = self._find(key, thing)
            found.update(file[at + 1 : at + 1 + self._nearest])
        return found

    def earlier(self, thing: Thing) -> set[Thing]:
        """The neighbours of a thing that stand before it."""
        found: set[Thing] = set()
        for key in self._keys(thing):
            file, at = self._find(key, thing)
            found.update(file[max(0, at - self._nearest) : at])
        return found

    def around(self, thing: Thing) -> set[Thing]:
        """All neighbours of a thing."""
        return self.earlier(thing) | self.later(thing)

    def near(self, one: Thing, other: Thing) -> bool:
        """Are the two neighbours in any file?"""
        common = frozenset(self._keys(one)).intersection(self._keys(other))
        return any(abs(self._find(key, one)[1] - self._find(key, other)[1]) <= self._nearest for key in common)

    def put(self, thing: Thing) -> list[tuple[Thing, Thing]]:
        """File one more thing; gives the pairs between which it came that are too far apart now, in that file."""
        parted: list[tuple[Thing, Thing]] = []
        for key in self._keys(thing):
            insort(self._files.setdefault(key, []), thing, key=self._place)
            parted += self._across(*self._find(key, thing))
        return parted

    def take(self, thing: Thing) -> list[tuple[Thing, Thing]]:
        """Take a thing out; gives the pairs between which it stood that are neighbours now."""
        met: list[tuple[Thing, Thing]] = []
        for key in self._keys(thing):
            file, at = self._find(key, thing)
            met += self._across(file, at)
            del file[at]
            if not file:
                del self._files[key]
        return met

    def _find(self, key: Hashable, thing: Thing) -> tuple[list[Thing], int]:
        file = self._files[key]
        return file, bisect_left(file, self._place(thing), key=self._place)

    def _across(self, file: list[Thing], at: int) -> Iterable[tuple[Thing, Thing]]:
        """The pairs across a place that are neighbours only while nothing stands there."""
        first = max(0, at - self._nearest)
        return zip(file[first:at], file[first + self._nearest + 1 :], strict=False)
