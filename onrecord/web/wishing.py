"""What stands in a record's fields, as a form shows it, and what somebody wrote there instead."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.export.rows import Record
from onrecord.model.judgement import Judged
from onrecord.model.period import Period, Published
from onrecord.model.records import Commitment, Dispute, Figure, ReportRecord, Statement, Talk
from onrecord.model.span import Span
from onrecord.review import FIELDS, Field, Wish
from onrecord.web.view import View

__all__ = ["Filled", "filled", "located", "report_of", "wishes"]

NAMES, PIECES = ";", "\n"
"""What parts several names, and several pieces of words, in one field of a form."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with what stands in it now, as the form takes it."""

    field: Field
    value: str


def filled(view: View, kind: Judged, record: Record | None = None, *, within: str = "") -> tuple[Filled, ...]:
    """The fields of a kind with the values of a record; empty without one. `within` is the report that tells it."""
    return tuple(Filled(field, _value(view, record, field, within) if record else "") for field in FIELDS[kind])


def report_of(record: Record, within: str = "") -> str:
    """The report in whose text the words of a record lie: of several the one named, or the first."""
    if isinstance(record, ReportRecord):
        return record.id
    if isinstance(record, Statement | Figure):
        return record.report
    if isinstance(record, Talk | Commitment | Dispute):
        reports = [mention.report for mention in record.mentions]
        return within if within in reports else next(iter(reports), "")
    return ""


def _value(view: View, record: Record, field: Field, within: str) -> str:
    if field.form == "answer":
        return ""
    held = getattr(record, field.name, None)
    if held is None or field.form == "words":
        held = _told(record, field.name, within) or held
    if isinstance(held, Span):
        return held.exact
    if isinstance(held, Published | Period):
        return _day(held)
    if isinstance(held, float):
        return f"{held:g}" if abs(held) < 1e6 else f"{held:.0f}"
    if isinstance(held, tuple):
        return f"{NAMES} ".join(called(view, one) for one in held) if field.form == "who" else _pieces(held)
    if isinstance(held, str) and (field.form == "who" or field.name == "party"):
        return called(view, held)
    return "" if held is None else str(held)


def _told(record: Record, name: str, within: str) -> object:
    """What the report that is looked at says, where the record as a whole has no such field."""
    if not isinstance(record, Talk | Commitment | Dispute):
        return None
    report = report_of(record, within)
    telling = next((mention for mention in record.mentions if mention.report == report), None)
    return getattr(telling, name, None)


def _pieces(spans: Sequence[object]) -> str:
    return PIECES.join(" ".join(span.exact.split()) for span in spans if isinstance(span, Span))


def _day(period: Period | Published) -> str:
    if period.start == period.end:
        return str(period.start or "")
    return f"{period.start or ''}/{period.end or ''}"


def called(view: View, actor: str) -> str:
    """What to write for an actor: its name where no other has it, else its id."""
    name = view.index.name(actor)
    return name if NAMES not in name and view.named.get(name, ()) == (actor,) else actor


def wishes(
    fields: Sequence[Filled], given: Mapping[str, str], text: str, *, near: int | None = None
) -> tuple[Wish, ...]:
    """What somebody wrote into a form and did not stand there before.

    `near` is where in the text words are looked for first. Raises `UsageError` for words that do not stand there.
    """
    return tuple(wish for one in fields for wish in _wished(one, given, text, near))


def _wished(one: Filled, given: Mapping[str, str], text: str, near: int | None) -> Iterator[Wish]:
    name, form = one.field.name, one.field.form
    value = given.get(f"f.{name}", "").replace("\r\n", "\n").strip()
    words = given.get(f"f.{name}.words", "").strip()
    if form == "answer":
        yield from _answered(given, text, near)
    elif form == "words":
        if _same(value, one.value) or f"f.{name}" not in given:
            return
        pieces = value.split(PIECES) if one.field.many else [value]
        yield Wish(name, (), tuple(_placed(given, name, piece, text, near) for piece in pieces if piece.strip()))
    elif form == "who" and (words or (f"f.{name}" in given and not _same(value, one.value))):
        places = (_placed(given, f"{name}.words", words, text, near),) if words else ()
        yield Wish(name, () if places and _same(value, one.value) else _names(value), places)
    elif form != "who" and f"f.{name}" in given and not _same(value, one.value):
        yield Wish(name, (value,) if value else ())


def _answered(given: Mapping[str, str], text: str, near: int | None) -> Iterator[Wish]:
    stance, words = given.get("f.answer", ""), given.get("f.answer.words", "").strip()
    if stance == "none":
        yield Wish("answer")
    elif stance:
        places = (_placed(given, "answer.words", words, text, near),) if words else ()
        yield Wish("answer", (stance, *_names(given.get("f.answer.who", ""))), places)


def _names(value: str) -> tuple[str, ...]:
    return tuple(name for part in value.split(NAMES) if (name := part.strip()))


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _placed(given: Mapping[str, str], name: str, words: str, text: str, near: int | None) -> tuple[int, int]:
    """Where words stand: at the place that was selected, where they still do, else where they are found."""
    chosen = re.fullmatch(r"(\d{1,9})-(\d{1,9})", given.get(f"f.{name}.at", ""))
    if chosen and _same(text[int(chosen[1]) : int(chosen[2])], words):
        return int(chosen[1]), int(chosen[2])
    return located(text, words, near=near)


def located(text: str, words: str, *, near: int | None = None) -> tuple[int, int]:
    """Where some words stand in a text, blanks being alike; of several places the one nearest to `near`.

    Raises `UsageError` where they do not stand there, or several times and nothing says which.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = [match.span() for match in re.finditer(pattern, text)] if pattern else []
    if not found:
        raise UsageError(f"the report does not hold the words {words[:60]!r}", hint="write them as they stand there")
    if len(found) > 1 and near is None:
        raise UsageError(f"{words[:60]!r} stands {len(found)} times in the report", hint="give more of the words")
    return min(found, key=lambda place: abs(place[0] - (near or 0)))
