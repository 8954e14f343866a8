"""ClaimDiff's figures, on claims of invented states."""

import pytest

from gate.claimdiff import chance_nearer, said_whole
from onrecord.model.report import Report
from tests.extract.reading import reader


def test_the_chance_that_one_kind_is_nearer() -> None:
    assert chance_nearer([(True, 0.9), (False, 0.1)]) == 1.0
    assert chance_nearer([(True, 0.1), (False, 0.9)]) == 0.0
    assert chance_nearer([(True, 0.5), (False, 0.5)]) == 0.5
    assert chance_nearer([(True, 0.8), (False, 0.5), (True, 0.5), (False, 0.1)]) == pytest.approx(3.5 / 4)
    assert chance_nearer([(True, 0.8)]) == 0.5


@pytest.mark.parametrize("text", ["The dam at Karsh was open all week.", "Mara Vint said the dam at Karsh was open."])
def test_a_claim_that_attributes_nothing_is_what_its_writer_says(text: str) -> None:
    (statement,) = said_whole(Report("r-1", "claim", text), reader()).statements
    assert (statement.source is None) == ("said" not in text)
    assert statement.sense is not None
    assert statement.sense.verbs == ("open",)
