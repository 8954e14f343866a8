"""Floors: the lowest figure that a change may leave behind, and the rules by which they rise."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

__all__ = ["Floor", "Floors", "Line", "RegressionError", "compare", "load", "raised", "save"]

SLACK = 0.002  # int8 sums differ in the last places from one kind of processor to the next


@dataclass(frozen=True, slots=True)
class Floor:
    """The floor of one figure: what was reached before, and the least ever asked for; either may be missing."""

    reached: float | None = None
    least: float | None = None

    @property
    def value(self) -> float:
        """The floor that holds: the higher of the two."""
        return max(self.reached or 0.0, self.least or 0.0)


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors by suite and measure, the digest of each suite's data, and of the program that reached them."""

    suites: Mapping[str, Mapping[str, Floor]] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)
    made_by: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the gate's table: a figure beside its floor. `figure` is None where nothing was measured."""

    measure: str
    figure: float | None
    floor: float | None

    @property
    def holds(self) -> bool:
        """Is the figure not below its floor, give or take the slack? A figure without a floor holds."""
        return self.floor is None or (self.figure is not None and self.figure >= self.floor - SLACK)


class RegressionError(Exception):
    """Floors were to be lowered without leave; `lines` are the figures that fell."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        super().__init__(", ".join(f"{line.measure} {line.figure} below {line.floor}" for line in lines))


def load(path: Path) -> Floors:
    """The floors kept in a file; none where there is no file."""
    if not path.exists():
        return Floors()
    kept = json.loads(path.read_text(encoding="utf-8"))
    suites = {
        suite: {measure: Floor(**floor) for measure, floor in figures.items()}
        for suite, figures in kept["floors"].items()
    }
    return Floors(suites, kept["data"], kept["made by"])


def save(floors: Floors, path: Path) -> None:
    """Write floors in a fixed order, so that a change to one of them is one changed line."""
    kept = {
        "floors": {
            suite: {name: {"reached": floor.reached, "least": floor.least} for name, floor in sorted(figures.items())}
            for suite, figures in sorted(floors.suites.items())
        },
        "data": dict(sorted(floors.data.items())),
        "made by": dict(sorted(floors.made_by.items())),
    }
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def compare(floors: Mapping[str, Floor], figures: Mapping[str, float]) -> tuple[Line, ...]:
    """Each figure of a suite beside its floor, and each floor that nothing was measured for, by name."""
    return tuple(
        Line(name, figures.get(name), floors[name].value if name in floors else None)
        for name in sorted({*floors, *figures})
    )


def raised(
    floors: Floors, suite: str, figures: Mapping[str, float], *, data: str, allow_regression: bool = False
) -> Floors:
    """Floors in which a suite's are raised to what was measured on the data with this digest.

    Raises RegressionError where a figure lies below its floor, unless that is allowed; the least ever asked for stays.
    """
    old = floors.suites.get(suite, {})
    fell = tuple(line for line in compare(old, figures) if not line.holds)
    if fell and not allow_regression:
        raise RegressionError(fell)
    asked = {name: Floor(least=floor.least) for name, floor in old.items() if floor.least is not None}
    new = {name: _moved(old.get(name, Floor()), figure, lower=allow_regression) for name, figure in figures.items()}
    return replace(floors, suites={**floors.suites, suite: asked | new}, data={**floors.data, suite: data})


def _moved(floor: Floor, figure: float, *, lower: bool) -> Floor:
    rounded = math.floor(figure * 1000 + 1e-9) / 1000
    fell = floor.reached is not None and figure < floor.reached - SLACK
    return replace(floor, reached=rounded if fell and lower else max(rounded, floor.reached or 0.0))
