"""Factuality of contents: certainties as labels, and the figures beside "always the commonest"."""

import json
import lzma
from pathlib import Path

import pytest

from gate.factuality import Sentence, figures, judged, label, sentences
from tests.extract.reading import reader


@pytest.mark.parametrize(
    ("certainty", "standing"),
    [(3.0, "asserted"), (1.2, "asserted"), (1.0, "uncertain"), (-0.4, "uncertain"), (-1.2, "denied")],
)
def test_a_certainty_is_labelled_by_its_third_of_the_scale(certainty: float, standing: str) -> None:
    assert label(certainty) == standing


def test_events_are_found_by_their_first_letter(tmp_path: Path) -> None:
    place = tmp_path / "corpora/factuality"
    place.mkdir(parents=True)
    row = {"text": "Vint denied it .", "targets": [{"span1": [1, 2], "label": 2.0, "span_text": "denied"}]}
    with lzma.open(place / "uw-dev.jsonl.xz", "wt") as out:
        out.write(json.dumps(row) + "\n")
    assert list(sentences(tmp_path)) == [Sentence("Vint denied it .", {5: 2.0})]


def test_the_head_of_what_is_said_is_judged_and_nothing_else() -> None:
    text = "Mara Vint said that the guards had left and slept ."
    sentence = Sentence(text, {text.index("left"): 2.8, text.index("said"): 3.0, text.index("slept"): 2.0})
    assert list(judged(sentence, reader()(text))) == [("asserted", "asserted")]


def test_always_the_commonest_label_is_no_better_than_itself() -> None:
    found = figures(
        [("asserted", "asserted"), ("asserted", "asserted"), ("denied", "asserted"), ("uncertain", "asserted")]
    )
    assert found["factuality: right"] == found["factuality: commonest label"] == 0.5
    assert found["factuality: mean F1"] == pytest.approx(2 / 9)


def test_nothing_found_is_nothing_right() -> None:
    assert set(figures([]).values()) == {0.0}
