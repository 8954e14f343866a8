"""Places beside who speaks, and places that speak: who is a town, a state's seat, or somebody who only lives there."""

import pytest

from onrecord.extract import extract
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from tests.extract.reading import reader


def read(text: str) -> Reading:
    return extract(Report("r-1", "note.txt", text), reader()(text), reader="test")


def sources(text: str) -> list[str | None]:
    found = read(text)
    return [None if one.source is None else found.voices[one.source].name for one in found.statements]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The grid operator in Halmora said power was back.", "grid operator"),
        ("Officials in Halmora said nine people were hurt.", "Officials"),
    ],
)
def test_who_speaks_in_a_town_is_not_the_town(text: str, source: str) -> None:
    assert sources(text) == [source]


@pytest.mark.parametrize(
    "text", ["The letter to Ivo Tal said the dam was safe.", "A leaflet in Halmora said the war was over."]
)
def test_to_whom_and_where_a_letter_is_does_not_make_a_source(text: str) -> None:
    assert set(sources(text)) <= {None}


@pytest.mark.parametrize(
    "told",
    [
        "Halmora, the capital of Orlavia, was quiet on Monday.",
        "Halmora is the capital of Orlavia.",
        "The Orlavian capital, Halmora, was quiet. Orlavia has one port.",
        "Halmora, the Orlavian capital, was quiet. Orlavia has one port.",
        "Orlavia's capital, Halmora, was quiet. Orlavia's president was away.",
        "Halmora, Orlavia's capital, was quiet. Orlavia's president was away.",
    ],
)
def test_a_capital_that_a_report_introduces_speaks_for_its_state(told: str) -> None:
    found = read(f"{told} Halmora rejected the plan on Tuesday and said it would close the border.")
    assert {found.voices[one.source or 0].party for one in found.statements} == {"Orlavia"}


def test_a_capital_of_two_words_speaks_for_its_state() -> None:
    found = read("Port Halm, the capital of Orlavia, was quiet on Monday. Port Halm rejected the plan on Tuesday.")
    assert [found.voices[one.source or 0].party for one in found.statements] == ["Orlavia"]


@pytest.mark.parametrize(
    "told", ["Halmora, the capital of Dornish province, was quiet.", "Halmora is the financial capital of Orlavia."]
)
def test_a_province_and_banks_have_capitals_that_speak_for_no_state(told: str) -> None:
    found = read(f"{told} Halmora rejected the plan on Tuesday.")
    assert not {"Dornish", "Orlavia"} & {found.voices[one.source or 0].party for one in found.statements}


@pytest.mark.parametrize("after", ["", " The Democratic Republic of the Congo said its troops had left."])
def test_a_ministry_of_a_state_with_a_long_name_is_not_the_state(after: str) -> None:
    found = read(f"The Foreign Ministry of the Democratic Republic of the Congo said it was ready on Monday.{after}")
    first = found.voices[found.statements[0].source or 0]
    assert (first.kind, first.party) == ("office", "Democratic Republic of the Congo")


def test_the_president_of_a_republic_of_a_long_name_is_its_president() -> None:
    found = read("The president of the Democratic Republic of Sorn, Mara Vint, said no. Sorn's army was ready.")
    assert [voice.party for voice in found.voices if voice.name == "Mara Vint"] == ["Sorn"]


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("In an interview with CNN, Ivo Tal said the road was shut.", "CNN"),
        ("Speaking to the Sorn Gazette on Monday, Ivo Tal said it was late.", "Sorn Gazette"),
        ("In a phone call with Mara Vint, Ivo Tal said it was late.", "Mara Vint"),
        ("Speaking of Mara Vint, Ivo Tal said it was late.", None),
    ],
)
def test_who_is_spoken_to_hears_it(text: str, hearer: str | None) -> None:
    found = read(text)
    heard = {one.addressee for one in found.statements if one.source is not None}
    assert {None if one is None else found.voices[one].name for one in heard} == {hearer}


def test_a_surname_of_two_is_whose_post_is_told_rather_than_the_brothers() -> None:
    text = (
        "Orlavian President Mara Vint met her brother, Oskar Vint, in Dorn. Oskar Vint said he was glad. "
        "Vint said the dam was safe."
    )
    assert sources(text)[-1] == "Mara Vint"
