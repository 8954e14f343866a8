"""The day of each report: as given or as the page says, else from its text, else from its neighbours, else unknown.

A report without a day is weighed day by day: by the weekday it opens with and how its outlet dates its reports,
by the dates that it names behind and ahead of it, by its dateline and the posts that it shows, by the days of reports
that are like it, and by events that a neighbour dates and it tells of ("on Sunday"). One day is claimed where it holds
nearly four fifths of the weight, otherwise the period that holds nine tenths, and nothing where that is over ten weeks.
Only days that are given or on a page carry
over to others, so nothing is concluded from a conclusion and the order of the reports makes no difference; but a date
without its year takes that of its report.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.model.period import Period, Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.resolve.published_clues import Clues, clues_of
from onrecord.resolve.published_habits import Habits, habits_of, with_habit
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
    habits = habits_of(_dated(reports, known, by_report))
    clues = {one.id: _own(one, by_report, habits) for one in open_}
    near = {
        one.id: [(known[other].period, alike) for other, alike in story.neighbours(one.id) if other in known]
        for one in open_
    }
    latest = {one.id: _latest_year(story, one.id, clues, known) for one in open_}
    weights = {name: weigh(clues[name], near[name], latest=latest[name]) for name in clues}
    periods = {name: published.period for name, published in known.items()}
    periods |= {name: narrowed(weighed, widest=_YEAR_IS_SURE) for name, weighed in weights.items()}
    sure = frozenset(known)
    concluded = {}
    for name, weighed in weights.items():
        voted = with_votes(weighed, story.votes(name, periods, sure))
        concluded[name] = _published(narrowed(voted, late=clues[name].stands == "late"), bool(near[name]))
    return known | concluded


def _dated(
    reports: Sequence[Report], known: Mapping[str, Published], readings: Mapping[str, Reading]
) -> Iterator[tuple[str | None, Clues, date]]:
    """The outlet, the clues and the day of each report whose day came with it or is on its page."""
    for report in reports:
        period = known[report.id].period if report.id in known else Period()
        if report.outlet and period.exact and period.start and report.id in readings:
            yield report.outlet, clues_of(readings[report.id].times), period.start


def _latest_year(story: Story, report: str, clues: Mapping[str, Clues], known: Mapping[str, Published]) -> int | None:
    """The latest year that a report and its neighbours are of or look back to, named by two of them at least."""
    years = Counter(year for one in (report, *_names(story, report)) if (year := _year(one, clues, known)))
    return max((year for year, count in years.items() if count > 1), default=None)


def _names(story: Story, report: str) -> list[str]:
    return [other for other, _ in story.neighbours(report)]


def _year(report: str, clues: Mapping[str, Clues], known: Mapping[str, Published]) -> int | None:
    day = known[report].start if report in known else None
    return day.year if day else clues[report].year if report in clues else None


def _own(report: Report, readings: Mapping[str, Reading], habits: Habits) -> Clues:
    """The clues of a report, its first weekday weighed as its outlet is used to date its reports."""
    clues = clues_of(readings[report.id].times if report.id in readings else (), report.text)
    return replace(clues, distances=with_habit(clues, report.outlet, habits)) if clues.distances else clues


def _published(period: Period, near: bool) -> Published:
    if not period.known:
        return Published()
    return Published(period.start, period.end, "corpus" if near else "text")
