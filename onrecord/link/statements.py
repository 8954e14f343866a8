"""Statements as records: who said what to whom, with actors and days resolved."""

from collections.abc import Collection

from onrecord.link.scene import Scene
from onrecord.model.reading import FoundStatement, Reading
from onrecord.model.records import Statement
from onrecord.text.ids import content_id

__all__ = ["Statements", "link_statements", "statement_id"]


class Statements:
    """The statements of each report that counts, in order of place."""

    def __init__(self) -> None:
        self.by_report: dict[str, tuple[Statement, ...]] = {}

    def renew(self, scene: Scene, reports: Collection[str]) -> None:
        """Make those of some reports anew."""
        for report in reports:
            self.by_report.pop(report, None)
        self.by_report |= {reading.report: _records(scene, reading) for reading in scene.in_order(reports)}


def link_statements(scene: Scene) -> tuple[Statement, ...]:
    """Every statement of the reports that count, in order of report and place."""
    return tuple(record for reading in scene.in_order() for record in _records(scene, reading))


def statement_id(reading: Reading, found: FoundStatement) -> str:
    """The id of a statement: its report, the places of its content and cue, and its source's name there."""
    source = None if found.source is None else reading.voices[found.source].name
    cue = None if found.cue is None else [found.cue.start, found.cue.end]
    content = [[span.start, span.end] for span in found.content]
    return content_id("s", {"report": reading.report, "content": content, "cue": cue, "source": source})


def _records(scene: Scene, reading: Reading) -> tuple[Statement, ...]:
    return tuple(_record(scene, reading, found) for found in reading.statements)


def _record(scene: Scene, reading: Reading, found: FoundStatement) -> Statement:
    return Statement(
        id=statement_id(reading, found),
        report=reading.report,
        source=scene.actor(reading.report, found.source),
        source_span=found.source_span,
        chain=scene.actors_of(reading.report, found.chain),
        cue=found.cue,
        content=found.content,
        mode=found.mode,
        act=found.act,
        addressee=scene.actor(reading.report, found.addressee),
        said=scene.period(reading.report, found.said),
        confidence=found.confidence,
        why=found.why,
        answers=None if found.answers is None else statement_id(reading, reading.statements[found.answers]),
    )
