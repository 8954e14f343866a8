import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.spanning import best_tree


def test_a_circle_is_opened_where_it_costs_least() -> None:
    scores = np.array([[0, 9, 1], [9, 0, 5], [1, 1, 8]], np.float32)
    assert best_tree(scores).tolist() == [1, 2, 2]


def test_one_word_is_its_own_root() -> None:
    assert best_tree(np.zeros((1, 1), np.float32)).tolist() == [0]


@settings(max_examples=60)
@given(st.integers(2, 5), st.integers(0, 2**32 - 1))
def test_no_tree_with_one_of_the_likeliest_roots_scores_higher(count: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, count)).astype(np.float32)
    found = best_tree(scores)
    assert _is_tree(found.tolist())
    tried = np.argsort(-np.diagonal(scores), kind="stable")[:3]
    trees = [heads for heads in itertools.product(range(count), repeat=count) if _is_tree(list(heads))]
    allowed = [heads for heads in trees if next(at for at, head in enumerate(heads) if at == head) in tried]
    best = max(scores[np.arange(count), list(heads)].sum() for heads in allowed)
    assert scores[np.arange(count), found].sum() >= best - 1e-4


@given(st.integers(1, 60), st.integers(0, 2**32 - 1))
def test_any_scores_give_a_tree(count: int, seed: int) -> None:
    scores = np.random.default_rng(seed).integers(-3, 3, (count, count)).astype(np.float32)
    assert _is_tree(best_tree(scores).tolist())


def _is_tree(heads: list[int]) -> bool:
    if sum(at == head for at, head in enumerate(heads)) != 1:
        return False
    for begin in range(len(heads)):
        at = begin
        for _ in heads:
            at = heads[at]
        if heads[at] != at:
            return False
    return True
