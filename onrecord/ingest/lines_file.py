"""JSON Lines: one report a line, read as they come, so that ten thousand need no more memory than one."""

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.columns import FACTS, MARKED_UP, columns_of
from onrecord.ingest.fragment import plain_text
from onrecord.ingest.limits import BYTES_A_REPORT, size
from onrecord.ingest.report import Facts, make_report
from onrecord.model.report import Report

__all__ = ["FORM", "long_lines", "read_lines", "report_of"]

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
            place = f"{where}, line {number}"
            yield report_of(f"{arriving.name}:{number}", _object(text, place), place, terms)
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


def report_of(place_name: str, entry: dict[str, object], where: str, terms: Terms) -> Report:
    """The report of one object; its keys are told as the columns of a table are. Raises `Refused`."""
    columns = columns_of(entry, terms.columns)
    text = _text(entry, columns.get("text", terms.columns.get("text", "text")), where)
    facts = _facts(entry, columns, halves=text != (whole := text.translate(HALVES)))
    name = _words(entry.get(columns.get("file", ""))) or facts.url or place_name
    return make_report(name, whole, facts, where=where, today=terms.today)


def _text(entry: dict[str, object], column: str, where: str) -> str:
    """The text of an object, taken out of it; HTML only where the key says so."""
    marked = next((key for key in MARKED_UP if isinstance(entry.get(key), str)), None)
    if column not in entry and marked:
        return plain_text(str(entry.pop(marked)))
    text = entry.pop(column, None)
    if not isinstance(text, str):
        what = f"there is no `{column}`" if text is None else f"`{column}` is not a string"
        raise Refused(what, where=where, hint=FORM)
    return text


def _facts(entry: Mapping[str, object], columns: Mapping[str, str], *, halves: bool) -> Facts:
    """What the other keys say; a fact that is not a word or two is kept as it is, and said not to be taken."""
    said = {fact: key for fact, key in columns.items() if fact != "text"}
    found = {fact: _words(_names(entry.get(key)) if fact == "byline" else entry.get(key)) for fact, key in said.items()}
    odd = [key for fact, key in said.items() if entry.get(key) is not None and not found[fact]]
    notes = [f"`{key}` is not a string and was not taken" for key in odd if key in FACTS and key != "file"]
    if halves:
        notes.append("half characters (lone surrogates) in the text were read as U+FFFD")
    taken = set(said.values()) - {key for key in odd if key != "file"}
    return Facts(
        title=found.get("title"),
        outlet=found.get("outlet"),
        byline=found.get("byline"),
        url=found.get("url"),
        published=found.get("published"),
        extra={key: value for key, value in entry.items() if key not in taken},
        notes=tuple(notes),
        via="lines",
    )


def _names(value: object) -> object:
    """Several authors as one byline."""
    return ", ".join(one for one in value if isinstance(one, str)) if isinstance(value, list) else value


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
