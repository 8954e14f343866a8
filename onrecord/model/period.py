"""A period: the days between which something lies, as narrow as the evidence and no narrower."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

__all__ = ["Basis", "Period", "Published"]

Basis = Literal["given", "page", "text", "corpus", "unknown"]


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both inclusive; None where that end is not known."""

    start: date | None = None
    end: date | None = None

    @classmethod
    def day(cls, day: date) -> "Period":
        """The period of one day."""
        return cls(day, day)

    @property
    def known(self) -> bool:
        """Is at least one end known?"""
        return self.start is not None or self.end is not None

    @property
    def exact(self) -> bool:
        """Is it one single day?"""
        return self.start is not None and self.start == self.end

    def touches(self, other: "Period", *, slack: int = 0) -> bool:
        """Do the two share a day, give or take `slack` days? An unknown period touches nothing."""
        mine, theirs = self._ends(), other._ends()
        if mine is None or theirs is None:
            return False
        days = timedelta(days=slack)
        return mine[0] - days <= theirs[1] and theirs[0] - days <= mine[1]

    def _ends(self) -> tuple[date, date] | None:
        first, last = self.start or self.end, self.end or self.start
        return None if first is None or last is None else (first, last)


@dataclass(frozen=True, slots=True)
class Published:
    """The day a report is from, and how that is known.

    `given` by metadata, on the `page`, worked out from its `text` or from the `corpus` of its neighbours, or `unknown`.
    """

    start: date | None = None
    end: date | None = None
    basis: Basis = "unknown"

    @property
    def period(self) -> Period:
        """The same without its basis."""
        return Period(self.start, self.end)
