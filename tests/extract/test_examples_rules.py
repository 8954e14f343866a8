"""Each rule for acts, times, figures and pages yields its own effect: by its own name, and not without it."""

from typing import cast

import pytest

from onrecord.clean.lines import lines_of
from onrecord.clean.rules import KINDS, Kind, first_match
from onrecord.extract.acts import find as acts
from onrecord.extract.times import rules as times
from onrecord.model.kinds import load
from tests.extract.examples import batch, stated, without
from tests.extract.test_acts import clause, said
from tests.extract.test_figures import figures
from tests.extract.test_times import WRITTEN, values

UNITS = load("units")
NUMBERS = load("numbers")


@pytest.mark.parametrize("name", WRITTEN)
def test_without_its_rule_a_time_is_not_read_so(name: str) -> None:
    rule = WRITTEN[name]
    with without(times, "times", "rules", name, cached=times.rules):
        assert tuple(rule["gives"]) not in values(str(rule["example"]))


@pytest.mark.parametrize("rule", [rule for rule in acts.rules() if not rule.after], ids=lambda rule: rule.name)
def test_each_rule_for_acts_shows_the_words_that_it_matched_in_its_example(rule: acts.Rule) -> None:
    content = said(rule.example)
    shown = acts.act_of("assert", content, clause(content, own=rule.own, theirs=rule.theirs), open_cue=True)
    first, *_, last = shown.words.replace("…", " ").split() * 2
    assert first in content
    assert last in content


@pytest.mark.parametrize("row", load("reporting")["acts"], ids=lambda row: row["act"])
def test_the_act_of_a_cue_is_told_by_the_entry_that_lists_it(row: dict[str, str]) -> None:
    _, (statement,) = stated(batch([row["example"]])[row["example"]])
    assert any(reason.startswith(f"act: reporting:{row['act']} '") for reason in statement.why)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "glued"])
def test_each_line_of_a_page_is_told_by_the_rule_that_has_it_as_example(kind: Kind) -> None:
    for entry in cast("list[dict[str, str]]", load("furniture")[kind]):
        (line,) = lines_of(entry["example"])
        rule = first_match(kind, line)
        assert rule is not None
        assert rule.name == entry["name"]


def test_each_noun_that_is_counted_counts_at_any_number() -> None:
    nouns = [noun for nouns in cast("dict[str, list[str]]", UNITS["counted"]).values() for noun in nouns]
    assert [noun for noun in nouns if not figures(f"Halmora counted three {noun} on Monday.")] == []


@pytest.mark.parametrize("kind", ["money", "measures"])
def test_each_word_for_money_and_measures_gives_its_unit(kind: str) -> None:
    for unit, written in cast("dict[str, list[str]]", UNITS[kind]).items():
        for word in written:
            told = [
                f"Halmora paid {form} for the dam." for form in (f"40 {word}", f"{word}40", f"{word} 40", f"40 {word}s")
            ]
            assert unit in {figure.unit for text in told for figure in figures(text)}, word


def test_each_noun_that_is_never_counted_is_not() -> None:
    nouns = cast("list[str]", UNITS["never"])
    assert [noun for noun in nouns if noun != "other" and figures(f"Halmora counted 40 {noun}.")] == []


def test_many_men_of_a_force_are_not_counted_as_mens() -> None:
    (figure,) = figures("Halmora counted 40 servicemen at the gate.")
    assert figure.unit == "servicemen"


def test_each_noun_for_parties_counts_from_five_on() -> None:
    plurals = {"country": "countries", "company": "companies", "city": "cities"}
    for noun in cast("list[str]", UNITS["groups"]):
        assert figures(f"Halmora counted six {plurals.get(noun, f'{noun}s')}.")
        assert not figures(f"Halmora counted two {plurals.get(noun, f'{noun}s')}.")


def test_each_number_in_words_is_read() -> None:
    ones, tens = (cast("list[str]", NUMBERS[name]) for name in ("ones", "tens"))
    written = {
        **{word: value for value, word in enumerate(ones) if value > 1},
        **{w: 20 + 10 * n for n, w in enumerate(tens)},
    }
    assert {word: figures(f"Halmora counted {word} soldiers.")[0].value for word in written} == written


def test_each_scale_multiplies() -> None:
    for word, value in cast("dict[str, int]", NUMBERS["scales"]).items():
        told = (f"Halmora counted two {word} soldiers.", f"Halmora paid $2{word}.")
        assert 2 * value in {figure.value for text in told for figure in figures(text)}, word


@pytest.mark.parametrize("name", cast("dict[str, object]", NUMBERS["compare"]))
def test_each_word_beside_a_number_compares(name: str) -> None:
    row = cast("dict[str, dict[str, list[str]]]", NUMBERS["compare"])[name]
    told = [f"Halmora counted {word} 40 soldiers." for word in row.get("before", [])]
    after = [
        (f"Halmora counted 40 {word} soldiers.", f"Halmora counted 40 soldiers {word}.")
        for word in row.get("after", [])
    ]
    for texts in [*((text,) for text in told), *after]:
        assert name in {figure.compare for text in texts for figure in figures(text)}, texts


def test_a_number_behind_a_label_is_none() -> None:
    labels = cast("list[str]", NUMBERS["labels"])
    assert [word for word in labels if figures(f"They met at {word} 40 of the hall.")] == []
