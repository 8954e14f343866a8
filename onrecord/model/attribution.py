"""An attribution: somebody's words or thoughts given as theirs."""

from dataclasses import dataclass

__all__ = ["Attribution", "Offsets"]

Offsets = tuple[tuple[int, int], ...]
"""Pieces of a text in order, half open, in characters, without white space at either end."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to hold what: source, cue and content as the reader found them, before anything is concluded.

    Source and cue may be empty, the content never is. `level` 0 is the outermost voice. `confidence` is the model's own
    probability, not a promise.
    """

    source: Offsets
    cue: Offsets
    content: Offsets
    level: int = 0
    confidence: float = 1.0
