"""Spellings of one name lie close, and whatever is alike shares a block."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.resolve.spelling import alike, blocks

NAMES = st.text(alphabet="aeioukhrlstyvndm", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("one", "other"), [("horovensky", "horovenskiy"), ("gadarin", "gaddarin"), ("steffen", "steffan")]
)
def test_spellings_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("karren", "kallen"), ("tal", "tam"), ("brenn", "drenn"), ("talcan", "talfan")]
)
def test_other_names_are_not(one: str, other: str) -> None:
    assert not alike(one, other)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_it_makes_no_difference_which_comes_first(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@settings(deadline=None, max_examples=300)
@given(NAMES, st.integers(0, 8), st.sampled_from(["", "a", "h", "s", "t"]))
def test_names_that_are_alike_share_a_block(name: str, at: int, letter: str) -> None:
    changed = name[:at] + letter + name[at + 1 :] or name
    assert not alike(name, changed) or blocks(name) & blocks(changed)
