"""The turn that somebody says a deed took: it was done or was not, will not be, was put off, called off or never
promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from onrecord.link.concepts import actions
from onrecord.link.deeds import deeds_of
from onrecord.link.opposites import form, sides_of
from onrecord.model import kinds
from onrecord.model.reading import Sense
from onrecord.text.stem import words

__all__ = ["How", "Turn", "turn_of"]

How = Literal["done", "undone", "failed", "refused", "not to be", "put off", "called off", "not promised", "doubted"]
PAST = frozenset({"past", "perfect"})
ONE = frozenset({"a", "an", "one"})


@dataclass(frozen=True, slots=True)
class Turn:
    """How it went, and the classes of action that the deed is of."""

    how: How
    deed: frozenset[str]


def turn_of(sense: Sense, text: str) -> Turn | None:
    """What a content says became of a deed; None where it says nothing of the kind, or only supposes it."""
    deeds, told = deeds_of(sense), frozenset(words(text.lower()))
    if not deeds or sense.standing == "uncertain" or "if" in told:
        return None
    verbs, (_, sign) = [verb for verb, _ in deeds], deeds[-1]
    if verbs[0] == "doubt" and deeds[0][1] > 0:
        return Turn("doubted", actions(text))
    if len(verbs) == 1 and (handled := _handled(verbs[0], sign, sense)) is not None:
        return Turn(handled, actions(sense.done_to))
    if len(verbs) == 1 and sign > 0 and "still" in told and (undone := _against(verbs[0])):
        return Turn("undone", undone)
    how = _how(verbs[:-1], deeds[0][1], sign, sense, told)
    deed = actions(verbs[-1])
    return Turn(how, deed) if how is not None and deed else None


def _handled(verb: str, sign: int, sense: Sense) -> How | None:
    """What is said by a verb whose thing is the deed: "completed the withdrawal"."""
    if not actions(sense.done_to):
        return None
    if sign > 0 and verb in _listed("put off"):
        return "put off"
    if sign > 0 and verb in _listed("called off"):
        return "called off"
    if verb in _listed("finished") and sense.tense in PAST:
        return "done" if sign > 0 else "undone"
    return None


def _how(outer: Sequence[str], first: int, sign: int, sense: Sense, told: frozenset[str]) -> How | None:
    """What is said by the deed's own verb, and by those before it: "failed to withdraw"."""
    if _listed("promising") & set(outer):
        return "not promised" if first < 0 else None
    if sign > 0:
        return "done" if not outer and sense.tense in PAST and not _partly(sense, told) else None
    if outer:
        return "failed" if outer[0] in _listed("failing") else "refused" if outer[0] in _listed("refusing") else None
    return "undone" if sense.tense in PAST else "not to be"


def _partly(sense: Sense, told: frozenset[str]) -> bool:
    """Was only a part done: "some of its troops", "a brigade left"?"""
    doer = words(sense.doer.lower())
    return not _parts().isdisjoint(told) or bool(doer and doer[0] in ONE)


@cache
def _against(verb: str) -> frozenset[str]:
    """The classes of action that are not done yet while somebody still does this: who is still there has not left."""
    return frozenset(
        one for one in cast(Mapping[str, object], kinds.load("linking")["actions"]) if sides_of(verb, form(one)) < 0
    )


@cache
def _parts() -> frozenset[str]:
    return frozenset(cast(Sequence[str], kinds.load("turns")["partly"]))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(form(verb) for verb in cast(Sequence[str], kinds.load("turns")[name]))
