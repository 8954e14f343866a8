"""Which records a statement bears on: those whose evidence lies in its words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model.records import Commitment, Dispute, Figure, Statement
from onrecord.model.span import Span

__all__ = ["with_about"]


def with_about(
    statements: Sequence[Statement],
    commitments: Sequence[Commitment],
    figures: Sequence[Figure],
    disputes: Sequence[Dispute],
) -> list[Statement]:
    """The statements, each with the ids of the records whose evidence overlaps its content."""
    evidence: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for span, record in _evidence(commitments, figures, disputes):
        evidence[span.report].append((span, record))
    return [replace(one, about=_about(one, evidence[one.report])) for one in statements]


def _about(statement: Statement, evidence: Sequence[tuple[Span, str]]) -> tuple[str, ...]:
    return tuple(sorted({record for span, record in evidence for piece in statement.content if piece.overlaps(span)}))


def _evidence(
    commitments: Sequence[Commitment], figures: Sequence[Figure], disputes: Sequence[Dispute]
) -> Iterable[tuple[Span, str]]:
    for commitment in commitments:
        for mention in commitment.mentions:
            yield mention.evidence, commitment.id
            yield from ((response.evidence, commitment.id) for response in mention.responses)
        yield from ((step.evidence, commitment.id) for step in commitment.history if step.evidence is not None)
    for figure in figures:
        yield figure.evidence, figure.id
    for dispute in disputes:
        yield from ((span, dispute.id) for told in dispute.mentions for span in told.evidence)
