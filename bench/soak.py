"""`python -m bench.soak`: a watch on a local server that misbehaves, for thousands of polls: what is lost, what memory.

The server times out, sends half and endless bodies, wrong lengths, 304s, 429s, 500s, redirects in circles, and changes
one story of ten without a word in its feed. Polls are an hour apart by the watch's clock. The reader is left out: it is
measured by `python -m bench`.
"""

import argparse
import random
import resource
import sys
import tempfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from time import perf_counter

from onrecord.ledger import open_ledger
from onrecord.watch import Watch
from onrecord.watch.plan import Source
from tests.ingest.fetch.server import Site, answer, dripping, endless, half, moved, serving, silent, status, tagged
from tests.ingest.made import LONG_HTML, item, page_of, rss
from tests.watch.world import HOUR, Desk, again

__all__ = ["main"]

KILOBYTES = 1024 * (1024 if sys.platform == "darwin" else 1)
STORIES, CHANGED = 200, 10
AGAIN = 50 * HOUR  # after which a page is looked at for changes
Handler = Callable[[BaseHTTPRequestHandler], None]
BAD: tuple[Handler, ...] = (
    status(500), status(429, Retry_After="1"), half(b"<rss><channel>"), moved("/feed"), moved("/round"),
    lambda handler: answer(handler, 200, b"<rss><chan"), lambda handler: handler.wfile.write(b"no http\r\n\r\n"),
)  # fmt: skip
SLOW: tuple[Handler, ...] = (silent, dripping, endless)


def main() -> None:
    """Poll, and print what was taken in and how much memory it took on the way."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--polls", type=int, default=10_000)
    polls = parser.parse_args().polls
    with (
        tempfile.TemporaryDirectory() as room,
        serving(Site()) as site,
        open_ledger(str(Path(room) / "soak.db"), create=True) as store,
    ):
        desk = Desk()
        watch = desk.watch(site, store, Source("feed", site["/feed"], 60.0), again=AGAIN)
        _open(site, polls)
        _poll(watch, polls)
        site.pages["/feed"] = rss(*(_linked(site, number) for number in range(STORIES)))
        for _ in range(8):
            again(watch, after=2 * AGAIN)
        texts = [report.text for report in store.reports()]
        told = [line for line in desk.lines if line.startswith("report")]
    stories = {text.split("\n")[0] for text in texts}
    print(f"stories {STORIES}, changed {STORIES // CHANGED}, held at the end {len(stories)},")
    print(f"texts {len(texts)}, doubled {len(texts) - len(set(texts))},")
    print(f"told {len(told)}, given up with a reason {len(desk.refused)}")


def _open(site: Site, polls: int) -> None:
    """Stories come one after another; the feed shows the latest thirty."""
    chance = random.Random(7)  # noqa: S311

    def listing(handler: BaseHTTPRequestHandler) -> None:
        turn = site.asked["/feed"]
        there = min(STORIES, 1 + turn * STORIES // polls)
        slow = turn % 500 == 0
        trouble = chance.choice(SLOW) if slow else chance.choice(BAD) if chance.random() < 0.4 else None
        window = range(max(0, there - 30), there)  # as feeds show the latest only
        (trouble or tagged(rss(*(_linked(site, n) for n in window)).encode(), f'"{there}"'))(handler)

    site.pages |= {"/feed": listing, "/round": moved("/round")}
    site.pages |= {f"/s{number}": _page(site, number, chance) for number in range(STORIES)}


def _page(site: Site, number: int, chance: random.Random) -> Handler:
    def respond(handler: BaseHTTPRequestHandler) -> None:
        title, story = f"Envoys meet in village {number}", LONG_HTML.replace("Brask", f"village {number}")
        changed = number % CHANGED == 0 and site.asked[f"/s{number}"] > CHANGED
        body = page_of(title, body=story.replace("would open", "would not open") if changed else story).encode()
        trouble = chance.choice(BAD[:3]) if chance.random() < 0.2 else None
        (trouble or tagged(body, f'"{changed}"'))(handler)

    return respond


def _linked(site: Site, number: int) -> str:
    return item(f"s{number}", "").replace("https://karvan.example", site.address)


def _poll(watch: Watch, polls: int) -> None:
    began = perf_counter()
    for number in range(1, polls + 1):
        again(watch)
        if number in {100, 1_000} or number % 2_000 == 0 or number == polls:
            print(f"{number:>6,} polls, {perf_counter() - began:,.0f} s, {_memory():,.1f} MB", flush=True)


def _memory() -> float:
    """Memory in use now where the system tells it, else its peak; in MB."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTES / 1024 / 1e6


if __name__ == "__main__":
    main()
