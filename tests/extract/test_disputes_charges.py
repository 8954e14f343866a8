"""Disputes that the writer tells in a word: charges that somebody denies, claims that somebody rejects."""

import pytest

from tests.extract.reading import told


def sides(text: str) -> list[tuple[set[str], set[str]]]:
    found = told(text)
    return [(found.names(one.asserted_by), found.names(one.denied_by)) for one in found.disputes]


@pytest.mark.parametrize(
    ("text", "asserted", "denied"),
    [
        ("Kestria accuses Orlavia of backing the rebels, charges that Orlavia denies.", {"Kestria"}, {"Orlavia"}),
        (
            "Orlavia lies beside Kestria. The attack on the locks was blamed on Orlavia by the Kestrian government. "
            "Orlavia denies involvement.",
            {"Kestria"},
            {"Orlavia"},
        ),
        ("The rebels are accused by Kestria of shelling the port. They deny responsibility.", {"Kestria"}, {"rebels"}),
        (
            "Orlavia is at odds with Kestria over attacks on ships which Kestria blamed on Orlavia. "
            "It denies the accusations.",
            {"Kestria"},
            {"Orlavia"},
        ),
    ],
)
def test_who_denies_a_charge_told_in_the_writer_s_words_is_set_against_who_made_it(
    text: str, asserted: set[str], denied: set[str]
) -> None:
    assert sides(text) == [(asserted, denied)]


@pytest.mark.parametrize(
    "text",
    [
        "Kestria rejected Orlavia's claim that its troops had left.",
        "Kestria has dismissed allegations by Orlavia that its troops crossed the river.",
        "Kestria took issue with Orlavia's account of the shelling.",
        "Kestria pushed back against Orlavia's argument that the locks are too old.",
        "Kestrian officials denied that there was a draft, as Orlavia claimed on Monday.",
    ],
)
def test_whose_claim_it_is_that_somebody_rejects_is_the_other_side(text: str) -> None:
    ((asserted, denied),) = sides(text)
    assert asserted == {"Orlavia"}
    assert denied & {"Kestria", "Kestrian officials"}


@pytest.mark.parametrize(
    "text",
    [
        "Kestria accuses Orlavia of backing the rebels. Samoria denied the accusations.",
        "Kestria accuses Orlavia of shelling the port. Orlavian ships were denied access to the port.",
        "Kestria rejected Orlavia's proposal to close the locks.",
        "Kestria did not deny Orlavia's claim that its troops had left.",
        "Kestria may accuse Orlavia of shelling the port. Orlavia denies responsibility.",
        "Orlavia denied its own earlier claim that its troops had left.",
    ],
)
def test_who_is_not_charged_or_denies_no_charge_disputes_nothing(text: str) -> None:
    assert sides(text) == []


def test_what_was_said_before_and_is_answered_next_is_shown_beside_the_claim() -> None:
    found = told(
        'Orlavian Minister Mara Vint said that the truce "has held everywhere." '
        "Kestria scoffed at Mara Vint's assessment. "
        '"This is a fairy tale," Kestrian Minister Joren Tal said.'
    )
    (dispute,) = found.disputes
    first, *_, last = (span.exact for span in dispute.evidence)
    assert (first, last) == ('that the truce "has held everywhere."', '"This is a fairy tale,"')


def test_an_account_told_as_an_answer_that_says_no_to_the_same_matter_is_set_against_it() -> None:
    found = sides(
        "Orlavian Minister Mara Vint said local farmers would fill the gap left by the ban. "
        "But Kestrian experts said local farmers will find it hard to fill the gap."
    )
    assert found == [({"Mara Vint"}, {"Kestrian experts"})]


@pytest.mark.parametrize(
    "second",
    [
        "But Kestrian experts said local farmers would soon fill the gap.",
        "But Kestrian experts said the bridges will be hard to repair.",
    ],
)
def test_an_answer_that_agrees_or_is_of_another_matter_is_set_against_nothing(second: str) -> None:
    first = "Orlavian Minister Mara Vint said local farmers would fill the gap left by the ban. "
    assert sides(first + second) == []
