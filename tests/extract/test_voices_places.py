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
