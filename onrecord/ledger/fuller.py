"""What two arrivals of one report know together: the text is the same, but only one may name its day or its title."""

from dataclasses import replace

from onrecord.model.period import Basis, Published
from onrecord.model.report import Report

__all__ = ["fuller"]

# What metadata say stands before what the page says, and that before nothing.
RANK: tuple[Basis, ...] = ("given", "page", "text", "corpus", "unknown")


def fuller(one: Report, other: Report) -> Report:
    """The report with what either arrival knows; the same whichever came first. Raises `ValueError` for two reports."""
    if (one.id, one.text) != (other.id, other.text):
        raise ValueError(f"{one.id} and {other.id} are two reports")
    return replace(
        one,
        name=min(one.name, other.name),
        title=_known(one.title, other.title),
        outlet=_known(one.outlet, other.outlet),
        byline=_known(one.byline, other.byline),
        url=_known(one.url, other.url),
        published=min(one.published, other.published, key=_weight),
        agencies=tuple(sorted({*one.agencies, *other.agencies})) if one.agencies != other.agencies else one.agencies,
        extra=max(one.extra, other.extra, key=lambda extra: (len(extra), extra)),
        updated=max((day for day in (one.updated, other.updated) if day), default=None),
        seen=tuple(sorted({*one.seen, *other.seen})),
    )


def _known(one: str | None, other: str | None) -> str | None:
    return min((value for value in (one, other) if value), default=None)


def _weight(published: Published) -> tuple[int, str, str]:
    return RANK.index(published.basis), str(published.start), str(published.end)
