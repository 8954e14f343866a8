"""Ledgers of an earlier onrecord: their decisions are still there, and new ones are entered beside them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Column, MetaData, Table, insert

from onrecord.ledger import open_ledger
from onrecord.ledger.migrate import migrate
from onrecord.ledger.sqlite import sqlite_engine
from onrecord.ledger.tables import judgement, reading, report
from onrecord.model.grades import grade
from onrecord.review import Proposal, Wish, decide, standing
from onrecord.viewing import ledger_as_of
from tests.cli.world import quarrel

LATER = date(2031, 4, 1)
ROW = {"id": "j-1", "about": "s-1", "decision": "reject", "by": "M. Oro", "at": "2031-05-06T10:00:00Z", "note": "old"}


def earlier(place: Path, source: Path) -> str:
    """A ledger at the revision before decisions held anything, with the reports of another and two decisions."""
    engine = sqlite_engine(str(place), create=True, patience=1)
    old = sqlite_engine(str(source), create=False, patience=1)
    graded = grade("Harbour Sheet", "B", by="M. Oro", at="2031-05-07T10:00:00Z")
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        migrate(connection, place=str(place), to="0002")
        with old.connect() as held:
            for table in (report, reading):
                connection.execute(insert(table), [dict(row) for row in held.execute(table.select()).mappings()])
        columns = [judgement.c[name] for name in ROW]
        for values in (ROW, {name: getattr(graded, name) for name in ROW}):
            connection.execute(insert(table_of(columns)), values)
    engine.dispose()
    old.dispose()
    return str(place)


def table_of(columns: Sequence[Column[Any]]) -> Table:
    """The table of decisions as it was: with these columns only."""
    return Table("judgement", MetaData(), *(Column(column.name, column.type) for column in columns))


def test_the_decisions_of_an_earlier_ledger_stand_and_new_ones_are_entered_beside_them(tmp_path: Path) -> None:
    place = earlier(tmp_path / "old.db", quarrel(tmp_path / "quarrel.db"))
    with open_ledger(place) as store:
        old = {row.id: row for row in store.judgements()}
        assert (old["j-1"].note, old["j-1"].kind, old["j-1"].anchors) == ("old", None, ())
        assert len(old) == 2
        assert standing(store) == ()  # the one is a grade, the other has no words to be found by
        ledger = ledger_as_of(store, LATER)
        assert len(ledger.statements) == 5
        asked = Proposal("correct", ledger.statements[0].id, (Wish("act", ("warn",)),))
        row = decide(store, ledger, asked, by="A. Leir", seen=())
        assert {one.id for one in store.judgements()} == {*old, row.id}
        assert "warn" in {statement.act for statement in ledger_as_of(store, LATER).statements}
        store.withdraw("j-1", at="2031-05-08T10:00:00Z")
        assert [gone.judgement.id for gone in store.withdrawn()] == ["j-1"]
    assert judgement.c.details.nullable
