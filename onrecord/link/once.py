"""One report that came in twice, once with its outlet and day and once without, counts once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.model.period import Period
from onrecord.model.report import Report

__all__ = ["Once"]


class Once:
    """The reports that count, by id: those that are letter for letter another one, of which as much is known, do not.

    The same text under two outlets, or of two days, is two reports. Where one of the two lacks its outlet or its day it
    is the same report by another way, and the one of which more is known stays.
    """

    def __init__(self) -> None:
        self.kept: dict[str, Report] = {}
        self._texts: dict[str, str] = {}
        self._same: dict[str, dict[str, Report]] = defaultdict(dict)

    def renew(self, arrived: Mapping[str, Report], gone: Collection[str] = ()) -> frozenset[str]:
        """Take reports in, in place of those of their ids, and let others go; the ids of all that count otherwise."""
        texts = {*(self._texts[name] for name in (*arrived, *gone) if name in self._texts)}
        for name in (*arrived, *gone):
            self._drop(name)
        for name, report in arrived.items():
            self._texts[name] = report.text
            self._same[report.text][name] = report
            texts.add(report.text)
        before = {name: self.kept.pop(name, None) for name in {*arrived, *gone, *self._under(texts)}}
        for text in texts:
            self.kept |= {report.id: report for report in _kept(list(self._same.get(text, {}).values()))}
        return frozenset(name for name, report in before.items() if self.kept.get(name) != report)

    def _drop(self, name: str) -> None:
        text = self._texts.pop(name, None)
        if text is not None:
            del self._same[text][name]
            if not self._same[text]:
                del self._same[text]

    def _under(self, texts: Iterable[str]) -> set[str]:
        return {name for text in texts for name in self._same.get(text, ())}


def _kept(same: Sequence[Report]) -> list[Report]:
    kept: list[Report] = []
    seen: set[tuple[str | None, Period | None]] = set()
    for report in sorted(same, key=_unknown):
        outlet, day = report.outlet, report.published.period if report.published.period.known else None
        if (outlet, day) not in seen:
            kept.append(report)
        # A report could also be one of which its outlet is not told, or its day, or neither.
        seen |= {(outlet, day), (None, day), (outlet, None), (None, None)}
    return kept


def _unknown(report: Report) -> tuple[bool, bool, bool, str]:
    return (report.outlet is None, not report.published.period.known, report.title is None, report.id)
