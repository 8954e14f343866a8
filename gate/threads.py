"""What the ledger of the seeds holds across reports, counted by the shared checker."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from gate.commands import read

__all__ = ["holding", "measure"]


def measure(shared: Path) -> dict[str, float]:
    """How many of the checks over several reports and days hold, on a ledger of the reports with their days given."""
    gold = shared / "gold" / "seeds"
    with tempfile.TemporaryDirectory() as room:
        ledger = Path(room) / "gate.db"
        read([gold / "reports.jsonl"], ledger)
        program, checker = Path(sys.executable).with_name("onrecord"), shared / "tools" / "threads.py"
        export = [str(program), "export", "--ledger", str(ledger), "--format", "jsonl", "--as-of", "{day}"]
        command = [sys.executable, str(checker), str(gold / "ledger.json"), *export]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return {"checks that hold": holding(done.stdout)}


def holding(printed: str) -> float:
    """The count in the checker's last line, `31 of 44 hold`; raises ValueError where there is none."""
    found = re.search(r"^(\d+) of \d+ hold$", printed, re.MULTILINE)
    if not found:
        raise ValueError(f"the checker counted nothing: {printed[-300:]}")
    return float(found[1])
