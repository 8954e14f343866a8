"""The promise head is fitted on judged clauses, kept as text and read back as it was."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from onrecord.extract.commitments import sure
from training.promise import Clause, keep, learn

RNG = np.random.default_rng(7)
TOWARDS = RNG.normal(size=96).astype(np.float32)


def clause(binds: bool, *traits: str) -> Clause:
    sign = 1.0 if binds else -1.0
    vector = (sign * TOWARDS + RNG.normal(size=96)).astype(np.float32)
    return Clause(frozenset(traits), vector, binds)


CLAUSES = [clause(binds, "doer: we" if binds else "doer: it", "quoted") for binds in (True, False) * 30]


def test_a_learned_head_tells_its_clauses_apart() -> None:
    head = learn(CLAUSES, reader="r")
    assert all((head.chance(one.traits, one.vector) > 0.5) == one.binds for one in CLAUSES)
    assert head.traits["doer: we"] > 0 > head.traits["doer: it"]


def test_the_meaning_counts_without_any_trait() -> None:
    head = learn(CLAUSES, reader="r")
    assert head.chance((), TOWARDS) > 0.5 > head.chance((), -TOWARDS)


def test_a_clause_of_less_weight_pulls_less() -> None:
    odd = Clause(frozenset({"quoted"}), -TOWARDS, True)
    full = learn([*CLAUSES, *[odd] * 20], reader="r").chance(odd.traits, odd.vector)
    less = learn([*CLAUSES, *[replace(odd, weight=0.05)] * 20], reader="r").chance(odd.traits, odd.vector)
    assert less < full


def test_traits_that_hardly_any_clause_has_are_not_weighed() -> None:
    head = learn([*CLAUSES, clause(True, "act: offer")], reader="r")
    assert "act: offer" not in head.traits


def test_a_head_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    head = learn(CLAUSES, reader="0123456789ab")
    keep(head, tmp_path / sure.PLACE)
    again = sure.from_text((tmp_path / sure.PLACE).read_text("utf-8"))
    assert (again.reader, again.bias, again.traits) == (head.reader, head.bias, head.traits)
    assert np.array_equal(again.meaning, head.meaning)
