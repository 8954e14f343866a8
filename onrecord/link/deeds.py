"""Deeds beside each other: are two the same, or does one undo the other?"""

from collections.abc import Sequence
from functools import cache

from onrecord.link.concepts import actions
from onrecord.link.opposites import form, sides_of, turning
from onrecord.model.reading import Sense

__all__ = ["Deed", "deeds_of", "relation", "sorts"]

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
        name = form(verb.removeprefix(_NOT))
        found.append((name, sign))
        if name in turning():
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


def _compared(one: Deed, other: Deed) -> int:
    (verb, sign), (second, against) = one, other
    if verb == second or _classes(verb) & _classes(second):
        return sign * against
    return sides_of(verb, second) * sign * against


@cache
def _classes(verb: str) -> frozenset[str]:
    return actions(verb) - {"carry on", "stop", "pay"}  # too wide to be one deed: keep, end, give
