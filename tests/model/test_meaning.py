"""Meanings as a reading keeps them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.meaning import likeness, packed, unpacked

vectors = st.lists(st.floats(-100, 100), min_size=24, max_size=24).filter(lambda v: math.hypot(*v) > 1e-3)


@given(vectors)
def test_a_vector_keeps_its_direction(vector: list[float]) -> None:
    kept = packed(vector)
    assert kept is not None
    numbers, length = unpacked(kept)
    cosine = sum(a * b for a, b in zip(numbers, vector, strict=True)) / (length * math.hypot(*vector))
    assert cosine > 0.999


@given(vectors, st.floats(0.01, 100))
def test_only_the_direction_counts(vector: list[float], factor: float) -> None:
    assert likeness(packed(vector), packed([factor * number for number in vector])) == pytest.approx(1.0, abs=1e-3)


def test_a_vector_without_direction_is_no_meaning() -> None:
    assert packed([0.0] * 8) is None
    assert packed([1.0, math.inf]) is None
    assert packed([]) is None


def test_meanings_of_two_kinds_are_not_compared() -> None:
    short, long = packed([1.0] * 8), packed([1.0] * 16)
    assert likeness(short, long) is None
    assert likeness(short, None) is None
