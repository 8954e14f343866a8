"""What changed in a part of the ledger when some reports came, went or were read otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

__all__ = ["Renewed"]

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Renewed(Generic[Record]):
    """The ids of records that stand no more, and the records that are new or say something else than before, by id."""

    gone: frozenset[str] = frozenset()
    made: Mapping[str, Record] = field(default_factory=dict)
