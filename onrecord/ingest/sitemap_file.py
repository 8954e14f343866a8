"""Sitemaps (sitemaps.org) with their news extension: the addresses of an outlet's latest pages, and no text."""

import io
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.entry import visit
from onrecord.ingest.report import Facts

__all__ = ["Listed", "listed", "read_sitemap"]

MOST = 1_000  # pages of one sitemap that are fetched; a news sitemap may name as many (two days of an outlet)


class Listed(NamedTuple):
    """One page that a sitemap names; `another` where it is another sitemap."""

    facts: Facts
    another: bool = False


def read_sitemap(arriving: Arrival, terms: Terms) -> Found:
    """The reports of the pages that a sitemap names, fetched in its order; a saved one is refused, having no text."""
    if terms.fetch is None:
        hint = "read its address, or those of its pages"
        raise Refused("a sitemap names pages and holds no text", where=arriving.where, hint=hint)
    for number, one in enumerate(listed(arriving.whole(), arriving.where), start=1):
        if number > MOST:
            yield Refused(f"names more than {MOST:,} pages", where=arriving.where, hint="the first were read")
            return
        if one.another:
            hint = f"read it by itself: onrecord read {one.facts.url}"
            yield Refused("another sitemap", where=f"{arriving.where}, {one.facts.url}", hint=hint)
            continue
        try:
            yield from visit(one.facts.url or "", one.facts, f"{arriving.where}, entry {number}", terms)
        except Refused as refused:
            yield refused


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
