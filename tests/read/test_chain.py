import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read import chain
from onrecord.read.labels import ATTRIBUTION

STEPS = chain.steps(ATTRIBUTION)


def test_an_inside_tag_is_never_read_after_another_role() -> None:
    scores = np.full((3, 7), -9, np.float32)
    scores[0, 1] = scores[1, 6] = scores[2, 6] = 0  # source, then twice inside content
    tags = _best(scores).tolist()
    assert all(not (tag == 6 and before not in (5, 6)) for before, tag in zip([0, *tags], tags, strict=False))


def test_learned_steps_tip_an_even_choice() -> None:
    learned = np.zeros((7, 7), np.float32)
    learned[5, 6] = 3
    scores = np.zeros((2, 7), np.float32)
    scores[0, 5] = 5
    assert chain.likeliest([scores], chain.steps(ATTRIBUTION, learned), ATTRIBUTION)[0].tolist() == [5, 6]


def test_stretches_are_found_with_their_roles_and_ends() -> None:
    tags = np.array([1, 2, 0, 3, 5, 6, 5])
    assert chain.stretches(tags).tolist() == [[0, 0, 2], [1, 3, 4], [2, 4, 6], [2, 6, 7]]


def test_no_words_no_stretches() -> None:
    assert chain.stretches(_best(np.zeros((0, 7), np.float32))).tolist() == []


@given(st.integers(1, 30), st.integers(0, 2**32 - 1))
def test_the_likeliest_tags_score_no_less_than_any_other_legal_ones(count: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(count, 7)).astype(np.float32)
    best = _total(scores, _best(scores))
    for _ in range(20):
        assert best >= _total(scores, rng.integers(0, 7, count)) - 1e-3


@given(st.lists(st.integers(0, 20), max_size=8), st.integers(0, 2**32 - 1))
def test_texts_that_go_together_are_tagged_as_alone(lengths: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    texts = [rng.normal(size=(length, 7)).astype(np.float32) for length in lengths]
    together = chain.likeliest(texts, STEPS, ATTRIBUTION)
    assert [one.tolist() for one in together] == [_best(text).tolist() for text in texts]


def _best(scores: np.ndarray) -> np.ndarray:
    return chain.likeliest([scores], STEPS, ATTRIBUTION)[0]


def _total(scores: np.ndarray, tags: np.ndarray) -> float:
    first = chain.FORBIDDEN if ATTRIBUTION[tags[0]].startswith("I-") else 0.0
    return float(first + scores[np.arange(len(tags)), tags].sum() + STEPS[tags[:-1], tags[1:]].sum())
