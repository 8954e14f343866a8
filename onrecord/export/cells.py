"""From a row to the cells of a table: what a spreadsheet can hold, and nothing that it would run."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType, UnionType
from typing import cast, get_args, get_type_hints

from onrecord.export.wire import SHAPES, PeriodRow, PlaceRow, PublishedRow, Row, SpanRow

__all__ = ["Cell", "cells", "columns", "safe"]

Cell = str | int | float | None

ACTORS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "actor": ("party",),
        "statement": ("source", "chain", "addressee"),
        "talk": ("parties",),
        "commitment": ("by", "to"),
        "figure": ("by",),
        "dispute": ("asserted_by", "denied_by"),
    }
)
"""The fields that hold ids of actors: beside each stands a column with their names, because people read tables."""

BAR = " | "
"""Between several values in one cell."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet takes for a formula (OWASP, CSV Injection)."""


def columns(kind: str) -> tuple[str, ...]:
    """The columns of a type of record, the same whatever the records hold."""
    return tuple(column for field in _shapes(kind) for column, _ in _cells(kind, field, None, {}))


def cells(row: Row, names: Mapping[str, str]) -> dict[str, Cell]:
    """The cells of a row by column; `names` are the actors' names by id.

    A period becomes two columns, a span its words and their place, several spans likewise, several ids or words one
    cell with a bar between them, and anything deeper JSON.
    """
    kind = row["type"]
    return {column: cell for field, value in row.items() for column, cell in _cells(kind, field, value, names)}


def safe(text: str) -> str:
    """Text that no spreadsheet runs: an apostrophe before what it would take for a formula, and no zero bytes."""
    text = text.replace("\0", "")
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


@cache
def _shapes(kind: str) -> Mapping[str, object]:
    """What each field of a type of record holds where it is not null."""
    hints = get_type_hints(SHAPES[kind])
    return {field: get_args(hint)[0] if isinstance(hint, UnionType) else hint for field, hint in hints.items()}


def _cells(kind: str, field: str, value: object, names: Mapping[str, str]) -> Iterator[tuple[str, Cell]]:
    for suffix, cell in _SPREAD.get(_shapes(kind)[field], _whole)(value).items():
        yield f"{field}{suffix}", safe(cell) if isinstance(cell, str) else cell
    if field in ACTORS.get(kind, ()):
        ids = cast(list[str | None], value if isinstance(value, list) else [value])
        yield f"{field}_name", safe(BAR.join(names.get(one, "") for one in ids if one))


def _whole(value: object) -> Mapping[str, Cell]:
    deep = isinstance(value, dict | list)
    return {"": json.dumps(value, ensure_ascii=False) if deep else cast(Cell, value)}


def _period(value: object) -> Mapping[str, Cell]:
    days = cast(PeriodRow | None, value)
    return {"_start": days and days["start"], "_end": days and days["end"]}


def _published(value: object) -> Mapping[str, Cell]:
    days = cast(PublishedRow | None, value)
    return {**_period(value), "_basis": days and days["basis"]}


def _site(value: object) -> Mapping[str, Cell]:
    place = cast(PlaceRow | None, value)
    return {
        "": place and place["name"],
        "_country": place and place["country"],
        "_latitude": place and place["latitude"],
        "_longitude": place and place["longitude"],
    }


def _span(value: object) -> Mapping[str, Cell]:
    return _spans([value] if value else [])


def _spans(value: object) -> Mapping[str, Cell]:
    spans = cast(list[SpanRow], value or [])
    places = " ".join(f"{span['start']}-{span['end']}" for span in spans)
    return {"": BAR.join(span["exact"] for span in spans), "_place": places}


def _several(value: object) -> Mapping[str, Cell]:
    return {"": BAR.join(cast(list[str], value or []))}


_SPREAD: Mapping[object, Callable[[object], Mapping[str, Cell]]] = MappingProxyType(
    {
        PeriodRow: _period,
        PublishedRow: _published,
        PlaceRow: _site,
        SpanRow: _span,
        list[SpanRow]: _spans,
        list[str]: _several,
    }
)
"""How a field is spread over columns, by its shape; any other is one column."""
