"""People's decisions: rows that are added and withdrawn, never changed."""

from sqlalchemy import Connection, insert, select, update

from onrecord.errors import NotFound
from onrecord.ledger import tables
from onrecord.model.records import Judgement

__all__ = ["add", "standing", "withdraw"]

_row = tables.judgement.c


def add(connection: Connection, judgement: Judgement) -> None:
    """Add a decision; one of the same id is left as it is, withdrawn or not."""
    if connection.scalar(select(_row.id).where(_row.id == judgement.id)) is None:
        values = {field: getattr(judgement, field) for field in ("id", "about", "decision", "by", "at", "note")}
        connection.execute(insert(tables.judgement), values)


def withdraw(connection: Connection, judgement: str, *, at: str) -> None:
    """Mark a decision as taken back at a time (ISO 8601); raises `NotFound` where none of this id stands."""
    standing = (_row.id == judgement) & _row.withdrawn_at.is_(None)
    if connection.execute(update(tables.judgement).where(standing), {"withdrawn_at": at}).rowcount == 0:
        raise NotFound(f"no judgement {judgement} stands", hint="`onrecord show` lists the judgements of a record")


def standing(connection: Connection) -> tuple[Judgement, ...]:
    """The decisions that were not taken back, by id."""
    columns = (_row.id, _row.about, _row.decision, _row.by, _row.at, _row.note)
    rows = connection.execute(select(*columns).where(_row.withdrawn_at.is_(None)).order_by(_row.id))
    return tuple(Judgement(*row) for row in rows)
