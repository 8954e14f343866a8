"""`python -m gate`: measure, print the table, and fail where a figure fell below its floor."""

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from gate.digest import digest
from gate.floors import Floors, RegressionError, compare, load, raised, save
from gate.suites import ROOT, SUITES, Suite
from gate.table import table

__all__ = ["main"]


def main(words: Sequence[str] | None = None) -> int:
    """Run the suites asked for; 0 where all hold, 1 where one does not."""
    asked = _arguments(words)
    suites = [suite for suite in SUITES if not asked.only or suite.name in asked.only]
    floors, failed = load(asked.floors), []
    print(f"{'measure':<60} {'figure':>8} {'floor':>8}")
    for suite in suites:
        missing = suite.missing(asked.shared)
        if missing:
            print(f"{suite.name}\n  skipped: needs {missing[0]}, which a user's clone does not have")
            continue
        try:
            figures = suite.measure(asked.shared)
        except (RuntimeError, ValueError, subprocess.CalledProcessError) as error:
            print(f"{suite.name}\n  FAIL: could not be measured: {' '.join(str(error).split())}", flush=True)
            failed.append(suite.name)
            continue
        data = digest(suite.places(asked.shared))
        holds = _show(suite, floors, figures, data)
        if asked.update:
            floors, holds = _update(suite, floors, figures, data, allow_regression=asked.allow_regression)
        if not holds:
            failed.append(suite.name)
    if asked.update:
        save(_signed(floors), asked.floors)
    print(f"the gate fails: {', '.join(failed)}" if failed else "the gate holds")
    return 1 if failed else 0


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m gate", description="Measure onrecord against its floors.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of corpora and gold")
    parser.add_argument("--floors", type=Path, default=ROOT / "gate" / "floors.json", help="the file of floors")
    parser.add_argument("--only", nargs="+", choices=[suite.name for suite in SUITES], help="only these suites")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    asked = parser.parse_args(words)
    if asked.allow_regression and not asked.update:
        parser.error("--allow-regression lowers floors, so it needs --update")
    return asked


def _show(suite: Suite, floors: Floors, figures: Mapping[str, float], data: str) -> bool:
    lines = compare(floors.suites.get(suite.name, {}), figures)
    print(table(suite.name, lines), flush=True)
    same = floors.data.get(suite.name, data) == data
    if not same:
        print("  FAIL: the data is not that of the floors; accept it with: python -m gate --update")
    return same and all(line.holds for line in lines)


def _update(
    suite: Suite, floors: Floors, figures: Mapping[str, float], data: str, *, allow_regression: bool
) -> tuple[Floors, bool]:
    try:
        new = raised(floors, suite.name, figures, data=data, allow_regression=allow_regression)
    except RegressionError as fell:
        print(f"  not updated, for figures would fall: {fell}; to lower floors: --update --allow-regression")
        return floors, False
    return new, all(line.holds for line in compare(new.suites[suite.name], figures))


def _signed(floors: Floors) -> Floors:
    weights = ROOT / "onrecord" / "read" / "weights"
    code = [path for path in (ROOT / "onrecord").iterdir() if path.name not in ("examples", "__pycache__")]
    made_by = {"program": digest(code), "weights": digest([weights]) if weights.exists() else "none"}
    return Floors(floors.suites, floors.data, made_by)


if __name__ == "__main__":
    sys.exit(main())
