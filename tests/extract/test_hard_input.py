"""Sentences without end, nested quotations, statements against themselves: what is sure is entered, or nothing."""

import pytest

from onrecord.extract import extract
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from tests.extract.reading import reader


def read(text: str) -> Reading:
    """All that is found in a text."""
    return extract(Report("r-1", "note.txt", text), reader()(text), reader="test")


def test_a_sentence_of_two_thousand_words_is_read_to_its_end() -> None:
    text = (
        "Mara Vint said that "
        + "the guards had left the harbour and " * 290
        + "Kestria denied that 300 guards had left."
    )
    found = read(text)
    assert all(figure.evidence.holds(text) for figure in found.figures)
    assert all(piece.holds(text) for said in found.statements for piece in said.content)


@pytest.mark.parametrize(
    "text",
    [
        "“He told me ‘she said “the road is not open” to them’ and left,” Mara Vint said.",
        "Mara Vint denied that she had not denied that the road was not open.",
        "Mara Vint said “no “never “perhaps.",
        "Mara Vint refused to accept and accepted to refuse the demand that she refuse it.",
    ],
)
def test_nested_quotations_and_contradictions_give_true_spans_and_never_a_dispute_with_oneself(text: str) -> None:
    found = read(text)
    assert all(piece.holds(text) for said in found.statements for piece in said.content)
    assert found.disputes == ()


def test_numbers_that_are_none_and_unknown_money() -> None:
    text = "Vint said version 1.2.3 of 10^400 plans cost 40 million zorkmids and XQZ 3 billion."
    found = {(figure.value, figure.unit) for figure in read(text).figures}
    assert found == {(40_000_000, "zorkmids"), (3_000_000_000, "XQZ")}
