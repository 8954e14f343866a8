"""Meanings as a reading keeps them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.model.meaning import likeness, packed, unpacked

vectors = arrays(np.float32, 24, elements=st.floats(-100, 100, width=32)).filter(lambda v: np.linalg.norm(v) > 1e-3)


@given(vectors)
def test_a_vector_keeps_its_direction(vector: np.ndarray) -> None:
    kept = packed(vector)
    assert kept is not None
    assert float(unpacked(kept) @ (vector / np.linalg.norm(vector))) > 0.999


@given(vectors, st.floats(0.01, 100))
def test_only_the_direction_counts(vector: np.ndarray, factor: float) -> None:
    assert likeness(packed(vector), packed(vector * np.float32(factor))) == pytest.approx(1.0, abs=1e-3)


def test_a_vector_without_direction_is_no_meaning() -> None:
    assert packed(np.zeros(8, np.float32)) is None
    assert packed(np.array([1.0, np.inf], np.float32)) is None


def test_meanings_of_two_kinds_are_not_compared() -> None:
    short, long = packed(np.ones(8, np.float32)), packed(np.ones(16, np.float32))
    assert likeness(short, long) is None
    assert likeness(short, None) is None
