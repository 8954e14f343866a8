import numpy as np
import pytest

from onrecord.read.features import INSIDE, MARK, NEW_LINE, OUTSIDE, SPACED, break_of, mark_of, quote_states, shape_of


@pytest.mark.parametrize(
    ("word", "shape"),
    [("talks", 1), ("Talks", 2), ("UN", 3), ("A", 4), ("McRae", 5), ("2022", 6), ("—", 7), ("state-run", 1)],
)
def test_the_shape_of_a_word_tells_its_capitals(word: str, shape: int) -> None:
    assert shape_of(word) == shape


def test_words_between_quotation_marks_stand_inside() -> None:
    assert _states("He said “ we go ” today") == [OUTSIDE, OUTSIDE, MARK, INSIDE, INSIDE, MARK, OUTSIDE]


def test_straight_marks_open_and_close_in_turn() -> None:
    assert _states('" yes " and " no "') == [MARK, INSIDE, MARK, OUTSIDE, MARK, INSIDE, MARK]


def test_a_straight_mark_left_open_ends_with_its_paragraph() -> None:
    assert _states('a " b | c') == [OUTSIDE, MARK, INSIDE, OUTSIDE]


def test_a_curly_quotation_goes_on_over_paragraphs() -> None:
    assert _states("“ b | c ”") == [MARK, INSIDE, INSIDE, MARK]


def test_an_apostrophe_alone_closes_nothing() -> None:
    assert _states("“ the boys ’ talk ”") == [MARK, INSIDE, INSIDE, INSIDE, INSIDE, MARK]


def test_white_space_with_a_line_end_is_a_new_line() -> None:
    assert [break_of(blank) for blank in ("", " ", " \n\n")] == [0, SPACED, NEW_LINE]


def _states(sentence: str) -> list[int]:
    lines = [line.split() for line in sentence.split("|")]
    breaks = [NEW_LINE if at == 0 else SPACED for line in lines for at in range(len(line))]
    marks = np.array([mark_of(word) for line in lines for word in line], np.int8)
    return quote_states(marks, np.array(breaks, np.int8)).tolist()
