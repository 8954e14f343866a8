"""`store` is a fresh ledger of each kind there is: whatever a test asks of it, every kind must answer alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger import Store, open_ledger


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty ledger, in a file and in memory."""
    place = ":memory:" if request.param == "memory" else str(tmp_path / "ledger.db")
    with open_ledger(place, create=True) as opened:
        yield opened
