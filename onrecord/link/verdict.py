"""What comparing two tellings comes to."""

from typing import NamedTuple

__all__ = ["Verdict"]


class Verdict(NamedTuple):
    """The sum of the features that hold, their names, and whether something forbids the joining."""

    score: float
    reasons: tuple[str, ...]
    vetoed: bool
