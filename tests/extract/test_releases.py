"""Releases of governments: long titles, whoever signs and says "I", the day of a talk, rounds with their sides."""

import pytest

from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.talks.find import find_talks
from onrecord.extract.times.find import find_times
from onrecord.extract.voices.find import find_voices
from onrecord.model.reading import FoundTalk
from onrecord.model.report import Report
from tests.extract.reading import reader, told


def released(text: str, *, title: str, outlet: str = "President of Orlavia") -> list[tuple[set[str], FoundTalk]]:
    """The talks of one release, each with the names of its parties."""
    page = Page(Report("r-test", "test", text, title=title, outlet=outlet), reader()(text))
    voices, times = find_voices(page), find_times(page)
    talks = find_talks(page, voices, find_statements(page, voices, times), times)
    return [({voices.found[one].name for one in talk.parties}, talk) for talk in talks]


@pytest.mark.parametrize(
    "text",
    [
        "National Security Advisor Mara Vint met today with Head of Presidential Administration Joren Tal.",
        "President Mara Vint, Jr. spoke with President Joren Tal of Kestria to underscore her support.",
        "Another phone call took place between Mara Vint and Joren Tal.",
    ],
)
def test_who_is_called_behind_a_long_title_takes_part(text: str) -> None:
    found = told(text)
    assert [found.names(talk.parties) for talk in found.talks] == [{"Mara Vint", "Joren Tal"}]


def test_who_serves_a_president_is_not_the_president() -> None:
    found = told("A spokesman for President Joren Tal met Mara Vint.")
    assert [found.names(talk.parties) for talk in found.talks] == [{"spokesman for President Joren Tal", "Mara Vint"}]


def test_a_president_of_a_state_speaks_for_it() -> None:
    found = told("President of Ukraine Mara Vint met President of the United States Joren Tal.")
    parties = {voice.name: voice.party for voice in found.voices.found if voice.kind == "person"}
    assert parties == {"Mara Vint": "Ukraine", "Joren Tal": "United States"}


def test_two_presidents_in_one_list_are_two() -> None:
    found = told("A call took place between President of Ukraine Mara Vint and President of France Joren Tal.")
    assert [found.names(talk.parties) for talk in found.talks] == [{"Mara Vint", "Joren Tal"}]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The road is open - address by President Mara Vint", "Mara Vint"),
        ("Statement by President Mara Vint on the floods", "Mara Vint"),
        ("The road is open - address by the President of Orlavia", "President of Orlavia"),
    ],
)
def test_i_in_a_signed_release_is_who_signs_it(title: str, name: str) -> None:
    ((parties, _),) = released("I held talks with Kestrian President Joren Tal.", title=title)
    assert parties == {name, "Joren Tal"}


@pytest.mark.parametrize(
    ("title", "outlet"),
    [("The road is open", "President of Orlavia"), ("Statement by President Mara Vint", "Harbour Post")],
)
def test_i_is_nobody_where_nobody_signs_or_a_paper_writes(title: str, outlet: str) -> None:
    assert released("I held talks with Kestrian President Joren Tal.", title=title, outlet=outlet) == []


def test_i_in_a_quotation_stays_its_speaker() -> None:
    text = "“I spoke with President Joren Tal,” Prime Minister Sera Lind said."
    assert all("Mara Vint" not in parties for parties, _ in released(text, title="Address by President Mara Vint"))


def test_what_a_release_opens_with_was_on_its_day_or_the_day_before() -> None:
    text = "President Mara Vint spoke with President Joren Tal of Kestria to underscore her support."
    ((_, talk),) = released(text, title="Readout of a call")
    ((_, news),) = released(text, title="Readout of a call", outlet="Harbour Post")
    assert talk.when is not None
    assert (talk.when.value, news.when) == ("range(day:-1,day:0)", None)


@pytest.mark.parametrize(
    "text",
    [
        "The minister commented on the latest round of French-German talks, which took place on March 29.",
        "She thanked Kestria for its help in hosting another round of talks between France and Germany on March 29.",
    ],
)
def test_a_round_has_the_sides_of_its_talks_and_is_held(text: str) -> None:
    found = told(text)
    assert ({"France", "Germany"}, "held") in [(found.names(talk.parties), talk.status) for talk in found.talks]


def test_a_state_is_known_by_either_apostrophe() -> None:
    for mark in ("'", "’"):
        found = told(f"The People{mark}s Republic of China said it met Orlavian envoys.")
        assert "Taiwan" not in {voice.name for voice in found.voices.found}


@pytest.mark.parametrize("text", ["Our representatives met today in Brenport with colleagues from the United States."])
def test_our_representatives_are_those_of_the_state_whose_release_it_is(text: str) -> None:
    page = Page(Report("r-test", "test", text, outlet="President of Orlavia"), reader()(text))
    voices, times = find_voices(page), find_times(page)
    (talk,) = find_talks(page, voices, find_statements(page, voices, times), times)
    assert {voices.party(one) for one in talk.parties} == {"Orlavia", "United States"}


def test_our_representatives_in_a_paper_or_a_quotation_are_nobody_s_the_page_could_know() -> None:
    text = "“Our representatives met in Brenport with colleagues from the United States,” Mara Vint said."
    for outlet in ("President of Orlavia", "Harbour Post"):
        page = Page(Report("r-test", "test", text, outlet=outlet), reader()(text))
        assert all(voice.party != "Orlavia" for voice in find_voices(page).found)


def test_who_was_spoken_with_after_another_event_is_no_guest_of_that_event() -> None:
    title = "Statement by President Mara Vint"
    ((parties, talk),) = released("Right after the summit, I spoke with President Joren Tal of Kestria.", title=title)
    assert (parties, talk.format, talk.status) == ({"Mara Vint", "Joren Tal"}, "conversation", "held")


def test_a_call_on_a_day_is_no_call_on_somebody_to_do_something() -> None:
    text = "In President Vint's call with President Tal on Tuesday, he again appealed for more grain."
    ((parties, talk),) = released(text, title="The road is open")
    assert (parties, talk.format) == ({"Vint", "Tal"}, "phone")
