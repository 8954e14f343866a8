"""The head of a plain-text report: its headline, outlet, byline and day, where the first lines show them plainly."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.ingest.outlet import outlet_in
from onrecord.ingest.page_day import days_in, page_day

__all__ = ["Masthead", "read_masthead"]

BYLINE = re.compile(
    r"^\s*by:?\s+(?P<who>[A-Z“\"][^|•·]{1,80}?)\s*(?:[|•·].*|,?\s+-\s.*|,\s*(?=.*\d{4}).*)?$", re.IGNORECASE
)
NOT_A_HEADLINE = re.compile(
    r"\|.*\||^\W*(?:by|published|posted|updated|photo|video|advertisement|share|read more|also read)\b|^[\[(]|^https?://",
    re.I,
)
HEAD = 8  # lines with words before the story that may belong to its head
STORY = 160  # characters: a line this long, or one that ends as a sentence of 20 words, is the story itself


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the story; `notes` says what was seen there and not believed."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    day: date | None = None
    notes: tuple[str, ...] = ()


def read_masthead(text: str, *, today: date) -> Masthead:
    """The head of a report from its text; what is not plain to see is None."""
    lines = text.split("\n")
    found = page_day(lines, today=today)
    head = _head(lines)
    bylines = [match["who"].strip() for line in head if (match := BYLINE.match(line)) and not _sentence(line)]
    changed = found.updated if found.day is None else None
    notes = (f"the page says only when it was changed: {changed.isoformat()}",) if changed else ()
    title = _title(head)
    return Masthead(title, _outlet(head, title), bylines[0] if bylines else None, found.day, notes)


def _head(lines: list[str]) -> list[str]:
    """The lines above the story; empty where no story follows within reach."""
    head: list[str] = []
    for line in lines:
        if line.strip():
            if _story(line):
                return head
            head.append(line.strip())
            if len(head) > HEAD:
                break
    return []


def _title(head: list[str]) -> str | None:
    for line in head:
        if (
            3 < len(line.split()) <= 30
            and not _sentence(line)
            and not NOT_A_HEADLINE.search(line)
            and not days_in(line)
        ):
            return line.lstrip("# ")
    return None


def _outlet(head: list[str], title: str | None) -> str | None:
    """The outlet, where it stands beside the date, or alone above it and a headline stands elsewhere."""
    for n, line in enumerate(head):
        day = days_in(line)
        if day or (title and line != title and any(days_in(below) for below in head[n + 1 : n + 2])):
            found = outlet_in(line[: day[0].start] if day else line)
            if found and (day or found == line):
                return found
    return None


def _story(line: str) -> bool:
    return len(line.strip()) > STORY or (_sentence(line) and len(line.split()) >= 20)


def _sentence(line: str) -> bool:
    return bool(re.search(r"[.!?:;,][\"”’')\]]*\s*$", line)) and not line.rstrip().endswith("?")
