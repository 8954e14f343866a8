"""Look-ups over a ledger: names of actors, days of reports, and which words of which statement lie where."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.model.ledger import Ledger
from onrecord.model.period import Period
from onrecord.model.records import Actor, ReportRecord, Statement
from onrecord.model.span import Span
from onrecord.text.visible import one_line

__all__ = ["Index"]


@dataclass(frozen=True)
class Index:
    """One ledger with its records at hand by id."""

    ledger: Ledger
    actors: Mapping[str, Actor] = field(init=False)
    reports: Mapping[str, ReportRecord] = field(init=False)
    statements: Mapping[str, Statement] = field(init=False)
    _spoken: Mapping[str, list[Statement]] = field(init=False)
    _quoted: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        spoken: dict[str, list[Statement]] = {}
        for statement in self.ledger.statements:
            spoken.setdefault(statement.report, []).append(statement)
        object.__setattr__(self, "actors", {actor.id: actor for actor in self.ledger.actors})
        object.__setattr__(self, "reports", {report.id: report for report in self.ledger.reports})
        object.__setattr__(self, "statements", {statement.id: statement for statement in self.ledger.statements})
        object.__setattr__(self, "_spoken", spoken)
        sides = (side for s in self.ledger.statements if s.source for side in self.speaks_for(s.source))
        object.__setattr__(self, "_quoted", Counter(sides))

    def name(self, actor: str) -> str:
        """What an actor is called; its id where the ledger does not hold it."""
        found = self.actors.get(actor)
        return actor if found is None else one_line(found.name)

    def names(self, actors: Iterable[str], *, most: int = 4) -> str:
        """Several actors in words, `A, B and C`; beyond `most` the rest is counted."""
        found = list(dict.fromkeys(self.name(actor) for actor in actors))
        if len(found) > most:
            found = [*found[: most - 1], f"{len(found) - most + 1} others"]
        return " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]]))

    def sides(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The actors without those who speak for another of them: of a state and its president the state."""
        held = tuple(dict.fromkeys(actors))
        return tuple(actor for actor in held if not (self.speaks_for(actor) - {actor}) & set(held)) or held

    def people(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The actors without those for whom another of them speaks, and without offices beside a person of theirs."""
        held = tuple(dict.fromkeys(actors))
        present = [actor for actor in held if self._kind(actor) == "person"]
        spoken_for = frozenset(side for actor in present for side in self.speaks_for(actor))
        return tuple(a for a in held if a in present or not (self.speaks_for(a) & spoken_for)) or held

    def _kind(self, actor: str) -> str:
        found = self.actors.get(actor)
        return "" if found is None else found.kind

    def weight(self, actors: Iterable[str]) -> int:
        """How often the reports quote an actor or those who speak for the same: who matters in this story."""
        return max((self._quoted.get(side, 0) for actor in actors for side in self.speaks_for(actor)), default=0)

    def speaks_for(self, actor: str) -> frozenset[str]:
        """The actor itself and everybody it speaks for, as ids."""
        seen: set[str] = set()
        now: str | None = actor
        while now is not None and now not in seen:
            seen.add(now)
            found = self.actors.get(now)
            now = found.party if found is not None else None
        return frozenset(seen)

    def text(self, report: str) -> str:
        """The text of a report; empty where the ledger does not hold it."""
        found = self.reports.get(report)
        return "" if found is None else found.text

    def original(self, report: str) -> str:
        """The report that a report copies; itself where it copies none."""
        found = self.reports.get(report)
        return report if found is None or found.copies_of is None else found.copies_of

    def published(self, report: str) -> Period:
        """The days in which a report was published; unknown where the ledger cannot tell."""
        found = self.reports.get(report)
        return Period() if found is None else found.published.period

    def last_day(self, report: str) -> date:
        """The day from which a report counts; one without any day sorts as the oldest."""
        period = self.published(report)
        return period.end or period.start or date.min

    def printed_by(self, report: str) -> str:
        """Who printed a report; empty where that is not known."""
        found = self.reports.get(report)
        return one_line(found.outlet) if found is not None and found.outlet else ""

    def outlet(self, report: str) -> str:
        """Who printed a report, as well as can be said: its outlet, else its name."""
        found = self.reports.get(report)
        return report if found is None else one_line(found.outlet or found.name)

    def spoken_in(self, report: str) -> Sequence[Statement]:
        """The statements of a report."""
        return self._spoken.get(report, ())

    def said_in(self, span: Span) -> Statement | None:
        """The statement whose content shares most characters with the span, if any does."""
        best: Statement | None = None
        most = 0
        for statement in self._spoken.get(span.report, ()):
            shared = sum(_shared(span, piece) for piece in statement.content)
            if shared > most or (shared == most > 0 and best is not None and statement.id < best.id):
                best, most = statement, shared
        return best


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
