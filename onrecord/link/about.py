"""Which records a statement bears on: those whose evidence lies in its words."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from onrecord.link.renewed import Renewed
from onrecord.model.records import Commitment, Dispute, Figure, Statement
from onrecord.model.span import Span

__all__ = ["About"]

Telling = Commitment | Figure | Dispute


class About:
    """The statements of all reports, each with the ids of the records whose evidence overlaps its content."""

    def __init__(self) -> None:
        self.records: dict[str, Statement] = {}
        self._reports: dict[str, tuple[str, ...]] = {}
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._evidence: dict[str, dict[str, list[Span]]] = defaultdict(dict)

    def renew(
        self, statements: Mapping[str, Collection[Statement]], reports: Collection[str], *changed: Renewed[Telling]
    ) -> Renewed[Statement]:
        """Look again at the statements of some reports, and of those in which records have come, changed or gone."""
        touched = {*reports, *(report for some in changed for report in self._filed(some))}
        before = {name for report in touched for name in self._reports.pop(report, ())}
        made: dict[str, Statement] = {}
        for report in touched:
            found = {one.id: self._with(one) for one in statements.get(report, ())}
            if found:
                self._reports[report] = tuple(found)
            made |= found
        made = {name: one for name, one in made.items() if self.records.get(name) != one}
        gone = before - {name for report in touched for name in self._reports.get(report, ())}
        for name in gone:
            self.records.pop(name, None)
        self.records |= made
        return Renewed(frozenset(gone), made)

    def _filed(self, changed: Renewed[Telling]) -> Iterator[str]:
        """File the evidence of what changed; the reports in which it stood and stands."""
        for name in (*changed.gone, *changed.made):
            for span in self._spans.pop(name, ()):
                self._evidence[span.report].pop(name, None)
                yield span.report
        for name, record in changed.made.items():
            spans = self._spans[name] = tuple(_evidence(record))
            for span in spans:
                self._evidence[span.report].setdefault(name, []).append(span)
                yield span.report

    def _with(self, statement: Statement) -> Statement:
        evidence = self._evidence.get(statement.report, {})
        found = {
            name
            for name, spans in evidence.items()
            if any(piece.overlaps(span) for span in spans for piece in statement.content)
        }
        return replace(statement, about=tuple(sorted(found))) if found else statement


def _evidence(record: Telling) -> Iterator[Span]:
    if isinstance(record, Figure):
        yield record.evidence
    elif isinstance(record, Dispute):
        yield from (span for told in record.mentions for span in told.evidence)
    else:
        for mention in record.mentions:
            yield mention.evidence
            yield from (response.evidence for response in mention.responses)
        yield from (step.evidence for step in record.history if step.evidence is not None)
