"""Voices of many reports that the rules hold to be one actor, kept so that one more report changes counts only."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord.model.period import Published
from onrecord.model.reading import Voice
from onrecord.resolve.seen import Numbers, Rank, Seen, Unit
from onrecord.resolve.tally import Tally

if TYPE_CHECKING:
    from onrecord.resolve.actor_made import One

__all__ = ["Group", "Held", "Joined", "Moves"]

_KEPT = 8
"""Reports from which on the counts of a group are kept; those of a small one are made when they are asked for."""

_SURNAME = "a surname alone that nobody else is called by"
_HEAD = "the only head of that state in its report, as other reports tell"
_STRAY = "a word that only this one is called"


@dataclass(slots=True)
class Held:
    """What is held of the reports: their voices, of which unit each voice is, and their days."""

    voices: dict[str, tuple[Voice, ...]]
    units: dict[str, list[Unit | None]]
    published: dict[str, Published]

    def of(self, report: str, numbers: Numbers) -> list[Voice]:
        """Some voices of a report as their group takes them: "leader" is no office of one who has a name."""
        if not numbers:
            return []
        voices = self.voices[report]
        return [
            voice if voice.named or not voice.offices else _told(voice) for voice in map(voices.__getitem__, numbers)
        ]


_NO_GUESTS: "frozenset[Group]" = frozenset()  # an empty one takes as much room as a list of twenty
_NO_REASONS: frozenset[str] = frozenset()


def _told(voice: Voice) -> Voice:
    return replace(voice, offices=())


class Group:
    """Voices that are one, by which units they came, and what was concluded from them.

    `units` are the names that were joined and `ground` why; `version` changes with the units. `singles` counts the
    units of a surname alone, `told` the descriptions. `lead` is kind and name of the first voice, `word` the word that
    a stray is called by, `host` the group that a stray went to, `head` the state of which
    somebody is the head, `one` the actor that the group comes to.
    """

    __slots__ = (
        "at", "first_", "ground", "guests", "head", "held", "host", "initials", "key", "lead", "one", "rank_",
        "singles", "tally_", "told", "units", "version", "word",
    )  # fmt: skip

    def __init__(self, held: Held, rank: Rank | None = None, key: tuple[str, str] | None = None) -> None:
        self.held, self.rank_, self.key = held, rank, key
        self.at: dict[str, Numbers] = {}
        self.units: tuple[Unit, ...] = ()
        self.ground = _NO_REASONS
        self.version = self.singles = self.told = 0
        self.guests: frozenset[Group] = _NO_GUESTS
        self.host: Group | None = None
        self.head: str | None = None
        self.lead: tuple[str, str] | None = None
        self.word: str | None = None
        self.initials: tuple[str, ...] = ()
        self.one: One | None = None
        self.tally_: Tally | None = None
        self.first_: tuple[str, int] | None = None

    @property
    def tally(self) -> Tally:
        """The counts of its voices."""
        if self.tally_ is None or self.tally_.stale:
            self.tally_ = Tally()
            for report, numbers in self.at.items():
                self.tally_.add(self.held.of(report, numbers), self.held.published[report])
        return self.tally_

    @property
    def first(self) -> tuple[str, int]:
        """The first of its voices."""
        if self.first_ is None:
            report = min(self.at)
            self.first_ = report, self.at[report][0]
        return self.first_

    @property
    def rank(self) -> Rank:
        """Where it stands among all groups."""
        return (3, self.first) if self.rank_ is None else self.rank_

    @property
    def why(self) -> set[str]:
        """By what its voices were joined."""
        more = ((_SURNAME, self.singles and self.key is None), (_HEAD, self.told), (_STRAY, self.guests))
        return {*self.ground, *(reason for reason, holds in more if holds)}

    def take(self, report: str, numbers: Numbers, before: Sequence[Voice], after: Sequence[Voice]) -> bool:
        """Have these voices of a report in place of those before. True where its names or looks may be others now."""
        published, fresh = self.held.published[report], self.tally_ is None
        if self.tally_ is not None:
            fresh |= self.tally_.drop(before, published)
            fresh |= self.tally_.add(after, published)
        old = self.at.pop(report, ())
        if numbers:
            self.at[report] = numbers
        self._look_for_first(report, old, numbers)
        return fresh

    def _look_for_first(self, report: str, before: Numbers, numbers: Numbers) -> None:
        if self.first_ is not None and before and self.first_[0] == report:
            self.first_ = None
        if self.first_ is not None and numbers:
            self.first_ = min(self.first_, (report, numbers[0]))

    def rest(self) -> None:
        """Let the counts of a small group go, which take more room than to make them again takes time."""
        if len(self.at) < _KEPT:
            self.tally_ = None

    def seen(self) -> Iterator[Seen]:
        """Its voices, one by one."""
        for report, numbers in self.at.items():
            for number, voice in zip(numbers, self.held.of(report, numbers), strict=True):
                yield Seen(report, number, voice)


Joined = tuple[Sequence[Unit], frozenset[str]]
"""Units that belong together, in order, and why."""


@dataclass(slots=True)
class Moves:
    """Groups of which the units changed, or the reasons, and the reports of units that went to another group.

    `taken` are the groups that have their units already.
    """

    groups: set[Group] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    taken: set[Group] = field(default_factory=set)

    def share_out(self, found: Iterable[Joined], held: Held) -> None:
        """Put units that belong together into a group each.

        A new set of units takes the old group of its largest, so that few voices have to move.
        """
        for units, ground in sorted(found, key=_largest_first):
            old = [unit for unit in units if unit.group is not None and unit.group not in self.taken]
            group = max(old, key=lambda unit: len(unit.at)).group if old else None
            group = Group(held) if group is None else group
            self.taken.add(group)
            if tuple(units) != group.units or ground != group.ground:
                self.groups.add(group)
                group.units, group.ground, group.rank_ = tuple(units), ground, units[0].rank
                group.version += 1
            for unit in units:
                if unit.group is not group:
                    self.groups.update(() if unit.group is None else (unit.group,))
                    self.reports.update(unit.at)
                    unit.group = group


def _largest_first(joined: Joined) -> int:
    return -max(len(unit.at) for unit in joined[0])
