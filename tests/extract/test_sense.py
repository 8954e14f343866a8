"""What a content comes to: the deed, the doer, what it is done to, how surely; from the real reader."""

import numpy as np
import pytest

from onrecord.extract import extract
from onrecord.extract.page import Page
from onrecord.extract.sense import meaning_of
from onrecord.model.meaning import likeness
from onrecord.model.reading import Reading, Sense
from onrecord.model.report import Report
from tests.extract.reading import reader


def told(sentence: str) -> tuple[Reading, Sense]:
    """The reading of a text with one statement, and what its content comes to."""
    reading = extract(Report("r-1", "note.txt", sentence), reader()(sentence), reader="test")
    (statement,) = reading.statements
    assert statement.sense is not None
    return reading, statement.sense


@pytest.mark.parametrize(
    ("sentence", "verbs", "doer", "done_to", "standing"),
    [
        ("Orlavia said it would release the fishermen.", ("release",), "Orlavia", "the fishermen", "asserted"),
        ("Orlavia said its troops had pulled back from Pell.", ("pull back",), "Orlavia", "Pell", "asserted"),
        (
            "Holt said the two sides had failed to reach a ceasefire.",
            ("fail", "reach"),
            None,
            "a ceasefire",
            "asserted",
        ),
        ("Orlavia said it would not extend its drills.", ("not extend",), "Orlavia", "its drills", "denied"),
        ("Holt said a ceasefire had been agreed by Tessmark.", ("agree",), "Tessmark", "a ceasefire", "asserted"),
        ("Mara Vint said the talks could fail.", ("fail",), None, "", "uncertain"),
    ],
)
def test_a_deed_has_its_doer_and_its_thing(
    sentence: str, verbs: tuple[str, ...], doer: str | None, done_to: str, standing: str
) -> None:
    reading, sense = told(sentence)
    assert (sense.verbs, sense.done_to, sense.standing) == (verbs, done_to, standing)
    names = {reading.voices[number].name for number in sense.by}
    assert doer is None or names == {doer}


def test_a_day_behind_by_is_nobody_who_acts() -> None:
    _, sense = told("Vint said the soldiers would be withdrawn from the valley by 20 March.")
    assert (sense.by, sense.doer, sense.done_to) == ((), "", "the soldiers")


def test_a_deed_of_no_food_is_one_that_was_not_done() -> None:
    assert told("Aid workers said no food had reached the camp at Solvei.")[1].verbs == ("not reach",)


def test_what_says_the_same_in_other_words_is_nearer_than_what_does_not() -> None:
    leave, same, other = (
        told(sentence)[1].meaning
        for sentence in (
            "Orlavia said its troops would leave the Kell valley by 20 March.",
            "Vint said Orlavian soldiers would be withdrawn from the valley of Kell in March.",
            "Holt said the price of bread in Tessmark had risen again.",
        )
    )
    near, far = likeness(leave, same), likeness(leave, other)
    assert near is not None and far is not None  # noqa: PT018
    assert near > far + 0.3


def test_the_meaning_of_nothing_is_unknown() -> None:
    doc = reader()("Mara Vint said so.")
    page = Page(Report("r-1", "note.txt", doc.text), doc)
    assert meaning_of(page, ()) is None
    assert np.allclose([likeness(one, one) for one in [meaning_of(page, (page.span(0, 9),))]], 1.0, atol=1e-3)
