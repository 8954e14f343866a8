"""JSON Lines: one report a line, read as they come, so that ten thousand need no more memory than one."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import BinaryIO

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.limits import BYTES_A_REPORT, size
from onrecord.ingest.report import Facts, make_report
from onrecord.model.report import Report

__all__ = ["long_lines", "read_lines"]

FACTS = ("title", "outlet", "byline", "url", "published")
HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
FORM = 'write one object a line, {"text": "…"}'


def read_lines(arriving: Arrival, terms: Terms) -> Found:
    """The reports of a stream in order; a line that is none is one Refused, and the next is read."""
    where, empty = arriving.where, True
    for number, line in enumerate(long_lines(arriving.stream), start=1):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not text.strip():
            continue
        if empty and text.strip() in {b"[", b"{"}:
            yield Refused("this is JSON, not JSON Lines", where=where, hint=FORM)
            return
        empty = False
        try:
            yield _report(f"{arriving.name}:{number}", text, f"{where}, line {number}", terms.today)
        except Refused as refused:
            yield refused
    if empty:
        yield Refused("there are no lines in it", where=where, hint=FORM)


def long_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of a line beyond the limit only so much that it is seen to be, the rest is passed over."""
    while line := stream.readline(BYTES_A_REPORT + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(BYTES_A_REPORT)
        yield line


def _report(place_name: str, line: bytes, where: str, today: date) -> Report:
    entry = _object(line, where)
    text = entry.pop("text", None)
    if not isinstance(text, str):
        raise Refused("there is no `text`" if text is None else "`text` is not a string", where=where, hint=FORM)
    file = entry.pop("file", None)
    facts = _facts(entry, halves=text != (whole := text.translate(HALVES)))
    name = _words(file) or facts.url or place_name
    return make_report(name, whole, facts, where=where, today=today)


def _facts(entry: Mapping[str, object], *, halves: bool) -> Facts:
    """What the other keys say; a fact that is not a word or two is kept as it is, and said not to be taken."""
    odd = [key for key in FACTS if entry.get(key) is not None and not isinstance(entry[key], str)]
    notes = [f"`{key}` is not a string and was not taken" for key in odd]
    if halves:
        notes.append("half characters (lone surrogates) in the text were read as U+FFFD")
    return Facts(
        title=_words(entry.get("title")),
        outlet=_words(entry.get("outlet")),
        byline=_words(entry.get("byline")),
        url=_words(entry.get("url")),
        published=_words(entry.get("published")),
        extra={key: value for key, value in entry.items() if key not in FACTS or key in odd},
        notes=tuple(notes),
        via="lines",
    )


def _words(value: object) -> str | None:
    return (value.translate(HALVES).strip() or None) if isinstance(value, str) else None


def _object(line: bytes, where: str) -> dict[str, object]:
    if len(line) > BYTES_A_REPORT:
        raise Refused(f"longer than {size(BYTES_A_REPORT)}", where=where, hint="cut the report into parts")
    try:
        entry = json.loads(line.decode("utf-8").rstrip(), parse_constant=lambda _: None)
    except UnicodeDecodeError as error:
        raise Refused(f"byte {error.start} is not UTF-8", where=where, hint="save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        hint = "mend the line; the others are read"
        raise Refused(
            f"not JSON: {error.msg.removesuffix(' at')} at column {error.colno}", where=where, hint=hint
        ) from error
    except (RecursionError, ValueError) as error:
        raise Refused("too deep, or with a number too long to read", where=where, hint="mend the line") from error
    if not isinstance(entry, dict):
        raise Refused("not an object", where=where, hint=FORM)
    return entry
