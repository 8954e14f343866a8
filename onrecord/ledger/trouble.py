"""What a database complains of, in words that a user can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from onrecord.errors import LedgerError, NotALedger

__all__ = ["told_plainly"]

# SQLite's primary result codes (sqlite.org/rescode.html), the low byte of the extended ones.
PLAIN = {
    sqlite3.SQLITE_BUSY: ("another program is writing to this ledger", "wait until it is done and try again"),
    sqlite3.SQLITE_LOCKED: ("another program is writing to this ledger", "wait until it is done and try again"),
    sqlite3.SQLITE_READONLY: (
        "the ledger cannot be written",
        "give yourself the right to, or name another with --ledger",
    ),
    sqlite3.SQLITE_PERM: ("the ledger may not be opened", "give yourself the right to, or name another with --ledger"),
    sqlite3.SQLITE_CANTOPEN: ("the ledger cannot be opened", "is its folder there, and may you write in it?"),
    sqlite3.SQLITE_FULL: ("the disk is full", "make room and run the same command again; what was entered is whole"),
    sqlite3.SQLITE_IOERR: ("the disk does not take or give the data", "look at its space, limits and health"),
    sqlite3.SQLITE_CORRUPT: ("the ledger is damaged", "put back a copy, or read the reports into a new one"),
    sqlite3.SQLITE_TOOBIG: ("a report is too long for the ledger", "cut it into parts"),
}


@contextmanager
def told_plainly(place: str) -> Iterator[None]:
    """Turn what the database raises inside into a `LedgerError` of one line about the ledger at `place`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise _plain(error.orig if isinstance(error, DBAPIError) else error, place) from error


def _plain(error: BaseException | None, place: str) -> LedgerError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return NotALedger("this file is not an onrecord ledger", where=place, hint="name another with --ledger")
    what, hint = PLAIN.get(code, (f"the ledger failed: {error}", "run `onrecord check`, or see more with --debug"))
    return LedgerError(what, where=place, hint=hint)
