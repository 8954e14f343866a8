"""The day of each report: as given or as the page says, else from its text, else from its neighbours, else unknown.

A report without a day is weighed day by day: by the weekday it opens with, by the dates that it names behind and ahead
of it, by the days of reports that are like it, and by events that a neighbour dates and it tells of ("on Sunday"). One
day is claimed where it holds three quarters of the weight, otherwise the period that holds nine tenths, and nothing
where that is over ten weeks. Only days that are given or on a page carry over to others, so nothing is concluded from a
conclusion and the order of the reports makes no difference; but a date without its year takes that of its report.
"""

from collections.abc import Mapping, Sequence

from onrecord.model.period import Period, Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.resolve.published_clues import clues_of
from onrecord.resolve.published_story import Story
from onrecord.resolve.published_weigh import narrowed, weigh, with_votes

__all__ = ["published_days"]

_YEAR_IS_SURE = 180  # days: within a period so wide "20 February" has one year only


def published_days(reports: Sequence[Report], readings: Sequence[Reading]) -> Mapping[str, Published]:
    """The published period of each report by its id, no narrower than the evidence, with the basis it rests on."""
    known = {report.id: report.published for report in reports if report.published.period.known}
    open_ = sorted((report for report in reports if report.id not in known), key=lambda report: report.id)
    if not open_:
        return known
    by_report = {reading.report: reading for reading in readings}
    unique = {report.id: report for report in reports}
    story = Story([unique[name] for name in sorted(unique)], by_report)
    weights = {}
    for report in open_:
        near = [(known[other].period, alike) for other, alike in story.neighbours(report.id) if other in known]
        reading = by_report.get(report.id)
        weights[report.id] = weigh(clues_of(reading.times if reading else ()), near), bool(near)
    periods = {name: published.period for name, published in known.items()}
    periods |= {name: narrowed(weighed, widest=_YEAR_IS_SURE) for name, (weighed, _) in weights.items()}
    sure = frozenset(known)
    concluded = {
        name: _published(narrowed(with_votes(weighed, story.votes(name, periods, sure))), near)
        for name, (weighed, near) in weights.items()
    }
    return known | concluded


def _published(period: Period, near: bool) -> Published:
    if not period.known:
        return Published()
    return Published(period.start, period.end, "corpus" if near else "text")
