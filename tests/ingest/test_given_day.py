"""The day that metadata gives: taken as it is written, never made up, never in the future."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.given_day import NotADayError, given_day
from onrecord.model.period import Period
from tests.ingest.world import TODAY


@pytest.mark.parametrize(
    "words",
    [
        "2031-05-02",
        " 2031-05-02T23:59:00Z ",
        "2031-05-02T23:59:00-11:00",
        "2031-05-02 09:36:00",
        "Fri, 02 May 2031 21:36:00 +0200",
        "May 2, 2031",
        "2 May 2031, 9 pm",
    ],
)
def test_a_time_counts_as_the_day_in_its_own_zone(words: str) -> None:
    assert given_day(words, today=TODAY) == Period.day(date(2031, 5, 2))


def test_a_month_or_a_year_is_a_period_and_no_day() -> None:
    assert given_day("2028-02", today=TODAY) == Period(date(2028, 2, 1), date(2028, 2, 29))
    assert given_day("2028", today=TODAY) == Period(date(2028, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize("words", ["2031-02-31", "0000-01-01", "0000", "2031-13", "soon", "03/04/2031", "-1", "99:99"])
def test_what_cannot_be_a_day_is_said_to_be_none(words: str) -> None:
    with pytest.raises(NotADayError, match="is not a day and was left out"):
        given_day(words, today=TODAY)


@pytest.mark.parametrize("words", ["2031-06-03", "9999-12-31", "2032"])
def test_a_day_still_to_come_is_not_believed(words: str) -> None:
    with pytest.raises(NotADayError, match="is still to come and was left out"):
        given_day(words, today=TODAY)


def test_tomorrow_is_already_today_somewhere() -> None:
    assert given_day("2031-06-02", today=TODAY).exact


@given(st.one_of(st.text(max_size=40), st.from_regex(r"\d{1,5}[-/. ]\w{1,4}[-/. ]\d{1,5}.{0,9}")))
def test_any_words_give_a_period_that_is_not_in_the_future_or_none(words: str) -> None:
    try:
        period = given_day(words, today=TODAY)
    except NotADayError:
        return
    assert period.start is not None
    assert period.end is not None
    assert period.start <= period.end
    assert period.start <= date(2031, 6, 2)
