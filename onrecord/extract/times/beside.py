"""Times that mean what another named beside them says: "Friday at 4 p.m.", "the quarter", "a year earlier"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.times.counted import FoundTime

__all__ = ["beside"]

_SAME_MATTER = 600  # characters
_ORDINAL = re.compile(r"(?:quarter:(?:-|0y|\d{4})-\d|fiscal:\d)$")
_DAY = re.compile(r"(?:weekday|date|day|holiday):[^@()]+$")
_OWN = re.compile(r"latest| end(?:ed|ing)\b", re.IGNORECASE)  # says itself which it is: the one that is reported on
_ENDED = re.compile(r",? end(?:ed|ing) (?:on )?")
_COMPARED = re.compile(r"\b(?:from|than|with|to|over|versus|against) $", re.IGNORECASE)
_EARLIER = frozenset({"ago", "unit-ago-adjective"})
_MONTH = re.compile(r"month:(?:(?:\d{4}|-)-\d\d|[+-]?\d+)$")
_FEW = 3  # times of one sentence that are looked back on
_SENTENCE = 150  # characters
_STOP = re.compile(r"[!?;“”\"\n]|\.(?: |$)|\b(?:that|who|which|but|while)\b")
_JOIN = re.compile(
    r"(?: ?(?:[A-Z]{2,4}|local time|Eastern(?: time)?)\b)?,? ?"
    r"(?:at |around |about |by |until |before |after |from |on |of |just after |just before |presumably |probably )*"
)


def beside(text: str, times: list[FoundTime]) -> list[FoundTime]:
    """The times in text order, with the hours at their day and quarters at the one that is spoken of."""
    return list(_hours(text, list(_months(text, list(_quarters(text, times))))))


def _months(text: str, times: list[FoundTime]) -> Iterator[FoundTime]:
    """What a month is compared with, "in May tolls were higher than a year earlier", is that month a year earlier."""
    month: FoundTime | None = None
    for time in times:
        earlier = time.value == "year:-1" and time.rule in _EARLIER
        between = text[month.end : time.start] if month else ""
        if month and earlier and _COMPARED.search(between) and not _STOP.search(between):
            time = replace(time, value=_month_earlier(month.value))
        if _MONTH.match(time.value):
            month = time
        elif time.value.startswith(("year:", "quarter:", "fiscal:")):
            month = None
        yield time


def _month_earlier(month: str) -> str:
    """The same month of the year before."""
    if counted := re.fullmatch(r"month:([+-]?\d+)", month):
        return f"month:{int(counted[1]) - 12}"
    year, number = month.removeprefix("month:").rsplit("-", 1)
    return f"month:-1y-{number}" if year == "-" else f"month:{int(year) - 1}-{number}"


def _hours(text: str, times: list[FoundTime]) -> Iterator[FoundTime]:
    """An hour alone is of the day named right beside it, else of the last in its sentence, else of the report's day."""
    for place, time in enumerate(times):
        if time.rule == "clock-alone":
            day = _day_beside(text, times, place) or _day_before(text, times, place)
            time = replace(time, value=f"{day}@{time.value.partition('@')[2]}") if day else time
        yield time


def _day_beside(text: str, times: list[FoundTime], place: int) -> str:
    """The day that stands right before or right after an hour; empty where none does."""
    time = times[place]
    for day, gap in (
        (times[place - 1], text[times[place - 1].end : time.start]) if place else (None, ""),
        (times[place + 1], text[time.end : times[place + 1].start]) if place + 1 < len(times) else (None, ""),
    ):
        if day and _DAY.match(named := day.value.partition("@")[0]) and _JOIN.fullmatch(gap):
            return named
    return ""


def _day_before(text: str, times: list[FoundTime], place: int) -> str:
    """The last day named in the sentence before an hour: "On Friday the gates were shut at 4 p.m."; or empty."""
    time = times[place]
    for day in reversed(times[max(0, place - _FEW) : place]):
        between = text[day.end : time.start]
        if len(between) > _SENTENCE or _STOP.search(between):
            break
        if _DAY.match(day.value) and not day.value.startswith("day:0"):
            return day.value
    return ""


def _quarters(text: str, times: list[FoundTime]) -> Iterator[FoundTime]:
    """Where a quarter is spoken of, "the quarter" is that one, and "a year earlier" the same a year earlier."""
    quarter = named = None
    for time, after in zip(times, [*times[1:], None], strict=False):
        earlier = time.value == "year:-1" and time.rule in _EARLIER
        ended = after if after and _ENDED.fullmatch(text[time.end : after.start]) else None
        if time.rule == "the-quarter" and ended and ended.value.startswith("date:"):
            time = replace(time, value=f"quarter-ended({ended.value})")
        elif time.rule == "the-quarter":
            near = named is not None and time.start - named.end < _SAME_MATTER
            fiscal = named is not None and named.value.startswith("fiscal:")
            if named and near and (fiscal or not _OWN.search(text[time.start : time.end + 8])):
                time = replace(time, value=named.value)
            named = replace(time)
        elif _ORDINAL.match(time.value):
            named = time
        if time.value.startswith(("quarter:", "fiscal:")):
            quarter = time
        elif earlier and quarter and time.start - quarter.end < _SAME_MATTER:
            time = replace(time, value=_year_earlier(quarter.value))
        yield time


def _year_earlier(quarter: str) -> str:
    """The same quarter of the year before; one that is already of an earlier year stays."""
    if quarter.startswith("fiscal:"):
        return f"{quarter.partition('-')[0]}-1y"
    written = re.fullmatch(r"quarter:(\d{4})-(\d)", quarter)
    if written:
        return f"quarter:{int(written[1]) - 1}-{written[2]}"
    return {"quarter:-1": "quarter:-5", "quarter:0": "quarter:-4"}.get(quarter) or quarter.replace(":--", ":-1y-")
