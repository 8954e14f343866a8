"""Voices: two ministers of one cabinet named side by side, and two counterparts who are not."""

import pytest

from tests.extract.reading import told


def party_of(text: str, name: str) -> str | None:
    (found,) = [voice.party for voice in told(text).voices.found if voice.name == name]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Orlavian Foreign Minister Sera Lind and Defence Minister Oren Gall met President Joren Tal.",
        "President Joren Tal met with Orlavia's Foreign Minister Sera Lind and Minister of Defense Oren Gall.",
    ],
)
def test_a_minister_behind_another_of_one_cabinet_serves_the_same_state(text: str) -> None:
    assert party_of(text, "Oren Gall") == "Orlavia"
    assert party_of(text, "Joren Tal") is None


@pytest.mark.parametrize(
    "text",
    [
        "Orlavian Foreign Minister Sera Lind and Foreign Minister Oren Gall met in Brenport.",
        "Orlavian Secretary of State Sera Lind and Foreign Minister Oren Gall met in Brenport.",
        "Orlavian President Sera Lind and Chancellor Oren Gall met in Brenport.",
        "Orlavian Foreign Minister Sera Lind and Prime Minister Oren Gall met in Brenport.",
        "After meeting Orlavian Foreign Minister Sera Lind, Defence Minister Oren Gall left.",
    ],
)
def test_counterparts_chiefs_and_whoever_acts_next_stay_without_a_state(text: str) -> None:
    assert party_of(text, "Oren Gall") is None
