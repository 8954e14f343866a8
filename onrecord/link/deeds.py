"""Deeds beside each other: are two the same, or does one undo the other?"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast

from onrecord.link.concepts import actions
from onrecord.model import kinds
from onrecord.model.reading import Sense
from onrecord.text.stem import stem, words

__all__ = ["Deed", "axes", "deeds_of", "relation", "sorts"]

Deed = tuple[str, int]
"""A verb with its particle, each word stemmed, and 1 where it is said to be done or so, -1 where it is not."""

_NOT = "not "


def deeds_of(sense: Sense) -> tuple[Deed, ...]:
    """The verbs of a content from the outermost to the innermost, each with its sign."""
    negated = bool(sense.verbs) and sense.verbs[0].startswith(_NOT)
    sign, found = -1 if sense.standing == "denied" or negated else 1, []
    for at, verb in enumerate(sense.verbs):
        if at and verb.startswith(_NOT):
            sign = -sign
        form = _form(verb.removeprefix(_NOT))
        found.append((form, sign))
        if form in _turning():
            sign = -sign
    return tuple(found)


def relation(one: Sequence[Deed], other: Sequence[Deed]) -> int:
    """1 where the two tell the same deed, -1 where one says the contrary of the other, 0 where they are two things.

    The innermost verbs decide where they can be compared; else the others do, where all that compare agree.
    """
    if not one or not other:
        return 0
    inner = _compared(one[-1], other[-1])
    if inner:
        return inner
    signs = {_compared(a, b) for a in one for b in other} - {0}
    return signs.pop() if len(signs) == 1 else 0


def sorts(verb: str) -> frozenset[str]:
    """The classes of action that a verb is of, or the verb itself: what one deed in other words is filed under."""
    return _classes(verb) or frozenset({verb})


def axes(verb: str) -> frozenset[str]:
    """The ends of axes at which a verb stands, as "+free": verbs at one end can be one deed."""
    return frozenset(f"{'+' if sign > 0 else '-'}{axis}" for axis, sign in _poles().get(verb, {}).items())


def _compared(one: Deed, other: Deed) -> int:
    (verb, sign), (second, against) = one, other
    if verb == second or _classes(verb) & _classes(second):
        return sign * against
    mine, theirs = _poles().get(verb, {}), _poles().get(second, {})
    shared = {mine[axis] * theirs[axis] for axis in mine.keys() & theirs.keys()}
    return shared.pop() * sign * against if len(shared) == 1 else 0


@cache
def _classes(verb: str) -> frozenset[str]:
    return actions(verb) - {"carry on", "stop", "pay"}  # too wide to be one deed: keep, end, give


def _form(verb: str) -> str:
    return " ".join(stem(word) for word in words(verb))


@cache
def _poles() -> Mapping[str, Mapping[str, int]]:
    """For each verb the axes on which it stands, and at which end."""
    axes = cast(Mapping[str, Mapping[str, Sequence[str]]], kinds.load("opposites")["axes"])
    table: dict[str, dict[str, int]] = {}
    for axis, ends in axes.items():
        for end, sign in (("plus", 1), ("minus", -1)):
            for verb in ends[end]:
                table.setdefault(_form(verb), {})[axis] = sign
    return table


@cache
def _turning() -> frozenset[str]:
    return frozenset(_form(verb) for verb in cast(Sequence[str], kinds.load("opposites")["turning"]))
