"""The day of a report as its page names it: a line with a date, a label before it, a dateline, an address.

Only a whole date counts (day, month and year): a year is never supplied. `published` wins over `updated`; a date whose
weekday is wrong, or that is still to come, is not believed; two different days in the same place are no day at all.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.ingest.outlet import outlet_in

__all__ = ["UPDATED", "DayInWords", "PageDay", "day_in_address", "days_in", "labelled_days", "page_day"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = r"(?:(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+(?:the\s+)?)?"
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})(?!\d)"
HAS_YEAR = re.compile(r"\d{4}")
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{WEEKDAY}{DAY}[\s-]+(?:of\s+)?{MONTH}[,\s-]+{YEAR}",
        rf"\b{WEEKDAY}{MONTH}\s+{DAY},?\s+{YEAR}",
        r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{2})(?P=sep)(?P<day>\d{2})(?!\d)",
        rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<sep>[-/.])(?P<second>\d{{1,2}})(?P=sep){YEAR}",
    )
)
BEFORE = r"(?:^|[|•·–—(,]|\s-\s|\s{2})\s*"
# Between a label and its day an hour may stand, and no other label.
GAP = r"(?:(?!\b(?:published|posted|updated|modified|edited)\b)(?:\D|\b\d{1,2}[:.]\d{2}\b)){0,25}$"
PUBLISHED = re.compile(
    BEFORE + r"(?:first |originally |date )?(?:published|posted|released|issued|filed|date)\b" + GAP, re.IGNORECASE
)
UPDATED = re.compile(r"\b(?:updated|modified|edited)\b" + GAP, re.IGNORECASE)
# What may stand beside a date in a line that is nothing but the date of the page: time, zone, byline, reading time.
BESIDE = re.compile(
    r"\b(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d{2})?)?|\b[A-Z]{1,2}[SD]?T\b|\b(?:at|on|local time|hrs|hours|noon|midnight)\b"
    r"|\b\d{1,2}[:.]\d{2}(?::\d{2})?|\b\d{1,2}(?=\s*[ap]\.?m\b)|\b[ap]\.?m\b\.?"
    r"|\b\d+\s*min(?:ute)?s?(?: read)?\b|^\s*by\s+[^|•·\d]{3,60}(?=[|•·,\d-]|\s-)",
    re.IGNORECASE,
)
DATELINE = re.compile(r"^\W{0,2}[A-Z][\w.'’-]+(?:[\s,/]+[A-Z][\w.'’-]*){0,4}[\s,/(:–—-]+$")
AFTER_DATELINE = re.compile(r"^[\s.)]*(?:[(/\[][^)/\]]{2,30}[)/\]]|[A-Z]{2,8})?[\s.]*[-–—:]")
ADDRESS = re.compile(r"(?<!\d)(\d{4})([/-])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?!\d)|/(\d{4})(\d{2})(\d{2})(?!\d)")
TOP, BOTTOM = 8, 3  # how many lines with words, from either end, may carry the day of the page
EARLIEST = date(1900, 1, 1)


class DayInWords(NamedTuple):
    """A whole date in a line, and where it stands there."""

    day: date
    start: int
    end: int


class PageDay(NamedTuple):
    """The day the page says it is from, or None; and the later day of a change to it, which is not its day."""

    day: date | None = None
    updated: date | None = None


def page_day(lines: Sequence[str], *, today: date) -> PageDay:
    """The day that the lines of a page name as its own; labelled days before bare ones.

    At the foot only a label counts: a bare date there is a correction's or another story's as often as not.
    """
    full = [line for line in lines if line.strip()]
    top, bottom = full[:TOP], full[max(TOP, len(full) - BOTTOM) :]
    updated = _only(_labelled([*top, *bottom], UPDATED, today))
    for found in (
        _labelled([*top, *bottom], PUBLISHED, today),
        [d for line in top for d in _date_line(line, today)],
        [d for line in top for d in _dateline(line, today)],
    ):
        if found:
            return PageDay(_only(found), updated)
    return PageDay(None, updated)


def days_in(words: str) -> list[DayInWords]:
    """Every whole date in a line, in order, that the calendar has; `03/04/2022` could be two days and is none."""
    if not HAS_YEAR.search(words):
        return []
    found = [
        DayInWords(day, match.start(), match.end())
        for form in FORMS
        for match in form.finditer(words)
        if (day := _day(match.groupdict())) is not None
    ]
    return sorted(found, key=lambda d: d.start)


def day_in_address(url: str, *, today: date) -> date | None:
    """The day in an address such as `https://example.org/2022/02/20/talks`, where it holds exactly one."""
    found = []
    for match in ADDRESS.finditer(url.lower()):
        year, month, day = (match[1], match[3], match[4]) if match[1] else (match[5], match[6], match[7])
        number = MONTHS.index(month) + 1 if month in MONTHS else int(month) if month.isdigit() else 0
        found.append(_calendar(int(year), number, int(day)))
    return _only([day for day in found if _likely(day, today)])


def labelled_days(lines: Sequence[str]) -> list[date]:
    """Every day that a line names behind `Published` or a word like it."""
    return [
        found.day
        for line in lines
        if len(line) <= 200
        for found in days_in(line)
        if PUBLISHED.search(line[: found.start])
    ]


def _labelled(lines: Sequence[str], label: re.Pattern[str], today: date) -> list[date]:
    return [
        found.day
        for line in lines
        if len(line) <= 200
        for found in days_in(line)
        if label.search(line[: found.start]) and _likely(found.day, today)
    ]


def _date_line(line: str, today: date) -> list[date]:
    found = days_in(line) if len(line) <= 120 else []
    if len(found) != 1 or not _likely(found[0].day, today) or UPDATED.search(line[: found[0].start]):
        return []
    rest = BESIDE.sub(" ", line[: found[0].start] + " | " + line[found[0].end :])
    outlet = outlet_in(line[: found[0].start])
    return [found[0].day] if not re.search(r"\w", rest) or (outlet and _labels(rest)) else []


def _labels(rest: str) -> bool:
    """Is all that stands beside a date labels: an outlet, a section, a place?"""
    parts = [part.split() for part in re.split(r"[|•·›»,]|\s[-–—]\s", rest) if part.strip()]
    return all(len(words) <= 4 and all(word[0].isupper() for word in words) for words in parts)


def _dateline(line: str, today: date) -> list[date]:
    for found in days_in(line[:100]):
        before, after = line[: found.start], line[found.end : found.end + 40]
        if DATELINE.match(before) and AFTER_DATELINE.match(after) and len(line) > 100 and _likely(found.day, today):
            return [found.day]
    return []


def _day(parts: dict[str, str | None]) -> date | None:
    """A date from what a form matched; None where the calendar has no such day or the weekday is another one's."""
    year = int(parts["year"] or 0)
    if "first" in parts:
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first <= 12 and second <= 12 and first != second:
            return None
        return _calendar(year, min(first, second), max(first, second))
    month = parts["month"] or ""
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    day = _calendar(year, number, int(parts["day"] or 0))
    weekday = parts.get("weekday")
    if day and weekday and WEEKDAYS[day.weekday()] != weekday[:3].lower():
        return None
    return day


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _likely(day: date | None, today: date) -> bool:
    return day is not None and EARLIEST <= day <= today + timedelta(days=1)


def _only(days: Sequence[date | None]) -> date | None:
    return days[0] if len(set(days)) == 1 else None
