"""Commitments that the promise head finds: what it is asked about, what it is sure of, and how that is shown."""

import numpy as np
import pytest

from onrecord.extract.answering import with_answers
from onrecord.extract.commitments.bond import Scene
from onrecord.extract.commitments.bonds import find_bonds
from onrecord.extract.commitments.promised import SURE, candidates, promised, told_by
from onrecord.extract.commitments.sure import Head, head
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.said import Said
from onrecord.extract.statements.find import find_statements
from onrecord.extract.times.find import find_times
from onrecord.extract.voices.find import find_voices
from onrecord.model.report import Report
from onrecord.read.session import decoder
from tests.extract.reading import reader, told


def scene_of(text: str) -> tuple[Page, Scene]:
    page = Page(Report("r-test", "test", text), reader()(text))
    voices = find_voices(page)
    statements = with_answers(page, voices, find_statements(page, voices, find_times(page)))
    said = Said(page, statements)
    return page, Scene(Cast(voices, said), said, [])


def asked(text: str) -> list[str]:
    """The deeds of the clauses that the head is asked about."""
    page, scene = scene_of(text)
    return [clause.action.text for clause, _, _ in candidates(page.doc, scene, ())]


def test_the_head_goes_with_the_vectors_of_the_weights_that_ship() -> None:
    """After `make weights`, or any change of the weights: python -m training.promise"""
    assert head().reader == decoder().version


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("“We will strengthen the dams,” Mara Vint said.", ["strengthen"]),
        ("“We are not going to loosen the rules,” Mara Vint said.", ["loosen"]),
        ("Mara Vint said she would set hearings and build a new lock.", ["set", "build"]),
    ],
)
def test_the_head_is_asked_what_somebody_says_will_be_done(text: str, deeds: list[str]) -> None:
    assert asked(text) == deeds


@pytest.mark.parametrize(
    "text",
    [
        "Orlavia will strengthen the dams.",  # nobody says so
        "“Will we strengthen the dams?” Mara Vint asked.",
        "Mara Vint said she does not think Orlavia will strengthen the dams.",
        "Mara Vint predicted that Kestria will strengthen the dams.",
        "Mara Vint explained how Orlavia will strengthen the dams.",
        "“We will see,” Mara Vint said.",
        "“We will have to strengthen the dams,” Mara Vint said.",
        "“It will be hard,” Mara Vint said.",
        "Mara Vint said she would not comment on the dams.",
        "Mara Vint said she'd seen the dams.",
        "Mara Vint said Kestria will be punished.",
        "Keeping troops in the valley will cost Orlavia a lot, Mara Vint said.",
        "The Orlavian president, Mara Vint, said Kestria will strengthen its dams.",
        "Mara Vint said the minister who will strengthen the dams is Joren Tal.",
    ],
)
def test_the_head_is_not_asked_what_grammar_rules_out(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Orlavian Trade Minister Mara Vint said on Monday that she will set hearings on the tariffs for next week.",
            "set hearings on the tariffs for next week",
        ),
        (
            "A senior Orlavian official said President Mara Vint will also look at the sanctions this week.",
            "look at the sanctions this week",
        ),
    ],
)
def test_what_the_head_is_sure_of_is_a_commitment_that_says_how_sure(text: str, action: str) -> None:
    (found,) = told(text).commitments
    assert found.action.exact == action
    assert SURE <= found.confidence < 1
    assert found.why[0] == f"head:promise {found.confidence:.2f}"
    assert found.stated_by


@pytest.mark.parametrize(
    "text",
    [
        "“We will win the war,” Orlavian President Mara Vint said.",
        "Joren Tal, an analyst, said Orlavia will collapse within a year.",
        "Joren Tal, an analyst, said Kestria will take advantage of the talks.",
    ],
)
def test_a_forecast_leaves_the_head_unsure(text: str) -> None:
    page, scene = scene_of(text)
    assert [head().chance(traits, vector) < SURE for _, traits, vector in candidates(page.doc, scene, ())] == [True]
    assert not told(text).commitments


def test_the_head_is_not_asked_again_what_a_rule_has_found() -> None:
    page, scene = scene_of("Mara Vint said she will close the locks on Friday.")
    bonds = list(find_bonds(page, scene.cast, scene.said))
    assert bonds
    assert not promised(page, scene.cast, scene.said, (), bonds)
    assert [clause.action.text for clause, _, _ in candidates(page.doc, scene, ())] == ["close"]
    assert not list(candidates(page.doc, scene, told_by(bonds)))


def test_without_vectors_nothing_is_asked() -> None:
    page, scene = scene_of("“We will strengthen the dams,” Mara Vint said.")
    page.doc._.meaning = None
    assert not list(candidates(page.doc, scene, ()))


def test_a_vector_without_direction_or_of_another_size_counts_for_nothing() -> None:
    one = Head("r", 0.5, {"quoted": -0.5}, np.ones(4, np.float32))
    for vector in (np.zeros(4, np.float32), np.ones(5, np.float32)):
        assert one.chance({"quoted", "never seen"}, vector) == pytest.approx(0.5)
    assert one.chance((), np.ones(4, np.float32)) > 0.99


def test_what_the_head_enters_is_told_without_who_will_do_it() -> None:
    found = told("Mara Vint said the prime minister will ask parliament on Monday for powers to seize the locks.")
    (commitment,) = found.commitments
    assert commitment.action.exact.startswith("ask parliament")
