"""The words of the English calendar, and the numbers they stand for."""

__all__ = ["MONTHS", "WEEKDAYS", "month_number", "weekday_number"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip


def weekday_number(word: str) -> int | None:
    """Monday is 0, Sunday 6; an abbreviation of two letters or more will do ("Tues.")."""
    return _place(word, WEEKDAYS, least=2)


def month_number(word: str) -> int | None:
    """January is 1, December 12; an abbreviation of three letters or more will do ("Sept.")."""
    place = _place(word, MONTHS, least=3)
    return None if place is None else place + 1


def _place(word: str, words: tuple[str, ...], *, least: int) -> int | None:
    stem = word.strip(" .,").casefold()
    if len(stem) < least:
        return None
    return next((place for place, full in enumerate(words) if full.startswith(stem)), None)
