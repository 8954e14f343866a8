"""Transactions that write."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from onrecord.ledger.trouble import told_plainly

__all__ = ["writing"]


@contextmanager
def writing(engine: Engine, place: str) -> Iterator[Connection]:
    """A connection in a transaction that has the right to write from its first moment; what fails is told plainly."""
    with told_plainly(place), engine.connect().execution_options(writing=True) as connection, connection.begin():
        yield connection
