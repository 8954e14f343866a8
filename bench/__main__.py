"""`python -m bench`: words a second for reading alone and up to the ledger, memory, and each stage's share."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

from bench.stages import READING

__all__ = ["main"]

NAMED = {
    "reading": "reading alone",
    "spacy": "spaCy's CNN pipeline (tags, trees, names only)",
    "ledger": "everything up to the ledger",
}


def main() -> None:
    """Measure every job on one core and on two, each in a process of its own, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--words", type=int, default=60_000, help="words of example reports to read [default: 60000]")
    parser.add_argument(
        "--times", type=int, default=3, help="how often each is measured; the median counts [default: 3]"
    )
    asked = parser.parse_args()
    print(f"{machine()}; {asked.words} words of the example reports; median of {asked.times}\n")
    rounds = [_round(asked.words) for _ in range(asked.times)]
    print("| what | cores | words a second | processor seconds | peak memory, MB |\n|---|---|---|---|---|")
    for job, cores in rounds[0]:
        own = [one[job, cores] for one in rounds]
        speed, spent = (statistics.median(each) for each in ([_speed(one) for one in own], [one["cpu"] for one in own]))
        peak = max(one["peak"] for one in own)
        print(f"| {NAMED[job]} | {cores} | {speed:,.0f} | {spent:.1f} | {peak:,.0f} |")
    for cores in sorted({cores for _, cores in rounds[0]}):
        times = [_speed(one["reading", cores]) / _speed(one["spacy", cores]) for one in rounds]
        print(f"\nReading by spaCy's CNN pipeline in the same round, {cores} core(s): {statistics.median(times):.2f}")
    _print_stages(asked.words)


def _print_stages(words: int) -> None:
    measured = _measure("stages", 1, words)
    spent = {name: seconds for name, seconds in measured.items() if name not in ("words", "seconds", "cpu", "peak")}
    print("\n| stage, one core | words a processor second | as a share of reading |\n|---|---|---|")
    for name, seconds in spent.items():
        print(f"| {name} | {measured['words'] / seconds:,.0f} | {seconds / spent[READING]:.0%} |")


def _round(words: int) -> dict[tuple[str, int], dict[str, float]]:
    """Every job once, one after another: what else the machine does hits all of them."""
    cores = [count for count in (1, 2) if count <= (os.cpu_count() or 1)]
    return {(job, count): _measure(job, count, words) for count in cores for job in NAMED}


def _speed(measured: dict[str, float]) -> float:
    return measured["words"] / measured["seconds"]


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


if __name__ == "__main__":
    main()
