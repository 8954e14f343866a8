"""Which reports came or changed since somebody last looked: one row a report, its number rising with each change."""

from collections.abc import Iterable
from hashlib import blake2b

from sqlalchemy import Connection, delete, func, insert, select

from onrecord.ledger import judgements, tables
from onrecord.ledger.store import Changed

__all__ = ["note", "revision", "since"]

_change = tables.change.c


def note(connection: Connection, report: str) -> None:
    """Note, with the change itself, that a report came or that something of it is other than before."""
    connection.execute(delete(tables.change).where(_change.report_id == report))
    connection.execute(insert(tables.change), {"report_id": report})


def since(connection: Connection, number: int) -> Changed:
    """What came or changed after the change of some number."""
    found = select(_change.number, _change.report_id).where(_change.number > number).order_by(_change.number)
    rows = connection.execute(found).all()
    return Changed(rows[-1].number if rows else number, tuple(row.report_id for row in rows))


def revision(connection: Connection) -> str:
    """What tells this state of this file from its others, without looking at every report."""
    newest = connection.scalar(select(func.max(_change.number))) or 0
    return f"{newest}-{_digest(judgements.ids(connection))}"


def _digest(ids: Iterable[str]) -> str:
    return blake2b("\n".join(ids).encode(), digest_size=8).hexdigest()
