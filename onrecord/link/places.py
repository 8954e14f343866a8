"""One report that came in twice, once with its outlet and day and once without, counts once."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.model.period import Period
from onrecord.model.report import Report

__all__ = ["once"]


def once(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, less those that are letter for letter another one of which at least as much is known.

    The same text under two outlets, or of two days, is two reports. Where one of the two lacks its outlet or its day it
    is the same report by another way, and the one of which more is known stays.
    """
    by_text: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_text[report.text].append(report)
    kept = {report.id for same in by_text.values() for report in _kept(same)}
    return tuple(report for report in reports if report.id in kept)


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
