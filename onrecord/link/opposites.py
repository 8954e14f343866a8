"""What undoes what: deeds and classes of action at the two ends of an axis, from one list (`opposites.yaml`)."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import cast

from onrecord.model import kinds
from onrecord.text.stem import stem, words

__all__ = ["axes", "form", "opposed", "sides_of", "turning", "undoing"]

Ends = Mapping[str, Mapping[str, int]]
"""For each name the axes on which it stands, and at which end: 1 or -1."""


def sides_of(one: str, other: str) -> int:
    """1 where two verbs stand at one end of the axes that both are on, -1 at two ends, 0 where nothing is sure."""
    shared = _shared(_verbs(), one, other)
    return shared.pop() if len(shared) == 1 else 0


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Does some class of action undo some other: withdrawing and staying, opening and shutting?"""
    return any(-1 in _shared(_classes(), mine, theirs) for mine in one for theirs in other)


def undoing(some: frozenset[str]) -> frozenset[str]:
    """The classes of action that undo one of these."""
    return frozenset().union(*(_undoing().get(one, frozenset()) for one in some))


def axes(verb: str) -> frozenset[str]:
    """The ends of axes at which a verb stands, as "+free": verbs at one end can be one deed."""
    return frozenset(f"{'+' if sign > 0 else '-'}{axis}" for axis, sign in _verbs().get(verb, {}).items())


@cache
def turning() -> frozenset[str]:
    """Verbs that turn what follows them into its opposite."""
    return frozenset(form(verb) for verb in cast(Sequence[str], kinds.load("opposites")["turning"]))


def form(verb: str) -> str:
    """A verb with its particle as it is looked up: each word stemmed."""
    return " ".join(stem(word) for word in words(verb))


def _shared(ends: Ends, one: str, other: str) -> set[int]:
    mine, theirs = ends.get(one, {}), ends.get(other, {})
    return {mine[axis] * theirs[axis] for axis in mine.keys() & theirs.keys()}


@cache
def _verbs() -> Ends:
    return _listed("axes", form)


@cache
def _classes() -> Ends:
    return _listed("classes", str)


@cache
def _undoing() -> Mapping[str, frozenset[str]]:
    listed = _classes()
    return {one: frozenset(other for other in listed if -1 in _shared(listed, one, other)) for one in listed}


def _listed(section: str, key: Callable[[str], str]) -> Ends:
    table: dict[str, dict[str, int]] = {}
    for axis, ends in cast(Mapping[str, Mapping[str, Sequence[str]]], kinds.load("opposites")[section]).items():
        for end, sign in (("plus", 1), ("minus", -1)):
            for name in ends[end]:
                table.setdefault(key(name), {})[axis] = sign
    return table
