"""The forms in which the model's values are kept: JSON that comes back as the very same value."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

import msgspec

from onrecord.errors import LedgerError, Refused
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading, TimeExpression
from onrecord.model.report import Report
from onrecord.model.span import Span

__all__ = ["as_ledger", "as_reading", "as_report", "evidence", "ledger_form", "reading_form", "report_form"]

T = TypeVar("T")

_ledgers = msgspec.json.Decoder(Ledger)
_readings = msgspec.json.Decoder(Reading)
_reports = msgspec.json.Decoder(Report)


def report_form(report: Report) -> str:
    """A report as JSON without its text; raises `Refused` for characters that UTF-8 has no bytes for."""
    try:
        report.text.encode()
        return msgspec.json.encode(replace(report, text="")).decode()
    except UnicodeEncodeError as error:
        what = f"holds half a character (U+{ord(error.object[error.start]):04X}), which no file can keep"
        raise Refused(
            what, where=report.name.encode(errors="replace").decode(), hint="save it again as UTF-8"
        ) from error


def as_report(form: str, text: str) -> Report:
    """The report that was kept as this form and this text."""
    return replace(_decoded(_reports, form, "a report"), text=text)


def reading_form(reading: Reading, text: str) -> bytes:
    """A reading as JSON; raises `ValueError` where it quotes what does not stand there, or would not come back."""
    for span in evidence(reading):
        if span.report != reading.report or not span.holds(text):
            raise ValueError(f"a reading of {reading.report} quotes what does not stand there: {span}")
    data = msgspec.json.encode(reading)
    try:
        same = _readings.decode(data) == reading
    except msgspec.DecodeError as error:
        raise ValueError(f"a reading of {reading.report} would not come back: {error}") from error
    if not same:
        raise ValueError(f"a reading of {reading.report} would not come back as it is")
    return data


def as_reading(data: bytes) -> Reading:
    """The reading that was kept as this JSON."""
    return _decoded(_readings, data, "a reading")


def ledger_form(ledger: Ledger) -> bytes:
    """A derived ledger as packed JSON, without the texts of its reports, which the store holds once."""
    bare = replace(ledger, reports=tuple(replace(report, text="") for report in ledger.reports))
    return zlib.compress(msgspec.json.encode(bare), level=1)  # a quarter of the size, for 15 ms a megabyte


def as_ledger(data: bytes, texts: dict[str, str]) -> Ledger:
    """The derived ledger that was kept in this form, with the texts put back."""
    try:
        ledger = _decoded(_ledgers, zlib.decompress(data), "a kept view")
    except zlib.error as error:
        raise LedgerError(f"a kept view in the ledger is damaged ({error})", hint="it will be made again") from error
    return replace(ledger, reports=tuple(replace(report, text=texts[report.id]) for report in ledger.reports))


def _decoded(decoder: msgspec.json.Decoder[T], data: bytes | str, what: str) -> T:
    try:
        return decoder.decode(data)
    except msgspec.DecodeError as error:
        hint = "`onrecord check` names it; put back a copy, or read the reports into a new ledger"
        raise LedgerError(f"{what} in the ledger is damaged ({error})", hint=hint) from error


def evidence(reading: Reading) -> Iterator[Span]:
    """Every span that a reading rests on."""
    for voice in reading.voices:
        yield from voice.mentions
    for statement in reading.statements:
        yield from statement.content
        yield from _there(statement.source_span, statement.cue)
        yield from _times(statement.said)
    for talk in reading.talks:
        yield talk.evidence
        yield from _times(talk.when)
    for commitment in reading.commitments:
        yield from (commitment.action, commitment.evidence)
        yield from _there(commitment.condition)
        yield from _times(commitment.due)
        yield from (response.evidence for response in commitment.responses)
    for figure in reading.figures:
        yield figure.evidence
        yield from _times(figure.when)
    for dispute in reading.disputes:
        yield dispute.claim
        yield from dispute.evidence
    yield from _times(*reading.times)


def _there(*spans: Span | None) -> Sequence[Span]:
    return [span for span in spans if span is not None]


def _times(*times: TimeExpression | None) -> Sequence[Span]:
    return [time.span for time in times if time is not None]
