"""The ledger as of a day: every record that could be known by then."""

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

__all__ = ["Ledger"]


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
