"""Acts: what a source does by saying something, told by the cue or by what was said."""

import pytest

from onrecord.extract.acts.clause import MainClause
from onrecord.extract.acts.find import Rule, act_of, rules
from onrecord.extract.modes import mode_of
from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.voices.find import find_voices
from onrecord.model.kinds import load
from onrecord.model.report import Report
from tests.extract.reading import reader


def clause(content: str, *, own: bool = True, theirs: bool = False) -> tuple[MainClause]:
    """The content as its own main clause, said by somebody who speaks for a state."""
    return (MainClause(content, own=own, official=True, theirs=theirs, whole=content),)


def said(example: str) -> str:
    """What is said in an example: the words behind the verb."""
    return example.partition(" said ")[2].removeprefix("that ")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_rule_tells_the_act_of_its_example(rule: Rule) -> None:
    cue = next((cue for cue in sorted(rule.after) if f" {cue}ed " in rule.example), "")
    content = rule.example.partition(f" {cue}ed ")[2] if cue else said(rule.example)
    main = clause(content, own=rule.own, theirs=rule.theirs)
    assert act_of("assert", content, main, open_cue=True, cue=cue).rule == f"acts:{rule.name}"


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.own], ids=lambda rule: rule.name)
def test_what_another_side_will_do_is_no_step_of_the_speaker(rule: Rule) -> None:
    content = said(rule.example)
    assert act_of("assert", content, clause(content, own=False), open_cue=True).rule != f"acts:{rule.name}"


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.theirs], ids=lambda rule: rule.name)
def test_what_the_speaker_does_itself_charges_and_binds_nobody_else(rule: Rule) -> None:
    content = said(rule.example)
    assert act_of("assert", content, clause(content, own=False), open_cue=True).rule != f"acts:{rule.name}"


def test_a_clause_inside_another_only_charges() -> None:
    inner = MainClause("the port must be opened", own=False, official=False, theirs=True, inner=True, whole="")
    main = MainClause("she has a paper", own=True, official=True, whole="she has a paper")
    assert act_of("assert", "she has a paper", (main, inner), open_cue=True).act == "assert"


def test_a_cue_that_names_its_act_decides() -> None:
    shown = act_of("demand", "that the road will open", clause("the road will open"), open_cue=False)
    assert (shown.act, shown.rule) == ("demand", "reporting:demand")


@pytest.mark.parametrize(("turned_down", "act"), [("the envoy's claim", "deny"), ("the envoy's offer", "refuse")])
def test_a_claim_that_is_rejected_is_denied_and_an_offer_refused(turned_down: str, act: str) -> None:
    assert act_of("refuse", turned_down, clause(turned_down), open_cue=False).act == act


def test_a_warning_of_what_the_speaker_will_do_if_is_a_threat() -> None:
    content = "that it would answer with sanctions if the border was crossed"
    assert act_of("warn", content, clause(content), open_cue=False).act == "threaten"


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("the guards never meant to open fire", "deny"),
        ("there was no such promise", "deny"),
        ("he was not going to close the harbour", "deny"),
        ("foreign guards in the port are not allowed", "refuse"),
        ("she would grant the crews an amnesty", "offer"),
        ("the neighbour had failed to protect the crews", "accuse"),
        ("the port and the union agreed to open the gates", "agree"),
        ("his country had shown good will under pressure", "assert"),
        ("we tend to find out where the trouble lies", "assert"),
        ("the whole report is fake news", "assert"),
        ("he was sure the other port would close", "assert"),
    ],
)
def test_what_was_said_tells_the_act(content: str, act: str) -> None:
    main = content.partition(" the other")[0]
    assert (
        act_of("assert", content, (MainClause(main, own=True, official=True, whole=content),), open_cue=True).act == act
    )


def test_harm_that_is_vowed_is_a_threat_and_help_a_promise() -> None:
    assert act_of("promise", "to strike back at the port", clause(""), open_cue=False).act == "threaten"
    assert act_of("promise", "to rebuild the port", clause(""), open_cue=False).act == "promise"


def test_who_announces_what_another_has_done_only_states_it() -> None:
    text = "that the pilot has asked six ports for shelter"
    theirs = (MainClause(text, own=False, official=False, other=True),)
    assert act_of("announce", text, theirs, open_cue=False).act == "assert"
    assert act_of("announce", text, clause(text), open_cue=False).act == "announce"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Mara Vint insisted on Monday that the road was open.", "assert"),
        ("Mara Vint insisted on a written answer.", "demand"),
        ("Orlavia dropped its demand that Kestria leave the harbour.", "announce"),
        ("Mara Vint insisted that the road be opened.", "demand"),
        ("Mara Vint suggested that the road be opened.", "appeal"),
        ("Mara Vint asked the crews to leave the port.", "appeal"),
        ("Mara Vint told the crews to leave the port.", "demand"),
        ("Orlavia said Kestria was waging a campaign of slander.", "accuse"),
        ("“We know that Kestria has cheated the rebels,” Orlavian President Mara Vint said.", "accuse"),
        ("Orlavia said it would not meet the rebels' demands.", "refuse"),
        ("Orlavia said that it would close the strait unless Kestria left the harbour.", "threaten"),
        ("Kestria and Orlavia said they would join the search for the crew.", "promise"),
        ("Orlavian President Mara Vint said that she did not fire on the boats.", "deny"),
        ("“The road is long. We are ready to talk at any time,” Orlavian President Mara Vint said.", "offer"),
    ],
)
def test_a_day_or_a_withdrawal_beside_a_cue_changes_what_it_does(text: str, act: str) -> None:
    page = Page(Report("r-test", "test", text), reader()(text))
    assert {statement.act for statement in find_statements(page, find_voices(page), ())} == {act}


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


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kestria will close the pass to lorries, Foreign Minister Mara Vint said.", "announce"),
        ("Kestria will close the pass to lorries, analyst Mara Vint said.", "assert"),
        ("Orlavian army spokesman Joren Tal said a contingent of 600 troops will head to the border.", "announce"),
    ],
)
def test_who_speaks_for_a_state_makes_its_steps_known(text: str, act: str) -> None:
    page = Page(Report("r-test", "test", text), reader()(text))
    voices = find_voices(page)
    assert [statement.act for statement in find_statements(page, voices, ())] == [act]
