"""Which days the words for times come to, in reports of one day, of several, and of none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.times.find import find_times
from onrecord.ingest.report import Facts, make_report
from onrecord.model.period import Period
from onrecord.model.reading import TimeExpression
from onrecord.model.span import Span
from onrecord.resolve.days import deadline, evaluate
from tests.extract.times import blank

SUNDAY = date(2031, 3, 9)
TUESDAY = date(2031, 3, 11)


def days(value: str, anchor: date | Period | None = SUNDAY, tense: str = "past") -> tuple[str | None, str | None]:
    period = Period.day(anchor) if isinstance(anchor, date) else anchor or Period()
    found = evaluate(TimeExpression(Span("r-1", 0, 1, "x"), value, tense), period)
    return found.start.isoformat() if found.start else None, found.end.isoformat() if found.end else None


@pytest.mark.parametrize(
    ("value", "tense", "start", "end"),
    [
        ("weekday:1", "past", "2031-03-11", "2031-03-11"),
        ("weekday:1", "future", "2031-03-11", "2031-03-11"),
        ("weekday:0", "past", "2031-03-10", "2031-03-10"),
        ("weekday:0", "future", "2031-03-17", "2031-03-17"),
        ("weekday:5", "present", "2031-03-15", "2031-03-15"),
        ("weekday:0", "present", "2031-03-10", "2031-03-10"),
        ("weekday:1:last", "past", "2031-03-04", "2031-03-04"),
        ("weekday:1:next", "future", "2031-03-18", "2031-03-18"),
        ("weekday:3:-1", "past", "2031-03-06", "2031-03-06"),
        ("weekday:3:+1", "future", "2031-03-20", "2031-03-20"),
        ("weekday:0@evening", "past", "2031-03-10", "2031-03-10"),
        ("until(weekday:4)", "past", "2031-03-11", "2031-03-14"),
        ("day:-1", "past", "2031-03-10", "2031-03-10"),
        ("week:+1", "future", "2031-03-17", "2031-03-23"),
        ("week:-1", "past", "2031-03-03", "2031-03-09"),
        ("earlier(week:0)", "past", "2031-03-10", "2031-03-10"),
        ("coming-days", "future", "2031-03-11", "2031-03-18"),
        ("coming-hours", "future", "2031-03-11", "2031-03-12"),
        ("hours:+48", "future", "2031-03-11", "2031-03-13"),
        ("until(end(month:0))", "future", "2031-03-11", "2031-03-31"),
        ("end(month:--05)", "future", "2031-05-22", "2031-05-31"),
        ("range:(date:--05-23,date:--05-25)", "future", "2031-05-23", "2031-05-25"),
        ("range:(date:--12-28,date:--01-03)", "past", "2030-12-28", "2031-01-03"),
        ("month:-1", "past", "2031-02-01", "2031-02-28"),
        ("late(month:-1)", "past", "2031-02-20", "2031-02-28"),
        ("quarter:-1y-3", "past", "2030-07-01", "2030-09-30"),
        ("until(year:2029)", "past", "2029-01-01", "2029-12-31"),
        ("until(month:-1y-05)", "past", "2030-05-01", "2030-05-31"),
        ("until(month:--05)", "future", "2031-03-11", "2031-05-31"),
        ("until(date:--04-09)", "past", "2031-03-11", "2031-04-09"),
        ("that-year(month:--05)", "past", "2030-01-01", "2030-12-31"),
        ("that-day(date:--02-20@evening)", "past", "2031-02-20", "2031-02-20"),
        ("day-after(date:--02-28)", "past", "2031-03-01", "2031-03-01"),
        ("week-after(weekday:4)", "past", "2031-03-10", "2031-03-16"),
        ("2-days-after(day-after(weekday:4))", "past", "2031-03-10", "2031-03-10"),
        ("2-months-after(date:2030-04-09)", "past", "2030-06-01", "2030-06-30"),
        ("3-weeks-after(date:--02-10)", "past", "2031-03-03", "2031-03-09"),
        ("quarter-ended(date:--01-31)", "past", "2030-11-01", "2031-01-31"),
        ("2-days-before(weekday:0)", "past", "2031-03-08", "2031-03-08"),
        ("7-days-before(date:--04-09)", "future", "2031-04-02", "2031-04-02"),
        ("year-before(month:2029-05)", "past", "2028-01-01", "2028-12-31"),
        ("month-before(date:--01-09)", "past", "2030-12-01", "2030-12-31"),
        ("century:1900", "past", "1900-01-01", "1999-12-31"),
        ("year:-1", "past", "2030-01-01", "2030-12-31"),
        ("season:--winter:last", "past", "2030-12-01", "2031-02-28"),
        ("holiday:christmas-eve:2029", "past", "2029-12-24", "2029-12-24"),
        ("holiday:easter", "future", "2031-04-13", "2031-04-13"),
        ("holiday:orthodox-easter", "future", "2031-04-13", "2031-04-13"),
        ("holiday:orthodox-easter:2030", "past", "2030-04-28", "2030-04-28"),
        ("holiday:ramadan", "past", "2030-12-26", "2031-01-24"),
        ("holiday:ramadan:last", "past", "2030-12-26", "2031-01-24"),
        ("holiday:passover", "future", "2031-04-08", "2031-04-14"),
        ("holiday:lunar-new-year", "past", "2031-01-23", "2031-01-23"),
        ("holiday:hanukkah:next", "future", "2031-12-10", "2031-12-17"),
        ("date:--02-20", "past", "2031-02-20", "2031-02-20"),
        ("date:--11-08", "past", "2030-11-08", "2030-11-08"),
        ("date:--11-08", "future", "2031-11-08", "2031-11-08"),
    ],
)
def test_in_a_report_of_a_tuesday(value: str, tense: str, start: str, end: str) -> None:
    assert days(value, TUESDAY, tense) == (start, end)


def test_what_is_still_to_come_this_week_on_a_sunday_is_in_the_week_that_begins() -> None:
    assert days("week:0", SUNDAY, "future") == ("2031-03-09", "2031-03-15")


def test_last_week_said_on_a_sunday_is_the_week_just_gone() -> None:
    assert days("week:-1", SUNDAY) == ("2031-03-02", "2031-03-08")


def test_a_weekday_beside_a_date_tells_its_year() -> None:
    assert days("date:--02-20/6", date(2031, 8, 1)) == ("2033-02-20", "2033-02-20")


def test_a_report_of_several_days_widens_what_is_counted_from_it() -> None:
    fortnight = Period(date(2031, 3, 1), date(2031, 3, 14))
    assert days("day:-1", fortnight) == ("2031-02-28", "2031-03-13")
    assert days("weekday:1", fortnight) == ("2031-02-25", "2031-03-11")
    assert days("date:2031-03-05", fortnight) == ("2031-03-05", "2031-03-05")


def test_without_a_day_only_what_names_its_year_is_known() -> None:
    assert days("date:2031-03-05", None) == ("2031-03-05", "2031-03-05")
    assert days("month:2031-02", None) == ("2031-02-01", "2031-02-28")
    assert all(
        days(value, None) == (None, None) for value in ("weekday:1", "date:--03-05", "week:+1", "coming-days", "day:0")
    )


@pytest.mark.parametrize(
    "value",
    [
        "date:2031-02-31", "date:--02-30", "date:0000-01-01", "year:0000", "month:--13", "weekday:9", "day:+999999999",
        "year:-9000", "holiday:nothing", "range:(x", "until(", "", "now", "ref:past", "set:P1D", "duration:PT3H",
        "later()",
    ],
)  # fmt: skip
def test_what_is_no_day_is_unknown_and_no_error(value: str) -> None:
    assert days(value) == (None, None)


def test_a_leap_day_is_looked_for_in_a_leap_year() -> None:
    assert days("date:--02-29", date(2031, 3, 9)) == ("2032-02-29", "2032-02-29")


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
VALUES = st.sampled_from(
    ["weekday:1", "weekday:4:last", "weekday:2:next", "date:--02-20", "month:--06", "week:+1", "day:-1", "coming-days",
     "until(weekday:4)", "earlier(week:0)", "holiday:easter", "quarter:-1", "year:+1", "weekend:0", "hours:+48"]
)  # fmt: skip


@given(DAYS, VALUES, st.sampled_from(["past", "present", "future"]))
def test_a_period_never_ends_before_it_begins(day: date, value: str, tense: str) -> None:
    found = evaluate(TimeExpression(Span("r-1", 0, 1, "x"), value, tense), Period.day(day))
    assert found.start is not None
    assert found.end is not None
    assert found.start <= found.end


@given(DAYS, st.integers(min_value=0, max_value=6))
def test_past_and_coming_weekdays_lie_within_a_week(day: date, weekday: int) -> None:
    span = Span("r-1", 0, 1, "x")
    back = evaluate(TimeExpression(span, f"weekday:{weekday}", "past"), Period.day(day)).start
    ahead = evaluate(TimeExpression(span, f"weekday:{weekday}", "future"), Period.day(day)).start
    assert back is not None
    assert ahead is not None
    assert 0 <= (day - back).days < 7
    assert 0 <= (ahead - day).days < 7
    assert back.weekday() == ahead.weekday() == weekday


@given(st.text(max_size=40), DAYS)
def test_any_value_can_be_evaluated(value: str, day: date) -> None:
    evaluate(TimeExpression(Span("r-1", 0, 1, "x"), value), Period.day(day))


@pytest.mark.parametrize(
    ("value", "anchor", "start", "end"),
    [
        ("until(weekday:4)", Period.day(TUESDAY), "2031-03-14", "2031-03-14"),
        ("until(date:--03-29)", Period.day(SUNDAY), "2031-03-29", "2031-03-29"),
        ("until(end(month:0))", Period.day(SUNDAY), "2031-03-31", "2031-03-31"),
        ("until(weekday:4)", Period(TUESDAY, date(2031, 3, 18)), "2031-03-14", "2031-03-21"),
        ("weekday:4", Period.day(TUESDAY), "2031-03-14", "2031-03-14"),
    ],
)
def test_what_is_to_be_done_by_a_day_is_due_on_it_and_as_unsure_as_the_reports_day(
    value: str, anchor: Period, start: str, end: str
) -> None:
    found = deadline(TimeExpression(Span("r-1", 0, 1, "x"), value, "future"), anchor)
    assert (str(found.start), str(found.end)) == (start, end)


def test_a_feast_in_a_year_that_its_table_does_not_hold_is_unknown() -> None:
    assert days("holiday:ramadan:1900", TUESDAY) == (None, None)
    assert days("holiday:ramadan", date(2099, 3, 1)) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "They met on 31 February 2031.",
        "They met on February 30.",
        "They met on 1 January 0000.",
        "They met on 32 May 2031.",
    ],
)
def test_words_for_a_day_that_does_not_exist_name_no_days(text: str) -> None:
    found = find_times(blank(text))
    assert [evaluate(time, Period.day(TUESDAY)) for time in found] == [Period()] * len(found)


def test_sunday_in_a_text_of_no_day_at_all_is_found_and_is_no_day() -> None:
    found = find_times(blank("They met on Sunday and will meet again in two weeks."))
    assert [time.value for time in found] == ["weekday:6", "week:+2"]
    assert [evaluate(time, Period()) for time in found] == [Period(), Period()]


def test_weekdays_are_counted_from_the_day_at_the_place_of_the_dateline() -> None:
    text = "OTTAWA (Northline) - The envoy said on Tuesday, and again on Monday, that nothing at all was signed."
    report = make_report("a.txt", text, Facts(published="2031-03-11T02:30:00Z"), where="a.txt", today=date(2031, 6, 1))
    period = report.published.period  # Monday 10 March in Ottawa, Tuesday in Greenwich
    assert [evaluate(time, period).start for time in find_times(blank(text))] == [date(2031, 3, 4), date(2031, 3, 10)]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("date:--03-11:past", "2031-03-11"),
        ("date:--03-15:past", "2030-03-15"),
        ("date:--03-15", "2031-03-15"),
        ("date:2031-04-09:past", "2031-04-09"),
        ("date:--03-10:past@evening", "2031-03-10"),
    ],
)
def test_a_date_that_lies_behind_is_the_last_one_the_day_itself_included(value: str, day: str) -> None:
    assert days(value, TUESDAY) == (day, day)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("year:-0.5", "2030-09-01", "2030-09-30"),
        ("year:-1.5", "2029-09-01", "2029-09-30"),
        ("week:-1.5", "2031-03-01", "2031-03-01"),
        ("7-days-after(weekday:0:next)", "2031-03-24", "2031-03-24"),
        ("1-days-before(holiday:easter)", "2031-04-12", "2031-04-12"),
        ("later(week:0)", "2031-03-11", "2031-03-16"),
    ],
)
def test_halves_of_units_and_weeks_from_a_day(value: str, first: str, last: str) -> None:
    assert days(value, TUESDAY) == (first, last)
