"""Answers to commitments inside one report: what is only supposed, feared or asked for answers nothing."""

import pytest

from tests.extract.reading import told


@pytest.mark.parametrize(
    "supposed",
    [
        "If Kestria refuses the offer, the locks stay shut.",
        "It is unclear what happens if Kestria rejects the offer.",
        "Unless Kestria accepts the offer, the locks stay shut.",
        "Orlavia asked whether Kestria had accepted the offer.",
    ],
)
def test_an_answer_that_is_only_supposed_is_none(supposed: str) -> None:
    (found, *_) = told(f"Orlavia offered on Monday to open the locks. {supposed}").commitments
    assert (found.status, found.responses) == ("pledged", ())


def test_an_answer_that_is_told_counts() -> None:
    (found, *_) = told("Orlavia offered on Monday to open the locks. Kestria rejected the offer.").commitments
    assert found.status == "refused"
