"""A record's thread: every piece of evidence in its sentence, day by day, with who, where and from how many origins."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.export.rows import Record
from onrecord.model.period import Period
from onrecord.model.records import ReportRecord
from onrecord.model.span import Span
from onrecord.queries.evidence import proofs
from onrecord.queries.sentence import sentence
from onrecord.web.view import View

__all__ = ["Step", "Words", "in_sentence", "thread"]


@dataclass(frozen=True, slots=True)
class Words:
    """A quote where it stands: what is before it in its sentence, the words, and what is after."""

    span: Span
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of evidence: the report's day, what it shows, the report, the words, and why it was found.

    `outlets` print what this says, `origins` of them independently; `voices` are those through whom it is told,
    outermost first.
    """

    day: Period
    label: str
    report: ReportRecord | None
    words: Words
    why: tuple[str, ...]
    outlets: int
    origins: int
    voices: tuple[str, ...]


def thread(view: View, record: Record, *, most: int = 200) -> Sequence[Step]:
    """The evidence of a record in the order of its days, at most so many pieces."""
    found: list[Step] = []
    told: set[tuple[str, Span]] = set()
    for proof in proofs(record, view.index):
        if (proof.label, proof.span) in told:
            continue
        told.add((proof.label, proof.span))
        if len(found) == most:
            break
        said = view.index.said_in(proof.span)
        claim = view.claim_of.get(said.id) if said else None
        found.append(
            Step(
                day=view.index.published(proof.span.report),
                label=proof.label,
                report=view.index.reports.get(proof.span.report),
                words=in_sentence(view, proof.span),
                why=proof.why,
                outlets=claim.outlets if claim else 1,
                origins=claim.origins if claim else 1,
                voices=said.chain if said else (),
            )
        )
    return found


def in_sentence(view: View, span: Span) -> Words:
    """A quote in its sentence."""
    text = view.index.text(span.report)
    if not text:
        return Words(span, "", span.exact, "")
    first, last = sentence(text, span.start, span.end)
    return Words(span, text[first : span.start], span.exact, text[span.end : last])
