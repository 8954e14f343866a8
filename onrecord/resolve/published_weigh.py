"""Weighing the days that a report may be from, by its own clues and by its neighbours."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from onrecord.model.period import Period
from onrecord.resolve.days import evaluate_on
from onrecord.resolve.published_clues import Clues, Written
from onrecord.resolve.published_story import Vote

__all__ = ["narrowed", "weigh", "with_votes"]

_DAY = timedelta(days=1)
_REACH = 200  # days around a neighbour that are considered
_MOST = 4000  # days that are considered at all
_CERTAIN = 0.78  # weight of one day that is claimed: in the measured halves no claim lies between 0.77 and 0.81
_HELD, _NEARLY_ALL = 0.9, 0.95  # share of the weight that a period must hold; a short one, whose days matter
_SHORT = 14  # days
_WIDEST = 75  # days: a wider period says nothing worth acting on
# How long after a day that its opening writes out in full a report is published, where nothing else is known of it.
_TOLD = (0.45, 0.2, 0.09, 0.06, 0.05, 0.05, 0.04, 0.03, 0.03)
# How long after the latest post that it shows, from the day before on, for a post carries the day of its reader's zone:
# counted on 19 reports.
_POSTED = (0.14, 0.37, 0.31, 0.08, 0.03, 0.03, 0.02, 0.02)
_DATELINED = 0.92  # a report is printed on the day of its dateline, else on the next
_NO_DATELINE = 0.002
_EVE = 0.15  # of the day before its dateline: 3 of 10 that open with that weekday, by a listing that may be wrong
_AROUND = timedelta(days=90)  # how far outside the days of a collection's dated reports the others lie at most
_SAME_STORY = 60  # days: a date that a report names with its year stands so near before its dateline
_LIKE = 0.1  # how much alike the nearest neighbour must be; below that reports are of any day
_ASKED = 80  # how many of the likeliest days the votes are asked about

# How long before publication the latest date stands that a report names in its text (counted on the same dated
# reports), as (up to so many days, weight of each day).
_BEHIND = ((0, 4.0), (6, 1.5), (13, 2.1), (20, 1.0), (34, 0.55), (60, 0.3), (120, 0.08), (10**6, 0.03))
# How far ahead the nearest date stands that it names as still to come.
_AHEAD = ((1, 3.0), (9, 5.0), (20, 6.0), (30, 3.0), (60, 1.2), (10**6, 0.2))
# How many days apart two reports are, by their likeness: the scale of the fall, in days, and how many times as likely
# that is as any other day of the story. Of printings of one text (0.4 and more) 9 of 10 are at most a day apart, and
# half of them a day.
_APART = ((0.4, 1.4, 19.0), (0.3, 1.5, 4.0), (0.25, 2.5, 1.0), (0.2, 5.0, 1.0), (0.15, 12.0, 1.0))
_ALONE, _LEAST_SPREAD = 45.0, 3.0  # days: with a single neighbour; with several


def weigh(clues: Clues, near: Sequence[tuple[Period, float]], *, latest: int | None = None) -> Mapping[date, float]:
    """The weight of each day that the report may be from; empty where nothing names a year.

    `near` are the days of its neighbours with their likeness; `latest` is the latest year that they look back to.
    """
    anchors = [(day, alike) for period, alike in near if (day := _middle(period)) is not None]
    if max((alike for _, alike in anchors), default=0.0) < _LIKE:
        return _by_its_text(clues, latest, [day for day, _ in anchors])
    days = _candidates([day for day, _ in anchors])
    spread = _spread(anchors)
    return _normal({day: _of_story(day, anchors, spread) * _of_clues(day, clues) for day in days})


def _by_its_text(clues: Clues, latest: int | None, near: Sequence[date]) -> Mapping[date, float]:
    """The days that a report's own words leave: a dateline whose year is told, a post it shows, a day written out."""
    if clues.dateline is not None:
        return _by_its_dateline(clues, clues.dateline, latest, near)
    if clues.posted is not None:
        return _after(clues.posted - _DAY, _POSTED, clues)
    return {} if clues.told is None else _after(clues.told, _TOLD)


