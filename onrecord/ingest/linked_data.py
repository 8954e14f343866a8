"""What a page says of itself in linked data (schema.org as JSON-LD)."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from onrecord.ingest.fragment import plain_text

__all__ = ["body_in_data", "kinds", "linked_data", "word"]

ARTICLE = ("Article", "Report")
SCRIPT = re.compile(r"<script[^>]{0,200}application/ld\+json[^>]{0,200}>", re.IGNORECASE)
END = re.compile("</script", re.IGNORECASE)
SCRIPTS, OBJECTS, DEEP = 50, 5_000, 12  # looked at in one page, and inside one another


def linked_data(html: str) -> list[Mapping[str, object]]:
    """Every object with a type that stands in a page's linked data; what is broken is passed over."""
    found: list[Mapping[str, object]] = []
    for script in islice(SCRIPT.finditer(html), SCRIPTS):
        end = END.search(html, script.end())
        if end is None:
            break
        try:
            content = json.loads(html[script.end() : end.start()].strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        found += islice(_objects(content, 0), OBJECTS)
    return found


def body_in_data(html: str) -> str:
    """The text of the article that a page's linked data tell; empty where they tell none, or several."""
    if "articleBody" not in html:
        return ""
    entries = [entry for entry in linked_data(html) if any(kind.endswith(ARTICLE) for kind in kinds(entry))]
    bodies = {word(entry, "articleBody") for entry in entries} - {""}
    return plain_text(bodies.pop()) if len(bodies) == 1 else ""


def kinds(entry: Mapping[str, object]) -> frozenset[str]:
    """The types of an object, such as `NewsArticle`."""
    named = entry.get("@type")
    return frozenset(str(one) for one in (named if isinstance(named, list) else [named]))


def word(entry: Mapping[str, object], *keys: str) -> str:
    """The first of some values that is words; empty where none is."""
    return next((value.strip() for key in keys if isinstance(value := entry.get(key), str) and value.strip()), "")


def _objects(content: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > DEEP:
        return
    if isinstance(content, dict):
        if "@type" in content:
            yield content
        for value in content.values():
            yield from _objects(value, depth + 1)
    elif isinstance(content, list):
        for value in content:
            yield from _objects(value, depth + 1)
