"""The tables come from the migrations, step by step, and are the ones that the code knows."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from onrecord.ledger import open_ledger
from onrecord.ledger.migrate import migrate, revisions
from onrecord.ledger.opening import open_ledger as opening
from onrecord.ledger.sqlite import sqlite_engine
from onrecord.ledger.tables import HEAD, metadata
from tests.ledger.world import reading_of, report


def test_the_newest_migration_is_the_one_that_opening_looks_for() -> None:
    assert revisions()[0] == HEAD
    assert revisions()[-1] == "0001"


@pytest.mark.parametrize("revision", revisions())
def test_a_ledger_of_every_earlier_onrecord_is_brought_up_to_date(tmp_path: Path, revision: str) -> None:
    place = str(tmp_path / "l.db")
    engine = sqlite_engine(place, create=True, patience=1)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        migrate(connection, place=place, to=revision)
    engine.dispose()
    with open_ledger(place) as store:
        assert store.enter(report(), reading_of(report()))
        assert store.search("saltmere")


def test_the_tables_that_migrations_make_are_those_that_the_code_knows(tmp_path: Path) -> None:
    place = str(tmp_path / "l.db")
    opening(place, create=True).close()
    engine = sqlite_engine(place, create=False, patience=1)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
        assert [d for d in differences if not (d[0] == "remove_table" and str(d[1].name).startswith("search"))] == []
    engine.dispose()


def test_a_migration_that_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    place = str(tmp_path / "l.db")
    engine = sqlite_engine(place, create=True, patience=1)
    connection = engine.connect().execution_options(writing=True)
    transaction = connection.begin()
    migrate(connection, place=place)
    transaction.rollback()
    assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
    connection.close()
    engine.dispose()
