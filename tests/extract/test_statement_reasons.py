"""Why a statement has what it has: each field names its rule in the vocabulary and the words that the rule matched."""

import pytest

from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.times.find import find_times
from onrecord.extract.voices.find import find_voices
from onrecord.model.reading import FoundStatement
from onrecord.model.report import Report
from tests.extract.reading import reader


def stated(text: str) -> tuple[FoundStatement, ...]:
    page = Page(Report("r-test", "test", text), reader()(text))
    return find_statements(page, find_voices(page), find_times(page))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Mara Vint said the king has not promised a new road.", "acts:has no such plans 'has not promised'"),
        (
            "Orlavian President Mara Vint said that she would veto the treaty unless Kestria withdrew its troops.",
            "acts:own harm if 'would veto … unless'",
        ),
        ("Kestria rejected the claim that its army had left.", "acts:denied objects 'claim'"),
        ("Mara Vint insisted that the road be opened.", "acts:with subjunctive 'that the road be opened'"),
        ("Orlavian President Mara Vint told Kestria to leave the harbour.", "reporting:with infinitive 'told'"),
        ("The Orlavian government warned that the truce was weak.", "reporting:warn 'warned'"),
        ("The ministry said the bridge was open.", "reporting:assert 'said'"),
    ],
)
def test_the_act_names_its_rule_and_the_words_it_matched(text: str, reason: str) -> None:
    (statement,) = stated(text)
    assert f"act: {reason}" in statement.why


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Orlavian President Mara Vint met the press. She said the road was open.", "'She', marked by the reader, who"),
        ("Orlavia and Kestria met. “The road is open,” he added.", "'he', marked by the reader, whom no name"),
        ("Kestrian envoy Joren Tal said the road was open.", "'Kestrian envoy Joren Tal', marked by the reader"),
    ],
)
def test_the_source_names_the_words_for_it_and_whom_they_stand_for(text: str, reason: str) -> None:
    why = stated(text)[-1].why
    assert any(one.startswith(f"source: {reason}") for one in why), why


def test_each_voice_in_front_says_why_it_passes_the_words_on() -> None:
    (behind,) = stated("The ministry said the bridge was open, according to Tarn News.")
    assert "chain: Tarn News, named as passing the sentence on" in behind.why
    inner = stated("A diplomat said that Kestrian envoy Joren Tal had told him that the talks were over.")[-1]
    assert "chain: diplomat, whose words by 'said' hold these" in inner.why


def test_the_quotation_that_goes_on_rests_on_the_one_before() -> None:
    text = (
        "“The road is open,” Mara Vint said in Brenport on Monday morning. “It will stay open for all of the winter.”"
    )
    for statement in stated(text):
        assert any(one.startswith("source: ") and "Mara Vint" in one for one in statement.why)
