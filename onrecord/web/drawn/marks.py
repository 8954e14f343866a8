"""A report's text cut where marks begin and end, so that spans within spans come out as flat pieces."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.model.records import Commitment, Dispute, Figure, ReportRecord, Statement, Talk
from onrecord.model.span import Span
from onrecord.web.view import View

__all__ = ["Mark", "Segment", "marks_of", "segments"]

Kind = Literal["statement", "source", "cue", "talk", "commitment", "figure", "dispute", "response"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a report that are evidence: from where to where, of what kind, and the record they are of."""

    start: int
    end: int
    kind: Kind
    record: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text with everything that lies over it, the shortest mark first; `furniture` is the page's own."""

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    furniture: bool = False
    first: tuple[str, ...] = ()

    @property
    def kinds(self) -> str:
        """The kinds of its marks as words of a `class`."""
        return " ".join(dict.fromkeys(f"m-{mark.kind}" for mark in self.marks))


def marks_of(view: View, report: ReportRecord) -> tuple[Mark, ...]:
    """Every mark in a report, in the order of its text."""
    found: set[Mark] = set()
    for statement in view.said_in.get(report.id, ()):
        found.update(_said(statement))
    for record in view.told_in.get(report.id, ()):
        found.update(mark for mark in _told(record, report.id))
    size = len(report.text)
    return tuple(sorted((m for m in found if 0 <= m.start < m.end <= size), key=lambda m: (m.start, -m.end, m.record)))


def _said(statement: Statement) -> Iterable[Mark]:
    yield from (_mark(span, "statement", statement.id) for span in statement.content)
    if statement.source_span:
        yield _mark(statement.source_span, "source", statement.id)
    if statement.cue:
        yield _mark(statement.cue, "cue", statement.id)


def _told(record: Talk | Commitment | Figure | Dispute, report: str) -> Iterable[Mark]:
    if isinstance(record, Figure):
        yield _mark(record.evidence, "figure", record.id)
        return
    for mention in record.mentions:
        if mention.report != report:
            continue
        spans = mention.evidence if isinstance(mention.evidence, tuple) else (mention.evidence,)
        kind: Kind = (
            "talk" if isinstance(record, Talk) else "commitment" if isinstance(record, Commitment) else "dispute"
        )
        yield from (_mark(span, kind, record.id) for span in spans)
        for response in getattr(mention, "responses", ()):
            if response.evidence.report == report:
                yield _mark(response.evidence, "response", record.id)


def _mark(span: Span, kind: Kind, record: str) -> Mark:
    return Mark(span.start, span.end, kind, record)


def segments(text: str, marks: Sequence[Mark], furniture: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """The whole text in pieces between which nothing begins or ends; joined again they are the text."""
    page = [(start, end) for start, end in furniture if 0 <= start < end <= len(text)]
    edges = sorted({0, len(text), *(e for m in marks for e in (m.start, m.end)), *(e for pair in page for e in pair)})
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    live: list[Mark] = []
    seen: set[str] = set()
    found = []
    for start, end in pairwise(edges):
        live = [mark for mark in live if mark.end > start] + opening.get(start, [])
        over = tuple(sorted(live, key=lambda m: (m.end - m.start, m.kind, m.record)))
        first = tuple(dict.fromkeys(m.record for m in opening.get(start, []) if m.record not in seen))
        seen.update(first)
        greyed = any(a <= start and end <= b for a, b in page)
        found.append(Segment(start, text[start:end], over, greyed, first))
    return tuple(found)
