"""Talks: coming, held, and those that were refused or called off."""

from collections.abc import Iterable
from datetime import date

from onrecord.brief.days import ago
from onrecord.brief.telling import MOST, Telling, joined, section
from onrecord.brief.value import Line, Piece, Section
from onrecord.model.records import Talk, TalkMention
from onrecord.text.visible import one_line

__all__ = ["line_of", "parties_of", "talks"]

_COMING = ("under way", "planned", "proposed")
_OFF = ("cancelled", "refused")


def talks(tell: Telling) -> tuple[Section, ...]:
    """Three sections: what is coming (next first), what was held (newest first), what was refused or called off."""
    held = tell.index.ledger.talks
    coming = sorted((t for t in held if t.status in _COMING), key=lambda t: _next_first(tell, t))
    past = sorted((t for t in held if t.status == "held"), key=lambda t: _newest_first(tell, t))
    off = sorted((t for t in held if t.status in _OFF), key=lambda t: _newest_first(tell, t))
    return (
        _section(tell, "coming", "TALKS COMING", coming, "onrecord talks --status planned"),
        _section(tell, "held", "TALKS HELD", past, "onrecord talks --status held"),
        _section(tell, "off", "TALKS REFUSED OR CALLED OFF", off, "onrecord talks --status refused"),
    )


def _section(tell: Telling, key: str, title: str, found: list[Talk], command: str) -> Section:
    return section(key, title, [line_of(tell, talk) for talk in found[:MOST]], command, total=len(found))


def _next_first(tell: Telling, talk: Talk) -> tuple[int, int, int, str]:
    """Under way first, then those still to come by day, those without a day, and last those whose day has passed."""
    last = talk.when.end or talk.when.start
    if talk.status == "under way":
        return 0, 0, -_reports(tell, talk), talk.id
    if last is None:
        return 2, 0, -_reports(tell, talk), talk.id
    return (3 if last < tell.today else 1), last.toordinal(), -_reports(tell, talk), talk.id


def _newest_first(tell: Telling, talk: Talk) -> tuple[int, int, int, str]:
    last = talk.when.end or talk.when.start
    known = last or max((tell.index.last_day(m.report) for m in talk.mentions), default=date.min)
    return 0 if last else 1, -known.toordinal(), -_reports(tell, talk), talk.id


def _reports(tell: Telling, talk: Talk) -> int:
    return tell.independent(mention.report for mention in talk.mentions)


def line_of(tell: Telling, talk: Talk) -> Line:
    """One talk as the brief tells it."""
    when = [Piece(tell.days(talk.when) or "no day", "day"), *_distance(tell, talk)]
    form = ", ".join(filter(None, [one_line(talk.format or ""), f"{talk.minutes:g} minutes" if talk.minutes else ""]))
    status = [] if talk.status == "held" else [Piece(talk.status, "status")]
    parties = [Piece(parties_of(tell, talk.parties), "who")]
    place = [Piece(one_line(talk.where))] if talk.where else []
    marks = joined(([tell.notes.mark(m.evidence, talk.id)] for m in _told(tell, talk)), by=" ")
    told = joined((when, parties, place, [Piece(form)] if form else [], status))
    return Line(talk.id, (*told, Piece(" "), *marks) if marks else told)


def parties_of(tell: Telling, parties: Iterable[str]) -> str:
    """The parties of a talk in words, people before those for whom they speak."""
    return (
        " – ".join(dict.fromkeys(tell.index.name(party) for party in tell.index.people(parties))) or "parties not named"
    )


def _distance(tell: Telling, talk: Talk) -> list[Piece]:
    last = talk.when.end or talk.when.start
    if talk.status not in {"planned", "proposed"} or last is None:
        return []
    if last < tell.today:
        return [Piece(", "), Piece("day passed, no report that it was held", "status")]
    return [Piece(f", {ago(last, tell.today)}")] if talk.when.exact else []


def _told(tell: Telling, talk: Talk) -> list[TalkMention]:
    """Up to three mentions that stand for the talk: those with its present status first, the newest first."""
    ordered = sorted(
        talk.mentions,
        key=lambda m: (m.status != talk.status, -tell.index.last_day(m.report).toordinal(), m.evidence),
    )
    firsts = {tell.index.original(mention.report): mention for mention in reversed(ordered)}
    return [mention for mention in ordered if firsts[tell.index.original(mention.report)] is mention][:3]
