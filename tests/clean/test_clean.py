"""Marking furniture in whole pages: what is the page's goes, what is the report's stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean import clean
from onrecord.model.report import Report

FIRST = "ORLAN (Karvan) - The palace said on Monday that its soldiers would leave the valley by the end of the month."
NEXT = "A spokesman for the other side said that nothing had been seen of a retreat, and asked for proof of it."
TEASER = "The harbour master had hoped for an early thaw this year, but the ice on the lake remains too thick for"


def lines_marked(*lines: str) -> list[str]:
    text = "\n\n".join(lines)
    return [
        line
        for start, end in clean(Report("r-1", "a.txt", text)).furniture
        for line in text[start:end].split("\n")
        if line
    ]


def test_a_report_without_furniture_is_left_as_it_is() -> None:
    assert (
        lines_marked("Palace names a day", "By Lena Marsh", FIRST, "‘Proof’", NEXT, "(With inputs from Karvan)") == []
    )


def test_a_subhead_in_the_story_is_no_furniture() -> None:
    assert lines_marked(FIRST, "NO WORD FROM THE VALLEY", NEXT, "What the Other Side Wants", NEXT) == []


def test_a_headline_in_capitals_above_the_story_is_no_furniture() -> None:
    assert lines_marked("PALACE SAYS ITS SOLDIERS WILL LEAVE THE VALLEY", FIRST, NEXT) == []


def test_a_label_above_the_story_belongs_to_its_headline() -> None:
    assert lines_marked("ANALYSIS: What the retreat is worth", FIRST, NEXT) == []
    assert lines_marked(FIRST, "ANALYSIS: What the retreat is worth", NEXT) == ["ANALYSIS: What the retreat is worth"]


def test_a_title_in_capitals_between_paragraphs_is_a_link_to_another_story() -> None:
    link = "LAKE FERRIES TO RUN AGAIN AFTER A LONG WINTER"
    assert lines_marked(FIRST, link, NEXT) == [link]


def test_many_titles_in_capitals_are_the_headings_of_a_round_up() -> None:
    headings = [f"LAKE FERRIES TO RUN AGAIN AFTER {n} WINTERS" for n in ("ONE", "TWO", "SIX", "TEN")]
    assert lines_marked(FIRST, *[line for heading in headings for line in (heading, NEXT)]) == []


def test_the_titles_of_the_stories_before_and_after_are_marked_with_their_labels() -> None:
    page = ("Previous Story", "Bread grows dear in Orlan", "Next Story", "Ferries return to the lake")
    assert lines_marked(FIRST, NEXT, *page) == list(page)


def test_other_stories_after_the_end_are_marked_with_their_teasers() -> None:
    page = ("Latest from - Top News", "Ferries return to the lake", TEASER, "Bread grows dear in Orlan", TEASER)
    assert lines_marked(FIRST, NEXT, *page) == list(page)


def test_teasers_that_are_whole_sentences_are_marked_under_their_titles() -> None:
    page = ("Don't Miss", "Ferries return to the lake", NEXT, "Bread grows dear in Orlan", NEXT)
    assert lines_marked(FIRST, NEXT, *page) == list(page)


def test_titles_with_cut_off_teasers_are_marked_though_no_heading_says_so() -> None:
    page = ("Ferries return to the lake", TEASER, "Bread grows dear in Orlan", TEASER)
    assert lines_marked(FIRST, NEXT, *page) == list(page)


def test_a_credit_under_the_list_of_other_stories_still_belongs_to_the_report() -> None:
    page = ("Ferries return to the lake", TEASER, "Bread grows dear in Orlan", TEASER)
    assert lines_marked(FIRST, NEXT, *page, "Contributing: Tom Orr in Brask") == list(page)


def test_the_story_that_goes_on_under_a_label_is_not_marked() -> None:
    assert lines_marked(FIRST, "Related:", "Bread grows dear in Orlan", NEXT, NEXT) == [
        "Related:",
        "Bread grows dear in Orlan",
    ]
    assert lines_marked(FIRST, "More from the palace", NEXT, NEXT) == []


def test_what_readers_say_below_the_report_is_marked_whatever_its_form() -> None:
    page = ("3 comments", "Tom says:", NEXT, "I was there.")
    assert lines_marked(FIRST, NEXT, NEXT, NEXT, *page) == list(page)


def test_a_list_that_ends_a_report_is_no_furniture() -> None:
    assert (
        lines_marked(FIRST, "The palace asks for three things:", "- proof of the retreat", "- a new map", "- a day")
        == []
    )


def test_ranges_that_a_report_came_with_stay() -> None:
    text = f"title: A day is named\n\n{FIRST}\n\nADVERTISEMENT"
    report = clean(Report("r-1", "a.md", text, furniture=((0, 21),)))
    assert [text[start:end] for start, end in report.furniture] == ["title: A day is named", "ADVERTISEMENT"]


def test_cleaning_marks_furniture_and_changes_nothing_else() -> None:
    report = Report("r-1", "a.txt", f"{FIRST}\n\nADVERTISEMENT", title="A day is named", outlet="Karvan")
    cleaned = clean(report)
    assert not report.furniture
    assert cleaned.furniture
    assert (cleaned.text, cleaned.title, cleaned.outlet, cleaned.id) == (
        report.text,
        report.title,
        report.outlet,
        report.id,
    )


PIECES = st.sampled_from(
    [
        FIRST,
        NEXT,
        TEASER,
        "ADVERTISEMENT",
        "Read more:",
        "Leave a Reply",
        "Previous Story",
        "Latest from Karvan",
        "By X",
        "",
        "  ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=12).map("\n".join))
RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).map(tuple), max_size=3)


@given(TEXTS, RANGES)
def test_furniture_is_always_ordered_ranges_of_the_text_and_cleaning_again_changes_nothing(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    cut = tuple((min(start, len(text)), min(end, len(text))) for start, end in ranges)
    report = clean(Report("r-1", "a.txt", text, furniture=cut))
    edges = [edge for both in report.furniture for edge in both]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in report.furniture)
    assert clean(report) == report


@pytest.mark.parametrize(
    "endless",
    [
        "x" * 3_000_000,
        "a " * 1_000_000,
        "(" * 100_000,
        "\n" * 1_000_000,
        "a\n" * 1_000_000,
        "a\n" * 9_000,
        "Share " * 100_000,
    ],
)
def test_endless_lines_cost_no_endless_time(endless: str) -> None:
    report = Report("r-1", "a.txt", f"{FIRST}\n{endless}\n{NEXT}")
    assert clean(report).text == report.text


STORY_LINES = (
    "The envoy of Veldany said on Monday that the crossing at Brask would open in the first week of the month.\n\n"
    "Nobody in the palace had been told otherwise, the keepers of the bridge said later in the day."
)


def test_the_menu_above_a_copied_page_and_its_foot_are_furniture() -> None:
    menu, foot = (
        "Home\nWorld\nPolitics\nSport\nOpinion\nSign in",
        "About us\nPrivacy policy\nTerms of use\nAdvertise with us",
    )
    text = f"{menu}\n\nEnvoys meet at Brask\n\n{STORY_LINES}\n\n{foot}"
    report = clean(Report("r-menu", "menu", text))
    kept = text
    for start, end in reversed(report.furniture):
        kept = kept[:start] + kept[end:]
    assert kept.split() == ["Envoys", "meet", "at", "Brask", *STORY_LINES.split()]


def test_a_list_of_names_below_a_story_stays() -> None:
    names = "Ada Brun\nOstrava Keld\nTomas Reva\nIlse Brenn\nJoss Tarl"
    report = clean(Report("r-list", "list", f"{names}\n\n{STORY_LINES}\n\nSigned by:\n{names}"))
    assert report.furniture == ()
