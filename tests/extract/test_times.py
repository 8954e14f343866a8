"""The words for times: each rule by its own example, what is no time, and the tense that decides which day is meant."""

import re
import re._parser as parser  # type: ignore[import-not-found]
import time
from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.times.find import find_times, scan_times
from onrecord.extract.times.rules import Rule, rules
from onrecord.model.kinds import load
from tests.extract.times import blank, values

WRITTEN = cast(dict[str, dict[str, str | list[str]]], load("times")["rules"])


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
        "Dravec was on Orvel News Sunday.",
        "He made a New Year's resolution.",
        "He spoke at the Friday prayer.",
        "So wrote DNA TODAY in its leader.",
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


def test_the_quarter_is_the_one_that_was_named() -> None:
    text = "Mills lost money in the fourth quarter. They had hoped to break even for the quarter, and a year ago did."
    assert [value for _, value in values(text)] == ["quarter:--4", "quarter:--4", "quarter:-1y-4"]


def test_the_latest_quarter_is_not_the_one_that_is_still_awaited() -> None:
    text = "Mills expect a loss in the fourth quarter. In the latest quarter they earned more."
    assert [value for _, value in values(text)] == ["quarter:--4", "quarter:-1"]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("The truce begins Friday at 4 p.m. in Orvel.", "weekday:4@T16:00"),
        ("They land at 2 a.m. ET, presumably Thursday.", "weekday:3@T02:00"),
        ("She will greet them at 2 a.m. Thursday morning.", "weekday:3@T02:00"),
        ("The truce begins at 2 p.m. today.", "day:0@T14:00"),
        ("They spoke yesterday at 9 a.m. by wire.", "day:-1@T09:00"),
        ("The bell rang at 4 in the morning.", "day:0@T04:00"),
        ("The bell rang at 5 in the afternoon on Friday.", "weekday:4@T17:00"),
        ("The bell rang at 0930 GMT.", "day:0@T09:30"),
        ("They left on Friday. The bell rang at 4 p.m. as always.", "day:0@T16:00"),
        ("On Friday the gates of the old town were shut at 4 p.m.", "weekday:4@T16:00"),
        ("On Friday they said that the gates close at 4 p.m.", "day:0@T16:00"),
    ],
)
def test_an_hour_is_of_the_day_it_stands_beside(text: str, hour: str) -> None:
    assert hour in [value for _, value in values(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The siege lasted half a century.", "duration:P50Y"),
        ("The siege lasted 2 1/2 years.", "duration:P2Y6M"),
        ("It took a minute and a half.", "duration:PT1M30S"),
        ("It took nine and a half weeks.", "duration:P9.5W"),
        ("It took two hundred years.", "duration:P200Y"),
        ("He was away for several quarters.", "duration:PXQ"),
        ("The ferry sails every Monday morning.", "set:XXXX-WXX-1@morning"),
        ("Tolls bring in 3 billion a year.", "set:P1Y"),
        ("They met two weeks or so ago.", "week:-2"),
        ("Five years ago this week they signed.", "year:-5"),
        ("Nine barges were lost in the last year.", "years:-1"),
        ("They launched it this past December.", "month:--12:last"),
        ("They met in the twentieth century.", "century:1900"),
        ("Nothing moved in the last quarter century.", "duration:P25Y"),
        ("There are no ships at the moment.", "ref:present"),
        ("They fell out early in the week.", "early(week:0)"),
        ("They lost money in the last fiscal year.", "year:-1"),
        ("The bank opens in May, the twenty-first of May 2031.", "date:2031-05-21"),
    ],
)
def test_ways_of_writing_that_share_a_rule(text: str, value: str) -> None:
    assert value in [found for _, found in values(text)]


def test_the_same_day_that_something_happens_is_told_after_it() -> None:
    text = "They met on Monday. On the same day that the port closed, the mill shut."
    assert [value for _, value in values(text)] == ["weekday:0"]


def test_somebodys_last_year_in_office_is_not_last_year() -> None:
    assert values("He spent more in his last year in office.") == []


def test_the_last_week_of_a_stretch_is_not_last_week() -> None:
    assert values("In the last days of the siege they ate bark.")[0][1] == "duration:PXD"
    assert values("In the last week of the siege they ate bark.") == []


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


def test_what_will_happen_overnight_is_of_the_night_to_come() -> None:
    assert [found.value for found in find_times(blank("The gates will open overnight."))] == ["range:(day:0,day:+1)"]
    assert [found.value for found in find_times(blank("The gates fell overnight."))] == ["range:(day:-1,day:0)"]


