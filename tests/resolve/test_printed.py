"""Texts that are printed again: from which day their weekdays are counted."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.period import Published
from onrecord.model.reading import Reading, TimeExpression
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.resolve.printed import Printed, counted_from, printings

TALKS = "Envoys of Orlavia and Kestria met for six hours in Linhaven on Tuesday. They left in the dark on Wednesday."
NOTICE = "The harbour council of Dorn sits in its hall at nine o'clock on Sunday. "
FRIDAY, SATURDAY, LATER = date(2031, 4, 11), date(2031, 4, 12), date(2031, 4, 19)


def printed(name: str, text: str, day: date) -> Printed:
    weekdays = re.finditer(r"\w+day\b", text)
    return Printed(name, text, day, tuple(match.span() for match in weekdays))


def test_the_weekdays_of_a_reprint_are_those_of_the_first_printing() -> None:
    found = counted_from([printed("b", f"Reprinted.\n\n{TALKS}", LATER), printed("a", TALKS, FRIDAY)])
    assert set(found) == {("b", f"Reprinted.\n\n{TALKS}".index("Tuesday"))}
    assert set(found.values()) == {FRIDAY}


def test_of_three_printings_the_first_counts_for_both_others() -> None:
    pages = [printed("c", TALKS, LATER), printed("b", TALKS, SATURDAY), printed("a", TALKS, FRIDAY)]
    assert {name: day for (name, _), day in counted_from(pages).items()} == {"b": FRIDAY, "c": FRIDAY}


def test_a_notice_that_stands_in_two_reports_counts_anew_in_each() -> None:
    other = "The ferry ran aground with forty passengers off the cape on Monday. It was towed into port that Thursday."
    assert counted_from([printed("a", NOTICE + TALKS, FRIDAY), printed("b", NOTICE + other + TALKS[:9], LATER)]) == {}


def test_what_was_printed_long_before_is_another_years() -> None:
    assert counted_from([printed("a", TALKS, date(2030, 4, 12)), printed("b", TALKS, FRIDAY)]) == {}


def test_only_a_day_that_is_given_or_printed_carries_over() -> None:
    report = Report("a", "a.txt", TALKS)
    at = TALKS.index("Tuesday")
    reading = Reading("a", "test", times=(TimeExpression(Span("a", at, at + 7, "Tuesday"), "weekday:1", "past"),))
    for basis, count in (("given", 1), ("page", 1), ("corpus", 0)):
        days = {"a": Published(FRIDAY, FRIDAY, basis)}  # type: ignore[arg-type]
        assert len(list(printings([report], [reading], days))) == count
    assert list(printings([report], [reading], {"a": Published(FRIDAY, LATER, "given")})) == []


@given(st.permutations([printed("a", TALKS, FRIDAY), printed("b", TALKS, SATURDAY), printed("c", TALKS, LATER)]))
def test_the_order_of_the_texts_makes_no_difference(pages: list[Printed]) -> None:
    assert {name: day for (name, _), day in counted_from(pages).items()} == {"b": FRIDAY, "c": FRIDAY}
