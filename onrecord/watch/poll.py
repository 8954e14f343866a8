"""What one look at a source comes to: things found, each with what to note once it is settled."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.errors import Refused
from onrecord.model.report import Report

__all__ = ["Found", "Look", "Polled", "State", "number_of", "untold"]

State = dict[str, object]


@dataclass(frozen=True, slots=True)
class Look:
    """When a look is taken and what was noted before: `now` in seconds since 1970, `again` after how many of them a
    page that is still named is looked at for changes.
    """

    recall: Callable[[str], State]
    now: float
    today: date
    again: float


@dataclass(frozen=True, slots=True)
class Found:
    """Something new at a source: what comes of it, and what to note under which key once that is in the ledger."""

    key: str
    state: State
    reports: Iterable[Report | Refused] = ()


@dataclass(slots=True)
class Polled:
    """What a look at a source came to: `state` is to be noted when all that was found is settled.

    `whole` is False where something has to be tried again, so that the source must be asked for all of it again.
    """

    state: State = field(default_factory=dict)
    whole: bool = True


def untold(noted: Mapping[str, object], refused: Refused) -> tuple[Refused, ...]:
    """A refusal, unless it was told at the last look already."""
    return () if noted.get("refused") == refused.what else (refused,)


def number_of(value: object) -> float:
    """A number that was noted; 0 where none was."""
    return float(value) if isinstance(value, int | float) else 0.0
