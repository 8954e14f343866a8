"""A saved web page as a report: trafilatura finds the story and its facts, htmldate the day."""

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.charset import declared
from onrecord.ingest.decode import Decoded, decode
from onrecord.ingest.linked_data import body_in_data
from onrecord.ingest.live import LiveEntry, live_entries
from onrecord.ingest.own_day import page_moment
from onrecord.ingest.page_day import day_in_address
from onrecord.ingest.published_mark import changed_days, days_above, labelled, lines_shown, marked_days
from onrecord.ingest.report import Facts, make_report
from onrecord.ingest.wall import for_subscribers, wall_before
from onrecord.model.address import same_site

__all__ = ["read_page"]

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong with a page is said in its refusal, once
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

FEWEST_WORDS = 10  # a page with fewer tells no story: a log-in form, a cookie notice, a frame around a picture
LONG_TAG, ATTRIBUTES = (
    re.compile(r"<[a-zA-Z][^<>]{50000,}"),
    2_000,
)  # the parser compares each attribute with all others
WHOLE, SHOWN = 120, 1.5  # words of a story in linked data; so many times as long as what shows
LOOK_SAVED = 4_000  # characters at the top of a page in which a browser says from where it saved it
SAVED_FROM = re.compile(
    r"<!--[^>]{0,200}?(?:saved from url=\(\d+\)|\burl:\s*)(https?://[^\s>\"']{4,2000})", re.IGNORECASE
)
# Where a page says when it was last changed: in its head, in its linked data, in its tags.
CHANGED = re.compile(
    r"(?:modified_time|updated_time|datemodified|last-modified)\W{1,20}(?:content\W{1,4})?(\d{4}-\d\d-\d\d)", re.I
)


def read_page(arriving: Arrival, terms: Terms) -> Found:
    """The report of a page: headline, byline and body as plain text; of a live blog, a report an entry.

    Raises `Refused` where the page tells no story, or only what stands before one.
    """
    decoded = _decoded(arriving)
    html = decoded.text
    if any(len(tag[0].split()) > ATTRIBUTES for tag in LONG_TAG.finditer(html)):
        what = f"a tag with more than {ATTRIBUTES:,} attributes"
        raise Refused(what, where=arriving.where, hint="save the article's own page, or its text as .txt")
    found = _story(html, terms.today)
    story = _longer((found.text or "") if found is not None else "", body_in_data(html))
    facts = _facts(found, html, arriving, terms.today) if found is not None else arriving.facts
    facts = replace(facts, notes=tuple(note for note in (*facts.notes, decoded.note) if note))
    entries = live_entries(html)
    if entries:
        yield from _live(entries, facts, arriving, terms)
        return
    wall = wall_before(html, story)
    if wall or len(story.split()) < FEWEST_WORDS:
        hint = "save the article's own page, or its text as .txt"
        raise Refused(wall or "no story was found on the page", where=arriving.where, hint=hint)
    if for_subscribers(html):
        facts = replace(facts, notes=(*facts.notes, "the page says that it is for subscribers: its text may be cut"))
    title = found.title if found is not None else None
    yield make_report(arriving.name, _with_headline(title, story), facts, where=arriving.where, today=terms.today)


def _facts(found: Document, html: str, arriving: Arrival, today: date) -> Facts:
    """What the page says of itself, and else what is known of it from where it came."""
    known = arriving.facts
    url = _address(found.url, known.url or _saved_from(html))
    day = _day(found, html, url, today)
    return replace(
        known,
        title=found.title or known.title,
        outlet=found.sitename or known.outlet,
        byline=found.author or known.byline,
        url=url,
        page=day,
        moment=page_moment(html, day),
        updated=max(CHANGED.findall(html), default=None) or known.updated,
    )


def _live(entries: Sequence[LiveEntry], page: Facts, arriving: Arrival, terms: Terms) -> Found:
    for entry in entries:
        facts = replace(
            page, title=entry.title or page.title, published=entry.published, updated=entry.updated, page=None,
            moment=None, part=entry.part,
        )  # fmt: skip
        name = f"{arriving.name}#{entry.part}"
        try:
            yield make_report(
                name, _with_headline(entry.title, entry.text), facts, where=f"{arriving.where}#{entry.part}",
                today=terms.today,
            )  # fmt: skip
        except Refused as refused:
            yield refused


def _decoded(arriving: Arrival) -> Decoded:
    """The page as text: an encoding that it names counts where the bytes are not UTF-8."""
    data = arriving.whole()
    named = declared(data, arriving.charset)
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return Decoded(data.decode(named, "replace").replace("\r\n", "\n"), f"read as {named}, as the page says")
    return decode(data, where=arriving.where)


def _address(canonical: str | None, fetched: str | None) -> str | None:
    """The page's own word for its address, unless it was fetched and names another outlet's page: then it is a copy."""
    if not fetched or not canonical:
        return fetched or canonical
    return canonical if same_site(canonical, fetched) else fetched


def _longer(story: str, told: str) -> str:
    """The story as it shows; as linked data tell it where a script would show it, or only its paragraphs are lost."""
    said, shown = told.split(), story.split()
    return told if said == shown or len(said) > max(WHOLE, SHOWN * len(shown)) else story


def _saved_from(html: str) -> str | None:
    """The address that a browser wrote into a page when it saved it."""
    found = SAVED_FROM.search(html[:LOOK_SAVED])
    return found[1] if found else None


def _story(html: str, today: date) -> Document | None:
    """What trafilatura finds: the story, its facts, and by htmldate its day."""
    tree = load_html(html)
    if tree is None:
        return None
    latest = (today + timedelta(days=1)).isoformat()
    days = {"original_date": True, "extensive_search": False, "max_date": latest}
    found = bare_extraction(
        tree, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=days
    )
    return found if isinstance(found, Document) else None


def _with_headline(title: str | None, body: str) -> str:
    """The story with its headline above it, because a headline says things too."""
    return body if not title or title in body[: 3 * len(title)] else f"{title}\n\n{body}"


def _day(found: Document, html: str, url: str | None, today: date) -> date | None:
    """The day of first publication, where the page writes that very day, and not for its last change only."""
    latest = today + timedelta(days=1)
    named = marked_days(html)
    shown = () if named else lines_shown(html)
    # htmldate reads "February 31" and "May" as the first of the month, and takes the days of comments and of other
    # stories: only a day that the lines above the story, the page's head or its address write is believed.
    named = named or labelled(shown)
    if named:
        return min(named) if len(named) == 1 and min(named) <= latest else None
    above = days_above(shown, found.title or "", found.text or "")
    if len(above) == 1 and min(above) <= latest:
        return min(above)
    seen = found.date or ""
    if not seen or html.count(seen) == [*CHANGED.findall(html), *changed_days(html)].count(seen) > 0:
        return None
    day = date.fromisoformat(seen)
    head = html[: max(0, html.lower().find("<body"))]
    return day if seen in head or day in above or day == day_in_address(url or "", today=today) else None
