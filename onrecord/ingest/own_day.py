"""The day of a report at its own place: 02:30 in Greenwich is the evening before in Washington."""

import re
from datetime import date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from onrecord.text.dateline import datelines
from onrecord.text.zones import day_in

__all__ = ["dateline_place", "own_day", "page_moment"]

_TOP = 1500  # characters: furniture and a headline may stand above it
_PLACE = re.compile(r"(?P<city>[^,(/\d–—]+?)(?:, (?P<region>[A-Z][^,(/\d–—-]+?)(?=,| *[(/–—]| -))?(?=,| *[(/\d–—]| -)")
_NAMED = r"(?:published_time|datepublished|date_published|pub_?date|publish[-_]?date)"
_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)"
_MOMENT = re.compile(rf"{_NAMED}\b[^<>{{}}]{{0,80}}?(?P<moment>{_TIME})", re.IGNORECASE)


def page_moment(html: str, day: date | None) -> str | None:
    """The time of its publication on that day, as a page's markup writes it; None where it writes none, or several."""
    found = {match["moment"] for match in _MOMENT.finditer(html)} if day else set()
    return found.pop() if len(found) == 1 and next(iter(found))[:10] == str(day) else None


def own_day(words: str, text: str) -> date | None:
    """The day at the place of a report's dateline, where words such as `2022-02-20T21:30:00Z` give a time in Greenwich.

    None where that cannot be told: words without a time, midnight (which programs write for a day alone), a time in
    another zone, which is the paper's own, and a text without a dateline or from a city that is not known.
    """
    instant = _instant(words.strip())
    if instant is None or instant.utcoffset() != timedelta(0) or instant.time() == time(0):
        return None
    city, region = dateline_place(text)
    return day_in(city, instant, region=region) if city else None


def dateline_place(text: str) -> tuple[str, str]:
    """The city in the dateline at the top of a text and the region after its comma; empty where there is none."""
    for start, end in datelines(text[:_TOP]):
        found = _PLACE.match(text[start:end])
        return (found["city"].strip(), (found["region"] or "").strip()) if found else ("", "")
    return "", ""


def _instant(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
