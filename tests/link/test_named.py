"""Of records with one id the last stands, whichever came first."""

from itertools import permutations

import pytest

from onrecord.link.named import Named
from onrecord.link.renewed import Renewed
from onrecord.model.records import Dispute, DisputeMention
from onrecord.model.ties import Key

ONE, OTHER = ("r-one", 0), ("r-one", 1)


def record(name: str, claim: str = "the gate is open") -> Dispute:
    return Dispute(name, claim, (), (), (), (DisputeMention("r-one", ()),))


@pytest.mark.parametrize("order", list(permutations([(ONE, record("d", "first")), (OTHER, record("d", "last"))])))
def test_the_last_of_two_with_one_id_stands(order: tuple[tuple[Key, Dispute], ...]) -> None:
    named = Named[Dispute]()
    for pair in order:
        named.renew([], [pair])
    assert {key: one.claim for key, one in named.records.items()} == {"d": "last"}


def test_when_the_last_goes_the_other_stands() -> None:
    named = Named[Dispute]()
    named.renew([], [(ONE, record("d", "first")), (OTHER, record("d", "last"))])
    assert named.renew([OTHER], []) == Renewed(frozenset(), {"d": record("d", "first")})
    assert named.renew([ONE], []) == Renewed(frozenset({"d"}), {})
    assert named.records == {}


def test_a_group_that_is_told_under_another_id_leaves_the_old_one() -> None:
    named = Named[Dispute]()
    named.renew([], [(ONE, record("d"))])
    assert named.renew([], [(ONE, record("e"))]) == Renewed(frozenset({"d"}), {"e": record("e")})


def test_what_is_told_as_it_was_is_no_change() -> None:
    named = Named[Dispute]()
    named.renew([], [(ONE, record("d"))])
    assert named.renew([ONE], [(ONE, record("d"))]) == Renewed()
