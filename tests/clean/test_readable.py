"""What the reader reads: the same places, without the furniture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean import clean, readable
from onrecord.model.report import Report


def test_furniture_is_blanked_out_and_every_other_character_keeps_its_place() -> None:
    text = "ADVERTISEMENT\nThe palace named a day.\nLeave a Reply\nName\nE-mail"
    seen = readable(Report("r-1", "a.txt", text, furniture=((0, 13), (38, len(text)))))
    assert seen == " " * 13 + "\nThe palace named a day.\n" + " " * 13 + "\n" + " " * 4 + "\n" + " " * 6
    assert seen.index("The palace") == text.index("The palace")


@given(st.text(), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=4))
def test_the_length_and_the_line_breaks_are_those_of_the_text(text: str, ranges: list[tuple[int, int]]) -> None:
    seen = readable(Report("r-1", "a.txt", text, furniture=tuple(ranges)))
    assert len(seen) == len(text)
    assert all(was == now or (now == " " and was != "\n") for was, now in zip(text, seen, strict=True))


def test_a_report_as_it_was_taken_in_reads_as_it_is() -> None:
    report = Report("r-1", "a.txt", "The palace named a day.")
    assert readable(report) == readable(clean(report)) == report.text


@pytest.mark.parametrize(
    "line",
    [
        "LINHAVEN, March 21, 2019 (Northline) - ",
        "TAVRIN (Northline) — ",
        "SAAR/TAVRIN — ",
        "Tavrin, 3 May (Northline) - ",
    ],
)
def test_a_dateline_is_not_read_as_part_of_the_first_sentence(line: str) -> None:
    story = "Orlavia agreed on Thursday to open two of the four gates of the dam."
    written = readable(Report("r-1", "story.txt", line + story))
    assert written == " " * (len(line) - 1) + " " + story


@pytest.mark.parametrize(
    "line", ["Orlavia - and not Tessmark - will open the gates of the dam this week, it said.", "BOTH SIDES MEET"]
)
def test_what_only_looks_like_a_dateline_is_read(line: str) -> None:
    assert readable(Report("r-1", "story.txt", line)) == line
