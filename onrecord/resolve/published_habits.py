"""How long after the first weekday of its reports an outlet dates them: a paper the day after, a site on the day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from onrecord.resolve.published_clues import Clues

__all__ = ["Habits", "habits_of", "with_habit"]

Habits = Mapping[str, Counter[tuple[str, int]]]
"""By outlet, how often the first weekday of a dated report, by where it stands, lies so many days behind its day."""

_TRUST = 4.0  # dated reports of an outlet that weigh as much as what holds of all outlets


def habits_of(dated: Iterable[tuple[str | None, Clues, date]]) -> Habits:
    """Count the dated reports of each outlet; a sum over reports, whatever their order."""
    habits: dict[str, Counter[tuple[str, int]]] = {}
    for outlet, clues, day in dated:
        if outlet and clues.weekday is not None:
            offset = (day.weekday() - clues.weekday) % 7
            habits.setdefault(outlet, Counter())[_place(clues), offset] += 1
    return habits


def with_habit(clues: Clues, outlet: str | None, habits: Habits) -> tuple[float, ...]:
    """How likely the report is from the first weekday that it names, and from each of the six days after it."""
    counts = habits.get(outlet or "", Counter())
    seen = [counts[_place(clues), offset] for offset in range(7)]
    total = _TRUST + sum(seen)
    return tuple((_TRUST * share + count) / total for share, count in zip(clues.distances, seen, strict=True))


def _place(clues: Clues) -> str:
    """Where its first weekday stands; one that leads a report stands at its top."""
    return "top" if clues.led else clues.stands
