"""What a person should look at first: what the reader was unsure of and much hangs on."""

from collections.abc import Collection
from dataclasses import dataclass

from onrecord.model.judgement import Judged
from onrecord.model.ledger import Ledger

__all__ = ["Item", "queue"]


@dataclass(frozen=True, slots=True)
class Item:
    """A record to look at, or a pair of actors that may be one.

    `weight` is higher for what should be looked at sooner and has no unit; `reasons` say in words what makes it so.
    `other` is the second actor of a pair: merge them, or split nothing and `accept` that they are two.
    """

    record: str
    kind: Judged
    weight: float
    reasons: tuple[str, ...]
    other: str | None = None


def queue(ledger: Ledger, *, kinds: Collection[Judged] = (), limit: int | None = None) -> tuple[Item, ...]:
    """What nobody has decided about yet in a ledger, what matters most first; `kinds` narrows it, empty for all."""
    raise NotImplementedError
