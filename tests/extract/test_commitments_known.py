"""Commitments told by a step that somebody makes known: ruled out, decided, decreed, ordered, due on a day."""

import pytest

from tests.extract.reading import Told, told


def _bound(found: Told) -> list[tuple[set[str], str]]:
    return [(found.names(one.by), one.action.exact) for one in found.commitments]


@pytest.mark.parametrize(
    ("text", "who", "action"),
    [
        (
            "Orlavia has ruled out sending combat forces back into Selmark.",
            "Orlavia",
            "ruled out sending combat forces back into Selmark",
        ),
        (
            "Orlavia kept its troops there, ruling out any early end to sanctions on Kestria.",
            "Orlavia",
            "ruling out any early end to sanctions on Kestria",
        ),
        ("Orlavia announced a truce on Friday.", "Orlavia", "a truce"),
        ("Mara Vint announced her resignation on Monday.", "Mara Vint", "her resignation"),
        ("Orlavia announced its withdrawal from the river treaty.", "Orlavia", "its withdrawal from the river treaty"),
        ("Mara Vint announced a decision to close the embassy.", "Mara Vint", "close the embassy"),
        (
            "Mara Vint's decision this week to withdraw all troops from Selmark surprised Kestria.",
            "Mara Vint",
            "withdraw all troops from Selmark",
        ),
        (
            "Mara Vint's decision to send 50 soldiers to Selmark is a political statement.",
            "Mara Vint",
            "send 50 soldiers to Selmark",
        ),
        (
            "Mara Vint signed a decree banning imports from Kestria.",
            "Mara Vint",
            "banning imports from Kestria",
        ),
        ("Mara Vint ordered her troops to withdraw from Selmark.", "Mara Vint", "withdraw from Selmark"),
        ("Joren Tal is due to step down on June 3.", "Joren Tal", "step down on June 3"),
        ("On Tuesday night, Mrs. Vint will address the nation.", "Vint", "address the nation"),
        ("Orlavia said it was suspending all flights to Kestria.", "Orlavia", "suspending all flights to Kestria"),
        (
            "Orlavia is to send 400 soldiers to Kestria, Orlavian Defence Minister Mara Vint has announced.",
            "Orlavia",
            "send 400 soldiers to Kestria",
        ),
        (
            "Orlavian forces will end their combat role in Selmark in 2032.",
            "Orlavia",
            "end their combat role in Selmark in 2032",
        ),
    ],
)
def test_a_step_made_known_binds_whoever_takes_it(text: str, who: str, action: str) -> None:
    assert ({who}, action) in _bound(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Orlavia has not ruled out sending troops to Kestria.",
        "Police ruled out an attack as the cause.",
        "Mara Vint ruled out Kestria joining the alliance.",
        "Mara Vint defended her decision to invade Kestria in 2003.",
        "Mara Vint announced Joren Tal's resignation.",
        "Mara Vint's decision to send soldiers to Selmark had divided Orlavia in 2003.",
        "I do agree on sanctions, President Mara Vint told reporters.",
        "Orlavian officials projected that the cuts would send the economy back into recession.",
        "Orlavian officials would not disclose when the plane had landed.",
        "Analysts say that Orlavia will discover soon enough that 50 soldiers are too few.",
        "A court ordered the government to release the prisoners.",
        "Mara Vint ordered Kestrian troops to leave Selmark.",
        "Mara Vint signed a decree naming Joren Tal minister of finance.",
    ],
)
def test_what_binds_nobody_by_such_words(text: str) -> None:
    assert _bound(told(text)) == []


def test_what_two_agree_that_others_should_do_binds_neither() -> None:
    found = told(
        "Orlavian President Mara Vint and Kestrian Prime Minister Joren Tal agreed that all parties in Selmark should "
        "support the elected government."
    )
    assert _bound(found) == []


def test_what_befalls_a_state_is_no_deed_of_its_own() -> None:
    found = told("Orlavian President Mara Vint said Orlavia would be joined by a broad coalition of partners.")
    assert _bound(found) == []


def test_a_newspaper_is_not_bound_by_a_promise_that_it_writes_of() -> None:
    found = told("The Harbour Post reports that many are sceptical of its promises to oust the rebels.")
    assert _bound(found) == []


def test_earlier_offers_that_were_refused_do_not_refuse_the_truce_announced_since() -> None:
    found = told("Orlavia announced a truce from Friday. Orlavia had refused earlier offers of a truce by Kestria.")
    assert [(one.action.exact, one.status) for one in found.commitments] == [("a truce", "pledged")]
