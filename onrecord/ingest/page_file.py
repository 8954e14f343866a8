"""A saved web page as a report: trafilatura finds the story and its facts, htmldate the day."""

import re
from datetime import date, timedelta

from htmldate import find_date
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from onrecord.errors import Refused
from onrecord.ingest.page_day import day_in_address, days_in
from onrecord.ingest.report import Facts, make_report
from onrecord.model.report import Report

__all__ = ["is_page", "read_page"]

PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
MARKUP = re.compile(r"<(?:p|div|article|section|h1|br|main|table)\b", re.IGNORECASE)
LOOK = 1_000_000  # characters of a page in which its day may be written out
FEWEST_WORDS = 10  # a page with fewer tells no story: a log-in form, a cookie notice, a frame around a picture
# Where a page says when it was last changed: in its head, in its linked data, in its tags.
CHANGED = re.compile(
    r"(?:modified_time|updated_time|datemodified|last-modified)\W{1,20}(?:content\W{1,4})?(\d{4}-\d\d-\d\d)", re.I
)


def is_page(text: str, *, ending: str) -> bool:
    """Is the text a web page? Its beginning tells, whatever its file is called; a piece of one needs its ending."""
    beginning = text[:4000]
    return bool(PAGE.match(beginning)) or (ending in {".html", ".htm"} and bool(MARKUP.search(beginning)))


def read_page(name: str, html: str, *, note: str, where: str, today: date) -> Report:
    """A report from a page: headline, byline and body as plain text. Raises Refused where the page tells no story."""
    found = _story(html)
    if found is None or len((found.text or "").split()) < FEWEST_WORDS:
        hint = "save the article's own page, or its text as .txt"
        raise Refused("no story was found on the page", where=where, hint=hint)
    facts = Facts(
        title=found.title,
        outlet=found.sitename,
        byline=found.author,
        url=found.url,
        page=_day(html, found.url, today),
        notes=(note,) if note else (),
    )
    return make_report(name, _with_headline(found.title, found.text or ""), facts, where=where, today=today)


def _story(html: str) -> Document | None:
    tree = load_html(html)
    if tree is None:
        return None
    found = bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=True)
    return found if isinstance(found, Document) else None


def _with_headline(title: str | None, body: str) -> str:
    """The story with its headline above it, because a headline says things too."""
    return body if not title or title in body[: 3 * len(title)] else f"{title}\n\n{body}"


def _day(html: str, url: str | None, today: date) -> date | None:
    """The day of first publication, where the page writes that very day, and not for its last change only."""
    latest = (today + timedelta(days=1)).isoformat()
    found = find_date(html, extensive_search=False, original_date=True, url=url, max_date=latest)
    if not found or html.count(found) == CHANGED.findall(html).count(found) > 0:
        return None
    day = date.fromisoformat(found)
    # htmldate reads "February 31" and "May" as the first of the month: a day must stand on the page to be believed.
    written = (
        found in html
        or any(seen.day == day for seen in days_in(html[:LOOK]))
        or day == day_in_address(url or "", today=today)
    )
    return day if written else None
