"""One entry of a feed as a report: its own text where it is whole, else the page that it announces."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms, arrival
from onrecord.ingest.doors import enter
from onrecord.ingest.fragment import plain_text
from onrecord.ingest.report import Facts, make_report
from onrecord.model.address import clean_address

__all__ = ["ENTRIES", "Entry", "read_entries", "visit", "whole_text"]

ENTRIES = 5_000  # in one feed; the longest that news agencies keep have some hundreds
WHOLE = 150  # words; what is shorter is an opening or a summary
CUT = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|[Rr]ead (?:more|on|the full (?:story|article))\W*|[Cc]ontinue reading.{0,80})\s*$"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one report; `content` is HTML or text, empty where there is only a link."""

    facts: Facts
    content: str = ""


def read_entries(entries: Iterable[Entry], feed: Arrival, terms: Terms) -> Found:
    """The reports of a feed: an entry with its whole text is one, else its page is fetched where that is allowed."""
    number = 0
    for number, entry in enumerate(entries, start=1):
        if number > ENTRIES:
            yield Refused(f"the feed has more than {ENTRIES:,} entries", where=feed.where, hint="the first were read")
            return
        where = f"{feed.where}, entry {number}"
        try:
            yield from _entry(entry, f"{feed.name}:{number}", where, terms)
        except Refused as refused:
            yield refused
    if not number:
        raise Refused("the feed has no entries", where=feed.where, hint="look at it in a browser")


def visit(address: str, facts: Facts, where: str, terms: Terms) -> Found:
    """The reports at an address that a feed or a sitemap names, with what that says of them."""
    if terms.fetch is None:
        hint = f"read the page itself: onrecord read {address}" if address else "there is no link to its page"
        raise Refused("holds only the opening of a report", where=where, hint=hint)
    page = terms.fetch(address)
    known = replace(facts, url=page.address, extra=None)
    yield from enter(
        arrival(page.address, page.address, io.BytesIO(page.data), facts=known, charset=page.charset), terms
    )


def whole_text(entry: Entry) -> str | None:
    """The text of an entry, below its title, where that is the whole report; None where it is only an opening."""
    text = plain_text(entry.content)
    if len(text.split()) < WHOLE or CUT.search(text):
        return None
    title = entry.facts.title
    return text if not title or title in text[: 3 * len(title)] else f"{title}\n\n{text}"


def _entry(entry: Entry, name: str, where: str, terms: Terms) -> Found:
    text = whole_text(entry)
    address = entry.facts.url or ""
    if text is None:
        yield from visit(address, entry.facts, where, terms)
    else:
        yield make_report(clean_address(address) or name, text, entry.facts, where=where, today=terms.today)
