"""One voice of one report, and sets of voices that grow together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.reading import Reading, Voice

__all__ = ["DESCRIBED", "Seen", "Sets", "reports_of", "seen_in"]

DESCRIBED = "described, not named, in one report"
"""Why an unnamed source is an actor of its own."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A report's voice and its address."""

    report: str
    number: int
    voice: Voice


def seen_in(readings: Sequence[Reading]) -> list[Seen]:
    """Every voice of the readings, in the order of report ids, whatever order they came in."""
    return [
        Seen(reading.report, number, voice)
        for reading in sorted(readings, key=lambda reading: reading.report)
        for number, voice in enumerate(reading.voices)
    ]


def reports_of(group: Sequence[Seen]) -> frozenset[str]:
    """The reports in which a group is seen."""
    return frozenset(one.report for one in group)


class Sets:
    """Sets of names that have been joined, each with the reports that have it; the smallest member stands for its set.

    Two that one report keeps apart are two, so that sets which share a report are not joined.
    """

    def __init__(self, reports: Sequence[frozenset[str]]) -> None:
        self._parent = list(range(len(reports)))
        self._reports = [set(those) for those in reports]

    def find(self, i: int) -> int:
        """The number that stands for the set of `i`."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int, *, equal: bool = False) -> bool:
        """Make two sets one; where a report has both only if their names are `equal`. False where nothing changed."""
        a, b = sorted((self.find(i), self.find(j)))
        if a == b or not (equal or self._reports[a].isdisjoint(self._reports[b])):
            return False
        self._parent[b] = a
        self._reports[a] |= self._reports[b]
        return True

    def weight(self, i: int) -> int:
        """In how many reports a set is seen."""
        return len(self._reports[self.find(i)])

    def groups(self) -> list[list[int]]:
        """The sets, each in order, in the order of their smallest members."""
        found: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            found[self.find(i)].append(i)
        return list(found.values())
