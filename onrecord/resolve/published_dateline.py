"""The day in a dateline that names no year: "TAVIA, April 2 (Northline) - …"."""

import re

from onrecord.text.calendar import month_number

__all__ = ["dateline_day"]

_TOP = 1200  # characters: furniture and a headline may stand above it
_MONTH = (
    r"(?P<month{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<day{0}>\d{{1,2}})(?!\d|,? \d{{4}})"
_DATELINE = re.compile(
    r"^\W{0,3}[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}(?:, [A-Z][\w. ]{1,20})?,? +"
    rf"(?:{_MONTH.format(1)} {_DAY.format(1)}|{_DAY.format(2)} {_MONTH.format(2)})"
    r"(?:,? ?[(/][A-Z][^()/\n]{1,40}[)/])? ?[-–—:]{1,2} ?(?=[\"“‘'(]?\w)",
    re.MULTILINE,
)


def dateline_day(text: str) -> tuple[int, int] | None:
    """Month and day of the dateline near the top of a text, where it names no year; None where there is none."""
    found = _DATELINE.search(text[:_TOP])
    if found is None:
        return None
    month = month_number(found["month1"] or found["month2"])
    return (month, int(found["day1"] or found["day2"])) if month else None
