"""Which offices a person held, and in which days reports gave them: people change office, and records outlast it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from onrecord.model.records import OfficeHeld

__all__ = ["both_held", "ordered"]


def both_held(one: Iterable[OfficeHeld], other: Iterable[OfficeHeld]) -> tuple[OfficeHeld, ...]:
    """The offices of two groups together; their reports are different ones."""
    by_title: dict[str, list[OfficeHeld]] = defaultdict(list)
    for office in (*one, *other):
        by_title[office.title].append(office)
    return ordered(
        OfficeHeld(
            title, *_ends(day for each in same for day in (each.first, each.last)), sum(each.reports for each in same)
        )
        for title, same in by_title.items()
    )


def ordered(held: Iterable[OfficeHeld]) -> tuple[OfficeHeld, ...]:
    """Offices in order of their days."""
    return tuple(sorted(held, key=lambda office: (office.first or date.max, office.last or date.max, office.title)))


def _ends(days: Iterable[date | None]) -> tuple[date | None, date | None]:
    known = [day for day in days if day is not None]
    return min(known, default=None), max(known, default=None)
