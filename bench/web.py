"""`python -m bench.web`: how fast the pages answer on a large ledger, made anew and asked for again."""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, sleep

from bench.__main__ import machine
from bench.large import large_ledger

__all__ = ["main"]

PAGES = (
    "/",
    "/?since=2019-03-01",
    "/timeline",
    "/commitments",
    "/commitments?status=overdue&by=Oska",
    "/talks",
    "/disputes",
    "/figures",
    "/statements",
    "/statements?by=Oska&act=promise",
    "/statements?about=harbour+repair",
    "/statements?offset=90000",
    "/actors",
    "/actors/a-oska",
    "/reports",
    "/reports/r-000100",
    "/commitments/c-000100",
    "/talks/t-000100",
    "/disputes/d-000100",
    "/statements/s-00010003",
    "/series/f001",
    "/sources",
    "/search?q=harbour",
    "/search?q=repair+cable&by=Oska",
    "/review",
    "/review?kind=actor",
    "/reports/r-000100/add",
    "/api/statements?limit=50",
    "/api/brief",
)


def main() -> None:
    """Make the ledger, serve it in a process of its own, ask for every page, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.web", description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000, help="statements in the ledger [default: 100000]")
    parser.add_argument(
        "--times", type=int, default=100, help="requests for each page, one after another [default: 100]"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        place = Path(room) / "large.db"
        _, newest = large_ledger(place, statements=asked.statements)
        load = os.getloadavg()[0]
        print(
            f"{machine()}; load {load:.1f}; {asked.statements:,} statements; {asked.times} requests a page\n",
            flush=True,
        )
        _served(place, newest.isoformat(), asked.times)


def _served(place: Path, day: str, times: int) -> None:
    serve = "from onrecord.cli import main; main()"
    command = [sys.executable, "-c", serve, "serve", "--ledger", str(place), "--port", "8977"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        began = perf_counter()
        _wait()
        _ask("/", day)
        _ask("/", day)
        print(f"the first page stands {perf_counter() - began:.1f} s after the start", end="")
        _settled(server.pid)
        print(f", all is at hand after {perf_counter() - began:.1f} s\n")
        print(
            "| page | kB | first, ms | anew: processor | median | 99th | again: median | 99th | a second, 4 at once |"
        )
        print("|---|---|---|---|---|---|---|---|---|")
        for page in PAGES:
            first, size = _ask(page, day)
            spent = _spent(server.pid)
            anew = sorted(_ask(_new(page, n), day)[0] for n in range(times))
            spent = (_spent(server.pid) - spent) / times * 1000
            again = sorted(_ask(page, day)[0] for _ in range(times))
            print(
                f"| `{page}` | {size / 1000:.0f} | {first:.0f} | {spent:.0f} "
                f"| {statistics.median(anew):.0f} | {_late(anew):.0f} "
                f"| {statistics.median(again):.1f} | {_late(again):.1f} | {_at_once(page, day, times):.0f} |",
                flush=True,
            )
        print(f"\nmemory of the server: {_memory(server.pid):,.0f} MB")
    finally:
        server.terminate()
        server.wait(60)


def _new(page: str, number: int) -> str:
    """The same page at an address that nobody has asked for, so that it is not one that was kept."""
    return f"{page}{'&' if '?' in page else '?'}anew={number}"


def _late(took: list[float]) -> float:
    """The 99th percentile."""
    return took[min(len(took) - 1, int(len(took) * 0.99))]


def _wait() -> None:
    for _ in range(600):
        try:
            HTTPConnection("127.0.0.1", 8977, timeout=1).connect()
        except OSError:
            sleep(0.2)
        else:
            return
    raise RuntimeError("the server does not start")


def _settled(process: int) -> None:
    """Wait until the server has nothing to do: what the first visitor of a page would wait for is worked out then."""
    spent = _spent(process)
    for _ in range(600):
        sleep(1)
        now = _spent(process)
        if now - spent < 0.05:
            return
        spent = now


def _spent(process: int) -> float:
    """Seconds of processor time that a process has used; 0 where the system does not say."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _ask(page: str, day: str) -> tuple[float, int]:
    """Milliseconds and bytes of one answer."""
    connection = HTTPConnection("127.0.0.1", 8977, timeout=600)
    while True:
        began = perf_counter()
        connection.request("GET", f"{page}{'&' if '?' in page else '?'}as_of={day}")
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 503:
            break
        sleep(0.5)  # the day is being worked out
    if answer.status != 200:
        raise RuntimeError(f"{page} answers {answer.status}")
    connection.close()
    return (perf_counter() - began) * 1000, len(body)


def _at_once(page: str, day: str, times: int) -> float:
    """Requests a second from four visitors at once."""
    began = perf_counter()
    with ThreadPoolExecutor(4) as visitors:
        list(visitors.map(lambda _: _ask(page, day), range(times)))
    return times / (perf_counter() - began)


def _memory(process: int) -> float:
    """Megabytes that a process holds; of all children where the system does not say."""
    status = Path(f"/proc/{process}/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()
