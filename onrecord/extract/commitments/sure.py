"""The promise head: how likely a clause about what is to come binds who is to do it, by what it means and its traits.

A line through the sentence's vector and the clause's traits, fitted on clauses of news judged by hand and on campaign
speeches (`training/promise.py`). It stands here and not in the model's graph, because it is asked of a few clauses of
a report and not of every word.
"""

from base64 import b64decode
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final, cast

import numpy as np
import yaml
from numpy.typing import NDArray

__all__ = ["PLACE", "SCALE", "Head", "from_text", "head"]

PLACE: Final = "promise.yaml"
SCALE: Final = 3.0  # of a vector of length 1, so that its numbers weigh about as much as a trait does


@dataclass(frozen=True, slots=True)
class Head:
    """Weights of traits by name and of the vector's numbers; `reader` is the edition of the vectors they go with."""

    reader: str
    bias: float
    traits: Mapping[str, float]
    meaning: NDArray[np.float32]

    def chance(self, traits: Collection[str], vector: NDArray[np.float32]) -> float:
        """The probability of a commitment, 0 to 1; a vector without direction or of another size counts for nothing."""
        sum_ = self.bias + sum(self.traits.get(name, 0.0) for name in traits)
        length = float(np.sqrt(vector @ vector))
        if vector.shape == self.meaning.shape and length > 0.0:
            sum_ += SCALE * float(vector @ self.meaning) / length
        return 1.0 / (1.0 + exp(-max(-50.0, min(50.0, sum_))))


@cache
def head() -> Head:
    """The head that ships with the package."""
    return from_text((files("onrecord.extract.commitments") / PLACE).read_text("utf-8"))


def from_text(text: str) -> Head:
    """A head as `training/promise.py` writes it: YAML, the vector's weights as base64 of little-endian floats."""
    data = cast("dict[str, object]", yaml.safe_load(text))
    meaning = np.frombuffer(b64decode(cast("str", data["meaning"])), "<f4")
    traits = cast("dict[str, float]", data["traits"])
    return Head(str(data["reader"]), float(cast("float", data["bias"])), traits, meaning)
