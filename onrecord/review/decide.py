"""Entering a decision: checked against the ledger that was looked at, and against what others decided meanwhile."""

from collections.abc import Collection

from onrecord.ledger import Store
from onrecord.model.judgement import Judgement
from onrecord.model.ledger import Ledger
from onrecord.review.proposal import Proposal

__all__ = ["decide", "withdraw"]


def decide(
    store: Store,
    ledger: Ledger,
    proposal: Proposal,
    *,
    by: str,
    seen: Collection[str] | None = None,
    at: str | None = None,
) -> Judgement:
    """Enter what somebody decided about a record of a ledger that was derived from this store; the new row.

    `seen` are the ids of the decisions about the record that the person could see, `decided(ledger, id)` at the time
    the page was made; None for whatever stands now. `at` is the time in ISO 8601, now by default. Raises `Stale` where
    another decision about the same has come or gone since, `NotFound` for ids that the ledger does not have, and
    `UsageError` for what cannot be meant.
    """
    raise NotImplementedError


def withdraw(store: Store, judgement: str, *, by: str, note: str | None = None, at: str | None = None) -> Judgement:
    """Take a decision back; its row stays, with who took it back, when and why. Raises `NotFound`."""
    raise NotImplementedError
