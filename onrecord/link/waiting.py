"""Promises that wait for what becomes of them, found by a statement or a talk that can tell it."""

from collections.abc import Collection, Iterable
from itertools import combinations
from typing import NamedTuple

from onrecord.link.answer import Answer, sought
from onrecord.link.answers import LONGEST
from onrecord.link.kept import Meeting, between
from onrecord.link.lines import Lines, days_from
from onrecord.link.promises import Bond
from onrecord.link.subjects import Subjects
from onrecord.model.ties import Key

__all__ = ["Waiting"]


class _Promise(NamedTuple):
    key: Key
    bond: Bond
    reports: Collection[str]


class Waiting:
    """The promises that stand, filed by what can answer them: the reverse of `Answers` and `Meetings`."""

    def __init__(self) -> None:
        self._subjects: Subjects[_Promise] = Subjects()
        self._pairs: Lines[tuple[str, ...], _Promise] = Lines()

    def add(self, key: Key, bond: Bond, reports: Collection[str]) -> None:
        """File a promise told by these reports."""
        promise = _Promise(key, bond, reports)
        self._subjects.add(_name(key), bond.told, sought(bond), bond.matter, promise)
        if bond.told is not None and (sides := between(bond)):
            self._pairs.add(_pair(sides), bond.told, _name(key), promise)

    def drop(self, key: Key, bond: Bond) -> None:
        """Take out a promise that was filed so."""
        self._subjects.drop(_name(key), bond.told, sought(bond), bond.matter)
        if bond.told is not None and (sides := between(bond)):
            self._pairs.drop(_pair(sides), bond.told, _name(key))

    def answered(self, answers: Iterable[Answer], meetings: Iterable[Meeting]) -> set[Key]:
        """The promises of which these statements and talks tell what became."""
        by_words = (one.key for answer in answers for one in self._by_words(answer))
        return {*by_words, *(one.key for meeting in meetings for one in self._by_meeting(meeting))}

    def _by_words(self, answer: Answer) -> list[_Promise]:
        met = self._subjects.alike(answer.day, -LONGEST, answer.tags, answer.about)
        return [one for one in met if answer.report not in one.reports and answer.to(one.bond) is not None]

    def _by_meeting(self, meeting: Meeting) -> list[_Promise]:
        days = days_from(meeting.begins, -LONGEST)
        pairs = combinations(sorted(meeting.sides), 2)
        met = (one for pair in pairs for _, _, one in self._pairs.between(pair, *days))
        return [one for one in met if meeting.to(one.bond) is not None]


def _name(key: Key) -> str:
    return f"{key[0]} {key[1]}"


def _pair(sides: Collection[str]) -> tuple[str, ...]:
    """Two of the sides: every talk between all of them is one between these."""
    return tuple(sorted(sides)[:2])
