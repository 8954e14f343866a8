"""What a report's own words say about the day it is from: weekdays near its top, dates behind it and before it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model.reading import TimeExpression
from onrecord.resolve.published_dateline import dateline_day
from onrecord.resolve.published_posts import latest_post

__all__ = ["Clues", "clues_of"]

_WEEKDAY = re.compile(r"weekday:(\d)(?:@.*)?$")
_BY_WEEKDAY = re.compile(r"until\(weekday:(\d)\)$")
_NAMED = re.compile(r"(?:until\()?weekday:(\d)")
_DATE = re.compile(r"date:(\d{4}|-)-(\d\d?)-(\d\d?)(?:/(\d))?(?::past)?(?:@.*)?$")
_FIRST, _LEAD, _OPENING = 250, 400, 1500  # characters: how near the top the first weekday stands
_AT_ITS_END = re.compile(r"@(?:evening|night|midnight)| late\b", re.IGNORECASE)
_TOLD_BEFORE = 800
_FULL = 5  # times that a weekday is named which fills a report
_EDGE = 300  # dates nearer than this to the top may be the page's own, and say nothing of a story's past


Stands = Literal["full", "led", "late", "top", "middle", "below", "nowhere"]
"""Where and how the first weekday of a report stands."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written, perhaps without its year, perhaps with its weekday."""

    year: int | None
    month: int
    day: int
    weekday: int | None = None

    @property
    def whole(self) -> date | None:
        """The day, where the year is written."""
        return None if self.year is None else self._in(self.year)

    def before(self, day: date) -> date | None:
        """The last such day up to that day."""
        return self.whole_if(lambda one: one <= day) if self.year else self._first(day, (0, -1))

    def after(self, day: date) -> date | None:
        """The next such day from that day on."""
        return self.whole_if(lambda one: one >= day) if self.year else self._first(day, (0, 1))

    def whole_if(self, holds: Callable[[date], bool]) -> date | None:
        """The written day, if it holds of it."""
        return self.whole if self.whole and holds(self.whole) else None

    def _first(self, day: date, steps: tuple[int, int]) -> date | None:
        for step in steps:
            one = self._in(day.year + step)
            if one and (one <= day if steps[1] < 0 else one >= day):
                return one
        return None

    def _in(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Clues:
    """The first weekday of a past clause and how likely each distance from it is; dates behind and ahead; the year."""

    weekday: int | None
    distances: tuple[float, ...]
    past: tuple[Written, ...]
    future: tuple[Written, ...]
    year: int | None
    told: date | None = None
    dateline: tuple[int, int] | None = None
    stands: Stands = "nowhere"
    posted: date | None = None

    @property
    def led(self) -> bool:
        """Is one weekday named so often, and the next one never, that it can be the report's own?"""
        return self.stands in ("full", "led")

    def latest(self, day: date) -> date | None:
        """The latest date behind that day which the report names, were the day its own."""
        return max((one for written in self.past if (one := written.before(day))), default=None)

    def nearest(self, day: date) -> date | None:
        """The nearest date still to come."""
        return min((one for written in self.future if (one := written.after(day))), default=None)


# How far behind its publication the first weekday of a report lies (0 to 6 days), counted on 2,500 dated reports of 20
# outlets, by where it stands: at the very top (and three times in all, the day before it too, the day after it never),
# at the top, further down. Four in 100 of those reports carry a day that is too early by one; that error is taken out.
_DISTANCES: Mapping[Stands, tuple[float, ...]] = {
    # Named five times and more, the day after it never: 32 of 36 reports of sites are of that day, 4 of the next.
    "full": (0.91, 0.08, 0.002, 0.001, 0.001, 0.001, 0.005),
    "led": (0.84, 0.13, 0.006, 0.004, 0.003, 0.003, 0.014),
    # "Late on Tuesday", "Tuesday night": counted on 287 reports; as many are from the next day.
    "late": (0.41, 0.45, 0.05, 0.03, 0.02, 0.02, 0.02),
    "top": (0.67, 0.23, 0.04, 0.02, 0.015, 0.015, 0.01),
    "middle": (0.42, 0.32, 0.09, 0.07, 0.05, 0.03, 0.02),
    "below": (0.33, 0.32, 0.13, 0.10, 0.06, 0.04, 0.02),
    "nowhere": (),
}


def clues_of(times: Sequence[TimeExpression], text: str = "") -> Clues:
    """The clues in the time expressions of a report, and in the dateline of its text."""
    named = [
        (time, int(match[1])) for time in times if (match := _WEEKDAY.match(time.value)) and time.tense != "future"
    ]
    first, weekday = named[0] if named else (None, None)
    dated = [(time, match) for time in times if (match := _DATE.match(time.value)) and time.span.start >= _EDGE]
    past = [_written(match) for time, match in dated if time.tense != "future"]
    future = tuple(_written(match) for time, match in dated if time.tense == "future")
    ahead = {(one.month, one.day) for one in future}  # what is said once to come is no past by another sentence's tense
    years = [int(time.value[5:9]) for time in times if re.match(r"(?:year|date|month):\d{4}", time.value)
             and time.tense != "future" and not time.value.startswith("month:")]  # fmt: skip
    stands = _stands(times, named) if first is not None else "nowhere"
    return Clues(
        weekday=weekday,
        distances=_DISTANCES[stands],
        past=tuple(one for one in past if (one.month, one.day) not in ahead),
        future=future,
        year=max((year for year in years if year > 1900), default=None),
        told=_told(times),
        dateline=dateline_day(text),
        stands=stands,
        posted=latest_post(text),
    )


def _told(times: Sequence[TimeExpression]) -> date | None:
    """The day that the opening writes out with its weekday and its year ("on Tuesday, 3 June 2031"), as a past one."""
    early = [time for time in times if time.span.start < _TOLD_BEFORE and time.tense != "future"]
    written = [_written(match) for time in early if (match := _DATE.match(time.value))]
    whole = [one.whole for one in written if one.whole and one.weekday == one.whole.weekday()]
    return whole[0] if whole else None


def _written(match: re.Match[str]) -> Written:
    year = int(match[1]) if match[1].isdigit() else None
    return Written(year, int(match[2]), int(match[3]), int(match[4]) if match[4] else None)


def _stands(times: Sequence[TimeExpression], named: list[tuple[TimeExpression, int]]) -> Stands:
    first, weekday = named[0]
    if first.span.start < _LEAD and _AT_ITS_END.search(f"{first.value} {first.span.exact}"):
        return "late"
    every = {int(match[1]) for time in times if (match := _NAMED.match(time.value))}
    count = sum(day == weekday for _, day in named)
    until = any(_BY_WEEKDAY.match(time.value) and f":{weekday})" in time.value for time in times)
    before = (weekday - 1) % 7 in {day for _, day in named}
    if (weekday + 1) % 7 not in every and first.span.start < _LEAD and count >= _FULL:
        return "full"
    if first.span.start < _FIRST and count >= 3 and (before or until) and (weekday + 1) % 7 not in every:
        return "led"
    if first.span.start < _LEAD:
        return "top"
    return "middle" if first.span.start < _OPENING else "below"
