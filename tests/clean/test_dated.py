"""Lists of other stories with their days below the story, and chronologies, which belong to it."""

import pytest

from onrecord.clean.lines import lines_of
from tests.clean.test_clean import FIRST, NEXT, lines_marked

OPENING = "The harbour master had hoped for an early thaw this year, and now he has it."
CARDS = (
    "Ferries return to the lake", OPENING, "28 April 2031", "Bread grows dear in Orlan", OPENING,
    "May 2, 2031, 10:14 am", "Five walks for a rainy weekend", "3 hours ago",
)  # fmt: skip


def test_a_list_of_stories_with_their_days_is_furniture_though_no_heading_says_so() -> None:
    assert lines_marked("Palace names a day", "2 May 2031", FIRST, NEXT, *CARDS) == list(CARDS)
    comments = (
        "3 comments",
        "Mika Sool says:",
        "2 days ago",
        "That took them long enough, and it is not over yet, I say.",
    )
    assert lines_marked(FIRST, NEXT, *CARDS, *comments) == [*CARDS, *comments]


def test_a_chronology_of_the_story_is_no_list_of_other_stories() -> None:
    days = ("Timeline of the talks", "28 April 2031", "A first letter", OPENING, "2 May 2031", "Talks begin", OPENING,
            "4 May 2031", "Talks end", OPENING)  # fmt: skip
    assert lines_marked(FIRST, NEXT, *days) == []
    assert lines_marked(FIRST, NEXT, "28 April 2031", NEXT, "2 May 2031", NEXT, "4 May 2031", NEXT) == []


def test_two_days_are_no_list() -> None:
    assert lines_marked(FIRST, NEXT, *CARDS[:6]) == []


def test_the_heading_of_a_box_goes_with_it_and_a_subhead_above_a_single_mark_stays() -> None:
    box = ("Never miss a story", "Sign up for our free newsletter and get the best of our reporting.", "Subscribe")
    assert lines_marked(FIRST, *box, NEXT) == list(box)
    assert lines_marked(FIRST, "No word from the valley", "Advertisement", NEXT) == ["Advertisement"]
    said = ("The palace then said:", "Advertisement", "Story continues below")
    assert lines_marked(FIRST, *said, NEXT) == list(said[1:])


def test_a_consent_notice_above_the_menu_hides_it_not() -> None:
    notice = (
        "We value your privacy",
        "We and our partners use cookies to store and access information on your device.",
    )
    menu = ("Home", "Economy", "Opinion", "Business", "Sport", "Sign in")
    assert lines_marked(*notice, *menu, "Palace names a day", FIRST, NEXT) == [*notice, *menu]


def test_a_list_under_a_heading_may_hold_questions_and_whole_sentences() -> None:
    listed = (
        "More in World",
        "Will the Ferries Return to Lake Orlan Before the Summer?",
        OPENING,
        "Bread grows dear",
        OPENING,
    )
    assert lines_marked(FIRST, NEXT, *listed) == list(listed)
    assert lines_marked(FIRST, "More on the bridge", FIRST, NEXT) == []


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Palace Names a Second Day for Its Soldiers", True),
        ("Will Brask Open Before the Summer Ends?", True),
        ("Palace names a second day for its soldiers", False),
        ("Ada Brun, Joss Tarl, Ilse Brenn and Tomas Reva.", False),
        ("Brask Opens", False),
    ],
)
def test_what_is_written_like_a_headline(words: str, headline: bool) -> None:
    (line,) = lines_of(words)
    assert line.headline is headline