def test_a_line_break_inside_an_expression_does_not_hide_it() -> None:
    assert values("They will return next\nweek to Orvel.") == [("next\nweek", "week:+1")]


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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The siege lasted half a dozen years.", "duration:P6Y"),
        ("The siege lasted two dozen days.", "duration:P24D"),
        ("They spoke for a couple of hours.", "duration:PT2H"),
        ("They spoke for two to three hours.", "duration:PT3H"),
        ("The siege lasted one hundred and twenty days.", "duration:P120D"),
        ("They were held for several hundred days.", "duration:PXD"),
        ("The strait is 2.5 million years old and took 1,500 years to form.", "duration:P1500Y"),
        ("The bank shut for five business days.", "duration:P5D"),
        ("They fought for three bloody years.", "duration:P3Y"),
        ("Nothing will sail in the next two or three days.", "days:+3"),
        ("Four barges were lost in the last couple of weeks.", "weeks:-2"),
        ("The offer stands through Friday.", "until(weekday:4)"),
        ("The offer stands from today through April 17.", "until(date:--04-17)"),
        ("They stay for an additional year.", "duration:P1Y"),
        ("They met before Aug. 2's raid.", "date:--08-02"),
        ("The entire month was quiet.", "month:0"),
        ("They were held for two years, three months.", "duration:P2Y3M"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: str) -> None:
    assert value in [found for _, found in values(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The day after Monday they fled.", [("The day after Monday", "1-days-after(weekday:0)")]),
        ("They met a week before 9 April 2031.", [("a week before 9 April 2031", "7-days-before(date:2031-04-09)")]),
        ("They fled two days after the 9 April raid.", [("two days after the 9 April", "2-days-after(date:--04-09)")]),
        ("They fled ten days before Tal came.", [("ten days", "duration:P10D")]),
        ("They fled the day before Tal came.", []),
        ("They fled and two months later Tal came.", [("two months", "duration:P2M")]),
        (
            "They met two days before Monday and parted the next day.",
            [
                ("two days before Monday", "2-days-before(weekday:0)"),
                ("the next day", "day-after(2-days-before(weekday:0))"),
            ],
        ),
    ],
)
def test_days_counted_from_the_day_that_stands_behind_them(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


def needs(pattern: Sequence[tuple[object, object]], words: Sequence[str]) -> bool:
    """Does whatever a parsed pattern matches hold one of the words?"""
    run = ""
    for code, what in [*pattern, (None, None)]:
        name = str(code)
        if name == "LITERAL":
            run += chr(cast(int, what)).lower()
            continue
        if any(word in run for word in words):
            return True
        run = ""
        inner = cast(tuple[object, ...], what)
        if name == "BRANCH" and all(needs(cast(Sequence, one), words) for one in cast(list[object], inner[1])):
            return True
        if name == "SUBPATTERN" and needs(cast(Sequence, inner[3]), words):
            return True
        if name == "MAX_REPEAT" and cast(int, inner[0]) > 0 and needs(cast(Sequence, inner[2]), words):
            return True
    return False


@pytest.mark.parametrize("rule", [rule for of_key in rules().by_key.values() for rule in of_key], ids=lambda r: r.name)
def test_a_rule_cannot_match_without_a_word_that_it_names_as_near(rule: Rule) -> None:
    assert not rule.near or needs(parser.parse(rule.pattern.pattern, re.IGNORECASE), rule.near)


def test_a_letter_that_becomes_two_in_small_does_not_move_what_is_found() -> None:
    text = "İİİ came back on Monday."
    assert values(text) == [("Monday", "weekday:0")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on the eve of Eid al-Fitr.", [("the eve of Eid al-Fitr", "1-days-before(holiday:eid-al-fitr)")]),
        ("They met before Eid-ul-Adha 2029.", [("Eid-ul-Adha 2029", "holiday:eid-al-adha:2029")]),
        ("They wrote at Chinese New Year.", [("Chinese New Year", "holiday:lunar-new-year")]),
        ("They parted last Chanukah.", [("last Chanukah", "holiday:hanukkah:last")]),
        ("The guns were silent on Orthodox Easter.", [("Orthodox Easter", "holiday:orthodox-easter")]),
        ("They fought in the Yom Kippur War.", []),
        ("So said Ramadan Dravec.", []),
    ],
)
def test_feasts_that_move_with_the_moon_are_found_by_name(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In May tolls rose by a fifth from a year earlier.", "month:-1y-05"),
        ("In May 2029 tolls rose by a fifth from a year earlier.", "month:2028-05"),
        ("Last month tolls were higher than a year ago.", "month:-13"),
        ("They met in May. Tolls were lower than a year ago.", "year:-1"),
        ("The talks of May broke down a year ago.", "year:-1"),
        ("In May 2029 and in 2030 tolls were higher than a year earlier.", "year:-1"),
    ],
)
def test_a_year_earlier_than_a_month_is_that_month(text: str, value: str) -> None:
    assert values(text)[-1][1] == value


def test_a_quarter_that_ended_on_a_day_is_the_three_months_before_it() -> None:
    text = "Mills lost money in the third quarter. In the quarter ended July 31 they had earned some."
    assert values(text)[1] == ("the quarter", "quarter-ended(date:--07-31)")


def test_what_may_soon_be_done_is_still_to_come() -> None:
    assert values("They may soon meet, and may now rest.") == [("soon", "ref:future"), ("now", "ref:present")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They will be gone by close of business on Friday.", [("by close of business on Friday", "until(weekday:4)")]),
        ("Fashion week begins on Monday.", [("Monday", "weekday:0")]),
        ("They met on Monday week after week.", [("Monday", "weekday:0")]),
        ("They met in the last quarter of 2030.", [("the last quarter of 2030", "quarter:2030-4")]),
    ],
)
def test_deadlines_and_weeks_as_people_say_them(text: str, found: list[tuple[str, str]]) -> None:
    assert [pair for pair in values(text) if not pair[1].startswith("duration")] == found


@pytest.mark.parametrize(("text", "count"), [("Within days, they will leave.", 1), ("Within days, they had left.", 0)])
def test_within_days_is_a_time_ahead_only_where_the_clause_looks_ahead(text: str, count: int) -> None:
    assert len(find_times(blank(text))) == count


def test_two_fridays_ago_is_the_friday_before_the_last() -> None:
    assert values("They met two Fridays ago.") == [("two Fridays ago", "7-days-before(weekday:4:last)")]
