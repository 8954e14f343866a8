"""Figures: what is counted, how it compares, where, by whom; and the numbers that count nothing."""

from typing import cast

import pytest
import spacy
from spacy.tokens import Doc

from onrecord.extract.figures.find import find_figures
from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.times.find import find_times
from onrecord.extract.voices.find import Voices, find_voices
from onrecord.model.kinds import load
from onrecord.model.reading import FoundFigure, FoundStatement
from onrecord.model.report import Report
from onrecord.model.span import Span
from tests.extract.parsed import parsed

ENGLISH = spacy.blank("en")

COMPARE = cast(dict[str, dict[str, str | list[float | str]]], load("numbers")["compare"])


def figures(told: Page | str, statements: tuple[FoundStatement, ...] = ()) -> tuple[FoundFigure, ...]:
    page = blank(told) if isinstance(told, str) else told
    return find_figures(page, voices(page), statements, find_times(page))


def blank(text: str) -> Page:
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", default=())
    return Page(Report("r-1", "note.txt", text), ENGLISH(text))


def voices(page: Page) -> Voices:
    return find_voices(page)


@pytest.mark.parametrize("name", COMPARE)
def test_every_comparison_is_told_by_its_words(name: str) -> None:
    found = figures(str(COMPARE[name]["example"]))
    assert [[figure.value, figure.compare] for figure in found] == [COMPARE[name]["gives"]]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Halmora moved 30,000 Kestrian troops to the river.", 30_000, "troops"),
        ("Shells killed 161 Lowlanders on the ridge.", 161, "people"),
        ("The dam cost 40 million euros.", 40_000_000, "euros"),
        ("Some 60 per cent of the gates are shut.", 60, "per cent"),
        ("The depot stands 12 miles from Dorn.", 12, "miles"),
        ("The call lasted 105 minutes.", 105, "minutes"),
        ("They spoke after two days of shelling.", 2, "days"),
        ("It is a three-hour drive.", 3, "hours"),
        ("Gunners shot down 20 of the rockets.", 20, "rockets"),
        ("Water ran at 740 cubic metres a second.", 740, "cubic metres a second"),
        ("The fire burnt 30 square miles.", 30, "square miles"),
        ("It ended the 31-day strike.", 31, "days"),
        ("Shares rose 1 percent.", 1, "per cent"),
        ("Neither the 34,500 D.N. troops nor the guards moved.", 34_500, "troops"),
        ("Halmora lost 40 service members on the ridge.", 40, "troops"),
        ("A nine-member crew was lost.", 9, "members"),
        ("Three shepherds and 12 others were hurt.", 12, "people"),
        ("On the ridge 26 were killed.", 26, "people"),
        ("A shell struck the market, killing 13.", 13, "people"),
        ("The truce holds for only six months.", 6, "months"),
        ("He was jailed for 18 months.", 18, "months"),
        ("The charge carries a prison term of five years.", 5, "years"),
        ("Halmora talked with six river powers.", 6, "powers"),
        ("The ridge was shut for more than a month.", 1, "months"),
        ("The dam cost CHF 3 million.", 3_000_000, "CHF"),
        ("The dam cost 500 thalers.", 500, "thalers"),
        ("A shell killed at least one child.", 1, "children"),
        ("Guards moved 1,000 active-duty Kestrian troops to the ridge.", 1_000, "troops"),
        ("They stand behind the 16,000-plus border guards.", 16_000, "guards"),
    ],
)
def test_what_is_counted_is_told_without_a_parse(text: str, value: float, unit: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders met in Tavia.",
        "The accord was signed on 12 June 2031.",
        "In 2031 the river fell.",
        "It was one of the villages.",
        "Ana Vint, 44, left the hall.",
        "She had gone three days ago.",
        "Article 5 names no port.",
        "Call Radio 4 before 10 p.m. on Friday.",
        "According to three people familiar with the call, nothing was agreed.",
        "The three envoys left.",
        "Version 1.2.3 of the plan is out.",
        "The formula says 10^400 of it.",
        "It was said on just seven Fridays.",
        "It was said more than a year ago.",
        "Dozens were wounded.",
        "Both banks met the two countries.",
        "They met at the Group of 20 summit.",
        "The Group of Seven banks agreed.",
    ],
)
def test_dates_ages_labels_and_pointing_words_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_the_parse_tells_the_noun_its_place_and_the_clause() -> None:
    told = parsed(
        "Kestria/NNP/PROPN/3/nsubj/LOC has/VBZ/AUX/3/aux massed/VBN/VERB/0/root over/IN/ADV/5/advmod "
        "4,000/CD/NUM/7/nummod Lowland/JJ/ADJ/7/amod troops/NNS/NOUN/3/obj near/IN/ADP/9/case Dorn/NNP/PROPN/7/nmod/LOC"
    )
    (figure,) = figures(told)
    assert (figure.value, figure.compare, figure.unit, figure.of) == (4000, "more than", "troops", "Lowland troops")
    assert figure.where == "near Dorn"
    assert figure.evidence.exact == "Kestria has massed over 4,000 Lowland troops near Dorn"


def test_a_number_plus_is_more_than_it() -> None:
    (figure,) = figures("They stand behind the 16,000-plus border guards.")
    assert (figure.compare, figure.unit) == ("more than", "guards")


