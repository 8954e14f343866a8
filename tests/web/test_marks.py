"""Marks in a report's text: spans within spans, flat, and never a letter more or less."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.drawn.marks import Mark, segments

TEXT = "Brenn said <b>Tarl</b> denied it."
KINDS = ("statement", "source", "cue", "talk", "commitment", "figure", "dispute")


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(TEXT) - 1))
        found.append(Mark(start, draw(st.integers(start + 1, len(TEXT))), draw(st.sampled_from(KINDS)), f"s-{number}"))
    return found


@given(marks(), st.lists(st.tuples(st.integers(-2, 40), st.integers(-2, 40)), max_size=3))
def test_the_pieces_are_the_text_and_each_carries_just_the_marks_over_it(
    found: list[Mark], furniture: list[tuple[int, int]]
) -> None:
    pieces = segments(TEXT, found, furniture)
    assert "".join(piece.text for piece in pieces) == TEXT
    for piece in pieces:
        end = piece.start + len(piece.text)
        assert set(piece.marks) == {mark for mark in found if mark.start <= piece.start and end <= mark.end}
        assert all(mark.end <= piece.start or mark.start >= end for mark in found if mark not in piece.marks)


def test_the_shortest_mark_is_the_one_that_is_pointed_at() -> None:
    outer, inner = Mark(0, 20, "statement", "s-outer"), Mark(5, 10, "statement", "s-inner")
    over = {piece.start: [mark.record for mark in piece.marks] for piece in segments(TEXT, [outer, inner], ())}
    assert over[0] == ["s-outer"]
    assert over[5] == ["s-inner", "s-outer"]
