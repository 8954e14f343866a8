"""The suites: what is measured, on which data, by which function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

__all__ = ["SUITES", "Measure", "Suite"]

Measure = Callable[[Path], Mapping[str, float]]
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Suite:
    """One group of figures: the folders that hold its data, and the module whose `measure` makes them.

    `data` names folders under `../shared`, or under the project itself where `own` is true; `scale` makes per cent the
    shares that all other figures are.
    """

    name: str
    module: str
    data: tuple[str, ...]
    own: bool = False
    scale: float = 1.0

    def places(self, shared: Path) -> tuple[Path, ...]:
        """Where the data lies."""
        return tuple((ROOT if self.own else shared) / folder for folder in self.data)

    def missing(self, shared: Path) -> tuple[Path, ...]:
        """What of the data is not here."""
        return tuple(place for place in self.places(shared) if not place.exists())

    def measure(self, shared: Path) -> Mapping[str, float]:
        """The figures; the module is imported only here, because measuring the reader loads it."""
        run = cast(Measure, import_module(self.module).measure)
        figures = run(self.places(shared)[0] if self.module == "gate.sets" or self.own else shared)
        return {name: figure * self.scale for name, figure in figures.items()}


def _set(name: str) -> Suite:
    return Suite(name, "gate.sets", (f"gold/{name}", "tools"))


SUITES = (
    Suite("examples", "gate.examples", ("examples", "tests/examples/gold"), own=True),
    _set("seeds"),
    _set("korea-2018"),
    _set("gaza-2012"),
    _set("iran-2013"),
    Suite("all sets", "gate.pooled", ("gold", "tools")),
    Suite("threads", "gate.threads", ("gold/seeds", "tools")),
    Suite("singapore", "gate.singapore", ("corpora/reports", "tools")),
    Suite("readouts", "gate.readouts", ("corpora/readouts",)),
    Suite("copies", "gate.copies", ("corpora/reports",)),
    Suite("reader", "gate.reader", ("corpora/polnear", "corpora/ud", "corpora/entities"), scale=0.01),
    Suite("actors", "gate.actors", ("corpora/reports",)),
    Suite("claims", "gate.claims", ("corpora/reports",)),
    Suite("contradiction", "gate.contradiction", ("gate/contradiction.json",), own=True),
    Suite("claimdiff", "gate.claimdiff", ("corpora/claimdiff",)),
    Suite("ecb", "gate.ecb", ("corpora/ecbplus",)),
    Suite("meant", "gate.meant", ("gold",)),
    Suite("nested sources", "gate.mpqa", ("corpora/mpqa",)),
    Suite("promises", "gate.promises", ("corpora/promises",)),
    Suite("pages", "gate.pages", ("corpora/reports",)),
    Suite("site pages", "gate.site_pages", ("corpora/reports",)),
    Suite("bad input", "gate.wild", ("examples",), own=True),
    Suite("dated", "gate.dated", ("corpora/reports", "corpora/polnear")),
    Suite("times", "gate.times", ("corpora/tempeval3", "corpora/polnear")),
    Suite("factuality", "gate.factuality", ("corpora/factuality",)),
)
