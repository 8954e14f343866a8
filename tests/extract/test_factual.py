"""How surely a statement puts its own content."""

import pytest

from onrecord.extract.factual import standing
from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.voices.find import find_voices
from onrecord.model.report import Report
from tests.extract.reading import reader


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Mara Vint said that the guards had left the port.", "asserted"),
        ("Mara Vint said that the guards had not left the port.", "denied"),
        ("Mara Vint denied that the guards had left the port.", "denied"),
        ("Mara Vint said that the guards may leave the port.", "uncertain"),
        ("Mara Vint said that the guards would leave the port.", "asserted"),
        ("Mara Vint says the guards would leave the port if they were paid.", "uncertain"),
        ("Mara Vint said that perhaps the guards left the port.", "uncertain"),
        ("Mara Vint urged the guards to leave the port.", "uncertain"),
        ("Mara Vint refused to leave the port.", "denied"),
        ("Mara Vint rejected the offer of the guards.", "asserted"),
    ],
)
def test_negation_mood_and_act_tell_how_sure_a_content_is(text: str, how: str) -> None:
    page = Page(Report("r-test", "test", text), reader()(text))
    (statement,) = find_statements(page, find_voices(page), ())
    assert standing(page, statement) == how
