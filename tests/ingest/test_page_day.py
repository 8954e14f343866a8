"""The day on the page: labels, date lines, datelines and addresses, and what is not believed."""

from datetime import date

import pytest

from onrecord.ingest.page_day import day_in_address, days_in, page_day
from tests.ingest.world import STORY, TODAY

MAY_2 = date(2031, 5, 2)  # a Friday


@pytest.mark.parametrize(
    "words",
    [
        "May 2, 2031",
        "May 2nd, 2031",
        "MAY 2 2031",
        "2 May 2031",
        "2nd of May, 2031",
        "Friday, May 2, 2031",
        "Fri, 2 May 2031",
        "02-May-2031",
        "2031-05-02",
        "2031/05/02",
        "2031.05.02",
    ],
)
def test_a_whole_date_is_read_in_the_ways_people_write_it(words: str) -> None:
    assert [found.day for found in days_in(words)] == [MAY_2]
    (found,) = days_in(f"on {words} at noon")
    assert f"on {words} at noon"[found.start : found.end] == words


@pytest.mark.parametrize(
    "words",
    [
        "May 2",
        "2 May",
        "May 2031",
        "31 February 2031",
        "2031-13-01",
        "2031-00-10",
        "Monday, May 2, 2031",
        "03/04/2031",
        "version 1.2.2031.5",
        "120310502",
    ],
)
def test_what_is_no_whole_and_certain_date_is_none(words: str) -> None:
    assert days_in(words) == []


def test_numbers_that_can_only_be_one_day_are_that_day() -> None:
    assert [found.day for found in days_in("25/04/2031, 04/25/2031, 5.5.2031")] == [
        date(2031, 4, 25),
        date(2031, 4, 25),
        date(2031, 5, 5),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Published : 02 May 2031 09:36 PM | Updated : 09 May 2031 11:00 PM",
        "Updated: May 9, 2031, 11 pm | First published: May 2, 2031",
        "Posted on 2 May 2031",
        "By Lena Marsh | Published May 2, 2031 at 9:36 a.m.",
        "May 2, 2031",
        "Friday, 2 May 2031, 21:36 GMT+3",
        "By Lena Marsh - May 2, 2031 | 1 min read",
        "2031-05-02 21:36:11 UTC",
        "ORLAN, May 2, 2031 (Karvan) - " + STORY[16:100],
        "BRASK, Veldany, 2 May 2031 /KARVAN/ -- " + STORY[16:120],
    ],
)
def test_the_page_names_its_day_near_its_top(line: str) -> None:
    assert page_day(["A day is named", "", line, "", *STORY.split("\n")], today=TODAY).day == MAY_2


def test_the_page_may_name_its_day_at_its_foot_with_a_label() -> None:
    story = STORY.split("\n") * 5
    assert page_day([*story, "First Published: 02 May 2031, 09:33 PM IST"], today=TODAY).day == MAY_2
    assert page_day([*story, "CORRECTION", "May 2, 2031"], today=TODAY).day is None


@pytest.mark.parametrize(
    "line",
    [
        "Updated: May 2, 2031",
        "May 2, 2041",
        "May 2, 1831",
        "The palace published its plan on May 2, 2031, and nobody read it.",
        "ORLAN, May 2 (Karvan) - The palace named a day for the retreat of its soldiers from the valley, and no more.",
        "On May 2, 2031 the palace - as it does - named a day for the retreat of its soldiers from the whole valley.",
    ],
)
def test_a_day_that_is_not_plainly_the_pages_own_is_not_taken(line: str) -> None:
    assert page_day([line, *STORY.split("\n")], today=TODAY).day is None


@pytest.mark.parametrize(
    ("line", "day", "updated"),
    [
        ("Published by Karvan, updated 9 May 2031", None, date(2031, 5, 9)),
        ("Published 09:12 by Karvan, updated 18:40, 9 May 2031", None, date(2031, 5, 9)),
        ("Published 09:12, 2 May 2031 | Updated 18:40, 9 May 2031", MAY_2, date(2031, 5, 9)),
        ("Updated at 18:40 | published 2 May 2031", MAY_2, None),
    ],
)
def test_a_day_belongs_to_the_label_before_it(line: str, day: date | None, updated: date | None) -> None:
    assert page_day([line, *STORY.split("\n")], today=TODAY) == (day, updated)


def test_two_different_days_in_one_place_are_no_day() -> None:
    assert page_day(["May 2, 2031", "May 3, 2031", *STORY.split("\n")], today=TODAY).day is None


def test_a_day_in_the_middle_of_the_page_is_another_storys() -> None:
    lines = [*STORY.split("\n") * 4, "May 2, 2031", *STORY.split("\n") * 4]
    assert page_day(lines, today=TODAY).day is None


def test_the_day_of_a_change_is_kept_apart() -> None:
    assert page_day(["Updated: May 2, 2031", *STORY.split("\n")], today=TODAY) == (None, MAY_2)


@pytest.mark.parametrize(
    "url",
    [
        "https://karvan.example/2031/05/02/a-day",
        "https://karvan.example/2031/may/02/a-day",
        "https://karvan.example/news/20310502/a-day",
        "https://karvan.example/a-day-2031-05-02.html?x=1",
    ],
)
def test_an_address_may_hold_the_day(url: str) -> None:
    assert day_in_address(url, today=TODAY) == MAY_2


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://karvan.example/2031/05/a-day",
        "https://karvan.example/2031/02/31/a-day",
        "https://karvan.example/2099/05/02/a-day",
        "https://karvan.example/2031/05/02/recalls-2031-04-01",
        "https://karvan.example/id/98310502991",
    ],
)
def test_an_address_without_one_certain_day_has_none(url: str) -> None:
    assert day_in_address(url, today=TODAY) is None
