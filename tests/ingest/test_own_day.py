"""The day of a report at the place of its dateline, where what came with it gives a time in Greenwich."""

from datetime import date

import pytest

from onrecord.ingest.own_day import dateline_place, own_day, page_moment
from onrecord.ingest.report import Facts, make_report
from onrecord.model.notes import notes_of
from onrecord.model.period import Published

SAID = "The envoy of Kestria said on Monday that the talks about the strait would go on for a week."
OTTAWA = f"OTTAWA, March 10 (Northline) - {SAID}"


@pytest.mark.parametrize(
    ("words", "text", "day"),
    [
        ("2031-03-11T02:30:00Z", OTTAWA, date(2031, 3, 10)),
        ("2031-03-11T02:30:00+00:00", OTTAWA, date(2031, 3, 10)),
        ("Tue, 11 Mar 2031 02:30:00 GMT", OTTAWA, date(2031, 3, 10)),
        ("2031-03-11T15:30:00Z", OTTAWA, date(2031, 3, 11)),
        ("2031-03-10T18:30:00Z", f"WELLINGTON (Northline) - {SAID}", date(2031, 3, 11)),
        ("2031-03-10T18:30:00Z", f"A headline\n\nWellington, New Zealand (Northline) - {SAID}", date(2031, 3, 11)),
    ],
)
def test_a_time_in_greenwich_is_of_the_day_that_it_was_in_the_city_of_the_dateline(
    words: str, text: str, day: date
) -> None:
    assert own_day(words, text) == day


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("2031-03-11", OTTAWA),
        ("2031-03-11T02:30:00", OTTAWA),
        ("2031-03-11T00:00:00Z", OTTAWA),
        ("2031-03-11T02:30:00+02:00", OTTAWA),
        ("soon", OTTAWA),
        ("2031-03-11T02:30:00Z", SAID),
        ("2031-03-11T02:30:00Z", f"TAVIA, March 10 (Northline) - {SAID}"),
        ("2031-03-11T02:30:00Z", f"LONDON, Ontario (Northline) - {SAID}"),
        ("9999-12-31T23:30:00Z", f"WELLINGTON (Northline) - {SAID}"),
    ],
)
def test_no_day_is_told_where_the_time_or_the_place_is_not(words: str, text: str) -> None:
    assert own_day(words, text) is None


def test_of_two_cities_with_different_days_neither_is_taken() -> None:
    # Valencia of Spain and Valencia of Venezuela: 02:30 in Greenwich is 03:30 here and 22:30 of the day before there.
    assert own_day("2031-03-11T02:30:00Z", f"VALENCIA (Northline) - {SAID}") is None
    assert own_day("2031-03-11T02:30:00Z", f"VALENCIA, Spain (Northline) - {SAID}") == date(2031, 3, 11)
    assert own_day("2031-03-11T02:30:00Z", f"VALENCIA, Venezuela (Northline) - {SAID}") == date(2031, 3, 10)


def test_the_place_of_a_dateline_is_what_stands_before_its_day_and_its_agency() -> None:
    assert dateline_place(OTTAWA) == ("OTTAWA", "")
    assert dateline_place(f"NEW DELHI - {SAID}") == ("NEW DELHI", "")
    assert dateline_place(f"Wellington, New Zealand (Northline) - {SAID}") == ("Wellington", "New Zealand")
    assert dateline_place(SAID) == ("", "")


def test_a_report_is_of_its_own_day_and_says_why() -> None:
    report = make_report(
        "a.txt", OTTAWA, Facts(published="2031-03-11T02:30:00Z"), where="a.txt", today=date(2031, 6, 1)
    )
    assert report.published == Published(date(2031, 3, 10), date(2031, 3, 10), "given")
    assert notes_of(report) == (
        "published 2031-03-11T02:30:00Z is 2031-03-10 at the place of its dateline, which counts",
    )


@pytest.mark.parametrize(
    ("html", "moment"),
    [
        ('<meta property="article:published_time" content="2031-03-11T02:30:00Z">', "2031-03-11T02:30:00Z"),
        ('{"@type": "NewsArticle", "datePublished": "2031-03-11T02:30:00+00:00"}', "2031-03-11T02:30:00+00:00"),
        ('<meta property="article:modified_time" content="2031-03-11T02:30:00Z">', None),
        ('<meta property="article:published_time" content="2031-03-11">', None),
        ('{"datePublished": "2031-03-11T02:30:00Z"} {"datePublished": "2031-03-09T02:30:00Z"}', None),
        ('{"datePublished": "2031-03-09T02:30:00Z"}', None),
    ],
)
def test_the_markup_of_a_page_tells_the_time_of_its_publication(html: str, moment: str | None) -> None:
    assert page_moment(html, date(2031, 3, 11)) == moment
    assert page_moment(html, None) is None


def test_a_page_is_of_the_day_that_it_was_at_the_place_of_its_dateline() -> None:
    facts = Facts(page=date(2031, 3, 11), moment="2031-03-11T02:30:00Z")
    report = make_report("a.html", OTTAWA, facts, where="a.html", today=date(2031, 6, 1))
    assert report.published == Published(date(2031, 3, 10), date(2031, 3, 10), "page")
    assert len(notes_of(report)) == 1
