"""A reading on the desk: what people decided is done to it in turn, and a new reading comes of it.

Things keep their numbers while they are worked on: what is rejected leaves a gap, what is added comes last. Only the
reading that is made in the end counts anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.model.judgement import Judged
from onrecord.model.reading import (
    FoundCommitment,
    FoundDispute,
    FoundFigure,
    FoundStatement,
    FoundTalk,
    Reading,
    Voice,
)
from onrecord.model.report import Report
from onrecord.review.renumbering import Numbers, commitment, dispute, figure, kept, statement, talk
from onrecord.review.words import Thing

__all__ = ["Made", "Sheet"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made:
    """The reading after all decisions, and the number in it of each thing of the sheet that is left, by kind."""

    reading: Reading
    numbers: Mapping[Judged, Mapping[int, int]]


class Sheet:
    """One report with the things that were read in it, by kind and number; None where one was rejected."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self.report, self.reading = report, reading
        self._things: dict[Judged, list[Thing | None]] = {
            "actor": [*reading.voices],
            "statement": [*reading.statements],
            "talk": [*reading.talks],
            "commitment": [*reading.commitments],
            "figure": [*reading.figures],
            "dispute": [*reading.disputes],
        }

    def things(self, kind: Judged) -> Sequence[Thing | None]:
        """The things of a kind, by their numbers on the sheet."""
        return self._things[kind]

    @property
    def voices(self) -> Sequence[Voice | None]:
        """The voices, by their numbers on the sheet."""
        return [voice if isinstance(voice, Voice) else None for voice in self._things["actor"]]

    def put(self, kind: Judged, number: int, thing: Thing | None) -> None:
        """Put a thing in the place of another, or take it away."""
        self._things[kind][number] = thing

    def add(self, kind: Judged, thing: Thing) -> int:
        """Add a thing; its number."""
        self._things[kind].append(thing)
        return len(self._things[kind]) - 1

    def made(self) -> Made:
        """The reading that comes of it.

        Whoever was rejected is nobody; a talk whose parties all were, a promise by nobody else, a dispute that lost a
        side are gone with them, and two statements that have become the same are one.
        """
        voices = {n: place for place, (n, _) in enumerate(self._of(Voice, "actor"))}
        said, first = self._said()
        talks = [(n, one) for n, one in self._of(FoundTalk, "talk") if _left(one.parties, voices)]
        bound = [(n, one) for n, one in self._of(FoundCommitment, "commitment") if _left(one.by, voices)]
        figures = self._of(FoundFigure, "figure")
        disputes = [
            (n, one)
            for n, one in self._of(FoundDispute, "dispute")
            if _left(one.asserted_by, voices) and _left(one.denied_by, voices)
        ]
        reading = replace(
            self.reading,
            voices=tuple(voice for _, voice in self._of(Voice, "actor")),
            statements=tuple(statement(one, voices, said) for one in first),
            talks=tuple(talk(one, voices) for _, one in talks),
            commitments=tuple(commitment(one, voices, said) for _, one in bound),
            figures=tuple(figure(one, voices, said) for _, one in figures),
            disputes=tuple(dispute(one, voices, said) for _, one in disputes),
        )
        numbers: dict[Judged, Mapping[int, int]] = {"actor": voices, "statement": said, "talk": _places(talks)}
        numbers |= {"commitment": _places(bound), "figure": _places(figures), "dispute": _places(disputes)}
        return Made(reading, numbers)

    def _of(self, kind: type[T], name: Judged) -> list[tuple[int, T]]:
        return [(n, thing) for n, thing in enumerate(self._things[name]) if isinstance(thing, kind)]

    def _said(self) -> tuple[Numbers, list[FoundStatement]]:
        """The place of each statement that is left, and the statements, those that have become the same once."""
        said: dict[int, int] = {}
        known: dict[object, int] = {}
        first: list[FoundStatement] = []
        for n, one in self._of(FoundStatement, "statement"):
            same = (one.content, one.cue, one.source)
            if same not in known:
                known[same] = len(first)
                first.append(one)
            said[n] = known[same]
        return said, first


def _left(numbers: Sequence[int], voices: Numbers) -> bool:
    """Is anybody left, or was nobody there from the beginning?"""
    return not numbers or bool(kept(numbers, voices))


def _places(things: Sequence[tuple[int, object]]) -> Mapping[int, int]:
    return {n: place for place, (n, _) in enumerate(things)}
