"""Which decisions stand, what they say in words, and whether their words are still found."""

from dataclasses import dataclass
from typing import Literal

from onrecord.ledger import Store
from onrecord.model.judgement import Judgement
from onrecord.model.ledger import Ledger

__all__ = ["Standing", "decided", "in_words", "standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision that was not taken back and what has become of it since the reports were read again.

    `state` is `applies`; `near` where the reader marks the words otherwise now and it was applied to what overlaps
    them most; or `waits` where nothing there answers to its words any more.
    """

    judgement: Judgement
    state: Literal["applies", "near", "waits"]


def standing(store: Store) -> tuple[Standing, ...]:
    """Every decision about records that stands, oldest first."""
    raise NotImplementedError


def decided(ledger: Ledger, record: str) -> tuple[Judgement, ...]:
    """The standing decisions that have touched a record of this ledger, oldest first."""
    raise NotImplementedError


def in_words(judgement: Judgement) -> str:
    """What was decided, as a line of plain words: `act: deny`, `speaker: Edvar Holt`, `merged with a-77f0`."""
    raise NotImplementedError
