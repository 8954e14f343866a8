"""Records as JSON Lines, in the exported shape."""

from collections.abc import Iterable, Mapping

import msgspec

from onrecord.cli.streams import write_out
from onrecord.export import row
from onrecord.export.jsonl import line
from onrecord.export.rows import Record

__all__ = ["print_lines", "print_records"]


def print_records(records: Iterable[Record]) -> None:
    """Records on standard output as they are exported, one a line."""
    write_out(line(row(record)) for record in records)


def print_lines(lines: Iterable[Mapping[str, object]]) -> None:
    """Other JSON objects on standard output, one a line."""
    write_out(msgspec.json.encode(fields) + b"\n" for fields in lines)