def _by_its_dateline(
    clues: Clues, dateline: tuple[int, int], latest: int | None, near: Sequence[date]
) -> Mapping[date, float]:
    """The dateline in the year of a date that stands shortly before it, else in a year that its weekday agrees with.

    A collection that has reports with their days (`near`) has the others from about the same time.
    """
    written = [one.whole for one in clues.past if one.whole]
    days = [day for year in {one.year + n for one in written for n in (0, 1)} if (day := _in(dateline, year))]
    fitting = [day for day in days if any(0 <= (day - one).days <= _SAME_STORY for one in written)]
    if len(fitting) == 1 and (clues.weekday is None or (fitting[0].weekday() - clues.weekday) % 7 < 2):
        return {fitting[0]: _DATELINED, fitting[0] + _DAY: 1 - _DATELINED}
    if clues.posted is None and (latest is None or clues.weekday is None or (clues.year and clues.year > latest)):
        return {} if clues.told is None else _after(clues.told, _TOLD)
    last = clues.posted.year if clues.posted else latest or 0
    named = [day for year in (last - 1, last) if (day := _in(dateline, year)) and _about(day, near)]
    days = [one for day in named for one in (day - _DAY, day, day + _DAY)]
    return _normal({day: _of_weekday(day, clues) * _of_dateline(day, dateline, clues.weekday) for day in days})


def _about(day: date, near: Sequence[date]) -> bool:
    return not near or min(near) - _AROUND <= day <= max(near) + _AROUND


def _after(day: date, shares: Sequence[float], clues: Clues | None = None) -> Mapping[date, float]:
    """The days from one day on, as likely as reports are so long after it, and as their first weekday allows."""
    days = {day + n * _DAY: share for n, share in enumerate(shares)}
    return _normal({one: share * (_of_weekday(one, clues) if clues else 1.0) for one, share in days.items()})


def _of_weekday(day: date, clues: Clues) -> float:
    return 1.0 if clues.weekday is None else clues.distances[(day.weekday() - clues.weekday) % 7]


def _in(dateline: tuple[int, int], year: int) -> date | None:
    try:
        return date(year, *dateline)
    except ValueError:
        return None


def with_votes(weights: Mapping[date, float], votes: Sequence[Vote]) -> Mapping[date, float]:
    """The weights after the votes: a day on which an expression comes to the day that they name gains their odds."""
    asked = sorted(weights, key=lambda day: (-weights[day], day))[:_ASKED]
    return _normal({day: weights[day] * _odds(day, votes) for day in asked})


def narrowed(weights: Mapping[date, float], *, late: bool = False, widest: int = _WIDEST) -> Period:
    """The shortest period that holds nearly all the weight, or nothing where that is wider than so many days.

    Of 25 single days so claimed for hidden halves of three crises 24 were right, one a day off. A report of what was
    late on a day (`late`) is printed that day or the next, whatever else it says.
    """
    if not weights:
        return Period()
    best = max(weights, key=lambda day: (weights[day], day))
    if weights[best] >= _CERTAIN and not late:
        return Period.day(best)
    near = _shortest(weights, _NEARLY_ALL)
    if near is None or (near[1] - near[0]).days > _SHORT:
        near = _shortest(weights, _HELD)
    if near is None or (near[1] - near[0]).days > widest:
        return Period()
    return Period(*near)


def _shortest(weights: Mapping[date, float], share: float) -> tuple[date, date] | None:
    """The first and last day of the shortest period that holds such a share of the weight."""
    days = sorted(weights)
    shortest, low, held = None, 0, 0.0
    for high, day in enumerate(days):
        held += weights[day]
        while held - weights[days[low]] >= share:
            held -= weights[days[low]]
            low += 1
        if held >= share and (shortest is None or days[high] - days[low] < shortest[1] - shortest[0]):
            shortest = (days[low], days[high])
    return shortest


