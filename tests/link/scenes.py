"""A scene of invented reports, read by the real reader."""

from collections.abc import Sequence

from onrecord.extract import extract
from onrecord.link.scene import Scene
from onrecord.model.report import Report
from onrecord.resolve.actors import resolve_actors
from tests.extract.reading import reader


def scene_of(reports: Sequence[Report]) -> Scene:
    """Reports whose days are given, in their order, with who is in them."""
    readings = tuple(extract(report, reader()(report.text), reader="test") for report in reports)
    published = {report.id: report.published for report in reports}
    actors, home = resolve_actors(readings, published=published)
    by_id = {report.id: report for report in reports}
    read = {reading.report: reading for reading in readings}
    return Scene(by_id, read, published, {actor.id: actor for actor in actors}, home)
