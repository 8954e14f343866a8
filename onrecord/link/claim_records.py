"""The record of a claim: who says it, who speaks against it, what it was joined by, how many stand behind it."""

from collections.abc import Iterator, Sequence, Set
from heapq import merge
from itertools import combinations, islice
from typing import Final

from onrecord.link.agreeing import Agreeing
from onrecord.link.grouping import Group
from onrecord.link.objections import status_of
from onrecord.link.origins import Sources, Tally
from onrecord.link.sayings import Face, Sayings
from onrecord.model.records import Claim, Objection, Statement
from onrecord.text.ids import content_id

__all__ = ["Records"]

REASONS: Final = 12  # lines of explanation of one claim
MANY: Final = 200  # statements of a claim from which only those in the same words are explained


class Records:
    """Makes the records of claims; who says one that many say is counted once, and then what is added."""

    def __init__(self, sayings: Sayings, agreeing: Agreeing) -> None:
        self._sayings, self._agreeing = sayings, agreeing
        self._tallies: dict[Group, Tally] = {}

    def claim(
        self, group: Group, sources: Sources, disputed: Set[str], added: Sequence[int], decided: tuple[str, ...]
    ) -> Claim | None:
        """The claim of some lines; None where only one says it and nobody speaks against it."""
        lines = [self._sayings.line(line) for line in group]
        count = sum(map(len, lines))
        objections = _objections(self._sayings, self._agreeing, group)
        if count < 2 and not objections:
            return None
        tally = self._counted(group, sources, lines, added)
        origins = tally.origins()
        ids = tuple(tally.ids)
        return Claim(
            id=content_id("k", {"statement": ids[0]}),
            text=self._sayings.rows[group[0]].statement.content[0].exact,
            statements=ids,
            outlets=len(tally.outlets),
            origins=len(origins.groups),
            status=status_of(tally, objections, origins=len(origins.groups), disputed=not disputed.isdisjoint(ids)),
            why=(*decided, *_reasons(self._sayings, self._agreeing, group, count), *origins.reasons),
            against=tuple(objection for _, objection in objections),
            grouped=origins.groups,
        )

    def forget(self, group: Group) -> None:
        """A group is no more, or something of it is otherwise than it was counted."""
        self._tallies.pop(group, None)

    def _counted(self, group: Group, sources: Sources, lines: Sequence[Sequence[int]], added: Sequence[int]) -> Tally:
        tally = self._tallies.get(group)
        if tally is None:
            tally, added = Tally(sources), sorted((row for line in lines for row in line), key=self._sayings.place)
            if len(added) > MANY:
                self._tallies[group] = tally
        tally.moved(sources)
        for row in added:
            tally.add(self._sayings.rows[row].statement, self._sayings.place(row))
        return tally


def _objections(sayings: Sayings, agreeing: Agreeing, group: Sequence[int]) -> list[tuple[Statement, Objection]]:
    """Every statement against any of the group, once, in order of time."""
    best: dict[int, Objection] = {}
    for one in group:
        for other, objection in agreeing.against.get(one, {}).items():
            if objection is not None and other not in group:
                best.setdefault(other, objection)
    return [(sayings.rows[other].statement, best[other]) for other in sorted(best, key=sayings.place)]


def _reasons(sayings: Sayings, agreeing: Agreeing, group: Sequence[int], count: int) -> Iterator[str]:
    """By what each statement of a claim was joined, in the order of time."""
    place = sayings.place
    pairs = [(one, other) for one, other in combinations(group, 2) if other in agreeing.same.get(one, ())]
    pairs = pairs if count <= MANY else []
    compared = {one for pair in pairs for one in pair}
    found = [((place(one), place(other)), one, other, True) for one, other in pairs]
    found += [((place(one), place(other)), one, other, False) for one, other in _echoes(sayings, group, compared)]
    for _, one, other, named in sorted(found)[:REASONS]:
        why = ", ".join(agreeing.why(one, other)) if named else "the same words"
        yield f"{sayings.rows[other].statement.id} says the same as {sayings.rows[one].statement.id}: {why}"


def _echoes(sayings: Sayings, group: Sequence[int], compared: set[int]) -> Iterator[tuple[int, int]]:
    """Of each first statement in some words those that follow it in the same, less those that were compared."""
    faces: dict[Face, list[int]] = {}
    for line in group:
        faces.setdefault(sayings.rows[line].face, []).append(line)
    for lines in faces.values():
        told = merge(*(sayings.line(line) for line in lines), key=sayings.place)
        first = next(told)
        for other in islice((number for number in told if number not in compared), REASONS):
            yield first, other
