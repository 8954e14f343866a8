"""Each name of the vocabulary, read in one sentence of ours, is the voice that the vocabulary says it is.

No parse is asked for: the names are found by their letters alone.
"""

from collections.abc import Iterator
from typing import cast

import pytest

from onrecord.extract.voices.find import find_voices
from onrecord.model.kinds import load
from tests.extract.test_figures import blank, figures

Row = dict[str, str | list[str]]


def rows(kind: str, name: str) -> list[Row]:
    return cast("list[Row]", load(kind)[name])


def named(kind: str, name: str, *fields: str) -> Iterator[tuple[str, str]]:
    """Every form under these fields, with the name that the ledger has for it."""
    for row in rows(kind, name):
        for field in fields:
            found = row.get(field, [])
            yield from ((form, str(row["name"])) for form in ([found] if isinstance(found, str) else found))


def told(form: str, sentence: str) -> set[str | None]:
    """The names and parties of the voices of a sentence with this form in it."""
    return {told for voice in find_voices(blank(sentence.format(form))).found for told in (voice.name, voice.party)}


def wrong(forms: Iterator[tuple[str, str]], sentence: str) -> list[str]:
    return [form for form, name in forms if name not in told(form, sentence)]


def test_each_seat_of_power_speaks_for_its_state() -> None:
    seats = [(form, row) for row in rows("seats", "seats") for form in (row["name"], *row.get("also", []))]
    sentence = "The {} said that the road was open."
    assert [form for form, row in seats if not {row["name"], row["state"]} <= told(str(form), sentence)] == []


def test_each_organisation_is_known_by_all_its_names_and_speaks_for_its_party() -> None:
    sentence = "The {} said that the road was open."
    assert wrong(named("organisations", "organisations", "name", "also"), sentence) == []
    owned = [row for row in rows("organisations", "organisations") if row.get("party")]
    assert [row["name"] for row in owned if row["party"] not in told(str(row["name"]), sentence)] == []


def test_each_outlet_is_known_by_all_its_names() -> None:
    assert wrong(named("organisations", "outlets", "name", "also"), "The road was open, {} reported.") == []


def test_each_bloc_is_known_by_its_adjective() -> None:
    assert wrong(named("organisations", "blocs", "adjective"), "The {} envoys said that the road was open.") == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (("name", "also"), "{} said that the road was open."),
        (("adjective",), "The {} government said that the road was open."),
    ],
)
def test_each_state_is_known_by_its_names_and_adjectives(fields: tuple[str, ...], sentence: str) -> None:
    assert wrong(named("states", "states", *fields), sentence) == []


def test_each_capital_speaks_for_its_state_but_those_that_are_the_city_of_a_state_of_their_name() -> None:
    capitals = ((form, name) for form, name in named("states", "states", "capital") if form != f"{name} City")
    assert wrong(capitals, "{} said that the road was open.") == []


def test_each_people_is_counted_as_people() -> None:
    adjectives = {
        form for form, _ in named("states", "states", "adjective")
    }  # "the Dutch": as "161 Dutch" tells nobody
    uncounted = [form for form, _ in named("states", "states", "people") if "people" not in units(form)]
    assert [form for form in uncounted if form not in adjectives] == []


def units(people: str) -> set[str]:
    return {figure.unit for figure in figures(f"The ferry took 161 {people} home.")}


def test_each_agency_that_no_other_name_hides_is_a_voice() -> None:
    agencies = cast("dict[str, list[str]]", load("agencies")["agencies"])
    forms = [form for name, also in agencies.items() for form in (name, *also) if " " in form]
    kinds = {
        form: {voice.kind for voice in find_voices(blank(f"The road was open, {form} reported.")).found}
        for form in forms
    }
    assert [form for form in forms if "agency" not in kinds[form]] == []
