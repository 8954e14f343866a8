"""What holds for every test: machines are shared and slow at times, so no property is judged by the clock.

`site` is a real server on this machine, for whatever fetches.
"""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.ingest.fetch.server import Site, serving

settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")


@pytest.fixture
def site() -> Iterator[Site]:
    """A server whose pages a test sets."""
    with serving(Site()) as made:
        yield made
