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
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.model.period import Period, Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.resolve.published_clues import Clues, clues_of
from onrecord.resolve.published_habits import Habits, habits_of, with_habit
from onrecord.resolve.published_story import Story
from onrecord.resolve.published_weigh import narrowed, weigh, with_votes

__all__ = ["Days", "published_days"]

_YEAR_IS_SURE = 180  # days: within a period so wide "20 February" has one year only


def published_days(reports: Sequence[Report], readings: Sequence[Reading]) -> Mapping[str, Published]:
    """The published period of each report by its id, no narrower than the evidence, with the basis it rests on."""
    days, held = Days(), {report.id: report for report in reports}
    days.renew(held, {reading.report: reading for reading in readings}, held)
    return days.published


class Days:
    """The published period of each report, by its id, as `published_days` gives them, however reports came in.

    A report that came with its day takes it from no other. Those without are looked at again whenever any report comes:
    how like it is to them, and how much a word says, rests on all that are held.
    """

    def __init__(self) -> None:
        self.published: dict[str, Published] = {}
        self._open: set[str] = set()
        self._dated: dict[str, _Dated] = {}
        self._story: Story | None = None

    def renew(
        self, reports: Mapping[str, Report], readings: Mapping[str, Reading], touched: Collection[str]
    ) -> frozenset[str]:
        """Look at the reports that came, went or changed; the ids of all that have another day than before."""
        told = {name: reports[name].published for name in touched if name in reports}
        self._open = self._open - {*touched} | {name for name, day in told.items() if not day.period.known}
        before = {name: self.published.pop(name, None) for name in {*touched, *self._open}}
        self.published |= {name: day for name, day in told.items() if name not in self._open}
        if self._open:
            story = self._followed(reports, readings, touched)
            open_ = [reports[name] for name in sorted(self._open)]
            self.published |= _concluded(story, open_, self.published, readings, habits_of(self._dated.values()))
        else:  # nobody asks for the words of reports
            self._story, self._dated = None, {}
        return frozenset(name for name, day in before.items() if self.published.get(name) != day)

    def _followed(
        self, reports: Mapping[str, Report], readings: Mapping[str, Reading], touched: Collection[str]
    ) -> Story:
        """The words of all reports, and how those that came with their day name it."""
        if self._story is None:
            self._story, touched = Story(), reports
        self._story.renew(reports, readings, touched)
        for name in touched:
            self._dated.pop(name, None)
            if name in reports and name in readings and (found := _dated(reports[name], readings[name])):
                self._dated[name] = found
        return self._story


_Dated = tuple[str, Clues, date]
"""The outlet, the clues and the day of a report whose day came with it or is on its page."""


def _dated(report: Report, reading: Reading) -> _Dated | None:
    period = report.published.period
    if report.outlet is None or not period.exact or period.start is None:
        return None
    return report.outlet, clues_of(reading.times), period.start


def _concluded(
    story: Story,
    undated: Sequence[Report],
    known: Mapping[str, Published],
    readings: Mapping[str, Reading],
    habits: Habits,
) -> Mapping[str, Published]:
    """The periods of the reports that came without a day, from all that are `known`."""
    clues = {one.id: _own(one, readings, habits) for one in undated}
    near = {
        name: [(known[other].period, alike) for other, alike in story.neighbours(name) if other in known]
        for name in clues
    }
    latest = {name: _latest_year(story, name, clues, known) for name in clues}
    weights = {name: weigh(clues[name], near[name], latest=latest[name]) for name in clues}
    periods = {name: narrowed(weighed, widest=_YEAR_IS_SURE) for name, weighed in weights.items()}
    beside = {other for name in clues for other in _names(story, name) if other in known}
    periods |= {name: known[name].period for name in beside}
    concluded = {}
    for name, weighed in weights.items():
        voted = with_votes(weighed, story.votes(name, periods, beside))
        concluded[name] = _published(narrowed(voted, late=clues[name].stands == "late"), bool(near[name]))
    return concluded


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
