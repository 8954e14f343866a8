"""How alike two occasions are: each feature is named, weighs what the table says, and can forbid the joining."""

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.link.verdict import Verdict
from onrecord.model.acts import TalkStatus
from onrecord.model.period import Period
from onrecord.text.stem import fold

__all__ = ["SLIP", "Occasion", "compare"]

# Weights of the features; 4 joins. People and days together suffice, so do states, days and form.
WEIGHTS = {
    "same people": 3.0,
    "a person and their state": 1.0,
    "same states": 2.0,
    "same body and one more side": 2.0,
    "days meet": 2.0,
    "one says roughly when the other says": 1.0,
    "days lie next to each other": 1.0,
    "no day named, told within two days": 1.0,
    "same form": 1.0,
    "forms that go together": 1.0,
    "same place": 1.0,
    "same length": 1.0,
    "same report, same status": 1.0,
}

SLIP = timedelta(days=1)  # the day given for a report is now and then that of the evening before
LONG = 7  # days; a longer period ("next month") says roughly when
AGES = 30  # days between two reports; then two occasions without a day are two

_ROUNDED = 1.5  # "nearly two hours" and 90 minutes can be one length
_REMOTE = frozenset({"phone", "video call"})
_KIN = (frozenset({"meeting", "summit", "negotiation round", "consultations"}), _REMOTE)
_OF_A_BODY = frozenset({"meeting", "summit", "video call"})  # leaders of a league "meet" by video link


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one mention says of a talk: the sides, a person of each side where one is named, days, form, place.

    `bodies` are those of the sides that are organisations: to what they hold, members come whom not everybody names.
    """

    sides: frozenset[str]
    people: tuple[tuple[str, str], ...]
    when: Period
    told: date | None
    format: str | None
    where: str | None
    status: TalkStatus
    report: str
    bodies: frozenset[str] = frozenset()
    minutes: float | None = None


def compare(one: Occasion, other: Occasion) -> Verdict:
    """Compare two occasions feature by feature."""
    if _apart(one, other):
        return Verdict(0.0, (), True)
    reasons = tuple(
        name for feature in (_parties, _days, _form, _place, _length, _twice) if (name := feature(one, other))
    )
    return Verdict(sum(WEIGHTS[name] for name in reasons), reasons, False)


def _apart(one: Occasion, other: Occasion) -> bool:
    people, others = dict(one.people), dict(other.people)
    if any(people[side] != others[side] for side in people.keys() & others.keys()):
        return True
    gathered = _gathered(one, other)
    if not (one.sides <= other.sides or other.sides <= one.sides or gathered):
        return True
    if one.when.known and other.when.known and not one.when.touches(other.when, slack=1):
        return True
    if not one.when.known and not other.when.known and _told_apart(one, other) > AGES:
        return True
    if _told_before(one, other) or _told_before(other, one):
        return True
    if _here_and_by_line(one, other) or _here_and_by_line(other, one) or _lengths_apart(one, other):
        return True
    return _forms_apart(one.format, other.format, gathered=gathered) or _rounds_apart(one, other)


def _here_and_by_line(one: Occasion, other: Occasion) -> bool:
    """Does one report tell of a talk at a place and of another by telephone or video?"""
    remote = one.format in _REMOTE and other.format not in _REMOTE
    return one.report == other.report and remote and bool(other.where) and not one.where


def _lengths_apart(one: Occasion, other: Occasion) -> bool:
    """Does one report tell of a talk of twenty minutes and of another of an hour?"""
    if not one.minutes or not other.minutes or one.report != other.report:
        return False
    return max(one.minutes, other.minutes) > _ROUNDED * min(one.minutes, other.minutes)


def _gathered(one: Occasion, other: Occasion) -> bool:
    """Do both name one body and one more side, on one day? Each report names those of its members that it tells of."""
    shared = one.sides & other.sides
    alike = len(shared) > 1 and bool(shared & one.bodies & other.bodies)
    return alike and one.when.known and one.when.touches(other.when) and not (_rough(one.when) or _rough(other.when))


def _told_before(one: Occasion, other: Occasion) -> bool:
    """Is the one told as held, without a day, in a report from before the day of the other?"""
    if one.status != "held" or one.when.known or one.told is None or other.when.start is None:
        return False
    return one.told + SLIP < other.when.start


def _told_apart(one: Occasion, other: Occasion) -> int:
    return abs((one.told - other.told).days) if one.told and other.told else 0


def _rounds_apart(one: Occasion, other: Occasion) -> bool:
    """A round that was held and another that is only planned are two, unless they name the same days."""
    statuses = {one.status, other.status}
    open_ended = not (one.when.known and other.when.known)
    return (
        "held" in statuses and bool(statuses & {"planned", "proposed"}) and (open_ended or one.report == other.report)
    )


def _forms_apart(one: str | None, other: str | None, *, gathered: bool) -> bool:
    if one is None or other is None or one == other:
        return False
    if "joint news conference" in (one, other) or "briefing" in (one, other):
        return True
    if "conversation" in (one, other) or (gathered and {one, other} <= _OF_A_BODY):
        return False
    return not any(one in kin and other in kin for kin in _KIN)


def _parties(one: Occasion, other: Occasion) -> str | None:
    if len(one.people) > 1 and one.people == other.people:
        return "same people"
    if one.sides != other.sides:
        return "same body and one more side" if _gathered(one, other) else None
    if not one.people and not other.people:
        return "same states"
    return "a person and their state"


def _days(one: Occasion, other: Occasion) -> str | None:
    if one.when.known and other.when.known:
        if not one.when.touches(other.when):
            return "days lie next to each other"
        return "one says roughly when the other says" if _rough(one.when) != _rough(other.when) else "days meet"
    if one.told and other.told and _told_apart(one, other) <= 2 and one.status == other.status:
        return "no day named, told within two days"
    return None


def _rough(when: Period) -> bool:
    return when.start is None or when.end is None or (when.end - when.start).days > LONG


def _form(one: Occasion, other: Occasion) -> str | None:
    if one.format is None or other.format is None:
        return None
    if one.format == other.format:
        return "same form"
    return "forms that go together" if any({one.format, other.format} <= kin for kin in _KIN) else None


def _place(one: Occasion, other: Occasion) -> str | None:
    return "same place" if one.where and other.where and fold(one.where) == fold(other.where) else None


def _length(one: Occasion, other: Occasion) -> str | None:
    return "same length" if one.minutes is not None and one.minutes == other.minutes else None


def _twice(one: Occasion, other: Occasion) -> str | None:
    return "same report, same status" if one.report == other.report and one.status == other.status else None
