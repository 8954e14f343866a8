"""Do two statements contradict each other? Only where they tell of one matter, and by something that can be named."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.link.concepts import concepts
from onrecord.link.deeds import relation
from onrecord.link.said import Said
from onrecord.model.meaning import likeness
from onrecord.model.period import Period
from onrecord.model.reading import FoundFigure

__all__ = ["Conflict", "conflict", "one_time", "other_doer"]

LEAST_ALIKE = 0.35  # cosine of the meanings, below which two statements are about two matters
SLACK = 0.1  # of the larger number: counts that differ by less do not contradict each other
LONG = 7  # days; a longer period holds too much to contradict anything
NEARBY = 14  # days; beyond them what was so may be otherwise
AT_ONCE = 3  # the same where one day is named


class Conflict(NamedTuple):
    """What sets two statements against each other ("opposite acts", "negation", "numbers", "days"), in their words."""

    kind: str
    detail: str


def conflict(one: Said, other: Said) -> Conflict | None:
    """What of one statement cannot hold together with the other; None where nothing is sure."""
    if one.open or other.open or not _one_matter(one, other):
        return None
    how = relation(one.deeds, other.deeds)
    if how < 0:
        return _opposed(one, other) if one_time(one, other) else None
    if how > 0:
        return next(_numbers(one, other), None) or _apart(one, other)
    return None


def one_time(one: Said, other: Said) -> bool:
    """Could both be told of one time? A day that only one names must lie near the day of the other's report."""
    if one.ahead != other.ahead and one.day is not None and other.day is not None:
        plan, deed = (one.day, other.day) if one.ahead else (other.day, one.day)
        if deed < plan:
            return False  # what was not so yet may well be planned
    if one.days and other.days:
        return any(mine.touches(theirs, slack=_slack(mine)) for mine in one.days for theirs in other.days)
    for said, bare in ((one, other), (other, one)):
        if said.days and bare.day is not None:
            return any(day.touches(Period.day(bare.day), slack=_slack(day)) for day in said.days)
    return True


def _slack(period: Period) -> int:
    return AT_ONCE if period.exact else NEARBY


def _opposed(one: Said, other: Said) -> Conflict:
    (verb, sign), (against, turned) = one.deeds[-1], other.deeds[-1]
    negated = sign != turned
    return Conflict("negation" if negated else "opposite acts", f"{_told(verb, sign)} / {_told(against, turned)}")


def _told(verb: str, sign: int) -> str:
    return verb if sign > 0 else f"not {verb}"


def _one_matter(one: Said, other: Said) -> bool:
    """The same doer as far as both tell, the same thing, no other place or name in either, a meaning not far off."""
    if other_doer(one, other):
        return False
    if not (one.doers or other.doers) and one.doing and other.doing and not one.doing & other.doing:
        return False
    if not _same_thing(one, other):
        return False
    acting = one.doers & other.doers or one.doing & other.doing
    matter = (one.thing | one.doing) & (other.thing | other.doing)
    if not acting and not matter - one.names - other.names:
        return False  # "he would meet Kell", "he did not meet Kell": who knows who they are
    own = one.own | other.own
    if one.names - other.names - own and other.names - one.names - own:
        return False
    near = likeness(one.meaning, other.meaning)
    return near is None or near >= LEAST_ALIKE


def other_doer(one: Said, other: Said) -> bool:
    """Do two sides do it, or two people of one side, each known?"""
    sides, people = one.doers and other.doers, one.people and other.people
    return bool((sides and not one.doers & other.doers) or (people and not one.people & other.people))


def _same_thing(one: Said, other: Said) -> bool:
    """What the deed is done to; where one tells only who or what it happens to, that may be the thing too."""
    if one.thing and other.thing:
        return _share(one, one.thing, other, other.thing)
    return _share(one, one.thing | one.doing, other, other.thing | other.doing)


def _share(one: Said, some: frozenset[str], other: Said, others: frozenset[str]) -> bool:
    """A common noun in common; names do only where one side has nothing else."""
    mine, theirs = some - one.names, others - other.names
    return bool(mine & theirs) if mine and theirs else bool(some & others)


def _numbers(one: Said, other: Said) -> Iterator[Conflict]:
    """Counts of one thing that do not fit, where none of the others does either: of three numbers one may be a part."""
    pairs = [(mine, theirs) for mine in one.counts for theirs in other.counts if _counts_one_thing(mine, theirs)]
    if not any(_fit(*pair) for pair in pairs):
        yield from (Conflict("numbers", f"{mine.evidence.exact} / {theirs.evidence.exact}") for mine, theirs in pairs)


def _counts_one_thing(one: FoundFigure, other: FoundFigure) -> bool:
    if one.unit.casefold() != other.unit.casefold():
        return False
    mine, theirs = concepts(one.of), concepts(other.of)
    return not mine or not theirs or bool(mine & theirs)


def _fit(one: FoundFigure, other: FoundFigure) -> bool:
    """Can both be so?"""
    (low, high), (least, most) = _range(one), _range(other)
    return low <= most and least <= high


def _range(figure: FoundFigure) -> tuple[float, float]:
    low, high = figure.value, figure.high if figure.high is not None else figure.value
    if figure.compare == "more than":
        return low * (1 - SLACK), float("inf")
    if figure.compare in ("less than", "up to"):
        return float("-inf"), high * (1 + SLACK)
    return low * (1 - SLACK / 2), high * (1 + SLACK / 2)


def _apart(one: Said, other: Said) -> Conflict | None:
    """Each names one day and no other time, which might be that of the deed, and the two days are not one."""
    if one.ahead != other.ahead or len(one.days) != 1 or len(other.days) != 1:
        return None  # what came on another day than was promised was no less promised
    (mine,), (theirs,) = one.days, other.days
    if not (_short(mine) and _short(theirs)) or mine.touches(theirs):
        return None
    return Conflict("days", f"{_words(mine)} / {_words(theirs)}")


def _short(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days < LONG


def _words(period: Period) -> str:
    return str(period.start) if period.exact else f"{period.start} to {period.end}"
