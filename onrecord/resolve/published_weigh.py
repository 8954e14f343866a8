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
_CERTAIN = 0.75
_HELD = 0.9  # share of the weight that a period must hold
_WIDEST = 75  # days: a wider period says nothing worth acting on
# How long after a day that its opening writes out in full a report is published, where nothing else is known of it.
_TOLD = (0.62, 0.2, 0.08, 0.04, 0.03, 0.02, 0.01)
_DATELINED = 0.92  # a report is printed on the day of its dateline, else on the next
_NO_DATELINE = 0.002
_SAME_STORY = 60  # days: a date that a report names with its year stands so near before its dateline
_LIKE = 0.1  # how much alike the nearest neighbour must be; below that reports are of any day
_ASKED = 80  # how many of the likeliest days the votes are asked about

# How long before publication the latest date stands that a report names in its text (counted on the same dated
# reports), as (up to so many days, weight of each day).
_BEHIND = ((0, 4.0), (6, 1.5), (13, 2.1), (20, 1.0), (34, 0.55), (60, 0.3), (120, 0.08), (10**6, 0.03))
# How far ahead the nearest date stands that it names as still to come.
_AHEAD = ((1, 3.0), (9, 5.0), (20, 6.0), (30, 3.0), (60, 1.2), (10**6, 0.2))
# How many days apart two reports are, by their likeness: the scale of the fall, in days.
_APART = ((0.3, 1.5), (0.25, 2.5), (0.2, 5.0), (0.15, 12.0))
_ALONE, _LEAST_SPREAD = 45.0, 3.0  # days: with a single neighbour; with several


def weigh(clues: Clues, near: Sequence[tuple[Period, float]]) -> Mapping[date, float]:
    """The weight of each day that the report may be from; empty where nothing names a year.

    `near` are the days of its neighbours with their likeness.
    """
    anchors = [(day, alike) for period, alike in near if (day := _middle(period)) is not None]
    if max((alike for _, alike in anchors), default=0.0) < _LIKE:
        return _by_its_text(clues)
    days = _candidates([day for day, _ in anchors])
    spread = _spread(anchors)
    return _normal({day: _of_story(day, anchors, spread) * _of_clues(day, clues) for day in days})


def _by_its_text(clues: Clues) -> Mapping[date, float]:
    """The days that a report's own words leave: a dateline of the year of the dates in it, or a day written out."""
    if clues.dateline is not None:
        written = [one.whole for one in clues.past if one.whole]
        days = [day for year in {one.year + n for one in written for n in (0, 1)} if (day := _in(clues.dateline, year))]
        fitting = [day for day in days if any(0 <= (day - one).days <= _SAME_STORY for one in written)]
        if len(fitting) == 1 and (clues.weekday is None or (fitting[0].weekday() - clues.weekday) % 7 < 2):
            return {fitting[0]: _DATELINED, fitting[0] + _DAY: 1 - _DATELINED}
    return {} if clues.told is None else {clues.told + n * _DAY: weight for n, weight in enumerate(_TOLD)}


def _in(dateline: tuple[int, int], year: int) -> date | None:
    try:
        return date(year, *dateline)
    except ValueError:
        return None


def with_votes(weights: Mapping[date, float], votes: Sequence[Vote]) -> Mapping[date, float]:
    """The weights after the votes: a day on which an expression comes to the day that they name gains their odds."""
    asked = sorted(weights, key=lambda day: (-weights[day], day))[:_ASKED]
    return _normal({day: weights[day] * _odds(day, votes) for day in asked})


def narrowed(weights: Mapping[date, float], *, led: bool = False, widest: int = _WIDEST) -> Period:
    """The shortest period that holds nearly all the weight, or nothing where that is wider than so many days.

    Less weight is enough for one day where a weekday leads the report: of such claims on dated reports 8 of 9 were
    right, of others 6 of 11.
    """
    if not weights:
        return Period()
    best = max(weights, key=lambda day: (weights[day], day))
    if led and weights[best] >= _CERTAIN:
        return Period.day(best)
    days = sorted(weights)
    shortest, low, held = None, 0, 0.0
    for high, day in enumerate(days):
        held += weights[day]
        while held - weights[days[low]] >= _HELD:
            held -= weights[days[low]]
            low += 1
        if held >= _HELD and (shortest is None or days[high] - days[low] < shortest[1] - shortest[0]):
            shortest = (days[low], days[high])
    if shortest is None or (shortest[1] - shortest[0]).days > widest:
        return Period()
    return Period(*shortest)


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
        close = next((scale for least, scale in _APART if alike >= least), spread)
        total += alike * alike * (math.exp(-apart / close) / close + math.exp(-apart / spread) / spread)
    return total


def _spread(anchors: Sequence[tuple[date, float]]) -> float:
    """How far the neighbours' days lie from the middle one, on average and by their likeness."""
    if len(anchors) < 2:
        return _ALONE
    total = sum(alike for _, alike in anchors)
    middle = sorted(day for day, _ in anchors)[len(anchors) // 2]
    return max(_LEAST_SPREAD, sum(alike * abs((day - middle).days) for day, alike in anchors) / total)


def _of_clues(day: date, clues: Clues) -> float:
    weight = 1.0
    if clues.weekday is not None:
        weight *= clues.distances[(day.weekday() - clues.weekday) % 7]
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
        before = day - _DAY
        weight *= 1.0 if (day.month, day.day) == clues.dateline else 0.1
        weight *= _NO_DATELINE if clues.dateline not in {(day.month, day.day), (before.month, before.day)} else 1.0
    return weight * (0.01 if clues.year and day.year < clues.year else 1.0)


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
