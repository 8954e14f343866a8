"""Opening a ledger: from the place a user names to a store whose tables are the ones this onrecord knows."""

from sqlalchemy import Connection, Engine, inspect, text

from onrecord.errors import LedgerError, NotALedger
from onrecord.ledger.sql import SqlStore
from onrecord.ledger.sqlite import share, sqlite_engine
from onrecord.ledger.store import Store
from onrecord.ledger.tables import HEAD
from onrecord.ledger.trouble import told_plainly

__all__ = ["open_ledger"]

PATIENCE = 30.0
"""Seconds to wait for another process that writes: a report takes milliseconds, a migration of a large ledger more."""


def open_ledger(place: str, *, create: bool = False, patience: float = PATIENCE) -> Store:
    """Open the ledger at a path, making it where `create` allows; `:memory:` is one that is gone when closed.

    A ledger of an older onrecord is brought up to date. Raises `NotALedger` for something else, `NewerLedger` for one
    that a later onrecord made, and `LedgerError` where there is none or it cannot be opened.
    """
    if "://" in place:
        hint = "name a file with --ledger"
        raise LedgerError("team ledgers on a server are not in this version", where=_without_password(place), hint=hint)
    with told_plainly(place):
        engine = sqlite_engine(place, create=create, patience=patience)
        try:
            _bring_up(engine, place)
        except BaseException:
            engine.dispose()
            raise
    return SqlStore(engine, place=place)


def _bring_up(engine: Engine, place: str) -> None:
    """Refuse what is not a ledger, and run the migrations that a new or older one lacks."""
    with engine.connect() as connection:
        if _revision(connection, place) == HEAD:
            return
    from onrecord.ledger.migrate import migrate  # here, because Alembic takes 0.2 s to import and is seldom needed

    share(engine)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if _revision(connection, place) != HEAD:  # another process may have been quicker
            migrate(connection, place=place)


def _revision(connection: Connection, place: str) -> str | None:
    """The revision a ledger stands at, None for an empty database."""
    there = set(inspect(connection).get_table_names())
    if not there:
        return None
    if {"meta", "alembic_version"} <= there:
        made = connection.scalar(text("SELECT value FROM meta WHERE key = 'format'"))
        if made == "onrecord ledger":
            return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    what = "this database holds something else than an onrecord ledger"
    raise NotALedger(what, where=place, hint="name another with --ledger")


def _without_password(place: str) -> str:
    """The address of a server without the user and password that may stand in it."""
    scheme, rest = place.split("://", 1)
    return f"{scheme}://{rest.rsplit('@', 1)[-1]}"
