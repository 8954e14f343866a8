"""Our values in the notation of TIMEX3, in which the corpora of time expressions are written."""

import re
from datetime import date, timedelta

from onrecord.extract.times.slots import length
from onrecord.model.period import Period
from onrecord.model.reading import TimeExpression
from onrecord.model.span import Span
from onrecord.resolve.days import evaluate_on

__all__ = ["OVERNIGHT", "timex_value"]

OVERNIGHT = "range:(day:-1,day:0)"  # one expression with one value, unlike all other ranges

_NOWHERE = Span("", 0, 1, "x")
_REFERENCES = {"ref:past": "PAST_REF", "ref:present": "PRESENT_REF", "ref:future": "FUTURE_REF"}
_PARTS = {
    "morning": "TMO", "dawn": "TMO", "afternoon": "TAF", "midday": "T12:00", "noon": "T12:00", "lunchtime": "TMI",
    "evening": "TEV", "night": "TNI", "overnight": "TNI", "midnight": "T24:00",
}  # fmt: skip
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}


def timex_value(value: str, tense: str, day: date) -> str:
    """The TIMEX3 value of an expression in a text of that day; empty where it has none."""
    if value in _REFERENCES:
        return _REFERENCES[value]
    if value.startswith(("duration:", "set:")):
        written, _, part = value.partition(":")[2].partition("@")
        return _length(written) + _PARTS.get(part, "")
    if value.startswith("fiscal:"):
        return f"{day.year - value.endswith('-1y')}-Q{value[7]}"
    counted = re.match(r"(?:that-(\w+)|([\w-]+)-(?:after|before))\(", value)
    if counted:
        period = evaluate_on(TimeExpression(_NOWHERE, value, tense), day)
        return _period((counted[1] or counted[2]).removesuffix("s"), "", period, "") if period.start else ""
    if value == OVERNIGHT:
        return f"{day.isoformat()}TNI"
    core, _, part = value.partition("@")
    while match := re.fullmatch(r"[a-z0-9-]+\((.*)\)", core):
        core = match[1]
    kind, _, rest = core.partition(":")
    if value.startswith("week-of("):
        kind = "week"
    if value.startswith("quarter-ended("):
        last = evaluate_on(TimeExpression(_NOWHERE, value, tense), day).end
        middle = last - timedelta(days=45) if last else day
        return f"{middle.year}-Q{(middle.month + 2) // 3}" if last else ""
    half = re.match(r"half([12])\(year", value)
    if kind.startswith(("coming-", "recent-")):
        return _length(length("X", kind.partition("-")[2][:-1]))
    if re.fullmatch(r"(minutes|hours|days|weeks|months|quarters|years|decades|centuries)", kind):
        unit = "century" if kind == "centuries" else kind[:-1]
        return _length(length(rest.lstrip("+-"), unit))
    tense = "future" if value.startswith("until(") else tense
    period = evaluate_on(TimeExpression(_NOWHERE, core, tense), day)
    if half and period.start:
        return f"{period.start.year}-H{half[1]}"
    return _period(kind, rest, period, part) if period.start else ""


def _length(value: str) -> str:
    """Tens of years and hundreds as years, as the corpora write most of them."""
    many = re.fullmatch(r"P(\d+)([EC])", value)
    if many:
        return f"P{int(many[1]) * (10 if many[2] == 'E' else 100)}Y"
    return re.sub(r"[EC]$", lambda letter: {"E": "DE", "C": "CE"}[letter[0]], value)


def _period(kind: str, rest: str, period: Period, part: str) -> str:
    """A period at the width its kind has."""
    start = period.start
    if start is None:
        return ""
    if kind == "year":
        return f"{start.year:04}"
    if kind == "month":
        return f"{start:%Y-%m}"
    if kind == "quarter":
        return f"{start.year}-Q{(start.month + 2) // 3}"
    if kind == "decade":
        return f"{start.year // 10}"
    if kind == "century":
        return f"{start.year // 100}"
    if kind == "season":
        return f"{start.year}-{next(short for name, short in _SEASONS.items() if name in rest)}"
    if kind in {"week", "week-of", "weekend"}:
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if kind == "weekend" else "")
    return f"{start.isoformat()}{part if part.startswith('T') else _PARTS.get(part, '')}"
