"""RSS, RDF and Atom feeds: feedparser reads them, also where they are not well formed."""

import io
from collections.abc import Iterator, Mapping
from typing import Protocol, cast

import feedparser

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.entry import ENTRIES, Entry, read_entries
from onrecord.ingest.fragment import plain_text
from onrecord.ingest.report import Facts

__all__ = ["entries_of", "read_feed", "refuse_entities"]

DEEPEST = 1_000  # tags inside one another; a feed has ten


class _Words(Protocol):
    def get(self, key: str, default: object = None, /) -> object: ...


def read_feed(arriving: Arrival, terms: Terms) -> Found:
    """The reports of a feed. Raises `Refused` for one that declares entities of its own, as XML bombs do."""
    yield from read_entries(entries_of(arriving.whole(), arriving.where), arriving, terms)


def entries_of(data: bytes, where: str) -> Iterator[Entry]:
    """The entries of a feed in its order; raises `Refused`."""
    refuse_entities(data, where)
    if data.count(b"<") > 20 * DEEPEST and data.count(b"</") < data.count(b"<") // 10:
        raise Refused("tags inside one another without end", where=where, hint="it is no feed")
    if max(data.count(b"<item"), data.count(b"<entry")) > 4 * ENTRIES:  # each takes half a millisecond
        raise Refused(f"the feed has more than {4 * ENTRIES:,} entries", where=where, hint="cut it into parts")
    found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    head = cast(_Words, found.feed)
    outlet = _words(head.get("title"))
    for one in found.entries:
        yield _entry(cast(_Words, one), outlet)


def refuse_entities(data: bytes, where: str) -> None:
    """Refuse XML with entities of its own: no feed needs them, and they can fill the memory or name local files."""
    if b"<!ENTITY" in data.replace(b"\0", b"").upper():
        raise Refused("declares entities of its own, as XML bombs do", where=where, hint="it was not read")


def _entry(one: _Words, outlet: str | None) -> Entry:
    contents = one.get("content")
    bodies = [_words(_map(body).get("value")) or "" for body in contents] if isinstance(contents, list) else []
    bodies.append(_words(one.get("summary")) or "")
    source = _map(one.get("source")).get("title")
    link = _words(one.get("link")) or ""
    facts = Facts(
        title=plain_text(_words(one.get("title")) or "").replace("\n", " ") or None,
        outlet=_words(source) or outlet,
        byline=_words(one.get("author")),
        url=link if link.startswith(("http://", "https://")) else None,
        published=_words(one.get("published")),
        updated=_words(_own(one, "updated")),
        via="feed",
    )
    return Entry(facts, max(bodies, key=len))


def _own(one: _Words, key: str) -> object:
    """A value under its own name: feedparser gives the day of publication, with a warning, where none of change is."""
    return dict.get(one, key) if isinstance(one, dict) else None


def _words(value: object) -> str | None:
    return (value.strip() or None) if isinstance(value, str) else None


def _map(value: object) -> Mapping[str, object]:
    return cast(Mapping[str, object], value) if isinstance(value, Mapping) else {}
