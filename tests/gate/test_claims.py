"""The list of pairs of statements, and when a pair counts as joined."""

import pytest

from gate.claims import SETS, joined, listed
from tests.link.test_claims import ledger, report

ONE = "Mara Vint said Orlavia had withdrawn its troops from the Kell valley."
OTHER = "Edvar Holt said Orlavia had pulled back its soldiers from the Kell valley."


@pytest.mark.parametrize("name", SETS)
def test_every_set_lists_pairs_of_both_kinds_across_two_reports(name: str) -> None:
    same, apart = listed(name, "same"), listed(name, "apart")
    assert len(same) >= 20
    assert len(apart) >= 40
    assert not set(same) & set(apart)
    assert all(one[0] != other[0] and one[1] < one[2] and other[1] < other[2] for one, other in (*same, *apart))


def test_all_pairs_together_are_enough_to_measure_by() -> None:
    assert sum(len(listed(name, kind)) for name in SETS for kind in ("same", "apart")) >= 120


def test_a_pair_is_joined_where_one_claim_covers_most_of_both_places() -> None:
    book = ledger([report(0, ONE), report(1, OTHER, after=1)])
    here, there = ("r-0", ONE.index("Orlavia"), len(ONE) - 1), ("r-1", OTHER.index("Orlavia"), len(OTHER) - 1)
    assert joined(book, here, there)
    assert not joined(book, here, ("r-1", 0, 10))
    assert not joined(book, here, ("r-9", there[1], there[2]))
