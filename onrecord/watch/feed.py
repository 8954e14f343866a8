"""One look at a feed or a sitemap: the entries that are new there or were changed, and the pages they announce."""

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from onrecord.errors import Refused
from onrecord.ingest.arrival import Terms, arrival
from onrecord.ingest.bounded import unpacked
from onrecord.ingest.doors import enter
from onrecord.ingest.entry import Entry, whole_text
from onrecord.ingest.feed_file import entries_of
from onrecord.ingest.fetch import Fetched, Web
from onrecord.ingest.fetch.page import Known, Later
from onrecord.ingest.json_feed import items_of
from onrecord.ingest.kinds import kind_of
from onrecord.ingest.report import Facts, make_report
from onrecord.ingest.sitemap_file import Listed, listed, newest
from onrecord.model.address import clean_address
from onrecord.model.report import Report
from onrecord.watch.plan import Source
from onrecord.watch.poll import Found, Look, Polled, State, number_of, untold

__all__ = ["poll_feed"]

TRIES = 10  # of a page that cannot be had, over eight hours; then it is told, and looked at as others are for changes
FIRST_WAIT = 60.0  # seconds after the first try; each further wait is twice as long
AT_ONCE = 1_000  # entries of one feed that are looked at
SITEMAPS = 10  # of an index, the newest: the others are an outlet's archive and no news


def poll_feed(source: Source, web: Web, look: Look, polled: Polled) -> Iterator[Found]:
    """What is new in a feed; raises `Later` or `Refused` where the feed itself cannot be had."""
    yield from _Feed(source, web, look, polled).found()


@dataclass(slots=True)
class _Feed:
    """One look at one feed."""

    source: Source
    web: Web
    look: Look
    polled: Polled

    def found(self) -> Iterator[Found]:
        page = self._page(self.source.at, self.look.recall(self.source.at))
        if page.same:
            return
        data = unpacked(page.data, page.address)
        maps = _index(data, page.address)
        for one in maps:
            yield from self._sitemap(one)
        if not maps:
            yield from self._entries(data, page.address)
            self.polled.state = _seen(page, self.look.now)

    def _page(self, address: str, noted: State) -> Fetched:
        """A page, all of it where it was long ago: then its stories are looked at again."""
        fresh = self.look.now - number_of(noted.get("at")) <= self.look.again
        return self.web.once(address, _known(noted) if fresh else None)

    def _sitemap(self, one: Listed) -> Iterator[Found]:
        """What is new in one sitemap of an index; one that cannot be had is told once, and the others are read."""
        address = one.facts.url or ""
        key = self._key(address)
        noted = self.look.recall(key)
        try:
            page = self._page(address, noted)
            if page.same:
                return
            before, self.polled.whole = self.polled.whole, True
            yield from self._entries(unpacked(page.data, address), address)
            if self.polled.whole:
                yield Found(key, _seen(page, self.look.now))
            self.polled.whole = before and self.polled.whole
        except Refused as refused:
            yield Found(key, {**noted, "refused": refused.what}, untold(noted, refused))

    def _entries(self, data: bytes, where: str) -> Iterator[Found]:
        for entry in islice(_entries(data, where), AT_ONCE):
            key, mark = self._key(entry.facts.url or entry.facts.title or ""), _mark(entry)
            noted = self.look.recall(key)
            stale = self.look.now - number_of(noted.get("at")) > self.look.again
            if noted.get("mark") == mark and not (stale and noted.get("page")):
                continue
            if number_of(noted.get("due")) > self.look.now:
                self.polled.whole = False
                continue
            found = self._entry(entry, key, mark, noted)
            self.polled.whole = self.polled.whole and found.state.get("mark") == mark
            yield found

    def _entry(self, entry: Entry, key: str, mark: str, noted: State) -> Found:
        """What comes of an entry: its own text, or its page; a page that cannot be had now is left for later."""
        settled: State = {"mark": mark, "at": self.look.now}
        try:
            text = whole_text(entry)
            if text is not None:
                name = clean_address(entry.facts.url or "") or key
                return Found(key, settled, (make_report(name, text, entry.facts, where=key, today=self.look.today),))
            if not entry.facts.url:
                raise Refused("holds only the opening of a report", where=key, hint="there is no link to its page")
            settled["page"] = True
            page = self.web.once(entry.facts.url, _known(noted))
            settled |= _seen(page, self.look.now)
            return Found(
                key, settled, () if page.same else _reports(entry.facts, page, noted, settled, self.look.today)
            )
        except Later as later:
            tries = int(number_of(noted.get("tries"))) + 1
            if tries >= TRIES:
                return Found(key, {**settled, "refused": later.what}, untold(noted, later))
            due = self.look.now + max(later.after, FIRST_WAIT * 2.0 ** (tries - 1))
            return Found(key, {**noted, "tries": tries, "mark": "", "due": due})
        except Refused as refused:
            return Found(key, {**settled, "refused": refused.what}, untold(noted, refused))

    def _key(self, name: str) -> str:
        return f"{self.source.at} {name}"


def _reports(facts: Facts, page: Fetched, noted: State, settled: State, today: date) -> tuple[Report | Refused, ...]:
    """The reports of a page; that it holds none is noted, and told once."""
    known = replace(facts, url=page.address, extra=None)
    name = clean_address(page.address)
    arriving = arrival(name, page.address, io.BytesIO(page.data), facts=known, charset=page.charset)
    found = tuple(enter(arriving, Terms(today)))
    if len(found) == 1 and isinstance(found[0], Refused):
        settled["refused"] = found[0].what
        return untold(noted, found[0])
    return found


def _index(data: bytes, where: str) -> list[Listed]:
    """The newest sitemaps of an index; none where it is another kind of feed."""
    kind = kind_of(data[:8192], "")
    if kind is None or kind.name != "a sitemap":
        return []
    return newest((one for one in listed(data, where) if one.another), SITEMAPS)


def _entries(data: bytes, where: str) -> Iterator[Entry]:
    kind = kind_of(data[:8192], "")
    name = kind.name if kind else ""
    if name == "a sitemap":
        return (Entry(one.facts) for one in listed(data, where) if not one.another)
    if name == "a JSON feed":
        return items_of(data, where)
    if name == "a feed":
        return entries_of(data, where)
    raise Refused("this is no feed", where=where, hint="look for the address of the outlet's RSS or Atom feed")


def _mark(entry: Entry) -> str:
    """What an entry says, in few letters: another mark means that the story was changed."""
    facts = entry.facts
    said = json.dumps([facts.title, facts.url, facts.published, facts.updated, entry.content])
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def _seen(page: Fetched, now: float) -> State:
    """What is noted of a page: what its server called it, and when it was looked at."""
    return {"etag": page.known.etag, "modified": page.known.modified, "at": now}


def _known(noted: State) -> Known:
    return Known(str(noted.get("etag") or ""), str(noted.get("modified") or ""))
