"""Commitments told by a deal's terms, by a step announced or under way, and what only looks like one."""

import pytest

from tests.extract.reading import told


@pytest.mark.parametrize(
    ("text", "by", "action"),
    [
        (
            "Kestria and Orlavia reached the framework of an agreement in which Orlavia would reduce tariffs.",
            {"Orlavia"},
            "reduce tariffs",
        ),
        (
            "Under the deal, Kestria would open the locks within ten days.",
            {"Kestria"},
            "open the locks within ten days",
        ),
        (
            "President Mara Vint announced the immediate withdrawal of troops from Kestria.",
            {"Mara Vint"},
            "the immediate withdrawal of troops from Kestria",
        ),
        ("“We are bringing our troops home,” President Mara Vint said.", {"Mara Vint"}, "bringing our troops home"),
        ("Mara Vint said Orlavia is open to cuts in its tariffs.", {"Orlavia"}, "cuts in its tariffs"),
    ],
)
def test_a_deals_terms_and_a_step_under_way_bind(text: str, by: set[str], action: str) -> None:
    found = told(text)
    (commitment,) = found.commitments
    assert (found.names(commitment.by), commitment.action.exact) == (by, action)


@pytest.mark.parametrize(
    "text",
    [
        "The bombers will also conduct flights along Kestrian borders, Orlavian Defence Minister Joren Tal said.",
        "Army spokesman Joren Tal said a contingent of about 600 troops will head to Kestria over the next month.",
    ],
)
def test_what_the_speakers_forces_will_do_binds_the_speaker(text: str) -> None:
    found = told(text)
    assert [found.names(commitment.by) for commitment in found.commitments] == [{"Joren Tal"}]


def test_a_truce_binds_those_by_whom_it_was_signed() -> None:
    found = told("The raid broke a cease-fire agreement signed in Brenport by Mara Vint and Joren Tal.")
    assert [found.names(commitment.by) for commitment in found.commitments] == [{"Mara Vint", "Joren Tal"}]


@pytest.mark.parametrize(
    "text",
    [
        "Under a proposed deal, Kestria would open the locks within ten days.",
        "Under the deal, Kestria would receive forty million crowns.",
        "Any agreement under which Orlavia would reduce tariffs must be signed.",
        "“We are sending a message,” President Mara Vint said.",
        "Mara Vint announced a deal that she said would prevent Kestria from closing the locks.",
        "Mara Vint praised the strongest rules in history, which she said will level the field in trade.",
        "Orlavian press secretary Joren Tal said providing arms would only escalate the dispute.",
        "Mara Vint said Kestria worked with every nation that is willing to do its part.",
        "Kestria makes good on its commitments to whatever deal is reached.",
        "“That is a decision that we think Chairman Tal is prepared to make,” Foreign Minister Mara Vint said.",
    ],
)
def test_drafts_effects_and_what_others_are_thought_to_do_bind_nobody(text: str) -> None:
    assert told(text).commitments == ()


def test_what_over_forty_nations_offered_is_not_the_tellers_offer() -> None:
    found = told("President Mara Vint said over 40 nations have offered to join the league.")
    assert all("Mara Vint" not in found.names(commitment.by) for commitment in found.commitments)


def test_consultations_told_once_are_one_commitment() -> None:
    assert (
        len(
            told(
                "Orlavian President Mara Vint said Orlavia would consult Kestria on ways to resume projects."
            ).commitments
        )
        == 1
    )


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("“We're going to raise every issue,” Mara Vint said.", {"Mara Vint"}),
        ("On Tuesday, opposition lawmakers declared that they would stop a departure.", {"opposition lawmakers"}),
        ("The vote is a challenge to Joren Tal and his promise to complete the dam.", {"Joren Tal"}),
        ("On Friday, Orlavia will open the locks.", {"Orlavia"}),
        ("Orlavia will open the locks on Sept. 3.", {"Orlavia"}),
        ("Foreign Minister Joren Tal said that the administration would sign the treaty.", {"Joren Tal"}),
    ],
)
def test_who_is_bound_by_what_is_going_to_be_done(text: str, by: set[str]) -> None:
    found = told(text)
    assert [found.names(commitment.by) for commitment in found.commitments] == [by]


@pytest.mark.parametrize(
    "text",
    [
        "“We're not going to raise every issue,” Mara Vint said.",
        "“They are going to raise every issue,” Mara Vint said.",
        "“Sera Lind will become our new minister. She will lead the work,” Mara Vint wrote.",
    ],
)
def test_what_another_is_going_to_do_does_not_bind_the_speaker(text: str) -> None:
    assert told(text).commitments == ()


