"""Whose releases a source publishes."""

import pytest

from onrecord.model.releases import released_by


@pytest.mark.parametrize(
    ("outlet", "state"),
    [
        ("White House", "United States"),
        ("Kremlin", "Russia"),
        ("President of Orlavia", "Orlavia"),
        ("Government of Orlavia", "Orlavia"),
        ("Office of the President of Orlavia", "Orlavia"),
        ("Ministry of Foreign Affairs of Orlavia", "Orlavia"),
        ("Office of the Prime Minister of the UK", "United Kingdom"),
        ("Ministry of Defence", None),
        ("Harbour Post", None),
        ("", None),
        (None, None),
    ],
)
def test_a_seat_of_power_and_a_state_named_in_the_source_publish_for_their_state(
    outlet: str | None, state: str | None
) -> None:
    assert released_by(outlet) == state
