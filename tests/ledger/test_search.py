"""Searching: what is found, in which order, and that nothing typed can break it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ledger import Store, open_ledger
from onrecord.model.reading import Reading
from tests.ledger.world import STORY, many, reading_of, report


@pytest.fixture
def filled(store: Store) -> Store:
    """The ledger with one report of the weirs in it and another of the gauge."""
    store.enter(report(), reading_of(report()))
    store.enter(*many(1)[0])
    return store


def found(store: Store, query: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.span.exact) for hit in store.search(query)]


def test_a_word_is_found_in_statements_and_in_reports_by_its_line(filled: Store) -> None:
    assert ("statement", "that the weirs at Saltmere would open by Friday") in found(filled, "weirs open")
    assert ("report", "Line 0 of the gauge at Pell.") in found(filled, "gauge")


def test_every_hit_is_a_true_span_of_its_report(filled: Store) -> None:
    hits = filled.search("weirs OR families pell", limit=50)
    assert hits
    assert all(hit.span.holds(filled.report(hit.span.report).text) for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_endings_capitals_and_accents_do_not_matter(store: Store) -> None:
    held = report("The Prefect of Évoll opened the gates.\n")
    store.enter(held, Reading(held.id, "reader"))
    for query in ("evoll", "GATE", "opening", "Évoll’s gates", "prefects"):
        assert store.search(query), query


def test_all_words_are_wanted_and_some_are_taken_where_none_holds_all(filled: Store) -> None:
    assert [kind for kind, _ in found(filled, "gauge line")] == ["report"]
    assert found(filled, "gauge zebra") == found(filled, "gauge")
    assert found(filled, "zebra") == []


def test_quoted_words_stand_together(filled: Store) -> None:
    assert (
        found(filled, '"would open"')
        == [("statement", "that the weirs at Saltmere would open by Friday")]
        + [("report", "Keld told reporters on Monday that the weirs at Saltmere would open by Friday.")] * 2
    )
    assert found(filled, '"open would"') == []


def test_furniture_is_not_found(store: Store) -> None:
    held = replace(report(STORY + "Subscribe to our newsletter\n"), furniture=((len(STORY), len(STORY) + 27),))
    store.enter(held, Reading(held.id, "reader"))
    assert store.search("newsletter") == ()
    assert store.search("weirs") != ()


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        '"',
        '""',
        "*",
        "AND",
        "NEAR(",
        "-",
        "words:weirs",
        "weirs*",
        "'; DROP TABLE report; --",
        "weirs " * 3000,
    ],
)
def test_no_query_is_an_error(filled: Store, query: str) -> None:
    filled.search(query)
    assert filled.count() == 2


def test_a_limit_is_kept(filled: Store) -> None:
    assert len(filled.search("pell", limit=1)) == 1
    assert filled.search("pell", limit=0) == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=20))
def test_nothing_that_is_typed_breaks_it(queries: list[str]) -> None:
    with open_ledger(":memory:", create=True) as store:
        store.enter(report(), reading_of(report()))
        for query in queries:
            for hit in store.search(query):
                assert hit.span.holds(STORY)
