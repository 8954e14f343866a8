"""`python -m bench.growth`: what one more report costs, and what asking costs, as the ledger grows.

A few hundred reports are read once; their readings are repeated under other names and on later days
(`bench/repeated.py`) until a thousand, ten thousand, a hundred thousand are held. What was done is kept in the folder
named by --room: run it again and it goes on where it stopped.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import msgspec

from bench.growth_concluded import BEGIN
from bench.growth_shown import svg, table
from bench.repeated import Repeated
from onrecord.model.reading import Reading
from onrecord.model.report import Report

__all__ = ["main"]

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
MORE = 40  # reports that are entered one by one at each size to see what one costs
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Grow a ledger, measure at each size, and write the table and the plot."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument(
        "--reports", required=True, help="reports to read and repeat: a file that `onrecord read` takes"
    )
    parser.add_argument("--most", type=int, default=600, help="how many of them are read [default: 600]")
    parser.add_argument(
        "--room", type=Path, required=True, help="folder for readings, the ledger and what was measured"
    )
    parser.add_argument("--upto", type=int, default=SIZES[-1], help="reports held at the end [default: 100000]")
    parser.add_argument(
        "--link", type=int, default=10_000, help="largest ledger that is linked as a whole [default: 10000]"
    )
    asked = parser.parse_args()
    asked.room.mkdir(parents=True, exist_ok=True)
    held = _readings(asked.room / "readings.jsonl", asked.reports, asked.most)
    done = asked.room / "measured.json"
    rows = json.loads(done.read_text(encoding="utf-8")) if done.exists() else []
    for size in (size for size in SIZES if size <= asked.upto):
        if size not in {row["held"] for row in rows}:
            rows.append({"held": size} | _entered(asked.room, held, size, keep=size <= asked.link))
            done.write_text(json.dumps(rows, indent=1), encoding="utf-8")
        row = next(row for row in rows if row["held"] == size)
        if size <= asked.link and "link" not in row:
            row |= _asked(asked.room / f"{size}.db")
        done.write_text(json.dumps(rows, indent=1), encoding="utf-8")
        print(row, flush=True)
    for found in _concluded(asked.room, [row["held"] for row in rows if "conclude" not in row]):
        next(row for row in rows if row["held"] == found["held"]).update(found)
        done.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    print(table(rows))
    (ROOT / "docs" / "growth.svg").write_text(svg(rows), encoding="utf-8")


def _readings(kept: Path, source: str, most: int) -> list[tuple[Report, Reading]]:
    """The reports with their readings, from the file in which they were kept, else read now."""
    pair = msgspec.json.Decoder(tuple[Report, Reading])
    if not kept.exists():
        lines = [msgspec.json.encode(one) for one in islice(_read(source), most)]
        kept.write_bytes(b"\n".join(lines))
    return [pair.decode(line) for line in kept.read_bytes().splitlines()]


def _read(source: str) -> Iterator[tuple[Report, Reading]]:
    from onrecord import read
    from onrecord.clean import clean
    from onrecord.extract import extract
    from onrecord.ingest import take_in
    from onrecord.pipeline import documents

    arriving = (clean(one) for one in take_in([source]) if isinstance(one, Report))
    for report, doc in documents((one for one in arriving if len(one.text) < 9_000), read.load()):
        if not isinstance(doc, Exception):
            yield report, extract(report, doc, reader="growth")


def _concluded(room: Path, sizes: Sequence[int]) -> Iterator[dict[str, float]]:
    """What concluding with one more report costs at the sizes not measured yet: one process that grows to the last."""
    if not sizes:
        return
    command = [sys.executable, "-m", "bench.growth_concluded", str(room / "readings.jsonl"), *map(str, sizes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as growing:
        for line in growing.stdout or ():
            yield json.loads(line)


def _entered(room: Path, held: Sequence[tuple[Report, Reading]], size: int, *, keep: bool) -> dict[str, float]:
    """What one more report costs in a ledger of so many, in seconds of processor time; `keep` a copy for asking."""
    from onrecord.ledger import open_ledger

    place = room / "ledger.db"
    with open_ledger(str(place), create=True) as store:
        source = islice(iter(Repeated(held, begin=BEGIN)), store.count(), None)
        for report, reading in islice(source, max(0, size - store.count())):
            store.enter(report, reading)
    if keep:
        shutil.copyfile(place, room / f"{size}.db")
    size_mb = place.stat().st_size / 1e6
    with open_ledger(str(place)) as store:
        more = [_seconds(lambda pair=pair: store.enter(*pair)) for pair in islice(source, MORE)]
        looked = [_seconds(lambda pair=pair: store.copied(pair[0])) for pair in islice(source, MORE)]
    return {"enter": statistics.median(more), "look for a copy": statistics.median(looked), "ledger MB": size_mb}


def _asked(place: Path) -> dict[str, float]:
    """A process of its own for each question, so that its memory is seen: nothing concluded yet, then concluded."""
    found: dict[str, float] = {}
    with TemporaryDirectory() as room:
        shutil.copyfile(place, Path(room) / "l.db")
        for what in ("link", "brief"):
            command = [sys.executable, "-c", _QUESTION[what], str(Path(room) / "l.db")]
            run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
            seconds, memory = run.stdout.split()
            found |= {what: float(seconds), f"{what} MB": float(memory)}
    return found


_QUESTION = {
    what: "import resource, sys, time; from datetime import date\n"
    "from onrecord.ledger import open_ledger; from onrecord.viewing import ledger_as_of\n"
    "from onrecord.brief import brief\n"
    "with open_ledger(sys.argv[1]) as store: " + done + "\n"
    "print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    for what, done in {
        "link": "ledger_as_of(store, date(2040, 1, 1))",
        "brief": "brief(ledger_as_of(store, date(2040, 1, 1)))",
    }.items()
}  # fmt: skip


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


if __name__ == "__main__":
    main()
