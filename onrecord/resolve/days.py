"""From the words for a time to days: what a `TimeExpression` comes to once the day of its report is known.

The language of `TimeExpression.value`, where d is the day of the report, weeks begin on Monday and Monday is 0:

    date:2031-04-09   date:--04-09   date:--04-09/2    a day; without a year the nearest that fits tense and weekday,
                                                       with `:past` the last one, d itself included
    month:2031-04     month:--04     month:-1          a month; `:last` and `:next` may follow one without a year
    quarter:2031-2    quarter:--2    quarter:-1        a quarter; quarter:-1y-3 is the third of last year
    year:2031         year:-1        decade:1990       and decade:-1, century:0, century:1900
    season:2031-winter               season:--winter   meteorological, winter beginning in December
    holiday:christmas-day            holiday:easter    `:last`, `:next` or a year may follow
    week:+1           weekend:-1     day:-1            counted from d
    weekday:1         weekday:1:last :next :this       the Tuesday of a past or a coming clause, d itself included
    weekday:1:-1      weekday:1:+1                     of the week before, of the week after
    hours:+48         days:+3        weeks:-2          the stretch from d so far ahead, or so far back to d
    hour:-2           minute:-20                       that long ago or ahead, as a day
    coming-days       recent-days    (hours, weeks, months, years)
    …@evening         …@T09:00                         a part of a day: the day
    early(x) mid(x) late(x) start(x) end(x) half1(x) half2(x)     a part of a period
    earlier(x) later(x)              the part of the period x before d, after d
    until(x)  since(x)  week-of(x)   range:(x,y)       quarter-ended(x): the three months that end with x
    that-day(x)  that-year(x) …      the day, week, month or year that x begins in
    day-after(x)  month-after(x) …  2-days-after(x)     the one after that; 2-days-before(x), 2-months-after(x)
    week-before(x)  month-before(x)  year-before(x)     the one before that
    ref:…  set:…  duration:…         name no period: unknown

A stretch is as wide as people mean by it: "coming days" are a week, "coming weeks" four, "coming months" six months.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from onrecord.model.period import Period
from onrecord.model.reading import TimeExpression
from onrecord.resolve.days_units import part_of, stretch, unit_at
from onrecord.resolve.days_written import dated

__all__ = ["deadline", "evaluate", "evaluate_on"]

_UNKNOWN = Period()
_DAY = timedelta(days=1)
_COUNTED = re.compile(
    r"that-(?P<that>\w+)|(?P<after>day|week|month|year)-after|(?P<number>\d+)-(?P<unit>day|week|month|year)s?-(?P<side>after|before)|(?P<before>week|month|year)-before"
)
_PART_OF_DAY = re.compile(r"@[^(),]*")
_PARTS = frozenset({"early", "mid", "late", "start", "end", "half1", "half2", "all"})


def evaluate(expression: TimeExpression, anchor: Period) -> Period:
    """The days that an expression names in a report of the anchor's days; unknown where that cannot be told.

    An anchor of several days widens the result; without one only what names its own year is known. Days that do not
    exist, such as 31 February, are unknown.
    """
    if not anchor.known:
        return evaluate_on(expression, None)
    ends = [evaluate_on(expression, day) for day in (anchor.start, anchor.end) if day is not None]
    if not all(end.known for end in ends):
        return _UNKNOWN
    starts, stops = [end.start for end in ends], [end.end for end in ends]
    first = None if None in starts else min(day for day in starts if day is not None)
    last = None if None in stops else max(day for day in stops if day is not None)
    return Period(first, last)


def deadline(expression: TimeExpression, anchor: Period) -> Period:
    """The days on which something is due; what is to be done by Friday has until then, and is due on Friday.

    In a report of several days that is as many days, each the last of what one of them makes of it.
    """
    if not expression.value.startswith("until(") or not anchor.known:
        return evaluate(expression, anchor)
    ends = [evaluate_on(expression, day).end for day in (anchor.start, anchor.end) if day is not None]
    known = [end for end in ends if end is not None]
    return Period(min(known), max(known)) if known and len(known) == len(ends) else _UNKNOWN


def evaluate_on(expression: TimeExpression, day: date | None) -> Period:
    """The days that an expression names in a report of that one day, or of an unknown day."""
    try:
        return _value(expression.value, day, expression.tense)
    except (ValueError, OverflowError, KeyError):
        return _UNKNOWN


def _value(value: str, day: date | None, tense: str) -> Period:
    value = _PART_OF_DAY.sub("", value)
    if value.endswith(")"):
        name, _, inside = value[:-1].partition("(")
        return _wrapped(name.rstrip(":"), inside, day, tense)
    kind, _, rest = value.partition(":")
    if kind.startswith(("coming-", "recent-")):
        return _UNKNOWN if day is None else stretch(kind, day)
    found = dated(kind, rest, day, tense)
    if found is not None or day is None:
        return found or _UNKNOWN
    return unit_at(kind, rest, day, tense)


def _wrapped(name: str, inside: str, day: date | None, tense: str) -> Period:
    """A period made of one or two others."""
    if name == "range":
        left, _, right = inside.partition(",")
        first = _value(left, day, tense)
        last = _value(_with_year(right, left), day, tense)
        if first.start and last.end and last.end < first.start:
            last = _value(_with_year(right, left), first.start, "future")
        return Period(first.start, last.end) if first.start and last.end and first.start <= last.end else _UNKNOWN
    whole = _value(inside, day, tense if name != "until" else "future")
    counted = _COUNTED.fullmatch(name)
    if counted:
        return _counted(counted, whole)
    return part_of(whole, name) if name in _PARTS else _AROUND[name](whole, day)


def _counted(name: re.Match[str], whole: Period) -> Period:
    """The unit that a period begins in, the one before, or one that comes after."""
    if whole.start is None:
        return _UNKNOWN
    end = whole.end or whole.start
    if name["number"]:
        back = name["side"] == "before"
        return unit_at(name["unit"], f"{'-' if back else '+'}{name['number']}", whole.start if back else end, "past")
    start = end if name["after"] else whole.start
    step = "+1" if name["after"] else "-1" if name["before"] else "+0"
    return unit_at(name["after"] or name["before"] or name["that"], step, start, "past")


def _with_year(right: str, left: str) -> str:
    """A date without a year takes that of the other end, where it has one."""
    kind, _, rest = left.partition(":")
    same = right.startswith(f"{kind}:--") and rest[:4].isdigit()
    return right.replace("--", f"{rest[:4]}-", 1) if same else right


def _until(whole: Period, day: date | None) -> Period:
    """From the report's day to the end; "by 2029", told later, is of 2029."""
    if day and whole.end and whole.end < day:
        return whole
    return Period(min(day, whole.end) if day and whole.end else day, whole.end) if whole.known else _UNKNOWN


def _since(whole: Period, day: date | None) -> Period:
    return Period(whole.start, day if day and whole.start and day >= whole.start else whole.end)


def _earlier(whole: Period, day: date | None) -> Period:
    if day is None or whole.start is None or whole.start >= day:
        return whole if day is None else Period.day(day)
    return Period(whole.start, min(whole.end or day, day - _DAY))


def _later(whole: Period, day: date | None) -> Period:
    return whole if day is None or whole.end is None or whole.end < day else Period(day, whole.end)


def _week_of(whole: Period, _: date | None) -> Period:
    if whole.start is None:
        return _UNKNOWN
    monday = whole.start - whole.start.weekday() * _DAY
    return Period(monday, monday + 6 * _DAY)


def _quarter_ended(whole: Period, _: date | None) -> Period:
    if whole.end is None:
        return _UNKNOWN
    return Period(whole.end + _DAY - relativedelta(months=3), whole.end)


_AROUND: dict[str, Callable[[Period, date | None], Period]] = {
    "until": _until, "since": _since, "earlier": _earlier, "later": _later, "week-of": _week_of,
    "quarter-ended": _quarter_ended,
}  # fmt: skip
