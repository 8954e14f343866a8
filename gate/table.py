"""The gate's table, as plain text."""

from collections.abc import Iterable

from gate.floors import Line

__all__ = ["table"]


def table(suite: str, lines: Iterable[Line]) -> str:
    """A suite's lines: measure, figure, floor, and whether it holds."""
    shown = [f"{suite}"]
    for line in lines:
        verdict = "no floor" if line.floor is None else "pass" if line.holds else "FAIL"
        shown.append(f"  {line.measure:<58} {_number(line.figure):>8} {_number(line.floor):>8}  {verdict}")
    return "\n".join(shown)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}" if value <= 1 else f"{value:.1f}"
