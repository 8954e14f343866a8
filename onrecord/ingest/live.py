"""Live blogs, cut into their entries: each has its own hour, and what is said in one is not said in the next."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import html as markup
from lxml.etree import LxmlError

from onrecord.ingest.fragment import plain_text
from onrecord.ingest.linked_data import kinds, linked_data, word

__all__ = ["LiveEntry", "live_entries"]

MARK = "LiveBlogPosting"
ENTRIES = 2_000
FEWEST_WORDS = 10
FEWEST_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class LiveEntry:
    """One entry of a live blog; `part` sets its address apart from the others', `published` is as written."""

    title: str
    text: str
    published: str
    updated: str
    part: str


def live_entries(html: str) -> list[LiveEntry]:
    """The entries of a live blog in the order of its page; none where the page is no live blog, or does not say so."""
    if MARK not in html:
        return []
    found = _from_data(html) or _from_marks(html)
    whole = [entry for entry in found[:ENTRIES] if len(entry.text.split()) >= FEWEST_WORDS]
    return whole if len(whole) >= FEWEST_ENTRIES else []


def _from_data(html: str) -> list[LiveEntry]:
    entries: list[LiveEntry] = []
    for blog in linked_data(html):
        updates = blog.get("liveBlogUpdate")
        if MARK in kinds(blog) and isinstance(updates, list):
            entries += [_entry(one, number) for number, one in enumerate(updates, 1) if isinstance(one, dict)]
    return entries


def _entry(one: Mapping[str, object], number: int) -> LiveEntry:
    text = plain_text(word(one, "articleBody", "text", "description"))
    part = (
        word(one, "url", "@id", "mainEntityOfPage").partition("#")[2] or word(one, "datePublished") or f"entry-{number}"
    )
    return LiveEntry(word(one, "headline", "name"), text, word(one, "datePublished"), word(one, "dateModified"), part)


def _from_marks(html: str) -> list[LiveEntry]:
    """From microdata: elements that call themselves an update of the blog."""
    try:
        tree = markup.document_fromstring(html)
    except (LxmlError, ValueError):
        return []
    entries = []
    for number, node in enumerate(tree.xpath("//*[@itemprop='liveBlogUpdate']"), start=1):
        bodies = node.xpath(".//*[@itemprop='articleBody']") or [node]
        text = plain_text(markup.tostring(bodies[0], encoding="unicode", with_tail=False))
        part = str(node.get("id") or f"entry-{number}")
        title = " ".join("".join(node.xpath(".//*[@itemprop='headline'][1]//text()")).split())
        entries.append(LiveEntry(title, text, _time(node, "datePublished"), _time(node, "dateModified"), part))
    return entries


def _time(node: markup.HtmlElement, name: str) -> str:
    found = node.xpath(f"(.//*[@itemprop='{name}'])[1]/@datetime | (.//*[@itemprop='{name}'])[1]/@content")
    return str(found[0]) if found else ""
