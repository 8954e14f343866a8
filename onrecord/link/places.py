"""One report that came in twice, once with its outlet and day and once without, counts once."""

from collections import defaultdict
from collections.abc import Sequence

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
    for report in sorted(same, key=_unknown):
        if not any(_is(report, other) for other in kept):
            kept.append(report)
    return kept


def _is(report: Report, other: Report) -> bool:
    """Could the first be the second, of which more is known?"""
    same_outlet = report.outlet is None or report.outlet == other.outlet
    return same_outlet and (not report.published.period.known or report.published.period == other.published.period)


def _unknown(report: Report) -> tuple[bool, bool, bool, str]:
    return (report.outlet is None, not report.published.period.known, report.title is None, report.id)
