"""The days of reports as they come and go: looked at again only where one without a day is among them."""

from collections.abc import Collection, Mapping

from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.resolve.published import published_days

__all__ = ["Days"]


class Days:
    """The published period of each report, by its id, as `published_days` gives them.

    A report that came with its day bears on no other's. One without takes its day from all that are held, so where
    there is such a one, all that have none are looked at again whenever any report comes.
    """

    def __init__(self) -> None:
        self.published: dict[str, Published] = {}
        self._undated: set[str] = set()

    def renew(
        self, reports: Mapping[str, Report], readings: Mapping[str, Reading], touched: Collection[str]
    ) -> frozenset[str]:
        """Look at the reports that came, went or changed; the ids of all that have another day than before."""
        before = {name: self.published.pop(name, None) for name in {*touched, *self._undated}}
        self._undated.difference_update(touched)
        here = {name: reports[name] for name in touched if name in reports}
        self._undated |= {name for name, report in here.items() if not report.published.period.known}
        self.published |= {name: report.published for name, report in here.items() if name not in self._undated}
        if self._undated:
            found = published_days(list(reports.values()), list(readings.values()))
            self.published |= {name: found[name] for name in self._undated}
        return frozenset(name for name, day in before.items() if self.published.get(name) != day)
