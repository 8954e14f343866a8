"""The ledger as JSON Lines: one record a line, the form that other programs rely on."""

from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord.export.common import Exporter, replacing
from onrecord.export.rows import rows
from onrecord.export.wire import Row
from onrecord.model.ledger import Ledger

__all__ = ["JSONL", "line", "rows"]

BREAKS = {b"\xc2\x85": b"\\u0085", b"\xe2\x80\xa8": b"\\u2028", b"\xe2\x80\xa9": b"\\u2029"}
"""Characters that JSON allows as they are but many programs take for the end of a line."""


def line(row: Row) -> bytes:
    """A row as one line of UTF-8, whichever program splits the lines."""
    data = msgspec.json.encode(row)
    for character, escaped in BREAKS.items():
        data = data.replace(character, escaped)
    return data + b"\n"


def to_stream(ledger: Ledger, out: BinaryIO, only: Collection[str] = ()) -> None:
    """Write the rows to an open stream."""
    for row in rows(ledger, only=only):
        out.write(line(row))


def to_place(ledger: Ledger, place: Path, only: Collection[str] = ()) -> None:
    """Write the rows to a file, whole or not at all."""
    with replacing(place) as out:
        to_stream(ledger, out, only)


JSONL = Exporter("jsonl", "JSON Lines: every record with its evidence, one a line", to_stream, to_place)
