"""A report: one text as one outlet printed it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model.period import Published

__all__ = ["UNDATED", "Report", "Seen", "Via"]

UNDATED = Published()
"""The day of a report that nothing dates."""


Via = Literal["file", "page", "feed", "archive", "mail", "table", "lines"]
"""How a report came in."""


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """A place at which a report was found: an address without tracking parameters, or the name of a file."""

    at: str
    via: Via


@dataclass(frozen=True, slots=True)
class Report:
    """One news report, its text letter by letter, and what is known of where it came from.

    `furniture` holds the character ranges of the text that are the page and not the report; they are marked, never cut,
    so that every offset stays true to the file. `published` is what metadata or the page say, not what is concluded
    later; `updated` is the day of a later change, which is never the day of the report. `seen` holds every place at
    which it was found, in order. `extra` holds other keys that came with the report, as JSON text.
    """

    id: str
    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Published = UNDATED
    agencies: tuple[str, ...] = ()
    language: str = "en"
    furniture: tuple[tuple[int, int], ...] = ()
    extra: str = "{}"
    updated: date | None = None
    seen: tuple[Seen, ...] = ()
