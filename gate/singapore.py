"""What the ledger of 102 reports holds across them: the Singapore summit of 2018, a test site, three detainees.

`singapore.json` beside this file is a thread file as the seeds have one, for the same checker; its evidence is given in
characters of the reports, whose words stay in the corpora. Its `moves` are ours: one talk whose status moves by day.
"""

import json
import lzma
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from gate.commands import export, read, rows
from gate.threads import holding
from gate.world import World, matched, plain, shared_days

__all__ = ["checked", "lay_out", "measure", "moved"]

Gold = Mapping[str, Any]


def measure(shared: Path) -> dict[str, float]:
    """The share of all checks that hold: those of the shared checker, and those of talks that move."""
    gold = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as room:
        inputs = lay_out(gold, shared / "corpora" / "reports", Path(room))
        ledger = Path(room) / "gate.db"
        read([inputs], ledger)
        done = list(checked(shared / "tools" / "threads.py", Path(room) / "ledger.json", ledger))
        done += list(moved(gold, ledger))
    return {"checks that hold": round(sum(ok for ok, _ in done) / len(done), 4)}


def lay_out(gold: Gold, corpora: Path, room: Path) -> Path:
    """Write the reports, and the checks with the words that their places name, into a room; give back the reports."""
    with lzma.open(corpora / f"{gold['corpus']}.jsonl.xz", "rt", encoding="utf-8") as lines:
        reports = [json.loads(line) for line in lines]
    texts = {f"{report['file']}.txt": report["text"] for report in reports}
    for name in gold["published"]:
        (room / name).write_text(texts[name], encoding="utf-8", newline="")
    told = [
        {**one, "evidence": [[name, texts[name][start:end]] for name, start, end in one["evidence"]]}
        for one in gold["commitments"]
    ]
    (room / "ledger.json").write_text(json.dumps({**gold, "commitments": told}), encoding="utf-8")
    inputs = room / "reports.jsonl"
    named = ({**report, "file": f"{report['file']}.txt"} for report in reports)
    inputs.write_text("".join(f"{json.dumps(report)}\n" for report in named), encoding="utf-8")
    return inputs


def checked(checker: Path, gold: Path, ledger: Path) -> Iterator[tuple[bool, str]]:
    """The lines of the shared checker: whether each holds, and what it asks."""
    program = str(Path(sys.executable).with_name("onrecord"))
    asked = [program, "export", "--ledger", str(ledger), "--format", "jsonl", "--as-of", "{day}"]
    done = subprocess.run(
        [sys.executable, str(checker), str(gold), *asked], capture_output=True, text=True, encoding="utf-8", check=False
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith(("holds ", "FAILS "))]
    if holding(done.stdout) != sum(line.startswith("holds ") for line in lines):
        raise ValueError("the checker counts other lines than it prints")
    yield from ((line.startswith("holds "), line[6:].strip()) for line in lines)


def moved(gold: Gold, ledger: Path) -> Iterator[tuple[bool, str]]:
    """Is there one talk of these people and days, and is its status as of each day one of those named?"""
    for move in gold["moves"]:
        for day, allowed in move["status"].items():
            found = _talks(World(rows(export(ledger, day=date.fromisoformat(day).isoformat()))), move)
            statuses = [talk["status"] for talk in found]
            yield len(found) == 1 and statuses[0] in allowed, f"{move['name']} as of {day}: {statuses} of {allowed}"


def _talks(world: World, move: Gold) -> Sequence[Mapping[str, Any]]:
    wanted = [frozenset({plain(name)}) for name in move["parties"]]
    return [
        talk
        for talk in world.of("talk")
        if matched([world.speaks_for(party) for party in talk["parties"]], wanted)
        and shared_days(talk["when"], *move["when"])
    ]


if __name__ == "__main__":
    print(measure(Path(__file__).resolve().parent.parent.parent / "shared"))
