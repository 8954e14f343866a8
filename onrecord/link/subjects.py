"""Things filed by what they are about: which of those of some weeks are about the same as another?"""

from collections.abc import Collection
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from onrecord.link.concepts import overlap
from onrecord.link.lines import Lines, days_from

__all__ = ["Subjects"]

ENOUGH = 0.6  # share of the smaller set of concepts; below that two sentences merely belong to one crisis
AT_LEAST = 3  # concepts in common
T = TypeVar("T")


class _Filed(NamedTuple, Generic[T]):
    about: frozenset[str]
    thing: T


class Subjects(Generic[T]):
    """Things by their concepts and by tags, of which two must have one in common.

    What has no day is met only by what has none.
    """

    def __init__(self) -> None:
        self._lines: Lines[tuple[str, str, bool], _Filed[T]] = Lines()

    def add(self, name: str, day: date | None, tags: Collection[str], about: frozenset[str], thing: T) -> None:
        """File a thing under its tags and concepts."""
        filed = _Filed(about, thing)
        for tag in tags:
            for concept in about:
                self._lines.add((tag, concept, day is None), day or date.min, name, filed)

    def drop(self, name: str, day: date | None, tags: Collection[str], about: frozenset[str]) -> None:
        """Take out a thing that was filed so."""
        for tag in tags:
            for concept in about:
                self._lines.drop((tag, concept, day is None), day or date.min, name)

    def alike(self, day: date | None, days: int, tags: Collection[str], about: frozenset[str]) -> list[T]:
        """What is about the same, on a day or so many days after it (before it, if less than 0), by name."""
        first, last = (date.min, date.min) if day is None else days_from(day, days)
        met: dict[str, _Filed[T]] = {}
        for tag in tags:
            lines = [self._lines.between((tag, concept, day is None), first, last) for concept in about]
            # Who shares three of the concepts has one of those that are left without the two commonest.
            for line in sorted(lines, key=len)[: max(0, len(lines) - AT_LEAST + 1)]:
                met |= {name: filed for _, name, filed in line}
        return [met[name].thing for name in sorted(met) if _alike(met[name].about, about)]


def _alike(some: frozenset[str], others: frozenset[str]) -> bool:
    return len(some & others) >= AT_LEAST and overlap(some, others) >= ENOUGH
