"""Putting a report together: its id, its day, its notes; and refusing one that cannot be read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from onrecord.errors import Refused
from onrecord.ingest.given_day import NotADayError, given_day
from onrecord.ingest.language import language_of
from onrecord.ingest.masthead import Masthead, read_masthead
from onrecord.ingest.own_day import own_day
from onrecord.ingest.page_day import day_in_address
from onrecord.model.address import clean_address
from onrecord.model.notes import NOTES
from onrecord.model.period import Period, Published
from onrecord.model.report import Report, Seen, Via
from onrecord.text.ids import content_id

__all__ = ["Facts", "make_report", "report_id"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What came with a text from outside it; `published` is as written there, and may not be a day at all.

    `page` is the day that a page's own markup names, `moment` the time that it writes for it, `updated` the day of a
    later change as written there, and `via` how the text came in; `part` sets an entry apart from the others of its
    page.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    page: date | None = None
    moment: str | None = None
    extra: Mapping[str, object] | None = None
    notes: tuple[str, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    updated: str | None = None
    via: Via = "file"
    part: str = ""


def report_id(text: str, outlet: str | None = None, url: str | None = None) -> str:
    """The id of a report: the hash of its text and of who printed it (the outlet, or else the host of its address).

    Neither the file's path nor the full address counts, so the same report saved twice, or linked with other tracking
    parameters, is held once; the outlet does, because one agency's text in two outlets is two reports of one origin.
    """
    return content_id("r", {"text": text, "outlet": " ".join(outlet.split()).casefold() if outlet else _host(url)})


def make_report(name: str, text: str, facts: Facts, *, where: str, today: date) -> Report:
    """A report from its text and the facts beside it. Raises Refused where nothing can be read in it."""
    if not text.strip():
        raise Refused("the text is empty", where=where, hint="give the report's text")
    language = language_of(text)
    if language.code != "en":
        raise Refused(
            f"the text is in {language.name}", where=where, hint="only English is read now; give an English version"
        )
    head = read_masthead(text[max((end for _, end in facts.furniture), default=0) :], today=today)
    outlet = facts.outlet or head.outlet
    published, notes = _published(facts, head, text, today)
    url = clean_address(facts.url) if facts.url else None
    url = f"{url}#{facts.part}" if url and facts.part else url
    return Report(
        id=report_id(text, outlet, facts.url),
        name=name,
        text=text,
        title=facts.title or head.title,
        outlet=outlet,
        byline=facts.byline or head.byline,
        url=url,
        published=published,
        language=language.code,
        furniture=facts.furniture,
        extra=_extra(facts.extra or {}, (*facts.notes, *notes)),
        updated=_updated(facts.updated, published, today),
        seen=(Seen(name if facts.via == "file" or not url else url, facts.via),),
    )


def _published(facts: Facts, head: Masthead, text: str, today: date) -> tuple[Published, Sequence[str]]:
    """The day as given, else as the page names it, else as its address does; and what is wrong with days not taken."""
    notes: list[str] = list(head.notes)
    said: list[tuple[str, Published]] = []
    if facts.published:
        try:
            period = given_day(facts.published, today=today)
            if (day := own_day(facts.published, text)) and day != period.start:
                notes.append(_elsewhere(facts.published, day))
                period = Period.day(day)
            said.append(("what came with it", Published(period.start, period.end, "given")))
        except NotADayError as error:
            notes.append(str(error))
    page = facts.page
    if facts.moment and (day := own_day(facts.moment, text)) and day != page:
        notes.append(_elsewhere(facts.moment, day))
        page = day
    for place, day in (
        ("the page's markup", page),
        ("the page", head.day),
        ("its address", day_in_address(facts.url or "", today=today)),
    ):
        if day:
            said.append((place, Published(day, day, "page")))
    return (said[0][1] if said else Published()), [*notes, *_contradictions(said)]


def _elsewhere(moment: str, day: date) -> str:
    return f"published {moment} is {day} at the place of its dateline, which counts"


def _contradictions(said: Sequence[tuple[str, Published]]) -> Iterator[str]:
    """The days that are not taken because a better source says another; a day apart is the evening before."""
    for place, other in said[1:]:
        if not other.period.touches(said[0][1].period, slack=1):
            yield f"{place} says {other.start}, which is not taken: {said[0][0]} says {said[0][1].start}"


def _updated(words: str | None, published: Published, today: date) -> date | None:
    """The day of a later change; None where it is no day, or not later than the report's own."""
    try:
        day = given_day(words, today=today).start if words else None
    except NotADayError:
        return None
    return day if day and (published.start is None or day > published.start) else None


def _extra(extra: Mapping[str, object], notes: Sequence[str]) -> str:
    kept = {**extra, NOTES: list(notes)} if notes else dict(extra)
    return json.dumps(kept, ensure_ascii=True, sort_keys=True)


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
