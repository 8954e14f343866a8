"""How a long reading goes: one step for each report, and the sum at the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Literal

from onrecord.errors import Refused

__all__ = ["Progress", "Step", "Summary", "Tally"]


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one input: read for the first time, read again by a newer reader, already held, or refused.

    `copies` where it was read for the first time and seems to copy another report.
    """

    became: Literal["read", "read again", "held", "refused"]
    name: str
    words: int = 0
    refused: Refused | None = None
    copies: bool = False


Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a reading came to: reports entered and held, inputs refused with their reasons, words and seconds."""

    taken_in: int
    already_held: int
    refused: tuple[Refused, ...]
    words: int
    seconds: float
    read_again: int = 0
    copies: int = 0


@dataclass(slots=True)
class Tally:
    """Counts the steps of one reading and passes each on to whoever shows it."""

    progress: Progress
    began: float = field(default_factory=perf_counter)
    counts: dict[str, int] = field(default_factory=dict)
    words: int = 0
    copies: int = 0
    refused: list[Refused] = field(default_factory=list)

    def count(self, step: Step) -> None:
        """Take note of one step."""
        self.counts[step.became] = self.counts.get(step.became, 0) + 1
        self.words += step.words
        self.copies += step.copies
        if step.refused is not None:
            self.refused.append(step.refused)
        self.progress(step)

    def summary(self) -> Summary:
        """The sum of what was counted until now."""
        return Summary(
            taken_in=self.counts.get("read", 0),
            already_held=self.counts.get("held", 0),
            refused=tuple(self.refused),
            words=self.words,
            seconds=perf_counter() - self.began,
            read_again=self.counts.get("read again", 0),
            copies=self.copies,
        )
