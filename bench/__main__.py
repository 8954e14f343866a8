"""`python -m bench`: words a second for reading alone and for everything up to the ledger, and the peak of memory."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

from bench.work import JOBS

__all__ = ["main"]


def main() -> None:
    """Measure every job on one core and on two, each in a process of its own, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--words", type=int, default=60_000, help="words of example reports to read [default: 60000]")
    parser.add_argument(
        "--times", type=int, default=3, help="how often each is measured; the median counts [default: 3]"
    )
    asked = parser.parse_args()
    print(f"{machine()}; {asked.words} words of the example reports; median of {asked.times}\n")
    print("| stage | cores | words a second | peak memory, MB |\n|---|---|---|---|")
    for job in JOBS:
        for cores in (1, 2):
            if cores > (os.cpu_count() or 1):
                continue
            measured = [_measure(job, cores, asked.words) for _ in range(asked.times)]
            speed = statistics.median(one["words"] / one["seconds"] for one in measured)
            peak = max(one["peak"] for one in measured)
            print(f"| {_named(job)} | {cores} | {speed:,.0f} | {peak:,.0f} |", flush=True)


def machine() -> str:
    """The machine in words: processor, cores, system, Python."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        processor = next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        processor = platform.processor() or platform.machine()
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _measure(job: str, cores: int, words: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.work", job, str(cores), str(words)]
    limits = {"OMP_NUM_THREADS": str(cores), "OPENBLAS_NUM_THREADS": str(cores)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **limits})
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _named(job: str) -> str:
    return {
        "reading": "reading alone",
        "spacy": "spaCy's CNN pipeline (tags, trees, names only)",
        "ledger": "everything up to the ledger",
    }[job]


if __name__ == "__main__":
    main()
