"""What concluding with one more report costs, and how much memory is held, as what is held grows: in one process.

`python -m bench.growth_concluded READINGS SIZE...` prints a line of JSON at each size; `bench.growth` runs it.
"""

import gc
import json
import statistics
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from time import process_time

import msgspec

from bench.repeated import Repeated
from onrecord.link.conclusions import Conclusions
from onrecord.model.reading import Reading
from onrecord.model.report import Report

__all__ = ["BEGIN", "concluded"]

Held = tuple[Report, Reading]
BEGIN = date(2031, 1, 1)
MORE = 40  # reports that are concluded with one by one at each size to see what one costs
PORTION = 500  # reports taken in together on the way from one size to the next


def concluded(held: Sequence[Held], sizes: Sequence[int]) -> Iterator[dict[str, float]]:
    """At each size, the processor seconds of further reports that come one by one, and the memory held, in MB.

    The ledger itself, a row of all records, is made once at each size: that is what somebody who asks waits for.
    """
    gc.disable()  # as in `onrecord.viewing`
    conclusions, source, count = Conclusions(date.max), iter(Repeated(held, begin=BEGIN)), 0
    for size in sizes:
        while some := list(islice(source, min(PORTION, max(0, size - count)))):
            _take(conclusions, some)
            count += len(some)
        conclusions.ledger()
        costs = sorted(_take(conclusions, [one]) for one in islice(source, MORE))
        count += MORE
        began = process_time()
        conclusions.ledger()
        row = process_time() - began
        yield {
            "held": size,
            "conclude": statistics.median(costs),
            "conclude most": costs[int(len(costs) * 0.95)],
            "conclude mean": statistics.fmean(costs),
            "row": row,
            "conclude MB": _memory(),
        }


def _take(conclusions: Conclusions, some: Sequence[Held]) -> float:
    began = process_time()
    conclusions.renew([report for report, _ in some], [reading for _, reading in some])
    return process_time() - began


def _memory() -> float:
    """What this process holds now, in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    pair = msgspec.json.Decoder(tuple[Report, Reading])
    lines = [pair.decode(line) for line in Path(sys.argv[1]).read_bytes().splitlines()]
    for found in concluded(lines, [int(size) for size in sys.argv[2:]]):
        print(json.dumps(found), flush=True)
