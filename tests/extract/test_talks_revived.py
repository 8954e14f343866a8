"""A talk that was called off once may be on again: the report's first word of it counts where the end is dated back."""

import pytest

from tests.extract.reading import told

OFF = "Vint abruptly called off the summit with Tal on May 24 after Kestria criticised her."


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            f"Mara Vint said on Friday that she would meet Kestrian leader Ivo Tal in Tavrin on June 12. {OFF}",
            "planned",
        ),
        (f"Mara Vint was to meet Kestrian leader Ivo Tal in Tavrin on June 12. {OFF}", "cancelled"),
        (
            "Mara Vint will meet Kestrian leader Ivo Tal on June 12. Vint then called off the summit with Tal.",
            "cancelled",
        ),
    ],
)
def test_a_summit_called_off_on_a_day_gone_by_and_set_again_is_planned(text: str, status: str) -> None:
    (talk,) = told(text).talks
    assert talk.status == status
