"""What linking stands on: the reports that count as of a day, their days, and who every voice is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.model.period import Period, Published
from onrecord.model.reading import Reading, TimeExpression
from onrecord.model.records import Actor
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.ties import UNDECIDED, Decided
from onrecord.resolve.days import deadline, evaluate

__all__ = ["Scene"]

_EVER = date.max


@dataclass(frozen=True, slots=True)
class Scene:
    """The reports that count with their readings, by id; actors are resolved.

    `home` gives the actor of (report id, voice number); `published` the day of each report with its basis; `decided`
    what people decided about what is one and what is not; `first` the day from which a time (report id, first
    character) is counted that an earlier report had printed.
    """

    reports: Mapping[str, Report]
    readings: Mapping[str, Reading]
    published: Mapping[str, Published]
    actors: Mapping[str, Actor]
    home: Mapping[tuple[str, int], str]
    decided: Decided = UNDECIDED
    first: Mapping[tuple[str, int], date] = field(default_factory=dict)

    def in_order(self, reports: Iterable[str] | None = None) -> list[Reading]:
        """The readings of some of the reports, or of all, in the order of their days; what was not read is left out."""
        some = self.readings if reports is None else self.readings.keys() & reports
        return [self.readings[report] for report in sorted(some, key=self.order)]

    def actor(self, report: str, voice: int | None) -> str | None:
        """The actor that a report's voice is, or None for no voice."""
        return None if voice is None else self.home[report, voice]

    def actors_of(self, report: str, voices: Sequence[int]) -> tuple[str, ...]:
        """The actors of several voices, in order and once each."""
        return tuple(dict.fromkeys(self.home[report, voice] for voice in voices))

    def people_in(self, reading: Reading, span: Span) -> tuple[str, ...]:
        """The persons whose names stand in some words of a report, once each."""
        voices = [
            number
            for number, voice in enumerate(reading.voices)
            if voice.named
            and voice.kind == "person"
            and any(span.start <= mention.start and mention.end <= span.end for mention in voice.mentions)
        ]
        return self.actors_of(reading.report, voices)

    def side(self, actor: str) -> str:
        """The state or organisation for which an actor speaks in the end; itself if it speaks for none."""
        seen = {actor}
        while (party := self.actors[actor].party) is not None and party not in seen and party in self.actors:
            seen.add(party)
            actor = party
        return actor

    def sides(self, actors: Sequence[str]) -> frozenset[str]:
        """The sides of several actors."""
        return frozenset(self.side(actor) for actor in actors)

    def period(self, report: str, expression: TimeExpression | None) -> Period:
        """The days a report's time expression means; unknown without one."""
        return Period() if expression is None else evaluate(expression, self._counted_from(report, expression))

    def due(self, report: str, expression: TimeExpression | None) -> Period:
        """The days on which what a report's time expression sets is due; unknown without one."""
        return Period() if expression is None else deadline(expression, self._counted_from(report, expression))

    def _counted_from(self, report: str, expression: TimeExpression) -> Period:
        first = self.first.get((report, expression.span.start))
        return self.published[report].period if first is None else Period.day(first)

    def day(self, report: str) -> date | None:
        """The day from which a report counts: its published day, or the last of its period."""
        published = self.published[report]
        return published.end or published.start

    def order(self, report: str) -> tuple[date, str]:
        """Where a report stands in time; reports without a day come last."""
        return (self.day(report) or _EVER, report)
