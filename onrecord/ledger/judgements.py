"""People's decisions: rows that are added and withdrawn, never changed."""

from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, RowMapping, insert, select, update

from onrecord.errors import LedgerError, NotFound
from onrecord.ledger import tables
from onrecord.model.judgement import Anchor, Change, Judged, Judgement, Withdrawal

__all__ = ["add", "ids", "standing", "withdraw", "withdrawn"]

_row = tables.judgement.c
_HEAD = ("id", "about", "decision", "by", "at", "note")
_COLUMNS = (_row.id, _row.about, _row.decision, _row.by, _row.at, _row.note, _row.details)


class _Details(msgspec.Struct, omit_defaults=True):
    """What a decision holds beside its columns."""

    kind: Judged | None = None
    changes: tuple[Change, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    others: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


_details = msgspec.json.Decoder(_Details)
_DETAILS = _Details.__struct_fields__


def add(connection: Connection, judgement: Judgement, *, beside: Collection[str] | None = None) -> bool:
    """Add a decision; one of the same id is left as it is, withdrawn or not.

    False, and nothing is added, where the decisions that stand are others than those that it was made `beside`.
    """
    if beside is not None and set(ids(connection)) != set(beside):
        return False
    if connection.scalar(select(_row.id).where(_row.id == judgement.id)) is None:
        values = {field: getattr(judgement, field) for field in _HEAD}
        details = msgspec.json.encode(_Details(**{field: getattr(judgement, field) for field in _DETAILS})).decode()
        values["details"] = None if details == "{}" else details
        connection.execute(insert(tables.judgement), values)
    return True


def withdraw(
    connection: Connection, judgement: str, *, at: str, by: str | None = None, note: str | None = None
) -> None:
    """Mark a decision as taken back at a time (ISO 8601); raises `NotFound` where none of this id stands."""
    stands = (_row.id == judgement) & _row.withdrawn_at.is_(None)
    marks = {"withdrawn_at": at, "withdrawn_by": by, "withdrawn_note": note}
    if connection.execute(update(tables.judgement).where(stands), marks).rowcount == 0:
        raise NotFound(f"no judgement {judgement} stands", hint="`onrecord review list` lists those that do")


def ids(connection: Connection) -> tuple[str, ...]:
    """The ids of the decisions that stand, in order."""
    return tuple(connection.scalars(select(_row.id).where(_row.withdrawn_at.is_(None)).order_by(_row.id)))


def standing(connection: Connection) -> tuple[Judgement, ...]:
    """The decisions that were not taken back, by id."""
    rows = connection.execute(select(*_COLUMNS).where(_row.withdrawn_at.is_(None)).order_by(_row.id))
    return tuple(map(_judgement, rows.mappings()))


def withdrawn(connection: Connection) -> tuple[Withdrawal, ...]:
    """The decisions that were taken back, by id, with who took them back."""
    columns = (*_COLUMNS, _row.withdrawn_at, _row.withdrawn_by, _row.withdrawn_note)
    rows = connection.execute(select(*columns).where(_row.withdrawn_at.is_not(None)).order_by(_row.id))
    return tuple(
        Withdrawal(_judgement(row), row["withdrawn_at"], row["withdrawn_by"], row["withdrawn_note"])
        for row in rows.mappings()
    )


def _judgement(row: RowMapping) -> Judgement:
    try:
        details = _details.decode(row["details"] or "{}")
    except msgspec.DecodeError as error:
        what = f"the judgement {row['id']} in the ledger is damaged ({error})"
        raise LedgerError(what, hint="put back a copy") from error
    columns = (row[field] for field in _HEAD)
    return Judgement(*columns, *(getattr(details, field) for field in _DETAILS))
