"""Things of a reading whose voices and statements have got other numbers, or are gone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model.reading import FoundCommitment, FoundDispute, FoundFigure, FoundStatement, FoundTalk

__all__ = ["Numbers", "commitment", "dispute", "figure", "kept", "statement", "talk"]

Numbers = Mapping[int, int]
"""From old numbers to new; what is gone has none."""


def kept(numbers: Sequence[int], new: Numbers) -> tuple[int, ...]:
    """The new numbers of what is left, once each and in order."""
    return tuple(dict.fromkeys(new[number] for number in numbers if number in new))


def statement(found: FoundStatement, voices: Numbers, said: Numbers) -> FoundStatement:
    """A statement in new numbers; the words for a speaker who is nobody are no source."""
    source = _one(found.source, voices)
    lost = found.source is not None and source is None
    return replace(
        found,
        source=source,
        source_span=None if lost else found.source_span,
        chain=kept(found.chain, voices),
        addressee=_one(found.addressee, voices),
        answers=_one(found.answers, said),
        sense=replace(found.sense, by=kept(found.sense.by, voices)) if found.sense else None,
    )


def talk(found: FoundTalk, voices: Numbers) -> FoundTalk:
    """A talk in new numbers."""
    return replace(found, parties=kept(found.parties, voices))


def commitment(found: FoundCommitment, voices: Numbers, said: Numbers) -> FoundCommitment:
    """A commitment in new numbers; an answer by nobody else than somebody rejected is none."""
    answers = [(bool(answer.by), replace(answer, by=kept(answer.by, voices))) for answer in found.responses]
    return replace(
        found,
        by=kept(found.by, voices),
        to=kept(found.to, voices),
        stated_by=kept(found.stated_by, voices),
        statement=_one(found.statement, said),
        responses=tuple(answer for named, answer in answers if answer.by or not named),
    )


def figure(found: FoundFigure, voices: Numbers, said: Numbers) -> FoundFigure:
    """A figure in new numbers."""
    return replace(found, by=_one(found.by, voices), statement=_one(found.statement, said))


def dispute(found: FoundDispute, voices: Numbers, said: Numbers) -> FoundDispute:
    """A dispute in new numbers."""
    return replace(
        found,
        asserted_by=kept(found.asserted_by, voices),
        denied_by=kept(found.denied_by, voices),
        statements=kept(found.statements, said),
    )


def _one(number: int | None, new: Numbers) -> int | None:
    return None if number is None else new.get(number)
