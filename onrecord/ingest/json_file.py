"""JSON that is no JSON Lines: a list of reports, one report, or an answer that holds such a list."""

import io
import json
from collections.abc import Mapping
from dataclasses import replace

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.columns import holds_text
from onrecord.ingest.decode import decode
from onrecord.ingest.entry import read_entries
from onrecord.ingest.json_feed import MARK, entries_in
from onrecord.ingest.lines_file import FORM, read_lines, report_of

__all__ = ["read_json"]

DEPTH = 3  # how far down the list of reports may lie: {"response": {"docs": […]}}


def read_json(arriving: Arrival, terms: Terms) -> Found:
    """The reports of a JSON document: of a list in it, each object; else the document itself.

    Raises `Refused` for what is no JSON, or holds nothing that can be a report.
    """
    where, data = arriving.where, arriving.whole()
    try:
        found = json.loads(decode(data, where=where).text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":  # one object after another
            yield from read_lines(replace(arriving, stream=io.BytesIO(data)), terms)
            return
        what = f"looks like JSON and is none: {error.msg.removesuffix(' at')} at line {error.lineno}"
        raise Refused(
            what, where=where, hint="mend it, or give it as .jsonl, where a line is refused by itself"
        ) from error
    except (RecursionError, ValueError) as error:
        raise Refused("too deep, or with a number too long to read", where=where, hint=FORM) from error
    if isinstance(found, dict) and MARK in str(found.get("version", "")):
        yield from read_entries(entries_in(found, where), arriving, terms)
        return
    items = _list(found, terms.columns, 0) or ([found] if isinstance(found, dict) else [])
    if not items:
        raise Refused("JSON that holds no reports", where=where, hint=FORM)
    for number, item in enumerate(items, start=1):
        place = f"{where}, entry {number}" if len(items) > 1 else where
        name = f"{arriving.name}:{number}" if len(items) > 1 else arriving.name
        try:
            yield report_of(name, dict(item), place, terms)
        except Refused as refused:
            yield refused


def _list(found: object, columns: Mapping[str, str], depth: int) -> list[dict[str, object]]:
    """The longest list of objects in a document, not too far down; a single report's own lists are no reports."""
    if isinstance(found, list):
        return [one for one in found if isinstance(one, dict)]
    if not isinstance(found, dict) or depth == DEPTH or holds_text(found, columns):
        return []
    return max((_list(value, columns, depth + 1) for value in found.values()), key=len, default=[])
