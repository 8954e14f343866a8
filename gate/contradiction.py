"""Contradiction: of pairs of our own making, which are found to contradict each other, and are they those that do?

`contradiction.json` beside this file has two sentences a pair, about invented states, each read as a report of its own
of one week; half of the pairs contradict each other, in the other half something else differs or nothing does. On the
claim pairs of ClaimDiff, whose people said whether one outlet's claim weakens another's, see `gate.claimdiff`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from spacy.language import Language

from onrecord.extract import extract
from onrecord.link.contradiction import Conflict, conflict
from onrecord.link.said import Said, said_in
from onrecord.link.scene import Scene
from onrecord.link.statements import link_statements
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.read import load
from onrecord.resolve.actors import resolve_actors

__all__ = ["Pair", "figures", "judged", "measure", "pairs", "said_of", "scene_of"]

DAY: Final = Published(date(2031, 3, 5), date(2031, 3, 5), "given")
AGAINST: Final = frozenset({"act", "negation", "number", "day"})


class Pair(NamedTuple):
    """Two sentences, and what sets them against each other, or why nothing does."""

    one: str
    other: str
    label: str

    @property
    def contradict(self) -> bool:
        """Do they contradict each other?"""
        return self.label in AGAINST


def measure(place: Path, nlp: Language | None = None) -> dict[str, float]:
    """Precision, recall and F1 of "these contradict each other", over the pairs looked at and those held back."""
    found: dict[str, float] = {}
    reader = nlp or load()
    for part in ("seen", "held"):
        answers = [(pair.contradict, judged(pair, reader) is not None) for pair in pairs(part)]
        found |= {f"contradiction, {part}: {name}": value for name, value in figures(answers).items()}
    return found


def pairs(part: str) -> list[Pair]:
    """The pairs of one part, "seen" or "held"."""
    return [Pair(*row) for row in json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))[part]]


def judged(pair: Pair, nlp: Language) -> Conflict | None:
    """What linking finds between any statement of one sentence and any of the other."""
    ones, others = said_of((pair.one, pair.other), nlp)
    return next((found for a in ones for b in others if (found := conflict(a, b)) is not None), None)


def said_of(texts: Sequence[str], nlp: Language, published: Published = DAY) -> list[list[Said]]:
    """What is said in each of several texts, read as reports of one day that know of each other."""
    reports = [Report(f"r-{number}", f"{number}.txt", text, published=published) for number, text in enumerate(texts)]
    readings = [extract(report, nlp(report.text), reader="gate") for report in reports]
    scene = scene_of(reports, readings)
    found: list[list[Said]] = [[] for _ in texts]
    for said in said_in(scene, link_statements(scene)):
        found[int(said.statement.report.removeprefix("r-"))].append(said)
    return found


def scene_of(reports: Sequence[Report], readings: Sequence[Reading]) -> Scene:
    """Reports whose days are given, with their readings and the actors in them."""
    published = {report.id: report.published for report in reports}
    actors, home = resolve_actors(readings, published=published)
    by_id = {report.id: report for report in reports}
    read = {reading.report: reading for reading in readings}
    return Scene(by_id, read, published, {actor.id: actor for actor in actors}, home)


def figures(answers: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Precision, recall and F1 of (is so, said to be so)."""
    counts = Counter(answers)
    right = counts[True, True]
    said, so = right + counts[False, True], right + counts[True, False]
    return {
        "precision": round(right / said, 4) if said else 0.0,
        "recall": round(right / so, 4) if so else 0.0,
        "F1": round(2 * right / (said + so), 4) if said + so else 0.0,
    }
