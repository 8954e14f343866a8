"""A check finds whatever was changed behind the ledger's back, and nothing in a sound ledger."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.check import check
from onrecord.ledger import Store, open_ledger
from onrecord.viewing import ledger_as_of, linking_edition
from tests.ledger.world import many, reading_of, report

DAY = date(2031, 6, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger with two reports, and a view kept."""
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as opened:
        opened.enter(report(), reading_of(report()))
        opened.enter(*many(1)[0])
        ledger_as_of(opened, DAY)
        yield opened


def tamper(store: Store, change: str, *values: object) -> None:
    connection = sqlite3.connect(store.place)
    assert connection.execute(change, values).rowcount >= 1
    connection.commit()
    connection.close()


def found(store: Store) -> list[str]:
    lines = [str(problem) for problem in check(store)]
    assert not any("\n" in line for line in lines)
    return lines


def test_a_sound_ledger_has_no_problems(store: Store) -> None:
    assert found(store) == []


def test_a_changed_letter_in_a_report_is_found(store: Store) -> None:
    tamper(store, "UPDATE report SET text = replace(text, 'Saltmere', 'Saltmoor') WHERE id = ?", report().id)
    lines = found(store)
    assert f"{report().id}: its id is not that of its text and outlet: one of them was changed" in lines
    assert any("do not read 'that the weirs at Saltmere would open by Friday'" in line for line in lines)


def test_another_outlet_is_found(store: Store) -> None:
    tamper(
        store,
        "UPDATE report SET fields = replace(fields, 'Harl Evening Post', 'Pell Courier') WHERE id = ?",
        report().id,
    )
    assert found(store) == [f"{report().id}: its id is not that of its text and outlet: one of them was changed"]


def test_a_reading_that_cannot_be_read_is_found_and_the_others_are_still_checked(store: Store) -> None:
    tamper(store, "UPDATE reading SET data = '{' WHERE report_id = ?", report().id)
    tamper(store, "UPDATE report SET text = text || '!' WHERE id != ?", report().id)
    lines = found(store)
    assert any(line.startswith(f"{report().id}: a reading in the ledger is damaged") for line in lines)
    assert any(line.startswith(f"{many(1)[0][0].id}: its id is not that of its text") for line in lines)


def test_a_report_without_its_reading_is_found(store: Store) -> None:
    tamper(store, "DELETE FROM reading WHERE report_id = ?", report().id)
    assert found(store)[0].startswith(f"{report().id}: ")


def test_a_record_that_was_changed_in_a_kept_view_is_found(store: Store) -> None:
    ledger = ledger_as_of(store, DAY)
    changed = [replace(record, act="demand") for record in ledger.statements if record.act == "promise"]
    others = [record for record in ledger.statements if record.act != "promise"]
    forged = replace(ledger, statements=tuple(sorted([*changed, *others], key=lambda record: record.id)))
    store.keep_view(forged, code=linking_edition(), state=store.state())
    assert found(store) == [f"{changed[0].id}: does not come out again as it was kept for 2031-06-01"]


def test_a_kept_view_that_cannot_be_read_is_found_and_made_again(store: Store) -> None:
    ledger = ledger_as_of(store, DAY)
    tamper(store, "UPDATE kept_view SET data = substr(data, 1, 200)")
    assert found(store) == [
        "the view of 2031-06-01: a kept view in the ledger is damaged "
        "(Error -5 while decompressing data: incomplete or truncated stream)"
    ]
    assert ledger_as_of(store, DAY) == ledger
    assert found(store) == []


def test_furniture_outside_the_text_is_found(store: Store) -> None:
    tamper(
        store,
        "UPDATE report SET fields = replace(fields, '\"furniture\":[]', '\"furniture\":[[5,9000]]') WHERE id = ?",
        report().id,
    )
    assert f"{report().id}: its furniture lies outside its text" in found(store)


def test_a_row_that_belongs_to_nothing_is_found(store: Store) -> None:
    tamper(store, "INSERT INTO passage (report_id, kind, start, \"end\") VALUES ('r-0', 'report', 0, 1)")
    assert found(store) == [f"{store.place}: a row of passage belongs to no report"]