def test_a_noun_inside_a_compound_word_is_not_what_is_counted() -> None:
    words = ["Halmora", "keeps", "1,000", "active", "-", "duty", "Kestrian", "troops"]
    doc = Doc(
        ENGLISH.vocab,
        words=words,
        spaces=[True, True, True, False, False, True, True, False],
        pos=["PROPN", "VERB", "NUM", "ADJ", "PUNCT", "NOUN", "ADJ", "NOUN"],
        heads=[1, 1, 5, 5, 5, 7, 7, 1],
        deps=["nsubj", "ROOT", "nummod", "amod", "punct", "compound", "amod", "obj"],
    )
    (figure,) = figures(Page(Report("r-1", "note.txt", doc.text), doc))
    assert figure.unit == "troops"


@pytest.mark.parametrize(
    ("holder", "where"),
    [
        ("in/IN/ADP/8/case northern/JJ/ADJ/8/amod Oskland/NNP/PROPN/5/nmod/LOC", "northern Oskland"),
        ("from/IN/ADP/8/case across/IN/ADP/8/case Oskland/NNP/PROPN/5/nmod/LOC", None),
        ("in/IN/ADP/8/case the/DT/DET/8/det war/NN/NOUN/5/nmod on/IN/ADP/10/case Oskland/NNP/PROPN/8/nmod/LOC", None),
    ],
)
def test_a_place_is_a_place_and_not_what_only_names_one(holder: str, where: str | None) -> None:
    told = "Kestria/NNP/PROPN/2/nsubj/LOC lost/VBD/VERB/0/root 40/CD/NUM/5/nummod Lowland/JJ/ADJ/5/amod"
    (figure,) = figures(parsed(f"{told} troops/NNS/NOUN/2/obj {holder}"))
    assert figure.where == where


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("Shells killed 161 Lowlanders on the ridge.", ["killed"]),
        ("A raid killed 20 villagers and wounded 40.", ["killed", "wounded"]),
        ("In Dorn 20 people were killed and 40 wounded.", ["killed", "wounded"]),
        ("More than 500 people have been killed, including 24 civilians.", ["killed", "killed"]),
        ("The ridge saw 24 deaths.", ["killed"]),
        ("The war has displaced 300,000 villagers.", ["displaced"]),
        ("Halmora freed 12 prisoners.", ["freed"]),
        ("Halmora has 12 prisoners.", ["detained"]),
        ("Kestria keeps 15,000 soldiers there; the dead were not counted.", [None]),
        ("The dam killed the river and cost 40 million euros.", [None]),
        ("They fired 75 rockets.", [None]),
    ],
)
def test_what_befell_those_who_are_counted_is_told_by_the_nearest_word(text: str, fates: list[str | None]) -> None:
    assert [figure.fate for figure in figures(text)] == fates


def test_a_range_keeps_its_upper_end() -> None:
    (figure,) = figures("Between 10 and 12 barges were sunk.")
    assert (figure.value, figure.high) == (10, 12)


def test_the_source_of_the_statement_gives_the_figure() -> None:
    text = "Tal said 300 soldiers were on the ridge."
    content = Span.of("r-1", text, 9, 39)
    said = FoundStatement(3, None, (3,), None, (content,), "indirect", "assert")
    (figure,) = figures(text, (said,))
    assert (figure.by, figure.statement) == (3, 0)


def test_the_writers_own_figure_has_no_giver() -> None:
    (figure,) = figures("There are 300 soldiers on the ridge.")
    assert figure.by is None


def test_a_sentence_printed_twice_gives_its_figure_once() -> None:
    line = "The talks lasted for nearly five hours in Tavia."
    assert len(figures(f"{line}\n\n{line}")) == 1


def test_statements_found_in_the_page_can_be_passed_on() -> None:
    page = blank("There are 300 soldiers on the ridge.")
    known = voices(page)
    times = find_times(page)
    assert len(find_figures(page, known, find_statements(page, known, times), times)) == 1


def test_evidence_is_the_words_of_the_report() -> None:
    text = "Halmora keeps over 4,000 troops on the ridge; 12 barges, it says, were sunk."
    assert all(figure.evidence.holds(text) for figure in figures(text))


def test_a_number_whose_noun_is_left_out_counts_what_the_one_before_it_counts() -> None:
    found = figures("Kestria had 1,000 troops in the valley and 20,000 by the river.")
    assert [(figure.value, figure.unit) for figure in found] == [(1_000, "troops"), (20_000, "troops")]


def test_what_a_thing_measures_both_ways_is_no_figure() -> None:
    assert figures("They fenced a 25-by-25 foot plot.") == ()


def test_about_a_thing_is_no_estimate_of_it() -> None:
    (figure,) = figures("There is nothing in the deal about the 44 hostages on the ridge.")
    assert figure.compare == "exactly"


def test_a_number_beyond_all_counting_is_left_out() -> None:
    assert figures(f"The tower has 1{'0' * 400} stones and 1{'0' * 30} doors.") == ()


def test_dozens_of_something_are_two_dozen_at_least() -> None:
    (figure,) = figures(
        parsed("Dozens/NNS/NOUN/4/nsubj of/IN/ADP/3/case villagers/NNS/NOUN/1/nmod left/VBD/VERB/0/root")
    )
    assert (figure.value, figure.compare, figure.unit) == (24, "more than", "villagers")


def test_why_names_the_words_behind_each_field() -> None:
    (figure,) = figures("Halmora keeps over 4,000 troops on the ridge.")
    assert figure.why == ("figure: counted", "number: 4,000", "comparison: over", "unit: troop", "giver: the writer")