def _candidates(near: Sequence[date]) -> list[date]:
    low, high = min(near) - timedelta(days=_REACH), max(near) + timedelta(days=_REACH)
    return [low + n * _DAY for n in range(min((high - low).days + 1, _MOST))]


def _of_story(day: date, anchors: Sequence[tuple[date, float]], spread: float) -> float:
    """Reports that are alike are of near days: very near where much alike, else as near as the others are."""
    if not anchors:
        return 1.0
    total = 1e-7
    for other, alike in anchors:
        apart = abs((day - other).days)
        close, times = next(((scale, times) for least, scale, times in _APART if alike >= least), (spread, 1.0))
        total += alike * alike * (times * math.exp(-apart / close) / close + math.exp(-apart / spread) / spread)
    return total


def _spread(anchors: Sequence[tuple[date, float]]) -> float:
    """How far the neighbours' days lie from the middle one, on average and by their likeness."""
    if len(anchors) < 2:
        return _ALONE
    total = sum(alike for _, alike in anchors)
    middle = sorted(day for day, _ in anchors)[len(anchors) // 2]
    return max(_LEAST_SPREAD, sum(alike * abs((day - middle).days) for day, alike in anchors) / total)


def _of_clues(day: date, clues: Clues) -> float:
    weight = _of_weekday(day, clues)
    latest, nearest = clues.latest(day), clues.nearest(day)
    if clues.past:
        weight *= _step(_BEHIND, (day - latest).days) if latest else 0.02
    if clues.future:
        weight *= _step(_AHEAD, (nearest - day).days) if nearest else 0.2
    if any(_wrong_weekday(one, one.before(day)) for one in clues.past):
        weight *= 0.05
    if any(_wrong_weekday(one, one.after(day)) for one in clues.future):
        weight *= 0.05
    if clues.dateline:
        weight *= _of_dateline(day, clues.dateline, clues.weekday)
    if clues.posted:
        behind = (day - clues.posted).days + 1
        weight *= _POSTED[behind] if 0 <= behind < len(_POSTED) else 0.002
    return weight * (0.01 if clues.year and day.year < clues.year else 1.0)


def _of_dateline(day: date, dateline: tuple[int, int], weekday: int | None) -> float:
    """A report is of the day of its dateline, now and then of the next, or of the day before where it tells of that."""
    before, after = day - _DAY, day + _DAY
    if (day.month, day.day) == dateline:
        return 1.0
    if (after.month, after.day) == dateline and day.weekday() == weekday:
        return _EVE
    return 0.1 if (before.month, before.day) == dateline else _NO_DATELINE


def _wrong_weekday(written: Written, day: date | None) -> bool:
    return written.weekday is not None and day is not None and day.weekday() != written.weekday


def _odds(day: date, votes: Sequence[Vote]) -> float:
    """The product of the odds over the neighbours; a second sentence about one event counts half, a third a quarter."""
    agreed: dict[tuple[str, date], dict[int, float]] = {}
    for vote in votes:
        if evaluate_on(vote.time, day).start == vote.day:
            told = agreed.setdefault((vote.by, vote.day), {})
            told[vote.time.span.start] = max(told.get(vote.time.span.start, 1.0), vote.odds)
    logs = (
        math.log(odds) * 0.5**place
        for told in agreed.values()
        for place, odds in enumerate(sorted(told.values(), reverse=True))
    )
    return math.exp(sum(logs))


def _step(steps: Sequence[tuple[int, float]], distance: int) -> float:
    return next(weight for upto, weight in steps if distance <= upto)


def _middle(period: Period) -> date | None:
    if period.start is None or period.end is None:
        return period.start or period.end
    return period.start + (period.end - period.start) / 2


def _normal(weights: Mapping[date, float]) -> Mapping[date, float]:
    total = sum(weights.values())
    return {day: weight / total for day, weight in weights.items()} if total else {}
