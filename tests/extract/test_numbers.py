"""Numbers as reports write them, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.numbers import numbers_in


def found(text: str) -> list[tuple[float, float | None]]:
    return [(number.value, number.high) for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("over 100,000 men", 100_000),
        ("1.5 million people", 1_500_000),
        ("$1 billion", 1_000_000_000),
        ("$5bn", 5_000_000_000),
        ("€2.5m", 2_500_000),
        ("two hundred and fifty thousand men", 250_000),
        ("twenty-five barges", 25),
        ("a dozen tanks", 12),
        ("half a million tonnes", 500_000),
        ("less than 30km away", 30),
        ("a three-hour drive", 3),
    ],
)
def test_a_number_has_its_value(text: str, value: float) -> None:
    assert found(text) == [(value, None)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("100,000 to 150,000 men", 100_000, 150_000),
        ("1 to 2 million people", 1_000_000, 2_000_000),
        ("between 10 and 12 barges", 10, 12),
        ("10-15 barges", 10, 15),
    ],
)
def test_a_range_has_both_ends(text: str, low: float, high: float) -> None:
    assert found(text) == [(low, high)]


@pytest.mark.parametrize("text", ["F-35 jets", "the G7", "the 24th", "at 12:30", "a 38-year-old", "lost 2-1", "3/4"])
def test_codes_ordinals_clocks_ages_and_scores_are_no_numbers(text: str) -> None:
    assert found(text) == []


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_are_read_as_they_are_grouped(number: int) -> None:
    assert found(f"some {number:,} barges") == [(number, None)]


@given(st.text(max_size=100))
def test_any_text_can_be_searched(text: str) -> None:
    assert all(0 <= number.start < number.end <= len(text) for number in numbers_in(text))
