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
_JOIN = re.compile(r",? ?(?:at |around |about |by |until |before |after |from |on |of |just after |just before )*")


def beside(text: str, times: list[FoundTime]) -> list[FoundTime]:
    """The times in text order, with the hours at their day and quarters at the one that is spoken of."""
    return list(_hours(text, list(_quarters(text, times))))


def _hours(text: str, times: list[FoundTime]) -> Iterator[FoundTime]:
    """An hour alone is of the day named right before or right after it, else of the day of the report."""
    for before, time, after in zip([None, *times], times, [*times[1:], None], strict=False):
        if time.rule == "clock-alone":
            for day, gap in (
                (before, text[before.end : time.start] if before else ""),
                (after, text[time.end : after.start] if after else ""),
            ):
                if day and _DAY.match(day.value) and _JOIN.fullmatch(gap):
                    time = replace(time, value=f"{day.value}@{time.value.partition('@')[2]}")
                    break
        yield time


def _quarters(text: str, times: list[FoundTime]) -> Iterator[FoundTime]:
    """Where a quarter is spoken of, "the quarter" is that one, and "a year earlier" the same a year earlier."""
    quarter = named = None
    for time in times:
        earlier = time.value == "year:-1" and time.rule in {"ago", "unit-ago-adjective"}
        if time.rule == "the-quarter":
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
