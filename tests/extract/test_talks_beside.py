"""Words for talks that tell of no talk, or not of when it is: topics, attitudes, speeches, places."""

import pytest

from tests.extract.reading import told


@pytest.mark.parametrize(
    "text",
    [
        "Kestria's council signaled a lack of interest in resuming trade talks with Orlavia.",
        "President Mara Vint said she remains confident in negotiations with Joren Tal.",
        "Orlavia can take its time in negotiating with Kestria.",
        "“Hope is still alive for French-German dialogue,” Mara Vint said.",
        "A spokesman for Kestria declined to answer questions on the talks between Orlavia and Kestria.",
        "Speaking to the General Assembly shortly after Mara Vint, Joren Tal said countries should back the truce.",
        "Kestrian Minister Joren Tal condemned Orlavian President Mara Vint, calling her a danger to the valley.",
        "The matter would likely be raised only when Mara Vint and Joren Tal meet.",
        "Mara Vint complained about the costs and did so again after the Paris summit.",
        "Representative Joren Tal was late for a Capitol Hill meeting.",
    ],
)
def test_topics_attitudes_speeches_and_places_are_no_talks(text: str) -> None:
    assert told(text).talks == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The matter will be raised when Mara Vint and Joren Tal meet.", "planned"),
        ("Orlavia suspended its drills before and after the summit between Mara Vint and Joren Tal.", "held"),
    ],
)
def test_when_and_after_say_whether_they_have_met(text: str, status: str) -> None:
    assert [talk.status for talk in told(text).talks] == [status]


def test_a_seat_of_power_is_where_a_meeting_took_place() -> None:
    found = told("President Mara Vint held a White House meeting with Joren Tal.")
    assert [found.names(talk.parties) for talk in found.talks] == [{"Mara Vint", "Joren Tal"}]


def test_who_were_meeting_last_week_have_met() -> None:
    assert [talk.status for talk in told("Orlavia and Kestria were meeting in Brenport last week.").talks] == ["held"]


def test_our_talks_go_on_between_the_speaker_and_them() -> None:
    found = told('"Our talks with Kestria go on," President Mara Vint of Orlavia said.')
    assert [(found.names(talk.parties), talk.status) for talk in found.talks] == [
        ({"Mara Vint", "Kestria"}, "under way")
    ]


@pytest.mark.parametrize(
    ("text", "names", "status"),
    [
        (
            "Orlavian representatives met the separatists on Friday.",
            {"Orlavian representatives", "separatists"},
            "held",
        ),
        ("French Foreign Minister Mara Vint flew to Russia to discuss the truce.", {"Mara Vint", "Russia"}, "held"),
        ("President Mara Vint plans to visit China soon to start talks on a dam.", {"Mara Vint", "China"}, "planned"),
    ],
)
def test_groups_that_are_met_and_hosts_of_envoys_take_part(text: str, names: set[str], status: str) -> None:
    found = told(text)
    assert [(found.names(talk.parties), talk.status) for talk in found.talks] == [(names, status)]


def test_who_speaks_after_a_meeting_has_had_only_that() -> None:
    found = told("Mara Vint speaks to reporters after a meeting with Joren Tal.")
    assert [talk.format for talk in found.talks] == ["meeting"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Joren Tal meets Mara Vint on Thursday.", "planned"),
        ("The call came after conversations with Mara Vint and Joren Tal.", "held"),
        ("Calls for talks between Mara Vint and Joren Tal grew.", "proposed"),
    ],
)
def test_how_the_words_beside_it_say_a_talk_stands(text: str, status: str) -> None:
    assert [talk.status for talk in told(text).talks] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "“I think it is very important that they meet,” Mara Vint said of Joren Tal and Sera Lind.",
        "Kestria's minister is not expected to attend this week's UN meetings.",
    ],
)
def test_wishes_and_the_body_that_hosts_make_no_talk(text: str) -> None:
    assert told(text).talks == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("France and Germany are in talks over a prisoner exchange.", "under way"),
        ("Germany accepted France's invitation to peace talks in Geneva.", "planned"),
    ],
)
def test_two_states_in_talks_and_an_accepted_invitation(text: str, status: str) -> None:
    found = told(text)
    assert [(found.names(talk.parties), talk.status) for talk in found.talks] == [({"France", "Germany"}, status)]
