"""The ledger as tables for a spreadsheet: a folder with one file a type of record, or one type alone."""

import csv
from collections.abc import Collection
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import OnrecordError, UsageError
from onrecord.export.cells import cells, columns
from onrecord.export.common import Exporter, replacing
from onrecord.export.rows import TYPES, rows
from onrecord.model.ledger import Ledger

__all__ = ["CSV"]

MARK = "\ufeff".encode()
"""Spreadsheets take a file for UTF-8 only where this stands first."""


def to_stream(ledger: Ledger, out: BinaryIO, only: Collection[str] = ()) -> None:
    """Write the table of one type of record to an open stream."""
    if len(only) != 1:
        raise UsageError("a table holds one type of record", hint="name one with --only, or a folder for all with -o")
    _table(ledger, out, next(iter(only)))


def to_place(ledger: Ledger, place: Path, only: Collection[str] = ()) -> None:
    """Write a folder with a table for each type; for one type alone, a file where the name ends in `.csv`."""
    kinds = [kind for kind in TYPES.values() if not only or kind in only]
    if len(kinds) == 1 and place.suffix == ".csv":
        _file(ledger, place, kinds[0])
        return
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "name a folder with -o, or one type of record with --only"
        raise OnrecordError(f"the tables need a folder ({error.strerror})", where=str(place), hint=hint) from error
    for kind in kinds:
        _file(ledger, place / f"{kind}.csv", kind)


def _file(ledger: Ledger, place: Path, kind: str) -> None:
    with replacing(place) as out:
        out.write(MARK)
        _table(ledger, out, kind)


def _table(ledger: Ledger, out: BinaryIO, kind: str) -> None:
    names = {actor.id: actor.name for actor in ledger.actors}
    text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    table = csv.DictWriter(text, columns(kind))
    table.writeheader()
    table.writerows(cells(row, names) for row in rows(ledger, only=(kind,)))
    text.detach()


CSV = Exporter("csv", "tables for a spreadsheet: one a type of record, in a folder", to_stream, to_place)
