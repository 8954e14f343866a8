"""What a person adds by selecting words: to what the reader found in just these words, else as a thing of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model.judgement import Anchor, Change, Judged, Judgement
from onrecord.model.reading import FoundCommitment, FoundDispute, FoundStatement
from onrecord.model.span import Span
from onrecord.review.fixing import blank, fixed
from onrecord.review.sheet import Sheet
from onrecord.review.who import Link
from onrecord.review.words import Found, called, rests_on, shared

__all__ = ["added", "drafted", "marked"]

SAME = 0.8
"""Of all characters of two things that name the same people, the share that makes them one."""
_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»"}


def added(sheet: Sheet, judgement: Judgement, anchor: Anchor, why: str, links: list[Link]) -> int:
    """Put what is added on the sheet; its number there."""
    changes = {change.field: change for change in judgement.changes}
    found = _found(sheet, anchor, changes)
    thing = marked(
        _filled(sheet, _new(sheet, anchor.kind, changes) if found is None else found[1], changes, links), why
    )
    if found is None:
        return sheet.add(anchor.kind, thing)
    sheet.put(anchor.kind, found[0], thing)
    return found[0]


def marked(thing: Found, why: str) -> Found:
    """A thing that a person has looked at: it says so, and is as sure as can be."""
    thing = replace(thing, why=(*thing.why, why))
    return thing if isinstance(thing, FoundDispute) else replace(thing, confidence=1.0)


def _found(sheet: Sheet, anchor: Anchor, changes: Mapping[str, Change]) -> tuple[int, Found] | None:
    for number, thing in enumerate(sheet.things(anchor.kind)):
        if thing is None or not isinstance(thing, Found):
            continue
        named = called(thing, sheet.voices) == anchor.name
        said = isinstance(thing, FoundStatement) and thing.content == changes["content"].words
        if said or (named and shared(rests_on(thing), anchor.words) >= SAME):
            return number, thing
    return None


def drafted(sheet: Sheet, kind: Judged, changes: Sequence[Change]) -> Found:
    """What would be added; its voices may be added to the sheet."""
    by_field = {change.field: change for change in changes}
    return _filled(sheet, _new(sheet, kind, by_field), by_field, [])


def _filled(sheet: Sheet, thing: Found, changes: Mapping[str, Change], links: list[Link]) -> Found:
    for change in changes.values():
        thing = fixed(sheet, thing, change, links)
    if isinstance(thing, FoundCommitment) and not thing.stated_by:
        return replace(thing, stated_by=thing.by)
    return thing


def _new(sheet: Sheet, kind: Judged, changes: Mapping[str, Change]) -> Found:
    thing = blank(kind, changes)
    if isinstance(thing, FoundStatement) and all(_quoted(sheet.report.text, span) for span in thing.content):
        return replace(thing, mode="direct")
    return thing


def _quoted(text: str, span: Span) -> bool:
    before, after = text[: span.start].rstrip()[-1:], text[span.end :].lstrip(" ,.;!?")[:1]
    inside = span.exact[:1] in _QUOTES and span.exact.rstrip(" ,.;")[-1:] == _QUOTES[span.exact[:1]]
    return inside or (before in _QUOTES and after == _QUOTES[before])
