"""From what somebody wishes to changes that can be done, or one line that says why it cannot be."""

import math
import re
from collections.abc import Sequence
from datetime import date

from onrecord.errors import NotFound, UsageError
from onrecord.model.judgement import Change, Judged, Who
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading
from onrecord.model.records import Actor
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.queries.find import find
from onrecord.resolve.seen import DESCRIBED
from onrecord.review.anchoring import voice_anchors
from onrecord.review.fields import FIELDS, Field, field_of
from onrecord.review.ground import Ground
from onrecord.review.matching import find_voice
from onrecord.review.proposal import Wish
from onrecord.review.sheet import Sheet
from onrecord.text.stem import fold

__all__ = ["changes_of"]

LONGEST = 500  # characters of a value that is typed in
_DAY = r"\d{4}-\d{2}-\d{2}"
_DAYS = re.compile(rf"(?:{_DAY}|{_DAY}/{_DAY}|/{_DAY})")
MOST_WORDS = 3


def changes_of(kind: Judged, wishes: Sequence[Wish], report: str, ledger: Ledger, ground: Ground) -> tuple[Change, ...]:
    """The changes that fulfil some wishes for a record of a kind, the places of whose words are in one report.

    Raises `UsageError` for a field that cannot be set so, and `NotFound` for an actor that the ledger does not have.
    """
    return tuple(_change(kind, wish, report, ledger, ground) for wish in wishes)


def _change(kind: Judged, wish: Wish, report: str, ledger: Ledger, ground: Ground) -> Change:
    field = field_of(kind, wish.field)
    if field is None:
        names = ", ".join(one.name for one in FIELDS[kind])
        raise UsageError(f"a {kind} has no field {wish.field!r} that can be set", hint=f"it has {names or 'none'}")
    words = _words(wish, report, ground) if wish.words else ()
    values = tuple(value for value in (" ".join(value.split()) for value in wish.values) if value)
    if not values and not words:
        if not field.empty:
            raise UsageError(f"{field.name} cannot be left empty", hint=field.about)
        return Change(field.name)
    if field.form == "answer":
        return _answer(field, values, words, report, ledger, ground)
    if field.form == "who":
        return _who(field, values, words, report, ledger, ground)
    if field.form == "words":
        if not words:
            raise UsageError(f"{field.name} takes words of the report", hint="give their place in its text")
        return Change(field.name, words=words if field.many else words[:1])
    if not values:
        raise UsageError(f"{field.name} takes a value", hint=field.about)
    if (kind, field.name) == ("actor", "party") and values[0].startswith("a-"):
        values = (_found(values[0], ledger).name,)
    return Change(field.name, _value(field, values[0]), words)


def _words(wish: Wish, report: str, ground: Ground) -> tuple[Span, ...]:
    held = ground.report(report)
    if held is None:
        raise NotFound(f"no report {report} is held", hint="onrecord reports lists them")
    return tuple(sorted({_span(held[0], start, end) for start, end in wish.words}))


def _span(report: Report, start: int, end: int) -> Span:
    """The words between two places, less the white space at their ends."""
    if not 0 <= start < end <= len(report.text) or not report.text[start:end].strip():
        what = f"there are no words from {start} to {end} in {report.id}"
        raise UsageError(what, hint=f"its text has {len(report.text)} characters")
    exact = report.text[start:end]
    start += len(exact) - len(exact.lstrip())
    return Span.of(report.id, report.text, start, start + len(exact.strip()))


def _value(field: Field, value: str) -> str:
    if field.form == "choice" and value not in field.choices:
        raise UsageError(f"{field.name} cannot be {value!r}", hint=f"one of {', '.join(field.choices)}")
    if field.form == "number":
        return _number(field, value)
    if field.form == "day":
        return _days(field, value)
    if field.name == "wikidata" and not re.fullmatch(r"Q[1-9][0-9]{0,11}", value):
        raise UsageError(f"{value!r} is no number of wikidata.org", hint="it is Q and digits, as in Q42")
    if len(value) > LONGEST:
        raise UsageError(f"{field.name} is too long", hint=f"{LONGEST} characters at most")
    return value


