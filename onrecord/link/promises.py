"""How alike two told commitments are: who is bound, what class of action, about what, until when."""

from dataclasses import dataclass
from datetime import date

from onrecord.link.concepts import overlap
from onrecord.link.verdict import Verdict
from onrecord.model.period import Period

__all__ = ["Bond", "alike"]

# Weights of the features; 4.25 joins. The bound side alone never does, nor the words alone.
WEIGHTS = {
    "same side bound": 1.0,
    "same person bound": 0.5,
    "same class of action": 1.5,
    "an action in common": 0.75,
    "same day due": 1.5,
    "bound to the same side": 0.5,
    "told within three days": 1.0,
}
WORDS_WEIGHT = 3.0  # times the share of the smaller phrase's concepts that the other has
FAR = 30  # days between two reports; then only the same due day or nearly the same words can make it one promise
NEARLY_THE_SAME = 0.75
FEW = 2  # concepts; phrases with fewer say too little to be matched by words


@dataclass(frozen=True, slots=True)
class Bond:
    """What one mention says of a commitment: the sides bound, the people named, to whom, classes of action, concepts,
    due days, the report with its day, and the class of action that comes first.

    `counts` are the numbers of things in it, `matter` the concepts and those in the names of whom it was promised to,
    `persons` all named in it, each behind his side, and `omits` says that it binds to leave something undone.
    """

    by: frozenset[str]
    people: frozenset[str]
    to: frozenset[str]
    actions: frozenset[str]
    about: frozenset[str]
    due: Period
    told: date | None = None
    report: str = ""
    lead: str | None = None
    counts: frozenset[float] = frozenset()
    matter: frozenset[str] = frozenset()
    persons: frozenset[tuple[str, str]] = frozenset()
    omits: bool = False


def alike(one: Bond, other: Bond) -> Verdict:
    """Compare two told commitments feature by feature."""
    if _apart(one, other):
        return Verdict(0.0, (), True)
    reasons = ["same side bound"]
    if one.people & other.people:
        reasons.append("same person bound")
    if one.actions & other.actions:
        reasons.append("same class of action" if one.lead == other.lead else "an action in common")
    if one.due.known and one.due.touches(other.due):
        reasons.append("same day due")
    if one.to & other.to:
        reasons.append("bound to the same side")
    if _days_between(one, other) <= 3:
        reasons.append("told within three days")
    few = 1 if one.report == other.report else FEW  # one report that repeats itself says less the second time
    if one.report == other.report and one.about and other.about and not one.about & other.about:
        return Verdict(0.0, (), True)  # one writer who uses no word twice tells of two things
    shared = overlap(one.about, other.about) if min(len(one.about), len(other.about)) >= few else 0.0
    words = tuple(sorted(one.about & other.about))
    score = sum(WEIGHTS[name] for name in reasons) + WORDS_WEIGHT * shared
    return Verdict(score, (*reasons, *((f"words in common: {', '.join(words)}",) if words else ())), False)


def _apart(one: Bond, other: Bond) -> bool:
    if not one.by & other.by:
        return True
    if one.actions and other.actions and not one.actions & other.actions:
        return True
    if one.omits != other.omits:
        return True
    if _other_pair(one, other) and (len(one.by) > 1 or len(other.by) > 1 or one.lead == other.lead == "meet"):
        return True  # what two sides agree between them, or a meeting of two, is not another pair's
    if "meet" in one.actions & other.actions and one.people and other.people and not one.people & other.people:
        return True
    if _long_apart(one, other):
        return True
    return one.due.known and other.due.known and not one.due.touches(other.due, slack=1)


def _other_pair(one: Bond, other: Bond) -> bool:
    """Is it between others? Of one day, one report may name a side that the other leaves out."""
    between, others = _between(one), _between(other)
    if between == others:
        return False
    within = len(between & others) > 1 and (between <= others or others <= between)
    return not (within and one.due.known and one.due.touches(other.due))


def _long_apart(one: Bond, other: Bond) -> bool:
    if _days_between(one, other) <= FAR or (one.due.known and one.due.touches(other.due)):
        return False
    return overlap(one.about, other.about) < NEARLY_THE_SAME or len(one.about & other.about) <= FEW


def _days_between(one: Bond, other: Bond) -> int:
    return abs((one.told - other.told).days) if one.told and other.told else FAR


def _between(bond: Bond) -> frozenset[str]:
    return bond.by | bond.to
