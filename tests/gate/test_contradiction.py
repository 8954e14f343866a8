"""The pairs of our own making, and how they are judged."""

import pytest

from gate.contradiction import Pair, figures, judged, pairs
from tests.extract.reading import reader


@pytest.mark.parametrize("part", ["seen", "held"])
def test_half_of_the_pairs_contradict_each_other(part: str) -> None:
    found = pairs(part)
    assert len(found) >= 60
    assert sum(pair.contradict for pair in found) * 2 == len(found)
    assert len({(pair.one, pair.other) for pair in found}) == len(found)


def test_no_pair_is_in_both_parts() -> None:
    assert not {pair[:2] for pair in pairs("seen")} & {pair[:2] for pair in pairs("held")}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Vint said the bridge at Karsh was open.", "Holt said the bridge at Karsh was not open.", "negation"),
        ("Vint said Orlavia would extend the truce.", "Holt said Orlavia would end the truce.", "opposite acts"),
        ("Vint said 40 soldiers were killed at Pell.", "Holt said 90 soldiers were killed at Pell.", "numbers"),
        ("Vint said the ferry would sail on 4 May.", "Holt said the ferry would sail on 9 May.", "days"),
        ("Vint said Orlavia would extend the truce.", "Holt said Orlavia would not end the truce.", None),
        ("Vint said Orlavia would extend the truce.", "Holt demanded that Orlavia end the truce.", None),
        ("Vint said Orlavia would extend the truce.", "Holt said Orlavia would end the truce if shots fell.", None),
    ],
)
def test_what_sets_two_sentences_against_each_other_is_named(one: str, other: str, kind: str | None) -> None:
    found = judged(Pair(one, other, ""), reader())
    assert (found and found.kind) == kind


def test_figures_of_answers() -> None:
    assert figures([(True, True), (True, False), (False, True), (False, False)]) == {
        "precision": 0.5, "recall": 0.5, "F1": 0.5,
    }  # fmt: skip
    assert figures([(False, False)]) == {"precision": 0.0, "recall": 0.0, "F1": 0.0}
