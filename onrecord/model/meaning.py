"""The meaning of some words as a short vector: near to that of other words that say the same.

A reading keeps it as text: a byte for each number, base64. Only its direction counts. No numpy: whoever only looks at a
ledger compares meanings too, and need not wait for its import.
"""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import lru_cache
from math import isfinite, sqrt
from operator import mul
from typing import Final

__all__ = ["likeness", "packed", "unpacked"]

STEPS: Final = 127  # of the largest number; the cosine of two vectors moves by less than 0.01


def packed(vector: Sequence[float]) -> str | None:
    """A vector as a reading keeps it; None for one without direction."""
    largest = max(map(abs, vector), default=0.0)
    if not (isfinite(largest) and largest > 0.0):
        return None
    return b64encode(array("b", (round(STEPS * (number / largest)) for number in vector)).tobytes()).decode("ascii")


@lru_cache(maxsize=65536)
def unpacked(meaning: str) -> tuple[tuple[int, ...], float]:
    """The numbers of the vector, and its length."""
    numbers = tuple(array("b", b64decode(meaning)))
    return numbers, sqrt(sum(map(mul, numbers, numbers)))


def likeness(one: str | None, other: str | None) -> float | None:
    """How near two meanings are: their cosine, 1 for the same; None where one is missing or they are of two kinds."""
    if one is None or other is None or len(one) != len(other):
        return None
    (mine, length), (theirs, height) = unpacked(one), unpacked(other)
    common: int = sum(map(mul, mine, theirs))
    return common / (length * height)
