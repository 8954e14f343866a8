"""The words of the brief: quotes that stay exact, days without a locale, numbers as people write them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.brief.days import ago, day_words, period_words
from onrecord.brief.numbers import counted_words, figure_words, number_words
from onrecord.brief.quoting import deed, quote, said_words, short_id, shorten
from onrecord.model.period import Period
from onrecord.model.records import Statement
from onrecord.model.span import Span
from tests.brief.world import Story, day, on


@given(st.text(alphabet="abc ,“”\"'‘’\n", max_size=300), st.integers(20, 200))
def test_a_short_quote_is_the_beginning_of_the_words(words: str, limit: int) -> None:
    line = " ".join(words.split())
    short = shorten(words, limit)
    assert len(short) <= limit
    assert short.removesuffix("…") in line
    assert bool(short) == bool(line)


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("the lamp stays lit", "“the lamp stays lit”"),
        ("“the lamp stays lit”", "“the lamp stays lit”"),
        ('"the lamp stays lit"', '"the lamp stays lit"'),
        ('"yes" and "no"', '“"yes" and "no"”'),
        ('that this "will be seen"', '“that this "will be seen"”'),
        ("we shall go,”", "“we shall go”"),
        ('meet "in the coming days', '“meet "in the coming days”'),
        (", but nobody came,", "“but nobody came”"),
        ("over\n two   lines", "“over two lines”"),
    ],
)
def test_quotation_marks(words: str, quoted: str) -> None:
    assert quote(words).text == quoted


def test_a_long_quote_is_cut_at_a_word() -> None:
    assert quote("“the keepers of the northern light stay”", limit=20).text == "“the keepers of…”"
    assert quote("the keepers of the northern light stay", limit=20).text == "“the keepers of the…”"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(), ""),
        (on(3, 1), "1 Mar"),
        (on(3, 1, 4), "1–4 Mar"),
        (Period(day(2, 27), day(3, 2)), "27 Feb – 2 Mar"),
        (Period(date(2030, 12, 30), day(1, 2)), "30 Dec 2030 – 2 Jan"),
        (Period(day(3, 1), None), "from 1 Mar"),
        (Period(None, day(3, 1)), "by 1 Mar"),
    ],
)
def test_periods_in_words(period: Period, words: str) -> None:
    assert period_words(period, year=2031) == words


def test_a_day_of_another_year_has_its_year() -> None:
    assert day_words(date(2030, 3, 1), year=2031) == "1 Mar 2030"


@pytest.mark.parametrize(
    ("number", "words"), [(9, "1 day ago"), (10, "today"), (11, "tomorrow"), (13, "in 3 days"), (1, "9 days ago")]
)
def test_distances(number: int, words: str) -> None:
    assert ago(day(3, number), day(3, 10)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (12.5, "12.5"),
        (150_000, "150,000"),
        (1_200_000, "1.2 million"),
        (1_234_567, "1,234,567"),
        (3e9, "3 billion"),
        (1e400, "inf"),
        (10**30, "1e+30"),
    ],
)
def test_numbers_in_words(value: float, words: str) -> None:
    assert number_words(value) == words


def test_figures_in_words() -> None:
    story = Story()
    report = story.report("one", on(3, 1))
    assert (
        figure_words(story.figure(report, 150_000, "troops", compare="more than", unit="troops")) == "more than 150,000"
    )
    assert figure_words(story.figure(report, 10, "distance", high=12, unit="km")) == "10–12 km"
    assert figure_words(story.figure(report, 1e9, "loan", compare="up to", unit="dollars")) == "up to $1 billion"
    assert figure_words(story.figure(report, 9e7, "harvest", high=1.2e8, unit="dollars")) == "$90–120 million"
    assert figure_words(story.figure(report, 15, "votes", unit="per cent")) == "15%"


def test_ids_are_short_enough_to_type() -> None:
    assert short_id("c-0123456789abcdef") == "c-01234567"
    assert short_id("c") == "c"


def test_what_is_denied_is_quoted_with_the_word_that_denies_it() -> None:
    story = Story()
    report, brenn = story.report("one", on(3, 1)), story.actor("Ilse Brenn")
    whole = story.words(report, "Brenn denied that a letter was signed")
    cue, content = Span(report, 6, 12, "denied"), Span(report, 13, len(whole.exact), "that a letter was signed")
    said = Statement("s-1", report, brenn, None, (brenn,), cue, (content,), "indirect", "deny", None, Period())
    text = story.reports[report].text
    assert said_words(said, text=text).text == "“denied that a letter was signed”"
    assert said_words(replace(said, act="assert"), text=text).text == "“a letter was signed”"


@pytest.mark.parametrize(
    ("of", "fate", "told"),
    [
        ("keepers", "killed", "keepers, killed"),
        ("wounded keepers", "wounded", "wounded keepers"),
        ("keepers", None, "keepers"),
    ],
)
def test_what_is_counted_says_what_befell_it_once(of: str, fate: str | None, told: str) -> None:
    story = Story()
    figure = story.figure(story.report("first", on(3, 1)), 40, of)
    assert counted_words(replace(figure, fate=fate)) == told


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("that we meet next week", "we meet next week"),
        ("of his planned talks with Tarl", "his planned talks with Tarl"),
        ("during their April meeting", "their April meeting"),
        ("withdraw its boats", "withdraw its boats"),
        ("for", "for"),
    ],
)
def test_what_is_undertaken_is_told_without_what_tied_it_to_its_sentence(action: str, told: str) -> None:
    assert deed(action) == told
