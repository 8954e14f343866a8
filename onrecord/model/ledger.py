"""The ledger as of a day: every record that could be known by then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model.records import (
    Actor,
    Claim,
    Commitment,
    Dispute,
    Figure,
    Judgement,
    ReportRecord,
    Statement,
    Talk,
)

__all__ = ["Concluded", "Ledger", "Record"]

Concluded = ReportRecord | Actor | Statement | Talk | Commitment | Figure | Dispute | Claim
"""What is made from the reports, with its reasons."""
Record = Concluded | Judgement


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the reports published by `day` come to; each tuple is in the order of the export (by id).

    `later` counts the reports held whose day is after `day` and which therefore do not count.
    """

    day: date
    reports: tuple[ReportRecord, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    talks: tuple[Talk, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    claims: tuple[Claim, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    later: int = 0

    @property
    def concluded(self) -> tuple[Sequence[Concluded], ...]:
        """What is made from the reports, one tuple a kind, in the order of the export."""
        return (
            self.reports, self.actors, self.statements, self.talks, self.commitments, self.figures, self.disputes,
            self.claims,
        )  # fmt: skip

    @property
    def families(self) -> tuple[Sequence[Record], ...]:
        """All records, one tuple a kind, in the order of the export; people's decisions come last."""
        return (*self.concluded, self.judgements)
