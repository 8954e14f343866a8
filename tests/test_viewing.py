"""The ledger as of a day: derived once, kept, and never from what no longer holds."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord import viewing
from onrecord.errors import LedgerError
from onrecord.ledger import Store, open_ledger
from onrecord.model.period import Published
from onrecord.model.records import Judgement
from onrecord.viewing import ledger_as_of
from tests.ledger.world import many, reading_of, report

DAY = date(2031, 6, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger with one report of 5 May 2031."""
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as opened:
        opened.enter(report(), reading_of(report()))
        yield opened


def test_a_day_s_ledger_holds_what_was_published_by_then(store: Store) -> None:
    assert [record.id for record in ledger_as_of(store, DAY).reports] == [report().id]
    before = ledger_as_of(store, date(2031, 5, 4))
    assert (before.reports, before.statements, before.later) == ((), (), 1)


def test_a_kept_view_is_the_same_as_a_fresh_one(store: Store) -> None:
    fresh = ledger_as_of(store, DAY)
    assert fresh.statements
    assert store.view(DAY, code=viewing.linking_edition()) == fresh
    assert ledger_as_of(store, DAY) == fresh == viewing.derive(store, DAY)


def test_a_kept_view_is_not_derived_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = ledger_as_of(store, DAY)
    monkeypatch.setattr(viewing, "derive", None)
    assert ledger_as_of(store, DAY) == fresh


def test_a_new_report_and_a_judgement_make_the_view_new(store: Store) -> None:
    ledger_as_of(store, DAY)
    store.enter(*many(1)[0])
    assert len(ledger_as_of(store, DAY).reports) == 2
    judgement = Judgement("j-1", "c-1", "reject", "M. Oro", "2031-05-06T10:00:00Z")
    store.judge(judgement)
    assert ledger_as_of(store, DAY).judgements == (judgement,)


def test_a_later_report_leaves_the_views_of_earlier_days_as_they_are(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ledger_as_of(store, DAY)
    held, reading = many(1)[0]
    store.enter(replace(held, published=Published(date(2031, 7, 1), date(2031, 7, 1), "given")), reading)
    fresh = viewing.derive(store, DAY)
    with monkeypatch.context() as patched:
        patched.setattr(viewing, "derive", None)
        assert ledger_as_of(store, DAY) == fresh == replace(before, later=1)
    assert len(ledger_as_of(store, date(2031, 7, 1)).reports) == 2
    assert store.days_viewed(code=viewing.linking_edition()) == (DAY, date(2031, 7, 1))


def test_a_report_without_a_day_makes_every_view_new(store: Store) -> None:
    ledger_as_of(store, DAY)
    held, reading = many(1)[0]
    store.enter(replace(held, published=Published()), reading)
    assert store.days_viewed(code=viewing.linking_edition()) == ()
    assert len(ledger_as_of(store, DAY).reports) == 2


def test_a_view_that_no_longer_holds_goes_when_another_is_kept(store: Store) -> None:
    for day in (DAY, date(2031, 6, 2)):
        ledger_as_of(store, day)
    store.enter(*many(1)[0])
    ledger_as_of(store, date(2031, 6, 3))
    with sqlite3.connect(store.place) as ledger:
        assert ledger.execute("SELECT day FROM kept_view").fetchall() == [("2031-06-03",)]
    ledger.close()


def test_an_earlier_report_makes_the_views_of_later_days_new_and_not_those_before_it(store: Store) -> None:
    days = (date(2031, 4, 1), DAY)
    for day in days:
        ledger_as_of(store, day)
    store.enter(*many(1)[0])
    assert store.days_viewed(code=viewing.linking_edition()) == days[:1]


def test_another_edition_of_the_code_makes_the_view_new(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger_as_of(store, DAY)
    monkeypatch.setattr(viewing, "linking_edition", lambda: "another")
    monkeypatch.setattr(viewing, "derive", None)
    with pytest.raises(TypeError):
        ledger_as_of(store, DAY)


def test_a_ledger_that_cannot_be_written_still_answers(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise LedgerError("the disk is full")

    monkeypatch.setattr(type(store), "keep_view", full)
    assert ledger_as_of(store, DAY).reports


def test_the_order_of_arrival_makes_no_difference() -> None:
    pairs = [(report(), reading_of(report())), *many(4)]
    ledgers = []
    for order in (pairs, pairs[::-1], pairs[2:] + pairs[:2]):
        with open_ledger(":memory:", create=True) as store:
            for pair in order:
                store.enter(*pair)
            ledgers.append(ledger_as_of(store, DAY))
    assert ledgers[0] == ledgers[1] == ledgers[2]


def test_a_kept_view_is_shown_without_what_reading_and_linking_need(store: Store) -> None:
    ledger_as_of(store, DAY)
    code = (
        "import sys; from datetime import date\n"
        "from onrecord.ledger import open_ledger\n"
        "from onrecord.viewing import ledger_as_of\n"
        "with open_ledger(sys.argv[1]) as store: assert ledger_as_of(store, date(2031, 6, 1)).statements\n"
        "heavy = {'alembic', 'spacy', 'onnxruntime', 'numpy', 'trafilatura', 'rapidfuzz'}\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules} & heavy))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, store.place],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert run.stdout == "\n"
