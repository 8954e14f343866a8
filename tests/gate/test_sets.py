"""What the shared tools print becomes figures of which more is better."""

import pytest

from gate.sets import figures_of
from gate.threads import holding


def test_f1_and_shares_are_taken_and_measures_without_a_case_left_out() -> None:
    scored = {
        "spans that do not equal their text": 0,
        "talks": {"p": 0.5, "r": 1.0, "f1": 0.667, "said": 2, "gold": 1},
        "talks: day right": {"share": 0.5, "n": 2},
        "figures: giver right": {"share": None, "n": 0},
    }
    assert figures_of(scored) == {"every span equals its text": 1.0, "talks": 0.667, "talks: day right": 0.5}


def test_one_broken_span_is_none_too_few() -> None:
    assert figures_of({"spans that do not equal their text": 1}) == {"every span equals its text": 0.0}


def test_the_checks_that_hold_are_counted_by_the_last_line() -> None:
    assert holding("holds  talk\nFAILS  series\n31 of 44 hold\n") == 31


def test_a_checker_that_counted_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="counted nothing"):
        holding("export failed as of 2022-02-08\n")
