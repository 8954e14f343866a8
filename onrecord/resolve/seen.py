"""One voice of one report, ways of being called that several reports share, and sets of these that grow together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.model.reading import Voice

if TYPE_CHECKING:
    from onrecord.resolve.group import Group

_K = TypeVar("_K")
_T = TypeVar("_T")

__all__ = ["DESCRIBED", "Numbers", "Rank", "Seen", "Sets", "Unit", "enter", "leave", "only"]

DESCRIBED = "described, not named, in one report"
"""Why an unnamed source is an actor of its own."""

Numbers = tuple[int, ...]
"""Which voices of a report."""

Rank = tuple[Any, ...]
"""Where a group stands among all: descriptions, institutions, people by full name, by surname alone, each in order."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A report's voice and its address."""

    report: str
    number: int
    voice: Voice


class Unit:
    """Voices of any reports that no rule tells apart: they go together to one group."""

    __slots__ = ("at", "group")

    def __init__(self) -> None:
        self.at: dict[str, Numbers] = {}
        self.group: Group | None = None

    @property
    def rank(self) -> Rank:
        """Where a group stands of which this is the first unit."""
        raise NotImplementedError

    def see(self, report: str, number: int) -> None:
        """One more voice."""
        self.at[report] = (*self.at[report], number) if report in self.at else only(number)

    def lose(self, report: str, number: int) -> None:
        """One voice less."""
        left = tuple(other for other in self.at[report] if other != number)
        if left:
            self.at[report] = left
        else:
            del self.at[report]


class Sets:
    """Sets of names that have been joined, each with the reports that have it; the smallest member stands for its set.

    Two that one report keeps apart are two, so that sets which share a report are not joined. Reports are looked up
    where they stand and not copied: a name of thousands of reports costs as little as one of a few.
    """

    def __init__(self, reports: Sequence[Mapping[str, object]]) -> None:
        self._parent = list(range(len(reports)))
        self._reports: list[list[Set[str]]] = [[those.keys()] for those in reports]

    def find(self, i: int) -> int:
        """The number that stands for the set of `i`."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int, *, equal: bool = False) -> bool:
        """Make two sets one; where a report has both only if their names are `equal`. False where nothing changed."""
        a, b = sorted((self.find(i), self.find(j)))
        if a == b or not (equal or self._apart(a, b)):
            return False
        self._parent[b] = a
        self._reports[a] += self._reports[b]
        return True

    def _apart(self, a: int, b: int) -> bool:
        return all(one.isdisjoint(other) for one in self._reports[a] for other in self._reports[b])

    def weight(self, i: int) -> int:
        """In how many reports a set is seen."""
        reports = self._reports[self.find(i)]
        return len(reports[0]) if len(reports) == 1 else len(set[str]().union(*reports))

    def groups(self) -> list[list[int]]:
        """The sets, each in order, in the order of their smallest members."""
        found: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            found[self.find(i)].append(i)
        return list(found.values())


@cache
def only(number: int) -> Numbers:
    """The number of one voice, as a tuple that is there once: nearly all groups have one voice in a report."""
    return (number,)


def enter(index: dict[_K, tuple[_T, ...]], key: _K, one: _T) -> None:
    """Put one beside the others of a key, once. Nearly all have no others, for whom a set would take much room."""
    others = index.get(key, ())
    if one not in others:
        index[key] = (*others, one)


def leave(index: dict[_K, tuple[_T, ...]], key: _K, one: _T) -> None:
    """Take one out of those of a key, and the key with its last."""
    left = tuple(other for other in index.get(key, ()) if other != one)
    if left:
        index[key] = left
    else:
        index.pop(key, None)
