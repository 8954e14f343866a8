"""Demands, appeals and offers joined to who refuses or accepts them."""

import pytest

from onrecord.extract.answering import with_answers
from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.voices.find import find_voices
from onrecord.model.report import Report
from tests.extract.reading import reader


def answered(text: str) -> list[tuple[str, str]]:
    """The acts of each answer and of what it answers."""
    page = Page(Report("r-test", "test", text), reader()(text))
    voices = find_voices(page)
    found = with_answers(page, voices, find_statements(page, voices, ()))
    return [(one.act, found[one.answers].act) for one in found if one.answers is not None]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Orlavian President Mara Vint demanded that Kestria withdraw its guards from the harbour. "
            "Kestria refused to withdraw the guards from the harbour.",
            [("refuse", "demand")],
        ),
        (
            "Orlavian President Mara Vint demanded that Kestria open the harbour. Kestria rejected the demand.",
            [("refuse", "demand")],
        ),
        (
            "Orlavian President Mara Vint offered to receive the crews of Kestria. Kestria accepted the offer.",
            [("agree", "offer")],
        ),
        ("Kestria rejected the demand.", []),
        (
            "Kestrian Foreign Minister Joren Tal demanded that the harbour be opened. Kestria rejected the demand.",
            [],
        ),
        (
            "Orlavian President Mara Vint demanded that Kestria open the harbour. Brenland refused to send its fleet.",
            [],
        ),
    ],
)
def test_an_answer_is_joined_to_what_another_side_asked(text: str, acts: list[tuple[str, str]]) -> None:
    assert answered(text) == acts
