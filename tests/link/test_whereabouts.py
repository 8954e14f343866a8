"""Places in records: a talk and a figure lie in a country or a known city, and people are no places."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.model.reading import Voice
from tests.link.test_link import ledger
from tests.link.world import HOLT, ORLAVIA, VINT, Written

DAY = date(2031, 3, 4)


def written(name: str = "a") -> Written:
    return Written(name, DAY)


def test_a_talk_lies_in_the_city_that_a_report_names() -> None:
    one, two = written("a"), written("b")
    one.talk(VINT, HOLT, when="date:2031-03-04", where="Norway")
    two.says("Barges came.")
    two.talk(VINT, HOLT, when="date:2031-03-04", where="the Norwegian capital Oslo")
    (talk,) = ledger(one, two).talks
    assert talk.where == "Norway"
    assert talk.place is not None
    assert (talk.place.name, talk.place.kind, talk.place.country) == ("Oslo", "city", "Norway")


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("near Norway's borders", "Norway"),
        ("the Old Mill hotel in Oslo", "Oslo"),
        ("a barge east of Oslo", "Oslo"),
        ("Oslo and Lima", None),
        ("the Bank of Norway", None),
        ("its borders", None),
        (None, None),
    ],
)
def test_a_figure_counts_where_its_words_say(where: str | None, name: str | None) -> None:
    one = written()
    one.figure(40, "barges", where)
    (figure,) = ledger(one).figures
    assert (figure.place and figure.place.name) == name


@pytest.mark.parametrize("kind", ["person", "organisation", "outlet"])
def test_who_is_named_like_a_place_stays_who_they_are(kind: str) -> None:
    one = written()
    one.voice(replace(Voice("Oslo", "person"), kind=kind))  # type: ignore[arg-type]
    one.figure(40, "guests", "near Oslo")
    assert ledger(one).figures[0].place is None


def test_a_surname_alone_is_no_place_either() -> None:
    one = written()
    one.voice(Voice("Sidsel Florence", "person"))
    one.figure(40, "guests", "Florence's house")
    one.figure(50, "guests", "Florence")
    assert [figure.place for figure in ledger(one).figures] == [None, None]


def test_the_states_of_the_report_tell_namesakes_apart() -> None:
    one, two = written("a"), written("b")
    for report, state in ((one, "Venezuela"), (two, "Spain")):
        report.voice(replace(ORLAVIA, name=state, party=state, aliases=()))
        report.figure(40, f"{state} barges", "Valencia")
    assert {figure.place and figure.place.country for figure in ledger(one, two).figures} == {"Venezuela", "Spain"}


def test_a_place_of_300_letters_is_none() -> None:
    one = written()
    one.figure(40, "barges", "in " + "Xo" * 150)
    assert ledger(one).figures[0].place is None
