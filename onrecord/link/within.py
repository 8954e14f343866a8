"""What lies within some words of a report: whose names, which numbers, which days."""

from collections.abc import Collection, Sequence
from datetime import date

from onrecord.link.names import calling
from onrecord.link.scene import Scene
from onrecord.model.reading import Reading
from onrecord.model.span import Span

__all__ = ["counts_in", "last_day_in", "names_of"]


def names_of(scene: Scene, actors: Collection[str]) -> frozenset[str]:
    """The concepts in the names of some actors and of their sides."""
    known = {name for actor in actors for name in (actor, scene.side(actor))}
    return frozenset().union(*(calling(scene.actors[one]) for one in known))


def counts_in(reading: Reading, spans: Sequence[Span]) -> frozenset[float]:
    """The numbers of things that are told there."""
    return frozenset(one.value for one in reading.figures if any(span.overlaps(one.evidence) for span in spans))


def last_day_in(scene: Scene, reading: Reading, spans: Sequence[Span]) -> date | None:
    """The last of the days that are named there."""
    times = (time for time in reading.times if any(span.overlaps(time.span) for span in spans))
    return max((day for time in times if (day := scene.period(reading.report, time).end) is not None), default=None)
