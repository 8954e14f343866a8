"""Offices that a verb tells of: who is, becomes, is made, and is no longer what."""

import pytest

from onrecord.extract import extract
from onrecord.model.reading import Voice
from onrecord.model.report import Report
from tests.extract.reading import reader


def person(text: str, name: str) -> Voice:
    """The voice of that name."""
    found = extract(Report("r-1", "note.txt", text), reader()(text), reader="test")
    (voice,) = [voice for voice in found.voices if voice.name == name]
    return voice


@pytest.mark.parametrize(
    ("text", "office", "party"),
    [
        ("Mara Vint is the Orlavian interior minister. Vint said it was so.", "interior minister", "Orlavia"),
        ("Mara Vint has been Orlavia's foreign minister since 2029, she said.", "foreign minister", "Orlavia"),
        ("Mara Vint became prime minister of Orlavia in May. Vint said it was hard.", "prime minister", "Orlavia"),
        ("Mara Vint was appointed foreign minister of Orlavia on Monday.", "foreign minister", "Orlavia"),
        ("Mara Vint, who was sworn in as president of Orlavia last week, said no.", "president", "Orlavia"),
        ("Mara Vint resigned as Orlavia's defence minister on Sunday.", "defence minister", "Orlavia"),
        ("Mara Vint was dismissed as Orlavian army chief on Sunday.", "army chief", "Orlavia"),
        ("President Holt named Mara Vint as Orlavia's foreign minister.", "foreign minister", "Orlavia"),
        ("Orlavia's parliament elected Mara Vint prime minister on Monday.", "prime minister", None),
        ("Mara Vint, who heads the Orlavian interior ministry, said the gates were shut.", "head", "Orlavia"),
    ],
)
def test_an_office_told_by_a_verb_is_its_holders(text: str, office: str, party: str | None) -> None:
    voice = person(text, "Mara Vint")
    assert office in voice.offices
    assert voice.party == party


@pytest.mark.parametrize(
    "text",
    [
        "Mara Vint is not the Orlavian interior minister, she said.",
        "Mara Vint said she would become prime minister of Orlavia in May.",
        "Mara Vint may be appointed foreign minister of Orlavia. Vint said no.",
        "Mara Vint refused to serve as Orlavia's defence minister.",
        "Mara Vint met the Orlavian interior minister in Dorn.",
        "Mara Vint, who ran the marathon in Orlavia, said it was hot.",
    ],
)
def test_what_somebody_is_not_or_only_may_become_is_no_office(text: str) -> None:
    assert person(text, "Mara Vint").offices == ()
