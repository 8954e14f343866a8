"""Pairs of copies are counted, by ours and by the usual means."""

import json
from pathlib import Path

import pytest

pytest.importorskip("datasketch")

from gate.copies import Pair, figures, ours, usual
from onrecord.model.report import Report

LISTED = Path(__file__).parents[2] / "gate" / "copies.json"
BODY = " ".join(f"On point {n} the delegates of round {n * 7} weighed measure {n * 13} anew." for n in range(30))
REPORTS = (
    Report("one", "one", BODY, outlet="Harbour Post"),
    Report("two", "two", BODY, outlet="Kell Times"),
    Report("three", "three", BODY.replace("measure", "bridge").replace("round", "year"), outlet="Kell Times"),
)


def test_figures_are_of_pairs() -> None:
    found, wanted = frozenset({Pair("ab"), Pair("cd")}), frozenset({Pair("ab"), Pair("ef"), Pair("gh"), Pair("ij")})
    assert figures("copies", found, wanted) == {"copies: precision": 0.5, "copies: recall": 0.25}


def test_both_means_find_a_whole_copy_and_not_another_text() -> None:
    assert ours(REPORTS) == usual(REPORTS) == frozenset({Pair(("one", "two"))})


def test_no_pair_is_listed_as_both() -> None:
    listed = json.loads(LISTED.read_text(encoding="utf-8"))
    copies, apart = ([frozenset(pair) for pair in listed[kind]] for kind in ("copies", "apart"))
    assert len(set(copies)) == len(copies) == 40
    assert len(set(apart)) == len(apart)
    assert not set(copies) & set(apart)
