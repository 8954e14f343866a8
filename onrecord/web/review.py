"""The door to people's corrections: a form gathers a decision, one function enters it."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.ledger import Store

__all__ = ["DECISIONS", "Decide", "Decision"]

DECISIONS = ("accept", "reject", "correct")
"""What the form on a record's page offers."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a record: the record's id, the decision, who made it, and why."""

    about: str
    decision: str
    by: str
    note: str = ""


Decide = Callable[[Store, Decision], None]
"""Enters a decision in the ledger as a row; raises `OnrecordError` where it cannot be meant."""
