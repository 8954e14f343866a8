"""The scores of event coreference, on cases worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gate.conll import b_cubed, ceaf, conll, f1, muc

GOLD = [["a", "b", "c"], ["d", "e", "f", "g"]]
OURS = [["a", "b"], ["c", "d", "e"], ["f", "g"]]


def test_muc_counts_the_links_that_are_kept() -> None:
    # Gold needs 2 + 3 links; ours break both groups in two: 5 - 2 are kept. Ours need 4 links,
    # and gold breaks one of their three groups: 3 are kept.
    assert muc(GOLD, OURS) == pytest.approx((3 / 4, 3 / 5))


def test_b_cubed_is_a_mean_over_mentions() -> None:
    # Precision: a b 1, c 1/3, d e 2/3, f g 1. Recall: a b 2/3, c 1/3, d e f g 2/4.
    assert b_cubed(GOLD, OURS) == pytest.approx(((4 + 1 / 3 + 4 / 3) / 7, (4 / 3 + 1 / 3 + 2) / 7))


def test_ceaf_matches_each_group_once() -> None:
    # Best: the first gold with a b (4/5), the second with d e of the middle (4/7) or f g (4/6): f g.
    assert ceaf(GOLD, OURS) == pytest.approx(((4 / 5 + 4 / 6) / 3, (4 / 5 + 4 / 6) / 2))


def test_everything_alone_keeps_no_link_and_its_mentions_are_pure() -> None:
    alone = [[one] for group in GOLD for one in group]
    assert muc(GOLD, alone) == (0.0, 0.0)
    assert b_cubed(GOLD, alone) == pytest.approx((1.0, 2 / 7))


def test_everything_together_keeps_every_link() -> None:
    (precision, recall) = muc(GOLD, [[one for group in GOLD for one in group]])
    assert (precision, recall) == pytest.approx((5 / 6, 1.0))


def test_the_same_groups_are_perfect_in_any_order() -> None:
    assert conll(GOLD, [group[::-1] for group in GOLD[::-1]]) == pytest.approx(1.0)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12))
def test_precision_of_one_way_is_recall_of_the_other(homes: list[tuple[int, int]]) -> None:
    def groups(side: int) -> list[list[int]]:
        made: dict[int, list[int]] = {}
        for mention, home in enumerate(homes):
            made.setdefault(home[side], []).append(mention)
        return list(made.values())

    for measure in (muc, b_cubed, ceaf):
        precision, recall = measure(groups(0), groups(1))
        assert (recall, precision) == pytest.approx(measure(groups(1), groups(0)))
        assert 0.0 <= f1((precision, recall)) <= 1.0 + 1e-9
