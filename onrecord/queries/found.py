"""Search: the records that answer some words, best first, narrowed by filters."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.brief.index import Index
from onrecord.ledger import Hit, Store, matching
from onrecord.model.decisions import named_in
from onrecord.model.records import ReportRecord, Statement
from onrecord.model.span import Span
from onrecord.queries.chosen import passes
from onrecord.queries.filters import Filters
from onrecord.queries.sieve import Sieve

__all__ = ["Found", "found_in"]

# Filters are applied to what was found, so more is asked for than is shown: little at first, for each costs a text.
_SPARE = (2, 20)


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, or a report with the line that answers best."""

    record: Statement | ReportRecord
    hit: Hit


def found_in(index: Index, store: Store, query: str, filters: Filters, *, limit: int) -> Sequence[Found]:
    """At most so many answers; where the filters ask who, to whom or which act, statements only.

    Raises `NotFound` where a filter names nobody.
    """
    sieve = Sieve(index, filters)
    found: dict[str, Found] = {}
    decided = _decided(index, query)
    for spare in _SPARE:
        hits = store.search(query, limit=limit * spare)
        found = {said.id: Found(said, _hit(index, said)) for said in decided if passes(index, sieve, said)}
        for hit in hits:
            record = _record(index, sieve, filters, hit)
            if record is not None:
                found.setdefault(record.id, Found(record, hit))
        if len(found) >= limit or len(hits) < limit * spare:
            break
    return tuple(found.values())[:limit]


def _decided(index: Index, query: str) -> list[Statement]:
    """The statements that people added or corrected and that hold all words; the search index knows what was read."""
    if not index.ledger.judgements:
        return []
    touched = [one for one in index.ledger.statements if one.content and any(True for _ in named_in(one.why))]
    texts = [" ".join(span.exact for span in one.content) for one in touched]
    return [touched[n] for n in matching(texts, query)]


def _hit(index: Index, said: Statement) -> Hit:
    first, last = said.content[0], said.content[-1]
    return Hit("statement", Span.of(said.report, index.text(said.report), first.start, last.end), 0.0)


def _record(index: Index, sieve: Sieve, filters: Filters, hit: Hit) -> Statement | ReportRecord | None:
    if hit.kind == "statement":
        said = _statement(index, hit)
        return said if said is not None and passes(index, sieve, said) else None
    report = index.reports.get(hit.span.report)
    narrowed = filters.by or filters.to or filters.act
    if report is None or narrowed or not sieve.days(report.published.period) or not sieve.about([report.text]):
        return None
    return report


def _statement(index: Index, hit: Hit) -> Statement | None:
    """The statement whose content begins where the hit does; of several the one that ends nearest to it."""
    at, end = hit.span.start, hit.span.end
    here = [s for s in index.spoken_in(hit.span.report) if s.content and s.content[0].start == at]
    return min(here, key=lambda s: (abs(s.content[-1].end - end), s.id), default=None)
