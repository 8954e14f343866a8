"""Setting fields of things by hand: each field of `onrecord.review.fields` in the way that its form asks for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from onrecord.model.acts import Act, CommitmentStatus, Stance
from onrecord.model.judgement import Change, Judged
from onrecord.model.reading import (
    FoundCommitment,
    FoundDispute,
    FoundFigure,
    FoundResponse,
    FoundStatement,
    FoundTalk,
    TimeExpression,
    Voice,
)
from onrecord.model.span import Span
from onrecord.review.fields import Field, field_of
from onrecord.review.sheet import Sheet
from onrecord.review.who import Link, nearest, voice_of, voices_of
from onrecord.review.words import Found, kind_of, rests_on
from onrecord.text.stem import fold

__all__ = ["blank", "fixed"]

_ATTRIBUTES = MappingProxyType({("figure", "said"): "when"})
_ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def fixed(sheet: Sheet, thing: Found, change: Change, links: list[Link]) -> Found:
    """A thing with one field set; a field that it does not have, or a value that cannot be, leaves it as it is."""
    kind = kind_of(thing)
    field = field_of(kind, change.field)
    here = all(span.report == sheet.report.id for span in change.words)
    if field is None or (change.words and not here):
        return thing
    special = _SPECIAL.get((kind, field.name))
    if special is not None:
        return special(sheet, thing, change, links)
    return _set(sheet, thing, field, change, links)


def blank(kind: Judged, changes: Mapping[str, Change]) -> Found:
    """What is added by selecting words, before its fields are set; the words that it rests on are needed."""
    if kind == "statement":
        return FoundStatement(None, None, (), None, changes["content"].words, "indirect", "assert")
    evidence = changes["evidence"].words if "evidence" in changes else ()
    if kind == "talk":
        return FoundTalk((), evidence[0], "held")
    if kind == "commitment":
        action = changes["action"].words[0]
        return FoundCommitment((), (), action, evidence[0] if evidence else action, "pledged")
    if kind == "figure":
        unit = changes["unit"].value or ""
        return FoundFigure(float(changes["value"].value or 0), None, "exactly", unit, unit, evidence[0])
    return FoundDispute(changes["claim"].words[0], (), (), evidence)


def _set(sheet: Sheet, thing: Found, field: Field, change: Change, links: list[Link]) -> Found:
    value: object = change.value
    if field.form == "number":
        value = _number(change.value)
        value = int(value) if field.name == "minutes" and value is not None else value
    elif field.form == "day":
        value = _time(change, rests_on(thing)[0])
    elif field.form == "words":
        value = change.words if field.many else next(iter(change.words), None)
    elif field.form == "who":
        voices = voices_of(sheet, change.who, links)
        value = voices if field.many else next(iter(voices), None)
    if value in (None, ()) and not field.empty:
        return thing
    name = _ATTRIBUTES.get((kind_of(thing), field.name), field.name)
    return replace(thing, **{name: value})  # type: ignore[arg-type]


def _number(value: str | None) -> float | None:
    if value is None:
        return None
    return float(value)


def _time(change: Change, home: Span) -> TimeExpression | None:
    """A day or period as an expression that names its own year; it stands where the record stands."""
    if change.value is None:
        return None
    days = _ONE_DAY.findall(change.value)
    value = f"date:{days[0]}" if len(days) == 1 else f"range(date:{days[0]},date:{days[1]})"
    if change.value.startswith("/"):
        value = f"until({value})"
    return TimeExpression(change.words[0] if change.words else home, value, "future")


def _speaker(sheet: Sheet, thing: Found, change: Change, links: list[Link]) -> Found:
    """Another speaker: also at the end of the chain. A pronoun stays as the words for it, another's name does not."""
    said = cast(FoundStatement, thing)
    if not change.who:
        return replace(said, source=None, source_span=None, chain=said.chain[:-1])
    number = voice_of(sheet, change.who[0], links)
    chain = tuple(dict.fromkeys((*said.chain[:-1], number)))
    return replace(said, source=number, source_span=_naming(sheet, said, change, number), chain=chain)


def _naming(sheet: Sheet, said: FoundStatement, change: Change, number: int) -> Span | None:
    if change.words:
        return change.words[0]
    old, voice = None if said.source is None else sheet.voices[said.source], sheet.voices[number]
    if said.source_span is not None and (number == said.source or not _names(said.source_span, old)):
        return said.source_span
    return None if voice is None else nearest(voice, rests_on(said))


def _names(words: Span, voice: Voice | None) -> bool:
    """Do some words name somebody: are they a name of theirs, or is a word with a capital in them one of a name?"""
    names = () if voice is None else (voice.name, *voice.aliases)
    parts = {part for name in names for part in name.split() if part[:1].isupper()}
    return fold(words.exact) in {fold(name) for name in names} or not parts.isdisjoint(words.exact.split())


def _chain(sheet: Sheet, thing: Found, change: Change, links: list[Link]) -> Found:
    """Other voices in between; the last is the speaker."""
    said = cast(FoundStatement, thing)
    chain = voices_of(sheet, change.who, links)
    if not chain:
        return thing
    last = replace(change, who=change.who[-1:])
    speaker = cast(FoundStatement, _speaker(sheet, said, last, links))
    return replace(speaker, chain=chain)


def _content(sheet: Sheet, thing: Found, change: Change, links: list[Link]) -> Found:
    """Other words; what the old ones came to is not what these come to, which only a reader can say."""
    said = cast(FoundStatement, thing)
    return replace(said, content=change.words, sense=None) if change.words else thing


def _act(sheet: Sheet, thing: Found, change: Change, links: list[Link]) -> Found:
    """Another act; what neither refuses nor agrees answers nothing."""
    said, act = cast(FoundStatement, thing), cast(Act, change.value)
    return replace(said, act=act, answers=said.answers if act in ("refuse", "agree", said.act) else None)


def _became(sheet: Sheet, thing: Found, change: Change, links: list[Link]) -> Found:
    """What became of a promise; one that is only made was not answered."""
    bound, status = cast(FoundCommitment, thing), cast(CommitmentStatus, change.value)
    return replace(bound, status=status, responses=() if status == "pledged" else bound.responses)


def _answer(sheet: Sheet, thing: Found, change: Change, links: list[Link]) -> Found:
    """One more answer to a promise; without a stance none is left."""
    bound = cast(FoundCommitment, thing)
    if change.value is None or not change.words:
        return replace(bound, responses=(), status="pledged")
    answer = FoundResponse(voices_of(sheet, change.who, links), cast(Stance, change.value), change.words[0])
    return replace(bound, responses=tuple(dict.fromkeys((*bound.responses, answer))))


_SPECIAL: Mapping[tuple[Judged, str], Callable[[Sheet, Found, Change, list[Link]], Found]] = MappingProxyType(
    {
        ("statement", "source"): _speaker,
        ("statement", "chain"): _chain,
        ("statement", "content"): _content,
        ("statement", "act"): _act,
        ("commitment", "status"): _became,
        ("commitment", "answer"): _answer,
    }
)
