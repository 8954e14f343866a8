"""Figures as records, each with the series of those that count the same thing in the same place."""

from collections.abc import Collection
from functools import cache, lru_cache

from onrecord.link.concepts import concepts
from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.link.series import MANY, Counted, Series
from onrecord.link.whereabouts import Whereabouts, whereabouts
from onrecord.model.kinds import load
from onrecord.model.reading import FoundFigure
from onrecord.model.records import Figure
from onrecord.model.span import Span
from onrecord.text.ids import content_id
from onrecord.text.stem import words

__all__ = ["Figures", "link_figures"]

STEM = 6  # letters
LONG = 400  # letters of a sentence before a figure
BESIDE = frozenset(["across", "along", "around", "near", "throughout", "within"])
"""How something lies to a place: troops along a border are those near the border."""


def link_figures(scene: Scene) -> tuple[Figure, ...]:
    """Figures of the reports that count, in order of report and place, each with the id of its series."""
    figures = Figures()
    figures.renew(scene, scene.readings)
    order = {reading.report: n for n, reading in enumerate(scene.in_order())}
    found = figures.records.values()
    return tuple(sorted(found, key=lambda figure: (order[figure.report], figure.evidence.start, figure.id)))


class Figures:
    """The figures of reports, by id; when some reports change, only the series that these can touch are made anew."""

    def __init__(self) -> None:
        self._series = Series()
        self.records = self._series.records

    def renew(self, scene: Scene, reports: Collection[str]) -> Renewed[Figure]:
        """Look again at the figures of some reports."""
        place = whereabouts(scene)
        read = [scene.readings[report] for report in reports if report in scene.readings]
        counted = [
            _counted(scene, reading.report, number, found, place)
            for reading in read
            for number, found in enumerate(reading.figures)
        ]
        return self._series.renew(reports, counted)


def _counted(scene: Scene, report: str, number: int, found: FoundFigure, place: Whereabouts) -> Counted:
    names, common = _names(found.of), _measured(found.unit) or (found.fate is None and found.unit == "people")
    bare = not (names or common or found.where) and abs(found.value) >= MANY
    return Counted(
        (*scene.order(report), found.evidence.start, found.value, number),
        _record(scene, report, found, place),
        _of(found.of, found.unit),
        _head(found.of, found.unit),
        _where(found.where or ""),
        names,
        common,
        _names(_sentence(scene.reports[report].text, found.evidence)) if bare else frozenset(),
    )


@lru_cache(maxsize=65536)
def _of(of: str, unit: str) -> frozenset[str]:
    """What is counted, with its unit; of what is measured only what it is, for a per cent is of anything."""
    if _measured(unit):
        return concepts(of).difference(*map(concepts, _measures()[unit.casefold()]))
    return concepts(of) | concepts(unit)


def _measured(unit: str) -> bool:
    return unit.casefold() in _measures()


@cache
def _measures() -> dict[str, tuple[str, ...]]:
    """Units of money, of length and so on, and of time, with the words for each."""
    tables = (load("units")[name] for name in ("money", "measures", "durations"))
    listed = {unit: words for table in tables if isinstance(table, dict) for unit, words in table.items()}
    return {unit: (unit, *map(str, words)) for unit, words in listed.items() if isinstance(words, list)}


@lru_cache(maxsize=65536)
def _where(where: str) -> frozenset[str]:
    found = concepts(where)
    return found - BESIDE or found


@lru_cache(maxsize=65536)
def _names(of: str) -> frozenset[str]:
    """The concepts of the words with capitals: whose soldiers they are.

    By their first letters alone, for the soldiers of Orlavia are Orlavian.
    """
    return frozenset(name[:STEM] for name in concepts(" ".join(word for word in of.split() if word != word.lower())))


def _sentence(text: str, evidence: Span) -> str:
    """The words of a figure with those before them in their sentence."""
    begin = max(text.rfind(end, 0, evidence.start) for end in (". ", "? ", "! ", "\n"))
    return text[max(begin, evidence.start - LONG) + 1 : evidence.end]


@lru_cache(maxsize=65536)
def _head(of: str, unit: str) -> str:
    """The concept of the counted noun itself: the last content word of the unit or of what is counted.

    Formations count by themselves: two battalions are no count of soldiers.
    """
    if unit.casefold() in _formations():
        return unit.casefold()
    for phrase in (unit, of):
        for word in reversed(words(phrase)):
            if found_here := concepts(word):
                return min(found_here)
    return unit.casefold()


@cache
def _formations() -> frozenset[str]:
    names = load("units")["formations"]
    return frozenset(str(name) for name in names) if isinstance(names, list) else frozenset()


def _record(scene: Scene, report: str, found: FoundFigure, place: Whereabouts) -> Figure:
    evidence = [found.evidence.start, found.evidence.end]
    return Figure(
        id=content_id("f", {"report": report, "evidence": evidence, "value": found.value, "unit": found.unit}),
        report=report,
        value=found.value,
        high=found.high,
        compare=found.compare,
        unit=found.unit,
        of=found.of,
        where=found.where,
        by=scene.actor(report, found.by),
        said=scene.period(report, found.when),
        evidence=found.evidence,
        series="",
        confidence=found.confidence,
        why=found.why,
        place=place(report, found.where),
        fate=found.fate,
    )
