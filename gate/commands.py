"""The real commands, as a user starts them."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["Row", "export", "onrecord", "read", "rows"]

Row = dict[str, object]


def onrecord(*words: str) -> str:
    """Run `onrecord` with these words and give back what it printed.

    Raises RuntimeError with its complaint where it failed; exit status 1, some input refused, is no failure.
    """
    outside = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    command = [str(Path(sys.executable).with_name("onrecord")), *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=outside, check=False)
    if done.returncode > 1:
        raise RuntimeError(f"onrecord {words[0]} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def read(inputs: Sequence[Path], ledger: Path) -> None:
    """Read these files into a ledger; nothing happens a second time."""
    onrecord("read", *(str(path) for path in inputs), "--ledger", str(ledger))


def export(ledger: Path, *, day: str) -> str:
    """The ledger as of a day, as JSON Lines."""
    return onrecord("export", "--ledger", str(ledger), "--format", "jsonl", "--as-of", day)


def rows(lines: str) -> list[Row]:
    """The records of an export."""
    return [json.loads(line) for line in lines.splitlines() if line.strip()]
