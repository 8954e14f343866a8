"""Sitemaps (sitemaps.org) with their news extension: the addresses of an outlet's latest pages, and no text."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Page, Terms
from onrecord.ingest.bounded import unpacked
from onrecord.ingest.entry import visit
from onrecord.ingest.report import Facts

__all__ = ["Listed", "listed", "newest", "read_sitemap"]

SITEMAPS = 50  # of an index that are read
MOST = 1_000  # pages of a sitemap that are fetched; a news sitemap may name as many (two days of an outlet)


class Listed(NamedTuple):
    """One page that a sitemap names; `another` where it is another sitemap."""

    facts: Facts
    another: bool = False


def read_sitemap(arriving: Arrival, terms: Terms) -> Found:
    """The reports of the pages that a sitemap names, fetched in its order; a saved one is refused, having no text.

    Of an index of sitemaps, those that it names are read, the newest first.
    """
    if terms.fetch is None:
        hint = "read its address, or those of its pages"
        raise Refused("a sitemap names pages and holds no text", where=arriving.where, hint=hint)
    number = 0
    for one in _followed(arriving.whole(), arriving.where, terms.fetch):
        if isinstance(one, Refused):
            yield one
            continue
        number += 1
        if number > MOST:
            yield Refused(f"names more than {MOST:,} pages", where=arriving.where, hint="the first were read")
            return
        try:
            yield from visit(one.facts.url or "", one.facts, f"{arriving.where}, entry {number}", terms)
        except Refused as refused:
            yield refused


def newest(sitemaps: Iterable[Listed], most: int) -> list[Listed]:
    """The sitemaps of an index that were changed last, the latest first; one without a day may be the newest."""
    return sorted(sitemaps, key=lambda one: one.facts.updated or "9999", reverse=True)[:most]


def _followed(data: bytes, where: str, fetch: Callable[[str], Page]) -> Iterator[Listed | Refused]:
    """The pages that a sitemap names, and those of the sitemaps that it names; an index in an index is not followed."""
    others: list[Listed] = []
    for one in listed(data, where):
        if one.another:
            others.append(one)
        else:
            yield one
    for one in newest(others, SITEMAPS):
        address = one.facts.url or ""
        try:
            found = list(listed(unpacked(fetch(address).data, address), address))
        except Refused as refused:
            yield refused
            continue
        if any(inner.another for inner in found):
            yield Refused("an index in an index", where=address, hint=f"read it by itself: onrecord read {address}")
        yield from (inner for inner in found if not inner.another)
    if len(others) > SITEMAPS:
        yield Refused(f"names more than {SITEMAPS} sitemaps", where=where, hint="the newest were read")


def listed(data: bytes, where: str) -> Iterator[Listed]:
    """The pages that a sitemap names, in its order; raises `Refused` for entities of its own and broken XML."""
    seen: dict[str, str] = {}
    try:
        for _, node in iterparse(io.BytesIO(data), forbid_dtd=True):
            tag = node.tag.rsplit("}", 1)[-1]
            if tag in {"url", "sitemap"}:
                if seen.get("loc", "").startswith(("http://", "https://")):
                    yield Listed(_facts(seen), tag == "sitemap")
                seen = {}
                node.clear()
            elif node.text and node.text.strip():
                seen.setdefault(tag, node.text.strip())
    except DefusedXmlException as error:
        raise Refused("declares entities of its own, as XML bombs do", where=where, hint="it was not read") from error
    except ParseError as error:
        raise Refused(f"a sitemap that is broken ({error})", where=where, hint="what came before was read") from error


def _facts(seen: dict[str, str]) -> Facts:
    """What a news sitemap says; without the extension `lastmod` is the day of a change and no day of publication."""
    return Facts(
        title=seen.get("title"),
        outlet=seen.get("name"),
        url=seen["loc"],
        published=seen.get("publication_date"),
        updated=seen.get("lastmod"),
        via="feed",
    )
