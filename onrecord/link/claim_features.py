"""How far two statements say the same thing: each feature is named, weighs what the table says, and can forbid it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.link.contradiction import conflict, other_doer
from onrecord.link.deeds import relation
from onrecord.link.said import Packed, Said
from onrecord.model.acts import Act
from onrecord.model.meaning import likeness

__all__ = ["FROM_AFAR", "JOINS", "STAYS", "WEIGHTS", "Verdict", "compare", "enough"]

# Weights of the features; JOINS joins. Where a feature has a degree, this is what it weighs at its fullest.
WEIGHTS: Final = {
    "words in common": 5.0,
    "one within the other": 1.5,
    "near in meaning": 2.5,
    "same doer": 0.75,
    "same deed": 1.0,
    "same thing": 0.75,
    "same speaker": 0.5,
    "same days": 0.5,
    "same number": 0.5,
    "other names": -1.5,
    "other doer": -1.5,
    "other deed": -0.5,
    "other numbers": -1.5,
    "one is asked for, one is told": -1.0,
    "told long after": -1.0,
    "one leaves it open": -1.0,
    "one tells no deed": -0.5,
    "neither tells a deed": -1.0,
}
JOINS: Final = 5.0
FROM_AFAR: Final = 5.5  # what joins two that met by the order of their words or their meaning alone
STAYS: Final = 4.0  # that any two of one claim reach, so that it cannot drift from one thing to another

NAME: Final = 0.5  # weight of a name among the words: every report of a crisis has the same ones
FEWEST: Final = 4  # concepts; shorter contents say too little to be one claim
WITHIN: Final = 0.85  # share of the shorter content's words from which it is within the longer
NEAR: Final = 0.85  # cosine of two meanings that are fully alike
FAR: Final = 0.45  # and of two that are not alike at all
LONG: Final = 45  # days; what was so then may be so again
ASKING: Final = frozenset[Act]({"demand", "appeal", "offer"})


class Verdict(NamedTuple):
    """The sum of the features that hold, their names, and whether something forbids the joining."""

    score: float
    reasons: tuple[str, ...]
    vetoed: bool


VETO: Final = Verdict(0.0, (), True)


def compare(one: Said, other: Said) -> Verdict:
    """Compare two statements feature by feature."""
    if _vetoed(one, other):
        return VETO
    found = [(name, degree) for name, degree in _features(one, other) if degree > 0]
    score = sum(WEIGHTS[name] * degree for name, degree in found)
    return Verdict(score, tuple(_told(name, degree) for name, degree in found if WEIGHTS[name] > 0), False)


def _vetoed(one: Said, other: Said) -> bool:
    """Do they contradict each other, or does one say that it is so and the other that it is not?"""
    if one.sign != other.sign or not (enough(one) and enough(other)):
        return True
    doubted = (one.statement.act == "doubt") != (other.statement.act == "doubt")
    return (
        doubted
        or (other_doer(one, other) and not one.doing & other.doing)
        or _but_for(one, other)
        or conflict(one, other) is not None
    )


def enough(said: Said | Packed) -> bool:
    """Does a statement say enough to be one claim with another: four concepts, or three with a deed and a name?"""
    return len(said.words) >= FEWEST or (len(said.words) == FEWEST - 1 and bool(said.deeds and said.names))


def _but_for(one: Said, other: Said) -> bool:
    """Are they the same but for a name or a number, so that just this is what makes them two?"""
    mine, theirs = one.words - other.words, other.words - one.words
    if not mine or not theirs:
        return False
    own = one.own | other.own
    numbers = {word for word in mine | theirs if word[0].isdigit()}
    return mine | theirs <= numbers | ((one.names | other.names) - own)


def _told(name: str, degree: float) -> str:
    return name if degree == 1 else f"{name} ({degree:.0%})"


def _features(one: Said, other: Said) -> Iterator[tuple[str, float]]:
    yield from _words(one, other)
    near = likeness(one.meaning, other.meaning)
    if near is not None:
        yield "near in meaning", min(1.0, max(0.0, (near - FAR) / (NEAR - FAR)))
    yield from _deed(one, other)
    yield "same speaker", float(one.statement.source is not None and one.statement.source == other.statement.source)
    yield "same days", float(any(a.touches(b) for a in one.days for b in other.days))
    yield from _numbers(one, other)
    yield "one is asked for, one is told", float((one.statement.act in ASKING) != (other.statement.act in ASKING))
    yield "one leaves it open", float(one.open != other.open)
    if one.day is not None and other.day is not None:
        yield "told long after", float(abs((one.day - other.day).days) > LONG)


def _words(one: Said, other: Said) -> Iterator[tuple[str, float]]:
    names = one.names | other.names
    common, either = one.words & other.words, one.words | other.words
    weight = _weight(common, names)
    yield "words in common", weight / _weight(either, names)
    least = min(_weight(one.words, names), _weight(other.words, names))
    yield "one within the other", float(weight >= WITHIN * least)
    own = one.own | other.own
    yield "other names", float(bool(one.names - other.words - own) and bool(other.names - one.words - own))


def _weight(words: frozenset[str], names: frozenset[str]) -> float:
    return len(words) - (1 - NAME) * len(words & names)


def _deed(one: Said, other: Said) -> Iterator[tuple[str, float]]:
    if one.doers and other.doers:
        yield ("same doer" if one.doers & other.doers else "other doer"), 1.0
    if one.deeds and other.deeds:
        yield ("same deed" if relation(one.deeds, other.deeds) > 0 else "other deed"), 1.0
    yield "one tells no deed", float(bool(one.deeds) != bool(other.deeds))
    yield "neither tells a deed", float(not (one.deeds or other.deeds))
    yield "same thing", float(bool((one.thing & other.thing) - one.names - other.names))


def _numbers(one: Said, other: Said) -> Iterator[tuple[str, float]]:
    mine, theirs = ({word for word in said.words if word[0].isdigit()} for said in (one, other))
    if mine and theirs:
        yield ("same number" if mine & theirs else "other numbers"), 1.0
