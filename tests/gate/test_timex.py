"""Our values in the notation of TIMEX3."""

from datetime import date

import pytest

from gate.timex import timex_value

A_WEDNESDAY = date(2031, 6, 18)


@pytest.mark.parametrize(
    ("value", "tense", "timex"),
    [
        ("weekday:0", "past", "2031-06-16"),
        ("weekday:0@evening", "past", "2031-06-16TEV"),
        ("weekday:4@T16:00", "future", "2031-06-20T16:00"),
        ("week:-1", "past", "2031-W24"),
        ("weekend:0", "past", "2031-W24-WE"),
        ("year:-2", "past", "2029"),
        ("early(month:--05)", "past", "2031-05"),
        ("half2(year:2029)", "past", "2029-H2"),
        ("half1(month:--05)", "past", "2031-05"),
        ("year-before(month:2029-05)", "past", "2028"),
        ("century:1900", "past", "19"),
        ("decade:1990", "past", "199"),
        ("season:2029-winter", "past", "2029-WI"),
        ("months:-3", "past", "P3M"),
        ("hours:+0.5", "future", "PT30M"),
        ("recent-days", "past", "PXD"),
        ("coming-quarters", "future", "PXQ"),
        ("set:XXXX-WXX-4", "past", "XXXX-WXX-4"),
        ("set:XXXX-WXX-1@night", "past", "XXXX-WXX-1TNI"),
        ("duration:P2Y6M", "past", "P2Y6M"),
        ("duration:P4E", "past", "P40Y"),
        ("ref:future", "past", "FUTURE_REF"),
        ("fiscal:1-1y", "past", "2030-Q1"),
        ("quarter-ended(date:--04-30)", "past", "2031-Q1"),
        ("quarter-ended(date:--02-31)", "past", ""),
        ("range:(day:-1,day:0)", "past", "2031-06-18TNI"),
        ("2-days-before(date:--06-17)", "past", "2031-06-15"),
        ("duration:PXC", "past", "PXCE"),
        ("date:2031-02-31", "past", ""),
    ],
)
def test_a_value_is_written_as_the_guideline_has_it(value: str, tense: str, timex: str) -> None:
    assert timex_value(value, tense, A_WEDNESDAY) == timex
