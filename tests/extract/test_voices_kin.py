"""Who belongs to somebody is not that somebody: families, lawyers and captors speak for themselves."""

import pytest

from onrecord.extract.voices.roles import roles
from tests.extract.reading import stated


def _sources(text: str) -> list[str]:
    voices, statements = stated(text)
    return [voices.found[one.source].name for one in statements if one.source is not None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ivo Tal was held for ten days. His family said he was well.", "His family"),
        ("Ivo Tal went home. His barber said he had been kind.", "His barber"),
        ("Ivo Tal was held for days. Tal's purported captor said he was alive.", "Tal's purported captor"),
        ("Mara Vint left. Vint's lawyers denied that she was ill.", "Vint's lawyers"),
        ("Ivo Tal is ahead. Ivo Tal's campaign said he would win.", "Ivo Tal's campaign"),
        ("Mara Vint was in Halmora. Vint's statement said the road was open.", "Mara Vint"),
    ],
)
def test_who_speaks_is_the_one_named_and_not_the_one_it_belongs_to(text: str, source: str) -> None:
    assert _sources(text) == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A fisherman said the road was closed.", "fisherman"),
        ("Shepherds said the bridge was gone.", "Shepherds"),
        ("Women in Halmora said they had seen smoke.", "Women"),
    ],
)
def test_people_of_any_calling_are_sources(text: str, source: str) -> None:
    assert _sources(text) == [source]


@pytest.mark.parametrize("word", ["fishermen", "policewomen", "witnesses", "eyewitnesses", "activists", "attorneys"])
def test_many_of_a_calling_are_a_group(word: str) -> None:
    assert roles().kind(word) == "group"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Palace was silent. In what it says are defensive moves, Orlavia has built up its forces.", "Orlavia"),
        ("Mara Vint spoke. In what he called a gesture of good will, Ivo Tal freed ten prisoners.", "Ivo Tal"),
    ],
)
def test_who_calls_it_so_before_he_is_named_is_the_subject_to_come(text: str, source: str) -> None:
    assert _sources(text) == [source]


def test_both_countries_are_those_named_in_the_same_sentence() -> None:
    text = (
        "Orlavia quarrels with Brenland. Orlavia said it would not yield. "
        "A French visit and a stop in Spain come as both countries said they were alarmed."
    )
    voices, _ = stated(text)
    at = text.index("both countries")
    assert {voices.found[one].name for one in voices.every(at, at + len("both countries"))} == {"France", "Spain"}


def test_a_surname_of_two_is_the_one_last_spoken_of_by_himself() -> None:
    text = (
        "Orlavian President Mara Vint and Kestrian leader Tem Jor Sul met in June. Kestria's chief negotiator, Tem Bol "
        "Gar, said the talks were late because of “their old views”. “The talks have failed,” Tem said."
    )
    assert _sources(text)[-1] == "Tem Bol Gar"


def test_the_leader_is_who_was_called_so_and_not_who_spoke_last() -> None:
    text = (
        "Orlavian President Mara Vint and Orlavian opposition leader Ivo Tal met in June. The Orlavian negotiator "
        "Bren Sol said the talks had failed. Sol said he was tired. He said so again. "
        "The opposition leader said he agreed."
    )
    assert _sources(text)[-1] == "Ivo Tal"


def test_a_source_is_called_by_what_it_is_familiar_with() -> None:
    assert _sources("The talks are late, one source familiar with the company's stance said.") == [
        "source familiar with the company's stance"
    ]


def test_who_says_it_calls_himself_by_no_name_there() -> None:
    text = "Jor Nadler said Mr. Muller was a witness. Only Mr. Muller, he said, could tell the people the truth."
    assert _sources(text) == ["Jor Nadler", "Jor Nadler"]


def test_a_quoted_her_tells_nothing_of_who_is_a_woman() -> None:
    text = (
        "Orlavia's premier Ivo Obar announced a new law. “It is a threat to Orlavia and her allies,” Chris Murf said. "
        "Murf said it was late. Speaking in Brenport on Friday, Obar refused to explain it. "
        "He praised a decision by Kestria."
    )
    assert _sources(text)[-1] == "Ivo Obar"


def test_a_name_with_its_place_is_whoever_is_told_behind_the_comma() -> None:
    text = "Jor Nadler of New Brenport, the chairman of the House Judiciary Committee, said it was late."
    voices, _ = stated(text)
    assert [voice.name for voice in voices.found if voice.kind == "person"] == ["Jor Nadler"]


def test_a_group_told_by_its_names_is_these() -> None:
    assert sorted(_sources("Dorrin's parents, Ed Dorrin and Paula Dorrin, said that they were glad.")) == [
        "Ed Dorrin",
        "Paula Dorrin",
    ]


def test_a_columnist_is_nobodys_leader() -> None:
    text = "The Orlavian columnist Mara Vint said it was late. She laughed. The Orlavian leader said that he was glad."
    assert "Mara Vint" not in _sources(text)[1:]


def test_companies_of_a_state_are_not_that_state() -> None:
    text = "Among the Orlavian companies that have asked to testify at the hearings are Best Mart and Tarn Oil."
    assert "Orlavia" not in _sources(text)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Regional allies Norway and Sweden, as well as Kestria's main ally, China, urged both sides to talk.",
            {"Norway", "Sweden", "China"},
        ),
        ("Mara Vint and Orlavia's envoy, Ivo Tal, said it was late.", {"Mara Vint", "Ivo Tal"}),
    ],
)
def test_a_list_of_sources_goes_on_behind_an_office_and_whose_it_is(text: str, sources: set[str]) -> None:
    assert set(_sources(text)) == sources


def test_couriers_for_a_bank_are_not_the_bank() -> None:
    voices, statements = stated("Couriers for the Kestrian National Bank said they had carried money.")
    assert [voices.found[one.source].name for one in statements if one.source is not None] == ["Couriers"]


def test_two_offices_that_are_only_described_are_two() -> None:
    text = (
        "The Orlavian foreign minister denied it. The prime minister said she would stay. "
        "The Selmarkian foreign minister said nothing was lost. The foreign minister said he was sorry."
    )
    first, second, third, _ = _sources(text)
    assert (first, second, third) == ("Orlavian foreign minister", "prime minister", "Selmarkian foreign minister")
