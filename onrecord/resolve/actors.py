"""One actor over many reports: decided by names, parties and kinds, whatever order the reports came in."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.records import Actor
from onrecord.model.ties import UNDECIDED, Decided, Key, Set
from onrecord.resolve.actor_made import One, made, merged
from onrecord.resolve.decided import with_names
from onrecord.resolve.deciding import Base, Deciding, base_of
from onrecord.resolve.described import Described
from onrecord.resolve.group import Group
from onrecord.resolve.grouping import Change, Grouping
from onrecord.resolve.seen import DESCRIBED, Numbers
from onrecord.resolve.speakers import Speakers
from onrecord.resolve.tally import Tally, together

__all__ = ["Actors", "Moved", "resolve_actors"]


_UNDATED: Mapping[str, Published] = MappingProxyType({})


def resolve_actors(
    readings: Sequence[Reading], *, published: Mapping[str, Published] = _UNDATED, decided: Decided = UNDECIDED
) -> tuple[tuple[Actor, ...], Mapping[Key, str]]:
    """The actors of many readings, sorted by id, and the actor of each (report id, voice number).

    An unnamed source stays its own report's; a name that could be two people's is left apart rather than guessed.
    `published` gives the days of the reports, from which it is told when an office was held; `decided` is what people
    said of who is one and who is not, and goes before every rule.
    """
    by_report = {reading.report: reading for reading in readings}
    actors = Actors(decided)
    actors.renew(by_report, by_report.keys(), published=published)
    return tuple(sorted(actors.actors.values(), key=lambda actor: actor.id)), actors.home


@dataclass(frozen=True, slots=True)
class Moved:
    """What other reports made of who is who.

    `reports` are those in which a voice is another actor than before, with those that came and went; `gone` the ids of
    actors that are no more, and `made` the actors that are new or say something else than before, by id; `before` is
    what those said that are no more or say something else, by which it can be told whether only an office was counted.
    """

    reports: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    made: Mapping[str, Actor] = field(default_factory=dict)
    before: Mapping[str, Actor] = field(default_factory=dict)


class Actors:
    """The actors of all reports, kept as reports come and go: the same as if all that stands had come at once.

    `actors` gives them by id, and `home` the actor of each (report id, voice number).
    """

    def __init__(self, decided: Decided = UNDECIDED) -> None:
        self.actors: dict[str, Actor] = {}
        self.home: dict[Key, str] = {}
        self._names = decided.names
        self._set = frozenset(one.voice for one in decided.names)
        self._grouping = Grouping()
        self._deciding = Deciding(self._grouping.held, decided)
        self._speakers = Speakers()
        self._ones: dict[str, tuple[One, ...]] = {}
        self._touched: set[str] = set()
        self._moved: set[str] = set()

    def reports_of(self, actor: str) -> Collection[str]:
        """The reports in which an actor is seen, now and later: the collection follows what comes and goes."""
        return _Reports(self._ones, actor)

    def renew(
        self, readings: Mapping[str, Reading], reports: Collection[str], *, published: Mapping[str, Published]
    ) -> Moved:
        """Take in what some reports say now: those that are new, read otherwise, of another day, or gone.

        `readings` and `published` hold everything that stands; only what is said of these reports is looked at.
        """
        change = self._grouping.renew(readings, reports, published)
        self._moved |= change.reports
        for base in self._changed(change):
            self._conclude(base)
        moved = change.arrived | {report for report in self._moved if self._find_homes(report)}
        gone, new, before = self._record()
        self._touched, self._moved = set(), set()
        for group in change.groups:
            group.rest()
        return Moved(frozenset(moved), gone, new, before)

    def _changed(self, change: Change) -> set[Base]:
        """What is to be concluded anew, once people's decisions are heeded."""
        bases: set[Base] = {*change.groups, *change.gone}
        units = self._grouping.held.units
        for report in change.reports & units.keys():
            bases.update(unit for unit in units[report] if isinstance(unit, Described) and unit.unsettled)
        others, gone, new = self._deciding.settle(bases, change.reports)
        for one in gone:
            self._swap(one, None)
        for one in new:
            self._swap(None, one)
        return bases | others

    def _conclude(self, base: Base) -> None:
        one = None
        if not self._deciding.heeds(base):
            one = self._described(base) if isinstance(base, Described) else _of_group(base)
        self._swap(base.one, one)
        base.one = one

    def _described(self, one: Described) -> One | None:
        """A description that means nobody who has a name is an actor of its own."""
        held = self._grouping.held
        if one.group is not None or base_of(held, (one.report, one.number)) is not one:
            return None
        tally = Tally()
        tally.add([held.voices[one.report][one.number]], held.published[one.report])
        return made(tally, why=(DESCRIBED,), rank=one.rank, first=(one.report, one.number), at=(one.at,))

    def _swap(self, old: One | None, new: One | None) -> None:
        """An actor in place of another."""
        if old is not None:
            left = tuple(one for one in self._ones.pop(old.actor.id) if one is not old)
            if left:
                self._ones[old.actor.id] = left
        if new is not None:
            self._ones[new.actor.id] = (*self._ones.get(new.actor.id, ()), new)
        ids = [None if one is None else one.actor.id for one in (old, new)]
        self._touched.update(identity for identity in ids if identity is not None)
        if ids[0] != ids[1]:
            self._moved.update(report for one in (old, new) if one is not None for at in one.at for report in at)

    def _find_homes(self, report: str) -> bool:
        """Which actor each voice of a report is. True where one is another than before."""
        units = self._grouping.held.units.get(report, ())
        changed = [self._is(report, number) for number in range(len(units))]
        number = len(units)
        while (report, number) in self.home:
            self._now((report, number), None)
            changed.append(True)
            number += 1
        return any(changed)

    def _is(self, report: str, number: int) -> bool:
        one = self._deciding.ones.get((report, number))
        if one is None:
            base = base_of(self._grouping.held, (report, number))
            one = None if base is None else base.one
        return one is not None and self._now((report, number), one.actor.id)

    def _now(self, key: Key, identity: str | None) -> bool:
        old = self.home.get(key)
        if old == identity:
            return False
        if identity is None:
            del self.home[key]
        else:
            self.home[key] = identity
        if key in self._set:
            self._touched.update(one for one in (old, identity) if one is not None)
        return True

    def _record(self) -> tuple[frozenset[str], Mapping[str, Actor], Mapping[str, Actor]]:
        """Write the touched actors down: those that are no more, and those that are new or other than before."""
        whole = {identity: merged(self._ones[identity]) for identity in self._touched if identity in self._ones}
        for identity in self._touched:
            self._speakers.put(identity, *whole.get(identity, (None, None)))
        new, before = dict[str, Actor](), dict[str, Actor]()
        named = self._named()
        for identity in self._touched | self._speakers.settle():
            actor = self._written(identity, whole, named.get(identity, ()))
            old = self.actors.get(identity)
            if old is not None and old != actor:
                before[identity] = self.actors.pop(identity)
            if actor is not None and old != actor:
                new[identity] = self.actors[identity] = actor
        return frozenset(before.keys() - new.keys()), new, before

    def _written(
        self, identity: str, whole: Mapping[str, tuple[Actor, str | None]], names: Sequence[Set]
    ) -> Actor | None:
        if identity not in self._ones:
            return self._speakers.made.get(identity)
        actor, party = whole[identity] if identity in whole else merged(self._ones[identity])
        home = self._speakers.home(party)
        return with_names(actor if home is None else replace(actor, party=home), names)

    def _named(self) -> Mapping[str, list[Set]]:
        """What people set, by the actor that it is set of."""
        found: dict[str, list[Set]] = {}
        for one in self._names:
            if one.voice in self.home:
                found.setdefault(self.home[one.voice], []).append(one)
        return found


def _of_group(group: Group) -> One | None:
    if not group.at or group.host is not None:
        return None
    guests = sorted(group.guests, key=lambda guest: guest.rank)
    tally = together([one.tally for one in (group, *guests)]) if guests else group.tally
    at = (group.at, *(guest.at for guest in guests))
    return made(tally, why=group.why, rank=group.rank, first=group.first, at=at)


class _Reports(Collection[str]):
    """The reports of an actor, as they stand whenever they are asked for."""

    def __init__(self, ones: Mapping[str, tuple[One, ...]], actor: str) -> None:
        self._ones, self._actor = ones, actor

    @property
    def _groups(self) -> list[Mapping[str, Numbers]]:
        return [at for one in self._ones.get(self._actor, ()) for at in one.at]

    def __contains__(self, report: object) -> bool:
        return any(report in at for at in self._groups)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(report for at in self._groups for report in at))

    def __len__(self) -> int:
        groups = self._groups
        return len(groups[0]) if len(groups) == 1 else sum(1 for _ in self)
