"""What changed in a part of the ledger when some reports came, went or were read otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

__all__ = ["Renewed"]

Record_co = TypeVar("Record_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Renewed(Generic[Record_co]):
    """The ids of records that stand no more, and the records that are new or say something else than before, by id."""

    gone: frozenset[str] = frozenset()
    made: Mapping[str, Record_co] = field(default_factory=dict)
