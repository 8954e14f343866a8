"""Text from outside, made safe to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.visible import one_line, visible


@pytest.mark.parametrize(
    "hidden", ["\x1b", "\x00", "\x07", "\x9b", "\u202e", "\u2066", "\u200f", "\x7f", "\r", "\ud800"]
)
def test_what_could_move_the_cursor_or_turn_letters_round_is_replaced(hidden: str) -> None:
    assert visible(f"a{hidden}b") == "a\ufffdb"


@pytest.mark.parametrize("kept", ["“quoted” – it’s", "Zoë", "Киев", "北京", "🚢", "a\tb\nc", "no\u00a0break", "शांति"])
def test_what_people_write_stays(kept: str) -> None:
    assert visible(kept) == kept


@given(st.text())
def test_places_in_the_text_stay_true(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert line.splitlines() in ([], [line])
    assert one_line(line) == line
