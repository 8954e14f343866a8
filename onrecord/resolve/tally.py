"""What a group of voices comes to, in counts that change by one: its names, kinds, parties, other names and offices."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TypeVar

from onrecord.model.acts import ActorKind
from onrecord.model.period import Published
from onrecord.model.reading import Voice
from onrecord.model.records import OfficeHeld
from onrecord.resolve.offices import ordered

__all__ = ["Look", "Tally", "look_of", "together"]

_T = TypeVar("_T")

Look = tuple[bool, ActorKind, str, str | None, bool]
"""Of a voice: whether it is named, its kind, name and party, and whether it is a state with other names."""


class _Term:
    """An office: how many reports give it, and their first and last day."""

    __slots__ = ("first", "last", "reports")

    def __init__(self) -> None:
        self.reports = 0
        self.first: date | None = None
        self.last: date | None = None

    def count(self, days: Collection[date]) -> None:
        self.reports += 1
        if days:
            self.first = min(days) if self.first is None else min(self.first, *days)
            self.last = max(days) if self.last is None else max(self.last, *days)


class Tally:
    """The counts of some voices. It is `stale` once a first or last day was taken out: then it is to be made anew."""

    __slots__ = ("forms", "looks", "offices", "stale")

    def __init__(self) -> None:
        self.looks: dict[Look, int] = {}
        self.forms: dict[str, int] = {}
        self.offices: dict[str, _Term] = {}
        self.stale = False

    def add(self, voices: Sequence[Voice], published: Published) -> bool:
        """The voices of one more report. True where they are called or look as none was before."""
        known = len(self.looks), len(self.forms)
        for voice in voices:
            look = look_of(voice)
            self.looks[look] = self.looks.get(look, 0) + 1
            for form in (voice.name, *voice.aliases):
                self.forms[form] = self.forms.get(form, 0) + 1
        offices = {office for voice in voices for office in voice.offices}
        if offices:
            days = _days(published)
            for office in offices:
                self.offices.setdefault(office, _Term()).count(days)
        return known != (len(self.looks), len(self.forms))

    def drop(self, voices: Sequence[Voice], published: Published) -> bool:
        """The voices of a report that was counted go. True where nobody is called or looks so any more."""
        known = len(self.looks), len(self.forms)
        for voice in voices:
            _less(self.looks, look_of(voice))
            for form in (voice.name, *voice.aliases):
                _less(self.forms, form)
        for office in {office for voice in voices for office in voice.offices}:
            term = self.offices[office]
            term.reports -= 1
            if not term.reports:
                del self.offices[office]
            else:
                self.stale |= any(day in (term.first, term.last) for day in _days(published))
        return known != (len(self.looks), len(self.forms))

    def held(self) -> tuple[OfficeHeld, ...]:
        """The offices in order of days, each with the days of the first and last report that gives it."""
        terms = self.offices.items()
        return ordered(OfficeHeld(title, term.first, term.last, term.reports) for title, term in terms)


def together(tallies: Sequence[Tally]) -> Tally:
    """The counts of groups of which no two have an office."""
    whole = Tally()
    for tally in tallies:
        for look, count in tally.looks.items():
            whole.looks[look] = whole.looks.get(look, 0) + count
        for form, count in tally.forms.items():
            whole.forms[form] = whole.forms.get(form, 0) + count
        whole.offices |= tally.offices
    return whole


def look_of(voice: Voice) -> Look:
    """What the rules look at in a voice, but for its offices and other names."""
    state = voice.kind == "country" and bool(voice.aliases)
    return voice.named, voice.kind, voice.name, voice.party, state


def _days(published: Published) -> tuple[date, ...]:
    return tuple(day for day in (published.start, published.end) if day is not None)


def _less(counts: dict[_T, int], key: _T) -> None:
    counts[key] -= 1
    if not counts[key]:
        del counts[key]
