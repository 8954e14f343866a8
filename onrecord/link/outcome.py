"""What became of a commitment as of a day: a pure function of what had been published by then."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.model.acts import CommitmentStatus
from onrecord.model.period import Period
from onrecord.model.records import Step
from onrecord.model.span import Span

__all__ = ["Outcome", "become"]

# Of several words on one day the furthest counts; a repeated pledge never takes back a doubt.
RANK: tuple[CommitmentStatus, ...] = (
    "pledged", "confirmed", "doubted", "disputed", "denied", "refused", "postponed",
    "contradicted", "withdrawn", "reported broken", "reported kept",
)  # fmt: skip
SETTLED: frozenset[CommitmentStatus] = frozenset(
    {"reported kept", "reported broken", "withdrawn", "denied", "refused", "contradicted"}
)

REPORTED: frozenset[CommitmentStatus] = frozenset({"reported kept", "reported broken"})
TAKEN_BACK: frozenset[CommitmentStatus] = frozenset({"refused", "withdrawn", "reported broken"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """A status, the day since when, and each change that led there."""

    status: CommitmentStatus
    since: date | None
    history: tuple[Step, ...]


def become(steps: Sequence[Step], due: Period, *, day: date, again: Collection[Span] = ()) -> Outcome:
    """Status and history from what was said (`steps`, any order) and the due days, as of `day`.

    The latest word counts. A commitment whose due days have come is `due`, the day after them `overdue`, unless what
    was said has settled it; whether it was kept is never concluded from silence. A pledge told in the words
    `again`, with its day still ahead, after it had been taken back, is the same promise on again.
    """
    said = sorted(steps, key=lambda step: (step.day or date.max, RANK.index(step.status)))
    history: list[Step] = []
    for step in said:
        if history and step.evidence in again and _on_again(step, history[-1]):
            history.append(replace(step, status="confirmed"))
        elif history and step.status == "confirmed" and history[-1].status in REPORTED:
            continue  # who confirms a promise after it was kept or broken takes neither back
        elif not history or (
            step.status != "pledged" and (step.status, step.by) != (history[-1].status, history[-1].by)
        ):
            history.append(step)
    status = history[-1].status if history else "pledged"
    if status not in SETTLED and status != "postponed":  # to which day it was put off is not known here
        told = min((step.day for step in said if step.day is not None), default=None)
        history += _clock(due, day, told=told, doubted=status in ("doubted", "disputed"))
    last = history[-1] if history else Step(None, "pledged", (), None)
    since = next((step.day for step in history if step.status == last.status), last.day)
    return Outcome(last.status, since, tuple(history))


def _on_again(step: Step, last: Step) -> bool:
    later = step.day is not None and last.day is not None and step.day > last.day
    return later and step.status == "pledged" and last.status in TAKEN_BACK


def _clock(due: Period, day: date, *, told: date | None, doubted: bool) -> list[Step]:
    """The steps that the calendar takes; none before the day on which the promise was first told."""
    first, last = due.start or due.end, due.end or due.start
    if first is None or last is None:
        return []
    told = told or first
    steps = []
    if first <= day and told <= last and not doubted:
        steps.append(Step(max(first, told), "due", (), None))
    if last < day:
        steps.append(Step(max(last + timedelta(days=1), told), "overdue", (), None))
    return steps
