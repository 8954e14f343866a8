"""The day of each report: as given or as the page says, else from its text, else from its neighbours, else unknown.

A report without a day is weighed day by day: by the weekday it opens with, by the dates that it names behind and ahead
of it, by the days of reports that are like it, and by events that a neighbour dates and it tells of ("on Sunday"). One
day is claimed where it holds nine tenths of the weight (three quarters where one weekday leads the report), otherwise
the period that holds nine tenths, and nothing where that is over ten weeks. Only days that are given or on a page carry
over to others, so nothing is concluded from a conclusion and the order of the reports makes no difference; but a date
without its year takes that of its report.
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
    clues = {one.id: clues_of(by_report[one.id].times if one.id in by_report else (), one.text) for one in open_}
    near = {
        one.id: [(known[other].period, alike) for other, alike in story.neighbours(one.id) if other in known]
        for one in open_
    }
    weights = {name: weigh(clues[name], near[name]) for name in clues}
    periods = {name: published.period for name, published in known.items()}
    periods |= {name: narrowed(weighed, widest=_YEAR_IS_SURE) for name, weighed in weights.items()}
    sure = frozenset(known)
    concluded = {}
    for name, weighed in weights.items():
        voted = with_votes(weighed, story.votes(name, periods, sure))
        concluded[name] = _published(narrowed(voted, led=clues[name].led), bool(near[name]))
    return known | concluded


def _published(period: Period, near: bool) -> Published:
    if not period.known:
        return Published()
    return Published(period.start, period.end, "corpus" if near else "text")
