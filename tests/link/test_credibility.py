"""The six steps of credibility, from origins and contradiction alone."""

import pytest

from onrecord.link.credibility import STEPS, credibility
from onrecord.model.acts import ClaimStatus
from onrecord.model.records import Claim


@pytest.mark.parametrize(
    ("status", "origins", "step"),
    [
        ("corroborated", 4, 1),
        ("corroborated", 2, 2),
        ("unchallenged", 3, 3),
        ("disputed", 5, 4),
        ("doubted", 1, 4),
        ("denied", 3, 5),
        ("taken back", 2, 5),
        ("unchallenged", 1, 6),
    ],
)
def test_a_step_follows_from_status_and_origins(status: ClaimStatus, origins: int, step: int) -> None:
    assert credibility(Claim("k-1", "the lamp is lit", ("s-1", "s-2"), 9, origins, status)) == step
    assert step in STEPS


def test_more_outlets_with_one_origin_add_nothing() -> None:
    few, many = (Claim("k-1", "the lamp is lit", ("s-1",), outlets, 1, "unchallenged") for outlets in (1, 40))
    assert credibility(few) == credibility(many) == 6
