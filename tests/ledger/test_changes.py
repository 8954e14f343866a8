"""What came or changed since somebody last looked, without comparing everything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from onrecord.ledger import Store
from onrecord.model.period import Published
from onrecord.model.records import Judgement
from onrecord.model.report import Seen
from tests.ledger.world import many, reading_of, report

DAY = date(2031, 5, 9)


def test_what_came_is_told_once_and_in_the_order_in_which_it_came(store: Store) -> None:
    first, second = many(2)
    store.enter(*second)
    seen = store.changed(0)
    store.enter(*first)
    assert seen.reports == (second[0].id,)
    assert store.changed(seen.number).reports == (first[0].id,)
    assert store.changed(store.changed(0).number).reports == ()


def test_a_report_read_again_or_better_known_or_found_elsewhere_has_changed(store: Store) -> None:
    held = replace(report(), published=Published())
    store.enter(held, reading_of(held))
    ways: list[Callable[[], bool]] = [
        lambda: store.enter(held, replace(reading_of(held), reader="a better one")),
        lambda: store.learn(replace(held, published=Published(DAY, DAY, "given"))),
        lambda: store.also_seen(held.id, [Seen("elsewhere.txt", "file")]),
    ]
    for way in ways:
        number, revision = store.changed(0).number, store.revision()
        assert way()
        assert store.changed(number).reports == (held.id,)
        assert store.revision() != revision


def test_nothing_new_changes_nothing(store: Store) -> None:
    store.enter(report(), reading_of(report()))
    number, revision = store.changed(0).number, store.revision()
    store.enter(report(), reading_of(report()))
    store.learn(report())
    assert store.changed(number).reports == ()
    assert store.revision() == revision


def test_a_decision_is_another_revision_and_no_change_of_a_report(store: Store) -> None:
    store.enter(report(), reading_of(report()))
    number, revision = store.changed(0).number, store.revision()
    store.judge(Judgement("j-1", "k-1", "accept", "Ana", "2031-05-09T10:00:00Z"))
    assert store.revision() != revision
    assert store.changed(number).reports == ()
