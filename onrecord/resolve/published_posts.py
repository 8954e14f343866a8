"""The day of the latest post that a report shows whole, as pages embed them: "- Ilse Brandt (@brandt) June 3, 2031"."""

import re
from datetime import date

from onrecord.text.calendar import month_number

__all__ = ["latest_post"]

_POST = re.compile(
    r"\(@\w{1,30}\)[ \n]{0,3}"
    r"(?:(?P<month1>[A-Z][a-z]{2,8})\.? (?P<day1>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]{2,8})\.?)"
    r",? (?P<year>(?:19|20)\d\d)\b"
)


def latest_post(text: str) -> date | None:
    """The latest day that stands under a post in the text; None where no post shows its day."""
    return max((day for found in _POST.finditer(text) if (day := _day(found))), default=None)


def _day(found: re.Match[str]) -> date | None:
    month = month_number(found["month1"] or found["month2"])
    try:
        return date(int(found["year"]), month, int(found["day1"] or found["day2"])) if month else None
    except ValueError:
        return None