def test_until_a_day_is_how_long_and_no_condition() -> None:
    (commitment,) = told("Kestria was scheduled to close the locks until Oct. 9.").commitments
    assert commitment.condition is None


@pytest.mark.parametrize("day", ["Sunday", "14 April", "the end of May", "noon"])
def test_by_a_day_is_no_doer_of_what_is_to_be_done(day: str) -> None:
    found = told(f"Orlavian Minister Mara Vint said that two gates would be opened by {day}.")
    assert [found.names(commitment.by) for commitment in found.commitments] == [{"Mara Vint"}]


def test_by_somebody_is() -> None:
    assert told("Orlavian Minister Mara Vint said that two gates would be opened by engineers.").commitments == ()


def test_a_minister_of_no_named_state_speaks_for_the_state_of_which_she_tells() -> None:
    found = told("Kestria will close the pass to lorries on Friday week, Foreign Minister Mara Vint said.")
    assert [found.names(commitment.by) for commitment in found.commitments] == [{"Kestria"}]


def test_an_analyst_does_not() -> None:
    assert told("Kestria will close the pass to lorries, analyst Mara Vint said.").commitments == ()


def test_who_confirms_what_is_to_be_done_has_answered_it() -> None:
    found = told("Foreign Minister Mara Vint confirmed that two gates would be opened by 29 March.")
    (commitment,) = found.commitments
    answers = [(found.names(response.by), response.stance) for response in commitment.responses]
    assert (commitment.status, answers) == ("confirmed", [({"Mara Vint"}, "confirm")])


@pytest.mark.parametrize("when", ["about a week ago", "two days ago", "last month"])
def test_what_lies_back_is_no_day_on_which_a_promise_is_due(when: str) -> None:
    (commitment,) = told(f"Orlavia pledged to open the locks {when}.").commitments
    assert commitment.due is None


@pytest.mark.parametrize(
    "text",
    [
        "Early on Monday, Mara Vint spoke of the dam ahead of a summit with Joren Tal.",
        "“Hopefully, in the coming days, we will open the locks,” Mara Vint said.",
        "“It will take some time to set it up,” said Joren Tal, a former official.",
        "“It depends on what Orlavia is willing to do,” the Orlavian official said.",
    ],
)
def test_what_is_told_beside_a_summit_hoped_for_or_open_binds_nobody(text: str) -> None:
    assert told(text).commitments == ()


@pytest.mark.parametrize(
    ("text", "by", "action"),
    [
        ("Under the agreement, France must withdraw its troops within 30 days.", {"France"}, "withdraw its troops"),
        ("France threatened Germany with sanctions.", {"France"}, "sanctions"),
        ("President Mara Vint ordered the withdrawal of 200 troops.", {"Mara Vint"}, "the withdrawal of 200 troops"),
        (
            "French Minister Mara Vint said 3,000 soldiers would be brought home by June.",
            {"Mara Vint"},
            "3,000 soldiers",
        ),
    ],
)
def test_duties_of_a_deal_orders_and_threats_with_a_thing_bind(text: str, by: set[str], action: str) -> None:
    found = told(text)
    (commitment,) = found.commitments
    assert found.names(commitment.by) == by
    assert commitment.action.exact.startswith(action)


def test_who_orders_others_to_do_something_is_not_bound() -> None:
    assert told("President Mara Vint ordered her aides to look into the floods.").commitments == ()


@pytest.mark.parametrize(
    "text",
    [
        'Orlavian Minister Mara Vint said: "On this question, we will not comment."',
        "Asked about the vote, Orlavian Minister Mara Vint said she will not judge it.",
        "Orlavian Minister Mara Vint said Kestria threatens the security of the valley.",
    ],
)
def test_who_will_not_comment_or_is_a_danger_to_something_is_bound_to_nothing(text: str) -> None:
    assert told(text).commitments == ()


def test_a_deed_that_is_vowed_as_a_thing_binds() -> None:
    (commitment,) = told("Orlavian President Mara Vint vowed retaliation for the attack.").commitments
    assert commitment.action.exact.startswith("retaliation")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("France decided to suspend its delivery of ships to Orlavia.", 1),
        ("Mara Vint decided to head home to her village.", 0),
        ("Few know why France decided to suspend its delivery of ships.", 0),
    ],
)
def test_what_a_state_decided_to_do_binds_it_and_what_a_person_decided_does_not(text: str, count: int) -> None:
    assert len(told(text).commitments) == count
