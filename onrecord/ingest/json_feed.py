"""JSON Feed (jsonfeed.org), versions 1 and 1.1."""

import json
from collections.abc import Iterator

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.decode import decode
from onrecord.ingest.entry import Entry, read_entries
from onrecord.ingest.report import Facts

__all__ = ["MARK", "entries_in", "items_of", "read_json_feed"]

MARK = "jsonfeed.org/version"


def read_json_feed(arriving: Arrival, terms: Terms) -> Found:
    """The reports of a JSON Feed."""
    yield from read_entries(items_of(arriving.whole(), arriving.where), arriving, terms)


def items_of(data: bytes, where: str) -> Iterator[Entry]:
    """The entries of a JSON Feed in its order; raises `Refused` for what is none."""
    try:
        feed = json.loads(decode(data, where=where).text)
    except (ValueError, RecursionError) as error:
        raise Refused("a JSON feed that is broken", where=where, hint="get it again") from error
    yield from entries_in(feed, where)


def entries_in(feed: object, where: str) -> Iterator[Entry]:
    """The entries of a JSON Feed that is decoded already."""
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(items, list):
        raise Refused("a JSON feed without items", where=where, hint="get it again")
    outlet = _words(feed, "title")
    for item in items:
        if isinstance(item, dict):
            yield _entry(item, outlet)


def _entry(item: dict[str, object], outlet: str | None) -> Entry:
    authors = item.get("authors") or [item.get("author")]
    names = [_words(one, "name") for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    link = _words(item, "url") or ""
    facts = Facts(
        title=_words(item, "title"),
        outlet=outlet,
        byline=", ".join(name for name in names if name) or None,
        url=link if link.startswith(("http://", "https://")) else None,
        published=_words(item, "date_published"),
        updated=_words(item, "date_modified"),
        via="feed",
    )
    return Entry(facts, _words(item, "content_html") or _words(item, "content_text") or "")


def _words(found: dict[str, object], key: str) -> str | None:
    value = found.get(key)
    return (value.strip() or None) if isinstance(value, str) else None
