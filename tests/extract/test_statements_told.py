"""Statements as read by the real reader: who said it first, and what a courtesy or a plea is."""

import pytest

from tests.extract.reading import stated


def test_who_said_it_to_a_paper_is_its_source_and_the_paper_passes_it_on() -> None:
    voices, (found,) = stated(
        '"Orlavia has agreed to a 12-hour truce from 07:00 am Saturday," said an Orlavian official travelling with '
        "Foreign Minister Ivo Tal, according to Sorn News."
    )
    assert [voices.found[one].name for one in found.chain] == ["Sorn News", "Orlavian official"]
    assert [piece.exact for piece in found.content] == [
        '"Orlavia has agreed to a 12-hour truce from 07:00 am Saturday,"'
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The president offered condolences to the family of Ivo Tal.", "assert"),
        ("A Kestrian man pleaded guilty to making threats.", "assert"),
        ("The envoy suggested that talks were near.", "assert"),
        ("The envoy said the deal could lead to a withdrawal of troops.", "assert"),
        ("The envoy said the deal could lead to a new war.", "warn"),
        ("The envoy said the strike may cause more deaths.", "warn"),
    ],
)
def test_courtesies_pleas_and_hopes_are_no_offers_appeals_or_warnings(text: str, act: str) -> None:
    _, (found,) = stated(text)
    assert found.act == act


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Orlavian Council approved a law that bans foreign ships.", "a law that bans foreign ships"),
        ("The envoy urged both sides to meet again.", "to meet again"),
    ],
)
def test_only_who_is_spoken_to_is_left_out_of_what_was_said(text: str, content: str) -> None:
    _, (found,) = stated(text)
    assert [piece.exact for piece in found.content] == [content]


def test_what_will_be_done_should_another_act_asks_for_nothing() -> None:
    _, (found,) = stated("Orlavia will close its ports should Brenland enforce sanctions, the spokesman said.")
    assert found.act != "appeal"


@pytest.mark.parametrize(
    "text",
    [
        "The Orlavian premier at the time, Ivo Tal, was said to be hesitant.",
        "Ivo Tal was told that the road was closed.",
    ],
)
def test_of_whom_or_to_whom_it_was_said_has_said_nothing(text: str) -> None:
    _, found = stated(text)
    assert found == ()


def test_who_is_not_ready_offers_nothing_however_it_is_written() -> None:
    for negated in ("is not", "isn't", "isn’t"):
        _, (found,) = stated(f"Orlavia {negated} ready to make a deal with Kestria, Ivo Tal said.")
        assert found.act != "offer"
