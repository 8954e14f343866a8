"""A plain text or Markdown file as a report: its text is the file, letter by letter."""

from dataclasses import replace
from datetime import date

from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.decode import Decoded, decode
from onrecord.ingest.front_matter import front_matter
from onrecord.ingest.report import Facts, make_report
from onrecord.model.report import Report

__all__ = ["read_markdown", "read_text"]

FACTS = ("title", "outlet", "byline", "url", "published")
OTHER_WORDS = {
    "author": "byline",
    "date": "published",
    "source": "outlet",
    "link": "url",
    "site": "outlet",
    "publication": "outlet",
}


def read_text(name: str, decoded: Decoded, facts: Facts, *, where: str, today: date) -> Report:
    """A report from a plain text. Raises Refused."""
    known = replace(facts, notes=_notes(*facts.notes, decoded.note))
    return make_report(name, decoded.text, known, where=where, today=today)


def read_markdown(arriving: Arrival, terms: Terms) -> Found:
    """A report from Markdown: front matter gives its facts and is furniture, so that offsets stay true to the file."""
    decoded = decode(arriving.whole(), where=arriving.where)
    block = front_matter(decoded.text)
    named = {OTHER_WORDS.get(key, key): value for key, value in reversed(list(block.facts.items()))}
    facts = Facts(
        title=named.get("title"),
        outlet=named.get("outlet"),
        byline=named.get("byline"),
        url=named.get("url"),
        published=named.get("published"),
        extra={key: value for key, value in block.facts.items() if OTHER_WORDS.get(key, key) not in FACTS},
        notes=_notes(decoded.note, block.note),
        furniture=((0, len(decoded.text[: block.end].rstrip())),) if block.end else (),
    )
    yield make_report(arriving.name, decoded.text, facts, where=arriving.where, today=terms.today)


def _notes(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)
