"""Acts: what a source does by saying something, told by the cue or by what was said."""

import pytest

from onrecord.extract.acts import Rule, act_of, rules
from onrecord.extract.acts_clause import MainClause
from onrecord.extract.modes import mode_of
from onrecord.extract.page import Page
from onrecord.extract.statements import find_statements
from onrecord.extract.voices import find_voices
from onrecord.model.kinds import load
from onrecord.model.report import Report
from tests.extract.reading import reader


def clause(content: str, *, own: bool = True) -> MainClause:
    """The content as its own main clause, said by somebody who speaks for a state."""
    return MainClause(content, own=own, official=True)


def said(example: str) -> str:
    """What is said in an example: the words behind the verb."""
    return example.partition(" said ")[2].removeprefix("that ")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_rule_tells_the_act_of_its_example(rule: Rule) -> None:
    content = said(rule.example)
    assert content, rule.example
    assert act_of("assert", content, clause(content, own=rule.own), open_cue=True) == (rule.act, rule.name)


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.own], ids=lambda rule: rule.name)
def test_what_another_side_will_do_is_no_step_of_the_speaker(rule: Rule) -> None:
    content = said(rule.example)
    assert act_of("assert", content, clause(content, own=False), open_cue=True)[1] != rule.name


def test_a_cue_that_names_its_act_decides() -> None:
    assert act_of("demand", "that the road will open", clause("the road will open"), open_cue=False) == (
        "demand",
        "cue",
    )


@pytest.mark.parametrize(("turned_down", "act"), [("the envoy's claim", "deny"), ("the envoy's offer", "refuse")])
def test_a_claim_that_is_rejected_is_denied_and_an_offer_refused(turned_down: str, act: str) -> None:
    assert act_of("refuse", turned_down, clause(turned_down), open_cue=False)[0] == act


def test_a_warning_of_what_the_speaker_will_do_if_is_a_threat() -> None:
    content = "that it would answer with sanctions if the border was crossed"
    assert act_of("warn", content, clause(content), open_cue=False)[0] == "threaten"


@pytest.mark.parametrize("row", load("reporting")["acts"], ids=lambda row: row["act"])
def test_each_cue_of_the_vocabulary_performs_the_act_of_its_example(row: dict[str, str]) -> None:
    text = row["example"]
    page = Page(Report("r-test", "test", text), reader()(text))
    assert [statement.act for statement in find_statements(page, find_voices(page), ())] == [row["act"]]


@pytest.mark.parametrize(
    ("pieces", "mode"),
    [
        (["“The road is open,”"], "direct"),
        (['"The road is open,"', '"We will see."'], "direct"),
        (["the road is open"], "indirect"),
        (["the road is “open”"], "mixed"),
        (["“Open,” he meant"], "mixed"),
    ],
)
def test_quotation_marks_tell_how_words_are_given(pieces: list[str], mode: str) -> None:
    assert mode_of(pieces) == mode


def test_words_cut_out_of_a_quotation_are_direct() -> None:
    assert mode_of(["the road is open"], quoted=True) == "direct"
