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


def test_the_president_of_a_release_is_of_the_state_whose_release_it_is() -> None:
    text = (
        "Head of the Office of the President Joren Tal met with the Advisor to the President of the United States Jacob"
        " Lind. The Advisor to the President of the United States was informed about the border. Joren Tal said so. The"
        " Head of the Office of the President expressed confidence in the charter."
    )
    parties = {}
    for outlet in ("President of Orlavia", "Harbour Post"):
        page = Page(Report("r-test", "test", text, outlet=outlet), reader()(text))
        parties[outlet] = {voice.name: voice.party for voice in find_voices(page).found}["Joren Tal"]
    assert parties["President of Orlavia"] == "Orlavia"
    assert parties["Harbour Post"] != "Orlavia"


def test_the_president_of_another_state_keeps_it_in_a_release() -> None:
    text = "The President of France spoke with Mara Vint. The President of France thanked her."
    page = Page(Report("r-test", "test", text, outlet="President of Orlavia"), reader()(text))
    assert {voice.party for voice in find_voices(page).found if "president" in voice.name.lower()} == {"France"}


def test_who_is_called_behind_a_ministry_and_its_state_speaks_for_that_state() -> None:
    found = told("Minister for Foreign Affairs of Ukraine Mara Vint met with Joren Tal.")
    parties = {voice.name: voice.party for voice in found.voices.found if voice.kind == "person"}
    assert parties["Mara Vint"] == "Ukraine"


@pytest.mark.parametrize(
    "text",
    [
        "Joren Tal met with Head of Presidential Administration Mara Vint and Foreign Minister Sera Gall of Sorn.",
        "Head of the Office of the President Mara Vint and Minister for Trade of Ukraine Sera Gall met with Joren Tal.",
    ],
)
def test_several_with_long_titles_are_all_there(text: str) -> None:
    (talk,) = (found := told(text)).talks
    assert found.names(talk.parties) == {"Joren Tal", "Mara Vint", "Sera Gall"}


def test_a_president_called_by_surname_in_a_list_is_another_than_the_one_before() -> None:
    found = told("She spoke with President Gall, Lind, Rask, Mrs. von der Voss, President of the United States Tal.")
    parties = {voice.name: voice.party for voice in found.voices.found if voice.kind == "person"}
    assert (parties["von der Voss"], parties["Tal"]) == (None, "United States")


def test_whose_president_somebody_is_may_still_follow_the_name() -> None:
    found = told("She spoke with Mara Vint, President of the United States.")
    parties = {voice.name: voice.party for voice in found.voices.found if voice.kind == "person"}
    assert parties["Mara Vint"] == "United States"
