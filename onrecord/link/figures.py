"""Figures as records, and the series of those that count the same thing in the same place."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.link.clusters import cluster
from onrecord.link.concepts import concepts, overlap
from onrecord.link.scene import Scene
from onrecord.link.whereabouts import Whereabouts, whereabouts
from onrecord.model.kinds import load
from onrecord.model.reading import FoundFigure
from onrecord.model.records import Figure
from onrecord.text.ids import content_id
from onrecord.text.stem import words

__all__ = ["link_figures"]

SAME_THING = 0.6  # share of the smaller set of concepts of what is counted
NEAREST = 80  # figures of one unit and concept compared with each other are neighbours in time, not all with all


@dataclass(frozen=True, slots=True)
class _Told:
    report: str
    found: FoundFigure
    unit: str
    of: frozenset[str]
    head: str
    where: frozenset[str]


def link_figures(scene: Scene) -> tuple[Figure, ...]:
    """Figures of the reports that count, in order of report and place, each with the id of its series."""
    told = _told(scene)
    faces = [(row.head, row.where, row.found.fate) for row in told]
    groups = cluster(len(told), _pairs(told), lambda i, j: _compatible(told[i], told[j]), faces=faces)
    made: dict[str, Figure] = {}
    place = whereabouts(scene)
    for group in groups:
        series = _id("series", told[group[0]])
        for i in group:
            figure = _record(scene, told[i], series, place)
            made[figure.id] = figure
    order = {reading.report: n for n, reading in enumerate(scene.in_order())}
    return tuple(sorted(made.values(), key=lambda figure: (order[figure.report], figure.evidence.start, figure.id)))


def _told(scene: Scene) -> list[_Told]:
    rows = [
        _Told(
            reading.report,
            found,
            found.unit.casefold(),
            concepts(found.of) | concepts(found.unit),
            _head(found),
            concepts(found.where or ""),
        )
        for reading in scene.readings.values()
        for found in reading.figures
    ]
    return sorted(rows, key=lambda row: (scene.order(row.report), row.found.evidence.start, row.found.value))


def _head(found: FoundFigure) -> str:
    """The concept of the counted noun itself: the last content word of the unit or of what is counted.

    Formations count by themselves: two battalions are no count of soldiers.
    """
    if found.unit.casefold() in _formations():
        return found.unit.casefold()
    for phrase in (found.unit, found.of):
        for word in reversed(words(phrase)):
            if found_here := concepts(word):
                return min(found_here)
    return found.unit.casefold()


@cache
def _formations() -> frozenset[str]:
    names = load("units")["formations"]
    return frozenset(str(name) for name in names) if isinstance(names, list) else frozenset()


def _candidates(told: Sequence[_Told]) -> list[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(told):
        blocks[row.head].append(i)
    return [(i, j) for block in blocks.values() for at, i in enumerate(block) for j in block[at + 1 : at + 1 + NEAREST]]


def _pairs(told: Sequence[_Told]) -> list[tuple[float, int, int]]:
    """Figures of the same thing in places that agree; what thousands count alike is compared once."""
    kinds: dict[tuple[Hashable, ...], int] = {}
    kind = [kinds.setdefault((row.of, row.head, row.where, row.found.fate), len(kinds)) for row in told]
    known: dict[tuple[int, int], float] = {}
    pairs = []
    for i, j in _candidates(told):
        both = kind[i], kind[j]
        score = known.get(both)
        if score is None:
            alike = overlap(told[i].of, told[j].of)
            score = known[both] = alike if alike >= SAME_THING and _compatible(told[i], told[j]) else 0.0
        if score:
            pairs.append((score, i, j))
    return pairs


def _compatible(one: _Told, other: _Told) -> bool:
    """One fate, and places that agree: one's concepts within the other's; no place named agrees only with none."""
    if one.head != other.head or one.found.fate != other.found.fate:
        return False
    if not one.where or not other.where:
        return one.where == other.where
    return one.where <= other.where or other.where <= one.where or overlap(one.where, other.where) >= SAME_THING


def _record(scene: Scene, row: _Told, series: str, place: Whereabouts) -> Figure:
    found = row.found
    return Figure(
        id=_id("f", row),
        report=row.report,
        value=found.value,
        high=found.high,
        compare=found.compare,
        unit=found.unit,
        of=found.of,
        where=found.where,
        by=scene.actor(row.report, found.by),
        said=scene.period(row.report, found.when),
        evidence=found.evidence,
        series=series,
        confidence=found.confidence,
        why=found.why,
        place=place(row.report, found.where),
        fate=found.fate,
    )


def _id(prefix: str, row: _Told) -> str:
    found = row.found
    evidence = [found.evidence.start, found.evidence.end]
    return content_id(prefix, {"report": row.report, "evidence": evidence, "value": found.value, "unit": found.unit})
