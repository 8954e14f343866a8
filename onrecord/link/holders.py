"""Who held an office on a day: "the President of Orlavia" of one report is the president whom others name."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.link.scene import Scene
from onrecord.model.reading import Voice
from onrecord.text.stem import fold

__all__ = ["Holders"]

OFTEN = 4  # times as many reports give an office to its holder as to anybody else of the state
AROUND = timedelta(days=45)  # an office held in one report is held some weeks before and after

Office = tuple[str, str]
"""A side and the title under which somebody acts for it."""


class _Held(NamedTuple):
    person: str
    first: date
    last: date
    reports: int

    @property
    def begins(self) -> date:
        return self.first - AROUND

    @property
    def ends(self) -> date:
        return self.last + AROUND


class Holders:
    """The holders of offices, as reports give them to persons by name, and which reports ask for them."""

    def __init__(self) -> None:
        self._named: dict[str, frozenset[str]] = {}
        self._times: Counter[str] = Counter()
        self._held: dict[str, dict[Office, tuple[_Held, ...]]] = {}
        self._table: dict[Office, dict[str, tuple[_Held, ...]]] = defaultdict(dict)
        self._asked = _Asked()
        self._meant: dict[str, set[str]] = {}
        self._facts: dict[str, tuple[str, ...]] = {}

    def renew(self, scene: Scene, reports: Iterable[str], actors: Iterable[str]) -> set[str]:
        """Look again at some reports, whose questions are forgotten, and at actors that are new, gone or different.

        Gives the other reports in which somebody else is meant by an office now, or who is meant has another name or
        side.
        """
        people = set(actors)
        for report in reports:
            people |= self._count(scene, report)
            for person in self._asked.forget(report):
                self._meant[person].discard(report)
        touched: set[str] = set()
        for person in people:
            touched |= self._look(scene, person)
        return touched.difference(reports)

    def ask(self, scene: Scene, report: str, number: int) -> str | None:
        """The person who held the office by which alone a report knows a voice, on the day of the report."""
        voice, day = scene.readings[report].voices[number], scene.day(report)
        if day is None or (voice.named and voice.kind == "person"):
            return None
        side = scene.side(scene.home[report, number])
        offices = [(side, title) for title in _titles(voice)]
        found = {_only(self._rows(office), day) for office in offices} - {None}
        person = found.pop() if len(found) == 1 else None
        self._asked.note(report, offices, day, person)
        if person is not None:
            self._meant.setdefault(person, set()).add(report)
            self._facts[person] = _facts(scene, person)
        return person

    def _count(self, scene: Scene, report: str) -> set[str]:
        """Count the persons whom a report names; gives those and whom it named before."""
        before, now = self._named.pop(report, frozenset()), frozenset[str]()
        if report in scene.readings:
            voices = enumerate(scene.readings[report].voices)
            now = frozenset(scene.home[report, n] for n, voice in voices if voice.named and voice.kind == "person")
            self._named[report] = now
        self._times.update(now)
        self._times.subtract(before)
        for person in before - now:
            if not self._times[person]:
                del self._times[person]
        return {*before, *now}

    def _look(self, scene: Scene, person: str) -> set[str]:
        """Enter the offices of a person anew; gives the reports in which he is no longer meant, or only now, or so."""
        before, now = self._held.pop(person, {}), self._offices(scene, person)
        if now:
            self._held[person] = now
        touched: set[str] = set()
        for office in before.keys() | now.keys():
            if before.get(office) != now.get(office):
                touched |= self._enter(office, person, now.get(office, ()))
        if self._meant.get(person) and self._facts[person] != _facts(scene, person):
            touched |= self._meant[person]
        return touched

    def _offices(self, scene: Scene, person: str) -> dict[Office, tuple[_Held, ...]]:
        if person not in self._times or person not in scene.actors or (side := scene.side(person)) == person:
            return {}
        found: dict[Office, list[_Held]] = defaultdict(list)
        for held in scene.actors[person].held:
            if held.first is not None and held.last is not None:
                found[side, fold(held.title)].append(_Held(person, held.first, held.last, held.reports))
        return {office: tuple(rows) for office, rows in found.items()}

    def _enter(self, office: Office, person: str, rows: tuple[_Held, ...]) -> set[str]:
        old = self._rows(office)
        was = self._table[office].pop(person, ())
        if rows:
            self._table[office][person] = rows
        elif not self._table[office]:
            del self._table[office]
        either = (*was, *rows)
        days = min(row.begins for row in either), max(row.ends for row in either)
        return self._asked.otherwise(office, days, old, self._rows(office))

    def _rows(self, office: Office) -> list[_Held]:
        return [row for rows in self._table.get(office, {}).values() for row in rows]


class _Asked:
    """Which reports ask for which offices, in the order of their days, and who was meant."""

    def __init__(self) -> None:
        self._files: dict[Office, list[tuple[date, str]]] = {}
        self._by_report: dict[str, set[tuple[Office, date]]] = {}
        self._answers: dict[str, set[str]] = {}

    def note(self, report: str, offices: Collection[Office], day: date, person: str | None) -> None:
        asked = self._by_report.setdefault(report, set()) if offices else set()
        for office in offices:
            if (office, day) not in asked:
                asked.add((office, day))
                insort(self._files.setdefault(office, []), (day, report))
        if person is not None:
            self._answers.setdefault(report, set()).add(person)

    def forget(self, report: str) -> set[str]:
        """Drop what a report asked; gives whom it meant."""
        for office, day in self._by_report.pop(report, ()):
            file = self._files[office]
            del file[bisect_left(file, (day, report))]
            if not file:
                del self._files[office]
        return self._answers.pop(report, set())

    def otherwise(
        self, office: Office, days: tuple[date, date], before: Sequence[_Held], now: Sequence[_Held]
    ) -> set[str]:
        """The reports that have another answer now: only days between which a holder begins or ends are looked at."""
        file = self._files.get(office, [])
        at, end = bisect_left(file, (days[0], "")), bisect_right(file, (days[1] + timedelta(days=1), ""))
        found: set[str] = set()
        if at == end:
            return found
        turns = sorted({day for row in (*before, *now) for day in (row.begins, row.ends + timedelta(days=1))})
        while at < end:
            day = file[at][0]
            turn = bisect_right(turns, day)
            after = bisect_left(file, (turns[turn], "")) if turn < len(turns) else end
            if _only(before, day) != _only(now, day):
                found.update(report for _, report in file[at:after])
            at = after
        return found


def _facts(scene: Scene, person: str) -> tuple[str, ...]:
    """All that a talk says of who is meant by an office."""
    if person not in scene.actors:
        return ()
    actor, side = scene.actors[person], scene.side(person)
    return actor.name, actor.kind, side, scene.actors[side].kind


def _titles(voice: Voice) -> tuple[str, ...]:
    """The titles of somebody without a name: "President of Orlavia" is a president; the ministry is nobody's title."""
    if voice.kind == "office":
        return (fold(voice.name).partition(" of ")[0],)
    return tuple(map(fold, voice.offices)) if voice.kind == "person" else ()


def _only(rows: Sequence[_Held], day: date) -> str | None:
    """The one who held it on the day, where nobody else is given the office nearly as often."""
    near = sorted((row for row in rows if row.begins <= day <= row.ends), key=lambda row: -row.reports)
    if not near or (len(near) > 1 and near[0].reports < OFTEN * near[1].reports):
        return None
    return near[0].person
