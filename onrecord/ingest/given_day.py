"""The day that metadata gives, in the forms in which programs write days."""

import calendar
import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from onrecord.ingest.page_day import days_in
from onrecord.model.period import Period

__all__ = ["NotADayError", "given_day"]

MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")


class NotADayError(ValueError):
    """Words given as a day that cannot be one, such as 31 February or a day still to come."""


def given_day(words: str, *, today: date) -> Period:
    """The period that words such as `2022-02-20`, `2022-02-20T21:30:00Z`, `2022-02` or an e-mail's date mean.

    A time counts as the day in its own time zone. Raises NotADayError, also for a day later than the one after `today`.
    """
    period = _month(words.strip()) or _day(words.strip())
    if period is None or period.start is None:
        raise NotADayError(f"published {words[:40]!r} is not a day and was left out")
    if period.start > today + timedelta(days=1):
        raise NotADayError(f"published {words[:40]!r} is still to come and was left out")
    return period


def _day(words: str) -> Period | None:
    for parse in (_iso, _mail):
        day = parse(words)
        if day:
            return Period.day(day)
    found = days_in(words)
    return Period.day(found[0].day) if len(found) == 1 else None


def _iso(words: str) -> date | None:
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        return None


def _mail(words: str) -> date | None:
    try:
        return parsedate_to_datetime(words).date() if re.search("[A-Za-z]{3}.*[:]", words) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _month(words: str) -> Period | None:
    match = MONTH.fullmatch(words)
    if not match or int(match[1]) == 0:
        return None
    year, first, last = int(match[1]), int(match[2] or 1), int(match[2] or 12)
    if not 1 <= first <= 12:
        return None
    return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))
