"""Samples of reports' words are kept beside them until the report's marks or the code that takes them change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.ledger import Store, open_ledger
from onrecord.link import copies
from onrecord.viewing import derive, ledger_as_of
from tests.ledger.world import many, reading_of, report

TAKEN = (3, 2**64 - 1, 7)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(str(tmp_path / "l.db"), create=True) as opened:
        opened.enter(report(), reading_of(report()))
        yield opened


def kept(store: Store, code: str) -> dict[str, tuple[int, ...]]:
    return {name: tuple(taken) for name, taken in store.samples(code=code).items()}


def test_a_sample_comes_back_as_it_was_taken(store: Store) -> None:
    store.keep_samples({report().id: TAKEN}, code="one")
    assert kept(store, "one") == {report().id: TAKEN}
    assert kept(store, "another") == {}


def test_other_code_takes_its_place(store: Store) -> None:
    store.keep_samples({report().id: TAKEN}, code="one")
    store.keep_samples({report().id: (1,)}, code="another")
    assert (kept(store, "one"), kept(store, "another")) == ({}, {report().id: (1,)})


def test_of_a_report_that_is_not_held_nothing_is_kept(store: Store) -> None:
    store.keep_samples({"r-0": TAKEN}, code="one")
    assert kept(store, "one") == {}


def test_a_report_that_is_read_again_loses_its_sample(store: Store) -> None:
    store.keep_samples({report().id: TAKEN}, code="one")
    store.enter(replace(report(), furniture=((0, 5),)), reading_of(report(), reader="another"))
    assert kept(store, "one") == {}


def test_asking_again_takes_no_sample_again_and_comes_to_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for pair in many(3):
        store.enter(*pair)
    ledger_as_of(store, date(2031, 6, 1))
    with monkeypatch.context() as patched:
        patched.setattr(copies, "sampled", None)
        ledger = ledger_as_of(store, date(2031, 6, 2))
    assert ledger == derive(store, date(2031, 6, 2))
