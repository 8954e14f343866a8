"""One look at one source: what is new there, as inputs to be read, and what to note once they are."""

import hashlib
import io
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Terms, arrival
from onrecord.ingest.doors import enter
from onrecord.ingest.entry import Entry, whole_text
from onrecord.ingest.feed_file import entries_of
from onrecord.ingest.fetch import Web
from onrecord.ingest.fetch.page import Known, Later
from onrecord.ingest.folder import files_under
from onrecord.ingest.inputs import read_file
from onrecord.ingest.json_feed import items_of
from onrecord.ingest.kinds import kind_of
from onrecord.ingest.names import shown
from onrecord.ingest.report import Facts, make_report
from onrecord.ingest.sitemap_file import listed
from onrecord.model.address import clean_address
from onrecord.model.report import Report
from onrecord.watch.plan import Source

__all__ = ["Found", "Polled", "poll_feed", "poll_folder"]

TRIES = 6  # of a page that cannot be had; then it is given up and told
AT_ONCE = 1_000  # entries of one feed that are looked at
SETTLED = 2.0  # seconds for which a file must have been left alone: it may still be written

State = dict[str, object]
Recall = Callable[[str], State]


@dataclass(frozen=True, slots=True)
class Found:
    """Something new at a source: what came of it, and what to note under which key once that is in the ledger."""

    key: str
    state: State
    reports: tuple[Report | Refused, ...] = ()


@dataclass(slots=True)
class Polled:
    """What a look at a source came to: `state` is to be noted when all that was found is settled.

    `whole` is False where something has to be tried again, so that the source must be asked for all of it again.
    """

    state: State = field(default_factory=dict)
    whole: bool = True


def poll_feed(
    source: Source, web: Web, recall: Recall, polled: Polled, *, again: float, today: date
) -> Iterator[Found]:
    """What is new in a feed; raises `Later` or `Refused` where the feed itself cannot be had."""
    before = recall(source.at)
    fresh = time.time() - _number(before.get("at")) <= again  # else all of it, to look at its pages again
    page = web.once(source.at, _known(before) if fresh else None)
    if page.same:
        return
    where = page.address
    for entry in _entries(page.data, where):
        key = f"{source.at} {entry.facts.url or entry.facts.title or ''}"
        noted, mark = recall(key), _mark(entry)
        stale = time.time() - _number(noted.get("at")) > again
        if noted.get("mark") == mark and not (stale and noted.get("page")):
            continue
        found = _entry(entry, key, mark, noted, web, today)
        polled.whole = polled.whole and found.state.get("mark") == mark
        yield found
    polled.state = {"etag": page.known.etag, "modified": page.known.modified, "at": time.time()}


def poll_folder(source: Source, recall: Recall, polled: Polled, *, today: date) -> Iterator[Found]:
    """What is new or changed in a folder; a file that was touched just now waits for the next look."""
    for path in files_under(Path(source.at)):
        if isinstance(path, Refused):
            yield Found(f"{source.at} !", {}, (path,))
            continue
        try:
            seen = path.stat()
        except OSError:  # gone meanwhile
            continue
        mark = f"{seen.st_mtime_ns} {seen.st_size}"
        key = f"{source.at} {path.relative_to(source.at).as_posix()}"
        if recall(key).get("mark") == mark:
            continue
        if abs(time.time() - seen.st_mtime) < SETTLED:
            polled.whole = False
            continue
        name = shown(path.relative_to(source.at).as_posix())
        yield Found(
            key, {"mark": mark}, tuple(read_file(path, name, shown(str(path)), Terms(today), among_others=True))
        )


def _entries(data: bytes, where: str) -> Iterator[Entry]:
    kind = kind_of(data[:8192], "")
    name = kind.name if kind else ""
    if name == "a sitemap":
        found: Iterator[Entry] = (Entry(one.facts) for one in listed(data, where) if not one.another)
    elif name == "a JSON feed":
        found = items_of(data, where)
    elif name == "a feed":
        found = entries_of(data, where)
    else:
        raise Refused("this is no feed", where=where, hint="look for the address of the outlet's RSS or Atom feed")
    for number, entry in enumerate(found):
        if number < AT_ONCE:
            yield entry


def _entry(entry: Entry, key: str, mark: str, noted: State, web: Web, today: date) -> Found:
    """What comes of an entry: its own text, or its page; a page that cannot be had now is left for the next round."""
    settled: State = {"mark": mark, "at": time.time()}
    try:
        text = whole_text(entry)
        if text is not None:
            name = clean_address(entry.facts.url or "") or key
            return Found(key, settled, (make_report(name, text, entry.facts, where=key, today=today),))
        if not entry.facts.url:
            raise Refused("holds only the opening of a report", where=key, hint="there is no link to its page")
        page = web.once(entry.facts.url, _known(noted))
        settled |= {"page": True, "etag": page.known.etag, "modified": page.known.modified}
        if page.same:
            return Found(key, settled)
        return Found(key, settled, tuple(_page(entry.facts, page.address, page.data, page.charset, today)))
    except Later as later:
        tries = int(_number(noted.get("tries"))) + 1
        if tries >= TRIES:
            return Found(key, settled, (later,))
        return Found(key, {**noted, "tries": tries, "mark": ""})
    except Refused as refused:
        return Found(key, settled, (refused,))


def _page(facts: Facts, address: str, data: bytes, charset: str, today: date) -> Iterator[Report | Refused]:
    known = replace(facts, url=address, extra=None)
    arriving: Arrival = arrival(clean_address(address), address, io.BytesIO(data), facts=known, charset=charset)
    yield from enter(arriving, Terms(today))


def _mark(entry: Entry) -> str:
    """What an entry says, in few letters: another mark means that the story was changed."""
    facts = entry.facts
    said = json.dumps([facts.title, facts.url, facts.published, facts.updated, entry.content])
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def _known(noted: State) -> Known:
    return Known(str(noted.get("etag") or ""), str(noted.get("modified") or ""))


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
