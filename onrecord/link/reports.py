"""Reports as records: their day and what it rests on, whose text they print again, which version they are."""

from collections.abc import Collection, Mapping

from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.model.records import ReportRecord
from onrecord.resolve.published_reasons import day_reasons

__all__ = ["Reports"]


class Reports:
    """The reports that count, by id."""

    def __init__(self) -> None:
        self.records: dict[str, ReportRecord] = {}

    def renew(
        self, scene: Scene, reports: Collection[str], copies: Mapping[str, str], versions: Mapping[str, str]
    ) -> Renewed[ReportRecord]:
        """Make the records of some reports anew."""
        gone = frozenset(name for name in reports if name not in scene.reports and name in self.records)
        for name in gone:
            del self.records[name]
        here = (name for name in reports if name in scene.reports)
        found = {name: _record(scene, name, copies.get(name), versions.get(name)) for name in here}
        made = {name: record for name, record in found.items() if self.records.get(name) != record}
        self.records |= made
        return Renewed(gone, made)


def _record(scene: Scene, name: str, copies: str | None, version: str | None) -> ReportRecord:
    report, reading, decided = scene.reports[name], scene.readings.get(name), scene.decided
    agencies, times = ((), ()) if reading is None else (reading.agencies, reading.times)
    reasons = day_reasons(report, scene.published[name], times)
    return ReportRecord(
        id=name,
        name=report.name,
        outlet=report.outlet,
        title=report.title,
        agencies=tuple(dict.fromkeys((*report.agencies, *agencies))),
        published=scene.published[name],
        language=report.language,
        text=report.text,
        furniture=report.furniture,
        copies_of=copies,
        url=report.url,
        byline=report.byline,
        updated=report.updated,
        seen=report.seen,
        version_of=version,
        why=(*decided.reports.get(name, ()), *reasons[name in decided.dated :]),
    )
