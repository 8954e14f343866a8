"""All sets of real reports together: the scorer's counts added up, so that a set weighs as much as it holds.

A figure of one small set jumps with each single find; issue and floors speak of all sets at once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from gate.sets import scored

__all__ = ["measure", "pooled"]


def measure(shared: Path) -> dict[str, float]:
    """F1 and shares over every folder of gold, from 0 to 1."""
    return pooled(scored(folder) for folder in sorted((shared / "gold").iterdir()) if folder.is_dir())


def pooled(answers: Iterable[Mapping[str, object]]) -> dict[str, float]:
    """The measures of several scorings as of one: hits, entries and cases are added before anything is divided."""
    hits, cases = Counter[str](), Counter[str]()
    for answer in answers:
        for name, row in answer.items():
            hit, case = _counts(row) if isinstance(row, Mapping) else (0, 0)
            hits[name] += hit
            cases[name] += case
    return {name: round(hits[name] / cases[name], 4) for name in cases if cases[name]}


def _counts(row: Mapping[str, float]) -> tuple[int, int]:
    """Hits and cases of a row; F1 is twice what is right, of all that is said and all that is gold."""
    if "f1" in row:
        return 2 * round(row["p"] * row["said"]), int(row["said"] + row["gold"])
    return round((row["share"] or 0.0) * row["n"]), int(row["n"])
