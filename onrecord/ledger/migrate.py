"""Bring a ledger's tables to what this onrecord knows; imported only where there is something to bring."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from onrecord.errors import NewerLedger

__all__ = ["migrate", "revisions"]


def revisions() -> tuple[str, ...]:
    """Every revision that this onrecord knows, the newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def migrate(connection: Connection, *, place: str, to: str = "head") -> None:
    """Run the migrations that are missing, inside the transaction of this connection.

    Raises `NewerLedger` where the ledger stands at a revision of a later onrecord.
    """
    here = MigrationContext.configure(connection).get_current_revision()
    if here is not None and here not in revisions():
        what = "this ledger was made by a newer onrecord"
        raise NewerLedger(
            what, where=place, hint="upgrade with `pip install --upgrade onrecord`, or name another ledger"
        )
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("onrecord.ledger") / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
