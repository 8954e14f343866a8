"""The example reports against their own gold, so that a clone without the shared data has a gate too."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gate.commands import export, read, rows
from gate.findings import days_asked, findings
from gate.marks import marks
from gate.world import Record, World

__all__ = ["broken_spans", "measure"]

GOLD = Path(__file__).resolve().parent.parent / "tests" / "examples" / "gold"


def measure(folder: Path) -> dict[str, float]:
    """Read the examples into a fresh ledger; marks for single reports, and the share of findings that hold."""
    across = json.loads((GOLD / "ledger.json").read_text(encoding="utf-8"))
    single = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.txt.json"))]
    with tempfile.TemporaryDirectory() as room:
        ledger = Path(room) / "gate.db"
        read([folder], ledger)
        worlds = {day: World(rows(export(ledger, day=day))) for day in days_asked(across)}
    last = worlds[max(worlds)]
    held = [check.holds for check in findings(across, worlds)]
    return {
        **marks(last, single),
        "every span equals its text": 0.0 if broken_spans(last) else 1.0,
        "findings that hold": sum(held) / len(held),
    }


def broken_spans(world: World) -> list[Record]:
    """Every span of the export that does not read what its report reads there."""
    texts = {report["id"]: report["text"] for report in world.of("report")}
    return [
        span
        for record in world.records
        for span in _spans(record)
        if texts.get(span["report"], "")[span["start"] : span["end"]] != span["exact"]
    ]


def _spans(value: object) -> Iterator[Record]:
    if isinstance(value, dict):
        if {"report", "start", "end", "exact"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)
