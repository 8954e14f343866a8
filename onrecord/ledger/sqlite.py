"""A ledger in one SQLite file: how it is found, made and shared between processes."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from onrecord.errors import LedgerError, NotALedger

__all__ = ["MEMORY", "share", "sqlite_engine"]

MEMORY = ":memory:"
"""The place of a ledger that is gone when it is closed."""

MAGIC = b"SQLite format 3\0"


def sqlite_engine(place: str, *, create: bool, patience: float) -> Engine:
    """An engine on the SQLite file at `place`; raises `LedgerError` for what cannot be a ledger.

    A connection waits up to `patience` seconds for another process that writes.
    """
    _look(place, create=create)
    memory = place == MEMORY
    uri = "file::memory:" if memory else _uri(Path(place))
    engine = create_engine(
        "sqlite://", creator=_connector(uri, patience), poolclass=StaticPool if memory else QueuePool
    )
    event.listen(engine, "begin", _begin)
    return engine


def share(engine: Engine) -> None:
    """Let a new ledger be read while it is written (write-ahead log); the file remembers it."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _look(place: str, *, create: bool) -> None:
    """Refuse what cannot be a ledger before SQLite touches it."""
    path = Path(place)
    if place == MEMORY or (create and not path.exists() and path.parent.is_dir()):
        return
    if path.is_dir():
        raise NotALedger("this is a folder, not a ledger", where=place, hint="name a file in it with --ledger")
    if not path.exists():
        missing = "there is no ledger here" if path.parent.is_dir() else "the folder of this ledger does not exist"
        hint = (
            "make the folder first" if create else "make one with `onrecord read FILES…`, or name another with --ledger"
        )
        raise LedgerError(missing, where=place, hint=hint)
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        hint = "give yourself the right to, or name another with --ledger"
        raise LedgerError(f"the ledger cannot be read ({error.strerror})", where=place, hint=hint) from error
    if head != MAGIC and not (create and not head):
        raise NotALedger("this file is not an onrecord ledger", where=place, hint="name another with --ledger")


def _uri(path: Path) -> str:
    """How SQLite is to open a file: to write where that is allowed, else to look at only.

    A ledger in write-ahead mode on a medium that cannot be written opens only as one that nobody changes (`immutable`).
    """
    address = f"file:{quote(str(path.absolute()))}"
    if not path.exists():
        return f"{address}?mode=rwc"
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return f"{address}?mode=rw"
    beside = path.with_name(f"{path.name}-wal").exists()
    return f"{address}?mode=ro" if beside else f"{address}?mode=ro&immutable=1"


def _connector(uri: str, patience: float) -> Callable[[], sqlite3.Connection]:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # whole after a kill; a power cut may take the last reports
        return connection

    return connect


def _begin(connection: Connection) -> None:
    """Begin as a writer where one will write: a reader that turns writer half way cannot wait its turn."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
