"""From the ledger's records to the rows that are exported: the same fields in the same order, in JSON's own types."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import cast

import msgspec

from onrecord.export.wire import Row
from onrecord.model.ledger import Ledger, Record
from onrecord.model.records import (
    Actor,
    Claim,
    Commitment,
    Dispute,
    Figure,
    Judgement,
    ReportRecord,
    Statement,
    Talk,
)

__all__ = ["TYPES", "Record", "row", "rows"]

TYPES: Mapping[type[Record], str] = MappingProxyType(
    {
        ReportRecord: "report",
        Actor: "actor",
        Statement: "statement",
        Talk: "talk",
        Commitment: "commitment",
        Figure: "figure",
        Dispute: "dispute",
        Claim: "claim",
        Judgement: "judgement",
    }
)
"""The name of each type of record, in the order of the export."""

WHOLE = 2.0**53
"""Below this a number that is whole can be written as one without losing a unit."""


def rows(ledger: Ledger, *, only: Collection[str] = ()) -> Iterator[Row]:
    """Every record as a row, reports first, each type by id; `only` names the types that are wanted, none for all."""
    for kind, records in zip(TYPES.values(), ledger.families, strict=True):
        if not only or kind in only:
            yield from (row(record) for record in sorted(records, key=lambda record: record.id))


def row(record: Record) -> Row:
    """One record as it is exported: `type` first, then the contract's fields, then what goes beyond it."""
    fields = msgspec.json.decode(msgspec.json.encode(record))
    if isinstance(record, Figure):
        fields |= {"value": _plain(record.value), "high": None if record.high is None else _plain(record.high)}
    return cast(Row, {"type": TYPES[type(record)], **fields})


def _plain(number: float) -> float:
    return int(number) if abs(number) < WHOLE and number == int(number) else number
