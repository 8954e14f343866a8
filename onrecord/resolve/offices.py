"""Which offices a person held, and in which days reports gave them: people change office, and records outlast it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.model.period import Published
from onrecord.model.records import OfficeHeld
from onrecord.resolve.seen import Seen

__all__ = ["both_held", "offices_held"]


def offices_held(group: Sequence[Seen], published: Mapping[str, Published]) -> tuple[OfficeHeld, ...]:
    """The offices of a group in order of days, each with the days of the first and last report that gives it."""
    reports: dict[str, set[str]] = defaultdict(set)
    for one in group:
        for office in one.voice.offices:
            reports[office].add(one.report)
    return _ordered(
        OfficeHeld(title, *_days(published.get(report, Published()) for report in those), len(those))
        for title, those in reports.items()
    )


def both_held(one: Iterable[OfficeHeld], other: Iterable[OfficeHeld]) -> tuple[OfficeHeld, ...]:
    """The offices of two groups together; their reports are different ones."""
    by_title: dict[str, list[OfficeHeld]] = defaultdict(list)
    for office in (*one, *other):
        by_title[office.title].append(office)
    return _ordered(
        OfficeHeld(
            title, *_ends(day for each in same for day in (each.first, each.last)), sum(each.reports for each in same)
        )
        for title, same in by_title.items()
    )


def _ordered(held: Iterable[OfficeHeld]) -> tuple[OfficeHeld, ...]:
    return tuple(sorted(held, key=lambda office: (office.first or date.max, office.last or date.max, office.title)))


def _days(published: Iterable[Published]) -> tuple[date | None, date | None]:
    return _ends(day for each in published for day in (each.start, each.end))


def _ends(days: Iterable[date | None]) -> tuple[date | None, date | None]:
    known = [day for day in days if day is not None]
    return min(known, default=None), max(known, default=None)