def _number(field: Field, value: str) -> str:
    plain = value.replace(",", "").replace(" ", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?", plain) or not math.isfinite(float(plain)) or len(plain) > 30:
        raise UsageError(f"{value!r} is no number", hint=f"{field.name} is one like 12000 or 3.5")
    if field.name == "minutes" and "." in plain:
        raise UsageError(f"{value!r} is no number of minutes", hint="whole minutes, as in 90")
    return plain


def _days(field: Field, value: str) -> str:
    hint = "write 2031-05-03, 2031-05-03/2031-05-06 or, for by when, /2031-05-06"
    if not _DAYS.fullmatch(value) or (value.startswith("/") and field.name != "due"):
        raise UsageError(f"{value!r} is no day for {field.name}", hint=hint)
    try:
        days = [date.fromisoformat(day) for day in value.split("/") if day]
    except ValueError as error:
        raise UsageError(f"{value!r} is no day of the calendar", hint=hint) from error
    if days != sorted(days):
        raise UsageError(f"{value} ends before it begins", hint=hint)
    return value


def _answer(
    field: Field, values: Sequence[str], words: tuple[Span, ...], report: str, ledger: Ledger, ground: Ground
) -> Change:
    if not values or values[0] not in field.choices or not words:
        raise UsageError(
            "an answer is a stance, whose it is, and words of the report", hint=f"one of {', '.join(field.choices)}"
        )
    who = _who(field, values[1:], (), report, ledger, ground).who if values[1:] else ()
    return Change(field.name, values[0], words[:1], who)


def _who(
    field: Field, values: Sequence[str], words: tuple[Span, ...], report: str, ledger: Ledger, ground: Ground
) -> Change:
    """Actors of the ledger, or whom selected words name; beside an actor, words are how the report puts it."""
    if len(values) > 1 and not field.many and field.form == "who":
        raise UsageError(f"{field.name} takes one actor, not {len(values)}")
    known = tuple(_actor(value, report, ledger, ground) for value in values)
    named = () if known else tuple(_named(span, ground) for span in words)
    return Change(field.name, None, words, known or (named if field.many else named[:1]))


def _actor(value: str, report: str, ledger: Ledger, ground: Ground) -> Who:
    found = _found(value, ledger)
    here = [span for anchor in voice_anchors(found, ledger, ground, reports=[report]) for span in anchor.words]
    some = here or [span for anchor in voice_anchors(found, ledger, ground) for span in anchor.words]
    party = next((actor.name for actor in ledger.actors if actor.id == found.party), None)
    return Who(found.name, found.kind, party, tuple(some[:MOST_WORDS]), DESCRIBED not in found.why)


def _found(value: str, ledger: Ledger) -> Actor:
    named = [a for a in ledger.actors if fold(value) in {fold(a.name)}] or [
        a for a in ledger.actors if fold(value) in {fold(form) for form in a.aliases}
    ]
    if len(named) == 1:
        return named[0]
    if named:
        ids = ", ".join(actor.id for actor in named[:4])
        raise UsageError(f"{len(named)} actors are called {value!r}", hint=f"give the id: {ids}")
    if not value.startswith("a-"):
        raise NotFound(
            f"no actor is called {value!r}", hint="onrecord actors lists them; or select words of the report"
        )
    record = find(ledger, value)
    if not isinstance(record, Actor):
        raise UsageError(f"{value} is no actor", hint="onrecord actors lists them")
    return record


def _named(words: Span, ground: Ground) -> Who:
    """Whom selected words name: the voice of the report that has them, else somebody of that name."""
    held = ground.report(words.report)
    reading = held[1] if held else Reading(words.report, "")
    match = find_voice(Sheet(held[0], reading), (words,), "") if held else None
    if match is not None:
        voice = reading.voices[match.number]
        return Who(voice.name, voice.kind, voice.party, (words,), voice.named)
    name = " ".join(words.exact.split())
    return Who(name, "person", None, (words,), any(word[:1].isupper() for word in name.split()))
