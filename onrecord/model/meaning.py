"""The meaning of some words as a short vector: near to that of other words that say the same.

A reading keeps it as text: a byte for each number, base64. Only its direction counts.
"""

from base64 import b64decode, b64encode
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Vector", "likeness", "packed", "unpacked"]

Vector = NDArray[np.float32]
STEPS: Final = 127  # of the largest number; the cosine of two vectors moves by less than 0.01


def packed(vector: Vector) -> str | None:
    """A vector as a reading keeps it; None for one without direction."""
    largest = float(np.abs(vector).max(initial=0.0))
    if not 0.0 < largest < float("inf"):
        return None
    return b64encode(np.rint(vector * (STEPS / largest)).astype(np.int8).tobytes()).decode("ascii")


@lru_cache(maxsize=65536)
def unpacked(meaning: str) -> Vector:
    """The vector again, of length 1."""
    vector = np.frombuffer(b64decode(meaning), np.int8).astype(np.float32)
    found: Vector = vector / np.float32(np.linalg.norm(vector))
    return found


def likeness(one: str | None, other: str | None) -> float | None:
    """How near two meanings are: their cosine, 1 for the same; None where one is missing or they are of two kinds."""
    if one is None or other is None or len(one) != len(other):
        return None
    return float(unpacked(one) @ unpacked(other))
