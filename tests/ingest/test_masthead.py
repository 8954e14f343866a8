"""The head of a plain text: headline and byline where they are plain to see."""

import pytest

from onrecord.ingest.masthead import Masthead, read_masthead
from tests.ingest.world import STORY, TODAY


def head(*lines: str) -> Masthead:
    return read_masthead("\n".join([*lines, "", STORY]), today=TODAY)


def test_headline_byline_and_day_stand_above_the_story() -> None:
    found = head("Palace names a day for the retreat", "", "By Lena Marsh", "May 2, 2031", "1 min read")
    assert (found.title, found.byline) == ("Palace names a day for the retreat", "Lena Marsh")
    assert found.day is not None


@pytest.mark.parametrize(
    "line", ["By Lena Marsh | May 2, 2031", "By Lena Marsh - Karvan News", "BY Lena Marsh • 3 min read"]
)
def test_a_byline_ends_where_the_next_thing_begins(line: str) -> None:
    assert head(line).byline == "Lena Marsh"


def test_a_byline_names_everybody() -> None:
    assert head("By Lena Marsh and Tom Orr, Karvan News").byline == "Lena Marsh and Tom Orr, Karvan News"


@pytest.mark.parametrize(
    "lines",
    [
        ("Lake Times | Friday 2 May 2031 | Politics", "Palace names a day for the retreat"),
        ("Palace names a day for the retreat", "By Lena Marsh", "Lake Times, 2 May 2031"),
        ("Lake Times", "May 2, 2031", "Palace names a day for the retreat"),
        ("Lake Times", "Published 2 May 2031, 07:15", "Palace names a day for the retreat"),
    ],
)
def test_an_outlet_is_named_beside_the_day(lines: tuple[str, ...]) -> None:
    found = head(*lines)
    assert (found.outlet, found.title) == ("Lake Times", "Palace names a day for the retreat")
    assert found.day is not None


@pytest.mark.parametrize(
    "lines",
    [
        ("Lena Marsh | 2 May 2031", "Palace names a day for the retreat"),
        ("Top News", "2 May 2031", "Palace names a day for the retreat"),
        ("Ministers Meet Today", "May 2, 2031"),
        ("Lake Times hails the retreat of the soldiers", "May 2, 2031"),
    ],
)
def test_a_person_a_section_or_a_headline_is_no_outlet(lines: tuple[str, ...]) -> None:
    assert head(*lines).outlet is None


def test_a_menu_is_no_headline() -> None:
    assert head("Home | Politics | River | Markets", "A day for the retreat").title == "A day for the retreat"


def test_a_text_that_begins_with_its_story_has_no_head() -> None:
    assert head() == Masthead()


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert head("By Monday the ferry had gone.").byline is None


def test_a_picture_credit_is_no_headline() -> None:
    assert head("(Photo: Tom Orr for Karvan News)", "A day for the retreat").title == "A day for the retreat"


def test_a_heading_of_markdown_is_the_headline() -> None:
    assert head("# Palace names a day for the retreat").title == "Palace names a day for the retreat"


def test_a_page_that_only_says_when_it_was_changed_says_so() -> None:
    found = head("Palace names a day for the retreat", "Updated: May 2, 2031")
    assert found.day is None
    assert found.notes == ("the page says only when it was changed: 2031-05-02",)


def test_lines_without_a_story_are_no_head() -> None:
    assert read_masthead("One short line here\n" * 20, today=TODAY) == Masthead()
