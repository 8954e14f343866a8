"""The record of a claim: who says it, who speaks against it, what it was joined by, how many stand behind it."""

from collections.abc import Container, Iterator, Sequence
from heapq import merge
from itertools import combinations, islice
from typing import Final

from onrecord.link.agreeing import Agreeing
from onrecord.link.objections import status_of
from onrecord.link.origins import Sources, origins_of
from onrecord.link.sayings import Face, Sayings
from onrecord.model.records import Claim, Objection, Statement
from onrecord.text.ids import content_id

__all__ = ["claim_of"]

REASONS: Final = 12  # lines of explanation of one claim
MANY: Final = 200  # statements of a claim from which only those in the same words are explained


def claim_of(
    sayings: Sayings,
    agreeing: Agreeing,
    group: Sequence[int],
    sources: Sources,
    disputed: Container[str],
    decided: tuple[str, ...],
) -> Claim | None:
    """The claim of some lines, in order of time; None where only one says it and nobody speaks against it."""
    rows = _rows(sayings, group)
    objections = _objections(sayings, agreeing, group)
    if len(rows) < 2 and not objections:
        return None
    members = [sayings.rows[number].statement for number in rows]
    ids = tuple(one.id for one in members)
    origins = origins_of(sources, members)
    return Claim(
        id=content_id("k", {"statement": ids[0]}),
        text=members[0].content[0].exact,
        statements=ids,
        outlets=len({sources.outlet(one.report) for one in members}),
        origins=len(origins.groups),
        status=status_of(members, objections, disputed, len(origins.groups)),
        why=(*decided, *_reasons(sayings, agreeing, group, len(rows)), *origins.reasons),
        against=tuple(objection for _, objection in objections),
        grouped=origins.groups,
    )


def _rows(sayings: Sayings, group: Sequence[int]) -> Sequence[int]:
    """All rows of some lines, in order of time."""
    if len(group) == 1:
        return sayings.line(group[0])
    return sorted((number for line in group for number in sayings.line(line)), key=sayings.place)


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
