"""The ledger of one set of real reports against what a careful reader enters, by the shared scorer."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from gate.commands import export, read

__all__ = ["figures_of", "ledger_of", "measure", "scored"]

DAY = "2100-01-01"  # every report counts
BAD = "spans that do not equal their text"
SEEN_WITHOUT_DAYS = "seeds"  # this set is read from its .txt files, so that the day of a report has to be worked out


def measure(folder: Path) -> dict[str, float]:
    """Read the set into a fresh ledger, export it and score it; shares and F1 run from 0 to 1."""
    return figures_of(scored(folder))


def scored(folder: Path) -> Mapping[str, object]:
    """The scorer's answer on a fresh ledger of the set."""
    with tempfile.TemporaryDirectory() as room:
        exported = Path(room) / "ledger.jsonl"
        exported.write_text(ledger_of(folder), encoding="utf-8")
        score = folder.parent.parent / "tools" / "score.py"
        command = [sys.executable, str(score), str(folder), str(exported), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: Mapping[str, object] = json.loads(done.stdout)
    return answer


def ledger_of(folder: Path) -> str:
    """The whole ledger of a set, read anew, as JSON Lines."""
    inputs = sorted(folder.glob("*.txt")) if folder.name == SEEN_WITHOUT_DAYS else [folder / "reports.jsonl"]
    with tempfile.TemporaryDirectory() as room:
        ledger = Path(room) / "gate.db"
        read(inputs, ledger)
        return export(ledger, day=DAY)


def figures_of(scored: Mapping[str, object]) -> dict[str, float]:
    """The scorer's answer as plain figures, the higher the better; measures without a case are left out."""
    figures = {"every span equals its text": 0.0 if scored[BAD] else 1.0}
    for name, row in scored.items():
        value = (row.get("f1", row.get("share"))) if isinstance(row, dict) else None
        if isinstance(value, int | float):
            figures[name] = float(value)
    return figures
