"""Disputes without a word of denial: what is called false, contrary to a claim, of oneself, of one thing."""

import pytest

from tests.extract.reading import Told, told


def _sides(found: Told) -> list[tuple[set[str], set[str]]]:
    return [(found.names(one.asserted_by), found.names(one.denied_by)) for one in found.disputes]


TAL = "Kestrian Defence Minister Joren Tal said Orlavian troops showed no will to fight in Selmark. "


@pytest.mark.parametrize(
    "answer",
    [
        "Orlavian Prime Minister Mara Vint said Tal was fed the wrong information.",
        "Orlavian Prime Minister Mara Vint said Tal had been misinformed about the battle.",
        '"That is a lie," Orlavian Prime Minister Mara Vint said.',
        '"He is mistaken," Orlavian Prime Minister Mara Vint said.',
        "Orlavian Prime Minister Mara Vint said Tal's statement was not true.",
    ],
)
def test_who_calls_anothers_words_false_disputes_them(answer: str) -> None:
    assert _sides(told(TAL + answer)) == [({"Joren Tal"}, {"Mara Vint"})]


@pytest.mark.parametrize(
    "answer",
    [
        "Orlavian Prime Minister Mara Vint called the attack a lie against humanity.",
        '"It is not true that the locks are closed," Orlavian Prime Minister Mara Vint said.',
        "Orlavian Prime Minister Mara Vint said the road to Selmark was wrong for tanks.",
    ],
)
def test_other_things_that_are_false_dispute_nothing(answer: str) -> None:
    assert _sides(told(TAL + answer)) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Contrary to what Orlavia says, no deal has been reached, Kestrian Foreign Minister Joren Tal said.",
            ({"Orlavia"}, {"Joren Tal"}),
        ),
        (
            "Kestrian Minister Joren Tal said the council was acting properly despite claims of fraud by Orlavia.",
            ({"Orlavia"}, {"Joren Tal"}),
        ),
        (
            "Kestria's claim that Orlavia sent tanks into Selmark was rejected as false by Orlavian officials.",
            ({"Kestria"}, {"Orlavian officials"}),
        ),
        (
            "Orlavian officials challenged Kestria's assertion that the camp was empty.",
            ({"Kestria"}, {"Orlavian officials"}),
        ),
        (
            "Mara Vint said Joren Tal was wrong to say that the deal was dead.",
            ({"Joren Tal"}, {"Mara Vint"}),
        ),
        (
            "Orlavia says the ship was in its waters; Kestria says it was on the high seas.",
            ({"Orlavia"}, {"Kestria"}),
        ),
        (
            "Supporters say the change will bring stability, while opponents have said that it is a step back.",
            ({"Supporters"}, {"opponents"}),
        ),
        (
            "Orlavia has said it has no soldiers in Selmark. Kestria says Orlavian soldiers are fighting in Selmark.",
            ({"Orlavia"}, {"Kestria"}),
        ),
    ],
)
def test_accounts_that_cannot_both_be_so(text: str, sides: tuple[set[str], set[str]]) -> None:
    assert _sides(told(text)) == [sides]


def test_who_rejects_an_offer_denies_nothing() -> None:
    found = told(
        "Kestrian President Joren Tal said that Orlavia had attacked the port of Selmark with rockets. "
        "Orlavia rejected a truce in the port of Selmark."
    )
    assert found.disputes == ()


def test_two_who_tell_of_different_deeds_are_not_set_against_each_other() -> None:
    found = told("Orlavia says it will send aid, but Kestria says it will send doctors.")
    assert found.disputes == ()
