"""Talks held after a promise to talk, between all the sides bound by it and addressed in it: the promise was kept."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from onrecord.link.answers import LONGEST
from onrecord.link.lines import Lines, days_from
from onrecord.link.promises import Bond
from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.model.period import Period
from onrecord.model.records import Step, Talk
from onrecord.model.span import Span

__all__ = ["Meeting", "Meetings", "between"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A talk that was held: from when on, between which sides and persons (each behind his side), and on which days in
    which words it is told as held, the first first.
    """

    id: str
    begins: date
    when: Period
    sides: frozenset[str]
    persons: frozenset[tuple[str, str]]
    told: tuple[tuple[date | None, Span], ...]

    def to(self, bond: Bond) -> Step | None:
        """The keeping of a promise, by the first report that can tell it; None where it keeps another or none."""
        since, sides = bond.told, between(bond)
        if not sides or since is None or self.begins <= since or not sides <= self.sides:
            return None
        if (bond.due.known and not bond.due.touches(self.when)) or self._of_others(bond):
            return None
        begins = max(filter(None, (self.begins, bond.due.start)))
        told = ((day, words) for day, words in self.told if day is None or day >= begins)
        return next((Step(day, "reported kept", (), words) for day, words in told), None)

    def _of_others(self, bond: Bond) -> bool:
        """Did others come for a side than those who promised to: a minister in place of the president?"""
        named, came = ({side for side, _ in people} for people in (bond.persons, self.persons))
        same = {side for side, _ in bond.persons & self.persons}
        return bool(named & came - same)


def between(bond: Bond) -> frozenset[str]:
    """The sides between which a promise to talk is to be kept; nobody where it promises something else."""
    sides = bond.by | bond.to
    return sides if bond.lead == "meet" and len(sides) > 1 else frozenset()


class Meetings:
    """The talks that were held, by side in the order of their days."""

    def __init__(self) -> None:
        self._talks: dict[str, Talk] = {}
        self._held: dict[str, Meeting] = {}
        self._lines: Lines[str, Meeting] = Lines()
        self._reports: dict[str, set[str]] = {}
        self._resting: dict[str, set[str]] = defaultdict(set)

    def renew(self, scene: Scene, reports: Collection[str], talks: Renewed[Talk]) -> list[Meeting]:
        """Take what changed among talks and in the reports they rest on; gives what is no more and what is new."""
        touched = {talk for report in reports for talk in self._resting.get(report, ())}
        changed: list[Meeting] = []
        for key in sorted(talks.gone | talks.made.keys() | touched):
            talk = None if key in talks.gone else talks.made.get(key, self._talks.get(key))
            before, now = self._held.get(key), _meeting(scene, talk)
            self._rest(key, talk)
            if now != before:
                self._file(key, now)
                changed += [one for one in (before, now) if one is not None]
        return changed

    def to(self, bond: Bond) -> list[Step]:
        """The talk by which a promise to talk was kept, by who tells it first."""
        sides = between(bond)
        if not sides or bond.told is None:
            return []
        days = days_from(bond.told, LONGEST)
        line = min((self._lines.between(side, *days) for side in sorted(sides)), key=len)
        found = [step for _, _, held in line if (step := held.to(bond)) is not None]
        return sorted(found, key=_first_told)[:1]

    def _file(self, key: str, now: Meeting | None) -> None:
        before = self._held.pop(key, None)
        if before is not None:
            for side in before.sides:
                self._lines.drop(side, before.begins, key)
        if now is not None:
            self._held[key] = now
            for side in now.sides:
                self._lines.add(side, now.begins, key, now)

    def _rest(self, key: str, talk: Talk | None) -> None:
        """Keep a talk that was held, by the reports that it rests on."""
        for report in self._reports.pop(key, ()):
            self._resting[report].discard(key)
            if not self._resting[report]:
                del self._resting[report]
        self._talks.pop(key, None)
        if talk is not None and talk.status == "held":
            self._talks[key] = talk
            self._reports[key] = {mention.report for mention in talk.mentions}
            for report in self._reports[key]:
                self._resting[report].add(key)


def _meeting(scene: Scene, talk: Talk | None) -> Meeting | None:
    """A talk as the keeping of a promise; None where it was not held, on no known day, or by one side alone."""
    if talk is None or talk.status != "held" or talk.when.start is None:
        return None
    sides = scene.sides(talk.parties)
    told = sorted(
        (mention for mention in talk.mentions if mention.status == "held"),
        key=lambda mention: scene.order(mention.report),
    )
    if len(sides) < 2 or not told:
        return None
    days = tuple((scene.day(mention.report), mention.evidence) for mention in told)
    people = frozenset((scene.side(one), one) for one in talk.parties if scene.actors[one].kind == "person")
    return Meeting(talk.id, talk.when.start, talk.when, sides, people, days)


def _first_told(step: Step) -> tuple[date, str]:
    return step.day or date.max, step.evidence.report if step.evidence else ""
