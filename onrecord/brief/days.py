"""Days and periods in words, the same on every machine: no locale is asked."""

from datetime import date

from onrecord.model.period import Period

__all__ = ["ago", "day_words", "period_words"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date, *, year: int | None = None) -> str:
    """A day as an analyst writes it, `8 Feb 2031`; without the year where that is `year`."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == year else f"{words} {day.year}"


def period_words(period: Period, *, year: int | None = None) -> str:
    """A period in words: `8 Feb`, `20–21 Feb`, `28 Feb – 7 Mar`, `from 8 Feb`, `by 8 Feb`; empty where unknown."""
    first, last = period.start, period.end
    if first is not None and last is not None:
        return _between(first, last, year)
    if first is not None:
        return f"from {day_words(first, year=year)}"
    return "" if last is None else f"by {day_words(last, year=year)}"


def _between(first: date, last: date, year: int | None) -> str:
    end = day_words(last, year=year)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{day_words(first, year=last.year if first.year == last.year else year)} – {end}"


def ago(day: date, today: date) -> str:
    """How far a day lies from today: `today`, `tomorrow`, `in 3 days`, `1 day ago`."""
    days = (day - today).days
    if days == 0:
        return "today"
    if days == 1:
        return "tomorrow"
    if days > 1:
        return f"in {days} days"
    return "1 day ago" if days == -1 else f"{-days} days ago"
