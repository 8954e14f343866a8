"""Talks whose sides a sentence leaves out, and meetings of a body of states."""

from datetime import date

import pytest

from onrecord.model.period import Published
from tests.extract.reading import told

PAIR = "Talks between Orlavia and Kestria on the locks began in Brenport in March. "


def sides(text: str) -> list[tuple[set[str], str]]:
    found = told(text)
    return [(found.names(talk.parties), talk.status) for talk in found.talks]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Long talks in Tessin ended on Saturday without a deal.", "held"),
        ("Negotiations on the locks will continue in Tessin next week.", "planned"),
        ("Officials met again after a second round of talks in Tessin last week.", "held"),
    ],
)
def test_talks_without_sides_are_those_of_the_only_two_who_talk_in_the_report(text: str, status: str) -> None:
    found = sides(PAIR + text)
    assert ({"Orlavia", "Kestria"}, status) in found
    assert len({frozenset(names) for names, _ in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Orlavia and Samoria on grain began in April. Long talks in Tessin ended on Saturday.",
        "She said a deal could lead to talks.",
        "Experts asked where negotiations on the locks may end.",
    ],
)
def test_talks_without_sides_stay_nobody_s_where_two_pairs_talk_or_nothing_is_told_of_them(text: str) -> None:
    before = sides(PAIR)
    assert len(sides(PAIR + text)) == len(before) + text.count("between")


def test_talks_with_one_side_are_those_of_who_speaks_of_them_for_another_state() -> None:
    found = sides('Orlavian President Mara Vint said that peace talks with Kestria are "dead" after the shelling.')
    assert found == [({"Mara Vint", "Kestria"}, "cancelled")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thursday's NATO summit in Tessin was short.", {"NATO"}),
        ("Foreign Minister Mara Vint spoke to reporters at a G20 meeting in Tessin on Tuesday.", {"G20"}),
        (
            "The truce came up at the meeting of foreign ministers of the European Union on 11 February.",
            {"European Union"},
        ),
        ("The leaders gathered in Tessin this weekend for the G7 summit.", {"G7"}),
    ],
)
def test_a_meeting_of_a_body_of_states_is_a_talk_of_its_members(text: str, names: set[str]) -> None:
    assert [(found, status) for found, status in sides(text) if status == "held" and found == names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mara Vint and Joren Tal will meet at the G20 summit in Tessin.", {"Mara Vint", "Joren Tal"}),
        ("Mara Vint met Joren Tal on the sidelines of the NATO summit.", {"Mara Vint", "Joren Tal"}),
    ],
)
def test_a_body_s_summit_at_which_two_meet_is_where_they_meet(text: str, names: set[str]) -> None:
    assert [found for found, _ in sides(text)] == [names]


def test_who_is_not_expected_to_attend_has_planned_nothing() -> None:
    assert sides("Mara Vint is not expected to meet Joren Tal this week.") == []


def test_a_group_behind_between_is_a_side_also_where_the_tree_hangs_it_beside_the_other() -> None:
    assert sides("Talks between Orlavia and six world powers resumed in Brenport on Tuesday.") == [
        ({"Orlavia", "world powers"}, "held")
    ]


def test_dozens_of_members_of_a_body_stand_for_it() -> None:
    text = "Orlavian Minister Mara Vint said she would meet dozens of members of the European Parliament on Friday."
    assert sides(text) == [({"Mara Vint", "European Parliament"}, "planned")]


@pytest.mark.parametrize(("year", "statuses"), [(2034, ["held"]), (2030, [])])
def test_a_dated_meeting_that_is_only_described_has_been_held_if_its_day_is_over(
    year: int, statuses: list[str]
) -> None:
    text = "The email describes a Jan. 5, 2031, office meeting between Mara Vint and Joren Tal."
    found = told(text, published=Published(date(year, 5, 1), date(year, 5, 1), "given"))
    assert [talk.status for talk in found.talks] == statuses


@pytest.mark.parametrize(
    "text",
    [
        "President Mara Vint invited Prime Minister Joren Tal to Brenport.",
        "President Mara Vint invited Prime Minister Joren Tal to visit Orlavia.",
    ],
)
def test_who_invites_somebody_proposes_a_meeting(text: str) -> None:
    assert sides(text) == [({"Mara Vint", "Joren Tal"}, "proposed")]


def test_who_invites_somebody_to_speak_to_others_proposes_none() -> None:
    assert sides("Mara Vint invited Prime Minister Joren Tal to address the council.") == []


def test_who_writes_met_today_with_somebody_has_met_them() -> None:
    text = 'Envoy Mara Vint wrote: "A good day. Met today with President Joren Tal in Tessin."'
    assert sides(text) == [({"Mara Vint", "Joren Tal"}, "held")]


def test_talks_that_brought_nothing_have_been_held() -> None:
    assert sides("The talks between Orlavia and Kestria on Monday did not bring a deal.") == [
        ({"Orlavia", "Kestria"}, "held")
    ]


def test_who_calls_off_her_visit_calls_off_no_meeting_of_others() -> None:
    text = "Mara Vint will meet Joren Tal in Brenport on Friday. Samorian Premier Ivo Lind called off the visit."
    assert sides(text) == [({"Mara Vint", "Joren Tal"}, "planned")]


def test_what_comes_ahead_of_a_summit_lends_it_no_day() -> None:
    text = "Orlavia will open the locks on May 23 ahead of President Mara Vint's summit with Joren Tal."
    (talk,) = told(text).talks
    assert (talk.status, talk.when) == ("planned", None)


def test_who_declines_to_say_whether_they_met_tells_of_no_talk() -> None:
    assert sides("Ivo Lind declined to say if Mara Vint had met with Joren Tal.") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("President Mara Vint spoke at a news conference with Kestrian Premier Joren Tal on Wednesday.", 1),
        ("President Mara Vint spoke at a news conference with reporters on Wednesday.", 0),
    ],
)
def test_a_news_conference_with_another_person_is_a_joint_one(text: str, count: int) -> None:
    assert [talk.format for talk in told(text).talks] == ["joint news conference"] * count


def test_what_is_under_way_when_somebody_says_so_is_of_the_day_of_saying() -> None:
    (talk,) = told("Mara Vint said on Friday that Orlavia and Kestria are having good talks.").talks
    assert talk.status == "under way"
    assert talk.when is not None
    assert talk.when.span.exact.endswith("Friday")


def test_who_says_something_after_a_meeting_with_somebody_took_part_in_it() -> None:
    text = "President Mara Vint said after a meeting with Premier Joren Tal that the bridge would open."
    assert sides(text) == [({"Mara Vint", "Joren Tal"}, "held")]


def test_whom_she_met_before_a_summit_with_another_is_no_side_of_that_summit() -> None:
    found = sides("Mara Vint was on a trip to meet with Joren Tal in preparation for the summit with Ivo Lind.")
    assert all(names != {"Mara Vint", "Joren Tal", "Ivo Lind"} for names, _ in found)
    assert ({"Mara Vint", "Ivo Lind"}, "planned") in found
