"""One commitment over many reports, with what others said of it and what became of it as of a day."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from onrecord.link.answers import Answers
from onrecord.link.concepts import objects
from onrecord.link.joining import Group, Joining, Rule
from onrecord.link.kept import Meetings
from onrecord.link.named import Named
from onrecord.link.outcome import become
from onrecord.link.pledges import Pledge, pledges
from onrecord.link.promises import Bond, alike
from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.link.verdict import Verdict
from onrecord.link.waiting import Waiting
from onrecord.model.period import Period
from onrecord.model.records import Commitment, Statement, Step, Talk
from onrecord.model.ties import Key
from onrecord.text.ids import content_id

__all__ = ["Commitments", "link_commitments"]

SAYING_ENOUGH = 4  # concepts; a longer phrase is no better title


def link_commitments(
    scene: Scene, statements: Sequence[Statement], talks: Sequence[Talk], *, day: date
) -> tuple[Commitment, ...]:
    """Commitments told by the reports that count, each once, sorted by id."""
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_report[statement.report].append(statement)
    held = Commitments(day=day)
    held.renew(scene, scene.readings, by_report, Renewed(made={talk.id: talk for talk in talks}))
    return tuple(held.records[key] for key in sorted(held.records))


class Commitments:
    """The commitments that stand as of a day, and what tells what became of them."""

    def __init__(self, *, day: date) -> None:
        self._day = day
        self._joining: Joining[Pledge] | None = None
        self._standing: dict[Key, _Standing] = {}
        self._answers, self._meetings, self._waiting = Answers(), Meetings(), Waiting()
        self._named: Named[Commitment] = Named()

    @property
    def records(self) -> Mapping[str, Commitment]:
        """Everything that stands, by id."""
        return self._named.records

    def renew(
        self,
        scene: Scene,
        reports: Collection[str],
        statements: Mapping[str, Sequence[Statement]],
        talks: Renewed[Talk],
    ) -> Renewed[Commitment]:
        """Take what these reports tell now, with the statements of every report, and what changed among talks."""
        answers = self._answers.renew(scene, reports, statements)
        meetings = self._meetings.renew(scene, reports, talks)
        if self._joining is None:
            self._joining = Joining(RULE, scene.decided.commitments)
        rows = (row for report in sorted(reports) for row in pledges(scene, report))
        groups = self._joining.renew(reports, rows)
        gone = {self._drop(group) for group in groups.gone}
        touched = self._waiting.answered(answers, meetings)
        made = {self._put(group) for group in groups.made}
        touched |= made
        return self._named.renew(gone - made, ((key, self._record(self._standing[key])) for key in sorted(touched)))

    def _drop(self, group: Group[Pledge]) -> Key:
        key = _key(group)
        self._waiting.drop(key, self._standing.pop(key).bond)
        return key

    def _put(self, group: Group[Pledge]) -> Key:
        key = _key(group)
        one = self._standing[key] = _Standing(group, _whole(group.rows), frozenset(row.report for row in group.rows))
        self._waiting.add(key, one.bond, one.reports)
        return key

    def _record(self, one: "_Standing") -> Commitment:
        elsewhere = [*self._answers.to(one.bond, one.reports), *self._meetings.to(one.bond)]
        return _commitment(one.group, one.bond, elsewhere, self._day)


class _Standing(NamedTuple):
    """A commitment as it stands: its tellings, what they come to, and the reports that have them."""

    group: Group[Pledge]
    bond: Bond
    reports: frozenset[str]


def _key(group: Group[Pledge]) -> Key:
    return group.rows[0].report, group.rows[0].number


def _blocks(row: Pledge) -> list[tuple[str, str]]:
    return [(side, action) for side in row.bond.by for action in row.bond.actions or ("",)]


def _face(row: Pledge) -> Bond:
    return replace(row.bond, report="", counts=frozenset(), matter=frozenset(), persons=frozenset())


def _alike(one: Pledge, other: Pledge) -> Verdict:
    return alike(one.bond, other.bond)


RULE = Rule(compare=_alike, blocks=_blocks, face=_face, enough=4.25, nearest=60)
"""Commitments of one side and class are compared with those next to them in time, not all with all."""


def _commitment(group: Group[Pledge], bond: Bond, elsewhere: Sequence[Step], day: date) -> Commitment:
    rows = group.rows
    steps = [*(step for row in rows for step in row.steps), *elsewhere]
    outcome = become(steps, bond.due, day=day, again=[row.found.evidence for row in rows if _ahead(row.bond)])
    return Commitment(
        id=_id(rows[0]),
        by=tuple(dict.fromkeys(actor for row in rows for actor in row.by)),
        to=tuple(dict.fromkeys(actor for row in rows for actor in row.to)),
        action=_fullest(rows).found.action.exact,
        due=bond.due,
        condition=next((row.found.condition.exact for row in rows if row.found.condition), None),
        status=outcome.status,
        status_since=outcome.since,
        history=outcome.history,
        mentions=tuple(row.mention for row in rows),
        confidence=max(row.found.confidence for row in rows),
        why=tuple(dict.fromkeys((*rows[0].found.why, *group.decided, *group.why))),
    )


def _ahead(bond: Bond) -> bool:
    """Does this telling name a day that was still to come when it was told?"""
    last = bond.due.end or bond.due.start
    return last is not None and bond.told is not None and bond.told <= last


def _id(first: Pledge) -> str:
    evidence = [first.found.evidence.start, first.found.evidence.end]
    return content_id(
        "c",
        {"report": first.report, "evidence": evidence, "action": first.found.action.exact, "by": sorted(first.bond.by)},
    )


def _whole(rows: Sequence[Pledge]) -> Bond:
    """What all mentions together say; the due days are the narrowest that any of them names."""
    everything = [row.bond for row in rows]
    due = min((bond.due for bond in everything if bond.due.known), key=_width, default=Period())
    return replace(
        everything[0],
        by=frozenset().union(*(bond.by for bond in everything)),
        to=_addressed(everything),
        actions=frozenset().union(*(bond.actions for bond in everything)),
        about=frozenset().union(*(bond.about for bond in everything)),
        due=due,
        counts=frozenset().union(*(bond.counts for bond in everything)),
        matter=frozenset().union(*(bond.matter for bond in everything)),
        persons=frozenset().union(*(bond.persons for bond in everything)),
    )


def _addressed(bonds: Sequence[Bond]) -> frozenset[str]:
    """The sides to which at least half of the tellings that name any say the promise was made."""
    naming = [bond.to for bond in bonds if bond.to]
    counted = Counter(side for to in naming for side in to)
    return frozenset(side for side, count in counted.items() if 2 * count >= len(naming))


def _fullest(rows: Sequence[Pledge]) -> Pledge:
    """The mention whose action says most of what is to be done to what: "withdraw its troops" before "pulled back"."""

    def said(row: Pledge) -> int:
        return min(len(objects(row.found.action.exact)), SAYING_ENOUGH)

    return max(rows, key=lambda row: (said(row), row.found.confidence))


def _width(period: Period) -> int:
    return (period.end - period.start).days if period.start and period.end else 10_000
