"""What a report's words come to where reports are compared, kept beside it: taken once, and again by other code."""

from array import array
from collections.abc import Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection, delete, insert, select

from onrecord.ledger import tables

__all__ = ["forget", "keep", "kept"]

_sample = tables.sample.c
MANY = 500  # rows that one statement names


def kept(connection: Connection, *, code: str) -> Mapping[str, Sequence[int]]:
    """The samples that this edition of the code took, by report."""
    rows = connection.execute(select(_sample.report_id, _sample.data).where(_sample.code == code))
    return {row.report_id: _numbers(row.data) for row in rows}


def keep(connection: Connection, samples: Mapping[str, Sequence[int]], *, code: str) -> None:
    """Keep samples of reports that are held, in place of earlier ones."""
    for first in range(0, len(samples), MANY):
        some = list(islice(samples, first, first + MANY))
        held = connection.scalars(select(tables.report.c.id).where(tables.report.c.id.in_(some))).all()
        connection.execute(delete(tables.sample).where(_sample.report_id.in_(some)))
        rows = [{"report_id": one, "code": code, "data": array("Q", samples[one]).tobytes()} for one in held]
        if rows:
            connection.execute(insert(tables.sample), rows)


def forget(connection: Connection, report: str) -> None:
    """Let go of the sample of a report whose marks have changed."""
    connection.execute(delete(tables.sample).where(_sample.report_id == report))


def _numbers(data: bytes) -> Sequence[int]:
    numbers = array("Q")
    numbers.frombytes(data)
    return numbers
