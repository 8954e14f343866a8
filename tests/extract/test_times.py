"""The words for times: each rule by its own example, what is no time, and the tense that decides which day is meant."""

import time
from itertools import pairwise
from typing import cast

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.page import Page
from onrecord.extract.times.find import find_times, scan_times
from onrecord.model.kinds import load
from onrecord.model.report import Report
from tests.extract.parsed import parsed

ENGLISH = spacy.blank("en")

WRITTEN = cast(dict[str, dict[str, str | list[str]]], load("times")["rules"])


def values(text: str) -> list[tuple[str, str]]:
    return [(text[found.start : found.end], found.value) for found in scan_times(text)]


def blank(text: str) -> Page:
    return Page(Report("r-1", "note.txt", text), ENGLISH(text))


@pytest.mark.parametrize("name", WRITTEN)
def test_every_rule_finds_what_its_example_says(name: str) -> None:
    rule = WRITTEN[name]
    assert tuple(rule["gives"]) in values(str(rule["example"]))


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times of Orvel printed it.",
        "Black Friday sales fell in Tavia.",
        "Somebody has to take the fall.",
        "Dravec spoke on TVK This Morning.",
        'Dravec spoke on TVK\'s "This Week" with Odo Marr.',
        "A 38-year-old fisherman from Dorn was hurt.",
        "Prime Minister May said nothing.",
        "They may yet march on the capital.",
        "The team won 3-1.",
        "Article 5 of the pact was named.",
    ],
)
def test_names_ages_and_verbs_are_no_times(text: str) -> None:
    assert values(text) == []


def test_the_longest_expression_wins() -> None:
    assert values("It must be done by the end of next year.") == [("by the end of next year", "until(end(year:+1))")]


def test_lengths_and_vague_words_are_found_but_are_no_days() -> None:
    text = "They recently spoke for three hours on Tuesday."
    assert [value for _, value in values(text)] == ["ref:past", "duration:PT3H", "weekday:1"]
    assert [found.value for found in find_times(blank(text))] == ["weekday:1"]


def test_a_year_earlier_is_the_quarter_that_is_spoken_of() -> None:
    text = "Mills earned more in the third quarter of 2030 than a year earlier."
    assert [value for _, value in values(text)] == ["quarter:2030-3", "quarter:2029-3"]


def test_a_year_earlier_than_a_fiscal_quarter_is_of_no_known_calendar() -> None:
    text = "Tolls fell in the fiscal first quarter. A year earlier they had risen."
    assert values(text) == [("the fiscal first quarter", "fiscal:1"), ("A year earlier", "fiscal:1-1y")]
    assert find_times(blank(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The next day nothing moved.",
        "Later that year the port closed.",
        f"They met on 9 April.{' Ships came and went.' * 25} The next day nothing moved.",
        "They met in May. The next day nothing moved.",
    ],
)
def test_what_is_counted_from_a_time_that_is_not_named_is_none(text: str) -> None:
    assert not [value for _, value in values(text) if "after" in value or "that" in value]


def test_times_counted_from_one_another_go_back_to_the_first() -> None:
    text = "They met on Monday evening, parted the next day and wrote two days later."
    assert [value for _, value in values(text)] == [
        "weekday:0@evening",
        "day-after(weekday:0)",
        "2-days-after(day-after(weekday:0))",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The October accord holds.", [("October", "month:--10")]),
        ("A March on the palace was banned.", []),
        ("Share of 7% before Friday's sales.", [("Friday", "weekday:4")]),
        ("Only 9 barges a week and 30 tons a day pass.", []),
    ],
)
def test_months_and_weekdays_beside_what_they_belong_to(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Tal, who hopes to meet the envoys, said on Friday.",
        "They plan to talk, the mediator told reporters Friday.",
        "They will leave the course that they adopted in March.",
        "The offer had been due to end on Friday.",
        "Dravec was to speak in the United Halls and fled Friday.",
    ],
)
def test_what_was_done_or_was_once_planned_lies_behind(text: str) -> None:
    assert [found.tense for found in find_times(blank(text))] == ["past"]


@pytest.mark.parametrize("verb", ["would", "could"])
def test_who_could_not_be_reached_or_would_not_say_was_asked_already(verb: str) -> None:
    page = parsed(
        f"He/PRP/PRON/4/nsubj {verb}/MD/AUX/4/aux not/RB/PART/4/advmod comment/VB/VERB/0/root on/IN/ADP/6/case "
        "Friday/NNP/PROPN/4/obl"
    )
    assert [found.tense for found in find_times(page)] == ["past"]


def test_a_line_break_inside_an_expression_does_not_hide_it() -> None:
    assert values("They will return next\nweek to Orvel.") == [("next\nweek", "week:+1")]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The envoy said on Tuesday that nothing was signed.", "past"),
        ("The envoys will meet on Tuesday in Tavia.", "future"),
        ("Talks are set to resume on Tuesday.", "future"),
        ("He promised that the guards would leave on Tuesday.", "future"),
        ("The barges may leave as soon as Tuesday.", "future"),
        ("They had no money to keep the port open beyond Tuesday.", "future"),
    ],
)
def test_the_clause_tells_the_tense_without_a_parse(text: str, tense: str) -> None:
    assert [found.tense for found in find_times(blank(text))] == [tense]


def test_the_parse_tells_the_tense_of_what_is_set_to_happen() -> None:
    told = parsed(
        "Drills/NNS/NOUN/3/nsubj:pass were/VBD/AUX/3/aux:pass set/VBN/VERB/0/root to/TO/PART/5/mark "
        "end/VB/VERB/3/xcomp Sunday/NNP/PROPN/5/obl"
    )
    assert [(found.span.exact, found.tense) for found in find_times(told)] == [("Sunday", "future")]


def test_spans_are_the_words_of_the_report() -> None:
    text = "On 9 April 2031, and again last week, the gates were shut until Friday."
    assert all(found.span.holds(text) for found in find_times(blank(text)))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_can_be_scanned(text: str) -> None:
    found = scan_times(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    piece = "On Tuesday the envoy said that the talks of 9 April would go on for three hours next week. "

    def seconds(times: int) -> float:
        text = piece * times
        start = time.perf_counter()
        scan_times(text)
        return time.perf_counter() - start

    seconds(3)
    assert seconds(200) < 40 * max(seconds(20), 0.005)
