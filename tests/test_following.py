"""Who stays with a ledger gets what anybody else would who asks anew, whatever came in meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.following import Following
from onrecord.ledger import Store, open_ledger
from onrecord.model.judgement import Anchor, Judgement
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.viewing import derive, kept
from tests.ledger.world import many, reading_of, report

DAY, LATER = date(2031, 6, 1), date(2031, 6, 2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger with one report of 5 May 2031."""
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as opened:
        opened.enter(report(), reading_of(report()))
        yield opened


def test_what_comes_is_added_to_what_was_concluded(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    following = Following(store)
    assert following.ledger(DAY) == derive(store, DAY)
    for pair in many(6):
        store.enter(*pair)
        fresh = derive(store, DAY)
        with monkeypatch.context() as patch:
            patch.setattr("onrecord.following.conclude", None)  # not anew
            assert following.ledger(DAY) == fresh


def test_the_first_answer_is_one_that_was_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    Following(store).ledger(DAY)
    monkeypatch.setattr("onrecord.following.conclude", None)
    assert Following(store).ledger(DAY).reports


def test_what_it_concluded_is_kept_for_others(store: Store) -> None:
    following = Following(store)
    following.ledger(DAY)
    store.enter(*many(1)[0])
    assert following.ledger(DAY) == kept(store, DAY)


def test_a_report_read_again_takes_the_place_of_what_was_read(store: Store) -> None:
    following = Following(store)
    for pair in many(3):
        store.enter(*pair)
        following.ledger(DAY)
    store.enter(report(), Reading(report().id, "a better one"))
    assert following.ledger(DAY) == derive(store, DAY)
    assert not [one for one in following.ledger(DAY).statements if one.report == report().id]


def test_a_day_that_comes_to_be_known_moves_the_report(store: Store) -> None:
    following = Following(store)
    store.enter(*many(1)[0])
    following.ledger(DAY)
    text = "The keepers of the weirs at Saltmere met the mayor of Pell."
    undated = replace(report(), id="r-undated", text=text, published=Published())
    store.enter(undated, reading_of(undated))
    following.ledger(DAY)
    store.learn(replace(undated, published=Published(date(2031, 7, 1), date(2031, 7, 1), "given")))
    assert following.ledger(DAY) == derive(store, DAY)
    assert following.ledger(DAY).later == 1


def test_where_adding_fails_everything_is_concluded_anew_next(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    following = Following(store)
    for pair in many(2):
        store.enter(*pair)
        following.ledger(DAY)
    store.enter(*many(3)[2])
    with monkeypatch.context() as patch:
        patch.setattr("onrecord.link.about.About.renew", None)
        with pytest.raises(TypeError):
            following.ledger(DAY)
    assert following.ledger(DAY) == derive(store, DAY)


def test_another_day_and_a_decision_have_it_concluded_anew(store: Store) -> None:
    following = Following(store)
    following.ledger(DAY)
    store.enter(*many(1)[0])
    assert following.ledger(LATER) == derive(store, LATER)
    said = following.ledger(LATER).statements[0]
    anchor = Anchor("statement", said.report, said.content, "")
    store.judge(Judgement("j-1", said.id, "reject", "Ana", "2031-05-09T10:00:00Z", kind="statement", anchors=(anchor,)))
    assert following.ledger(LATER) == derive(store, LATER)
    assert said.id not in {one.id for one in following.ledger(LATER).statements}
    for pair in many(3):
        store.enter(*pair)
    assert following.ledger(LATER) == derive(store, LATER)
