"""Which column of a table, or key of a JSON object, holds what: as it was asked for, or by common names."""

from collections.abc import Iterable, Mapping

__all__ = ["FACTS", "HINT", "MARKED_UP", "columns_of", "holds_text"]

FACTS = ("text", "title", "outlet", "url", "byline", "published", "file")
# What columns are called in the exports of archives and newsrooms, beside our own names.
OTHER_NAMES: Mapping[str, str] = {
    "body": "text", "content": "text", "article": "text", "fulltext": "text", "full_text": "text", "maintext": "text",
    "body_text": "text", "headline": "title", "source": "outlet", "publication": "outlet", "publisher": "outlet",
    "newspaper": "outlet", "link": "url", "address": "url", "author": "byline", "authors": "byline",
    "date": "published", "published_at": "published", "publication_date": "published", "date_publish": "published",
    "pubdate": "published", "firstcreated": "published", "filename": "file",
}  # fmt: skip
MARKED_UP = ("content_html", "body_html", "body_xhtml")  # keys that say that their text is HTML
HINT = "say which column holds the text: --columns text=NAME"


def columns_of(names: Iterable[str], asked: Mapping[str, str]) -> dict[str, str]:
    """For each fact the column that holds it: one asked for, else our own name, else a common one."""
    there: dict[str, str] = {}
    for name in names:
        there.setdefault(name.casefold(), name)
    found = {fact: there[other] for other, fact in reversed(list(OTHER_NAMES.items())) if other in there}
    found |= {fact: there[fact] for fact in FACTS if fact in there}
    named = {fact: there.get(name.casefold()) for fact, name in asked.items()}
    return {fact: name for fact, name in {**found, **named}.items() if name is not None}


def holds_text(entry: Mapping[str, object], asked: Mapping[str, str]) -> bool:
    """Can a JSON object be a report: does one of its keys hold a text?"""
    keys = (columns_of(entry, asked).get("text", ""), *MARKED_UP)
    return any(isinstance(entry.get(key), str) for key in keys)
