"""The voices of all reports in groups that are one actor each, kept as reports come and go."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model.period import Published
from onrecord.model.reading import Reading, Voice
from onrecord.resolve.described import Described, Heads
from onrecord.resolve.group import Group, Held
from onrecord.resolve.institutions import Bodies, Body
from onrecord.resolve.people import Name, Names
from onrecord.resolve.same_person import name_of
from onrecord.resolve.seen import Numbers, Unit, only
from onrecord.resolve.strays import Strays
from onrecord.resolve.surnames import Single, Surnames

__all__ = ["Change", "Grouping"]


@dataclass(slots=True)
class Change:
    """What a renewing touched: groups that hold other voices than before, or for other reasons, and reports that were
    named, or of which a voice went to another group.

    `arrived` are the reports that came or went, `gone` the descriptions that went with theirs.
    """

    groups: set[Group] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    arrived: set[str] = field(default_factory=set)
    gone: list[Described] = field(default_factory=list)


class Grouping:
    """Every voice in its group. A report touches the names that could be those of its own, and counts of groups."""

    def __init__(self) -> None:
        self.held = Held({}, {}, {})
        self._names = Names(self.held)
        self._surnames = Surnames(self.held, self._names)
        self._bodies = Bodies(self.held)
        self._heads = Heads()
        self._strays = Strays()
        self._placed: dict[str, tuple[Group, ...]] = {}
        self._changed: dict[Group, bool] = {}

    def renew(
        self, readings: Mapping[str, Reading], reports: Collection[str], published: Mapping[str, Published]
    ) -> Change:
        """Take out what was held of some reports, and in what stands in the readings now."""
        change = Change(reports=set(reports))
        for report in change.reports:
            if (report in self.held.voices) != (report in readings):
                change.arrived.add(report)
            if report in self.held.voices:
                self._take_out(report, change)
            if report in readings:
                self._put_in(report, readings[report].voices, published.get(report, Published()))
        joined = self._names.settle(), self._bodies.settle()
        change.reports.update(self._surnames.settle(), *(moves.reports for moves in joined))
        for report in change.reports & self.held.voices.keys():
            self._place(report)
        self._place_described(change)
        for group, fresh in self._changed.items():
            self._strays.look(group, fresh=fresh)
        change.groups.update(self._strays.settle(self._changed), self._changed, *(moves.groups for moves in joined))
        change.groups |= {group.host for group in change.groups if group.host is not None}
        for group in self._changed:
            if not group.at:
                self._surnames.forget(group)
        self._changed = {}
        return change

    def _take_out(self, report: str, change: Change) -> None:
        for group in self._placed.pop(report):
            self._move(group, report, ())
        voices = self.held.voices[report]
        for number, (voice, unit) in enumerate(zip(voices, self.held.units[report], strict=True)):
            match unit:
                case Name():
                    self._names.lose(report, number, voice, unit)
                case Body():
                    self._bodies.lose(report, number, voice, unit)
                case Single():
                    self._surnames.lose(report, number, unit)
                case Described():
                    self._heads.lose(unit)
                    change.gone.append(unit)
        for held in (self.held.voices, self.held.units, self.held.published):
            del held[report]

    def _put_in(self, report: str, voices: Sequence[Voice], published: Published) -> None:
        self.held.voices[report], self.held.published[report] = tuple(voices), published
        self.held.units[report] = [self._see(report, number, voice) for number, voice in enumerate(voices)]

    def _see(self, report: str, number: int, voice: Voice) -> Unit | None:
        """The unit of a voice; a single word for somebody gets one only once all names are known."""
        if not voice.named:
            described = Described(report, number, voice)
            self._heads.see(described)
            return described
        if voice.kind != "person":
            return self._bodies.see(report, number, voice)
        if name_of(voice.name).full:
            return self._names.see(report, number, voice)
        self._surnames.see(report, number, voice)
        return None

    def _place(self, report: str) -> None:
        """Have the groups hold what their units have in a report."""
        new: dict[Group, Numbers] = {}
        for number, unit in enumerate(self.held.units[report]):
            if unit is not None and unit.group is not None:
                new[unit.group] = (*new[unit.group], number) if unit.group in new else only(number)
        for group in self._placed.get(report, ()):
            if group not in new:
                self._move(group, report, ())
        for group, numbers in new.items():
            if group.at.get(report) != numbers:
                self._move(group, report, numbers)
        self._placed[report] = tuple(new)

    def _move(self, group: Group, report: str, numbers: Numbers) -> None:
        before, after = self.held.of(report, group.at.get(report, ())), self.held.of(report, numbers)
        if before:
            self._strays.count(group, before, -1)
        if after:
            self._strays.count(group, after, 1)
        fresh = group.take(report, numbers, before, after)
        self._changed[group] = self._changed.get(group, False) or fresh

    def _place_described(self, change: Change) -> None:
        """Once it stands who is the head of which state: whom descriptions mean."""
        asked = {report for group in self._changed for report in self._heads.touched(group)} | change.reports
        for report in asked & self.held.voices.keys():
            if self._heads.decide(self.held.units[report]):
                self._place(report)
                change.reports.add(report)
