"""Pages over a large ledger: each stays small, whatever the ledger holds."""

from collections.abc import Iterator

import httpx
import pytest

from bench.large import large_ledger
from bench.web import PAGES
from onrecord.web import Serving
from tests.web.conftest import PATIENCE, running

MOST = 100_000
STATEMENTS = 9_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[httpx.Client, str]]:
    place = tmp_path_factory.mktemp("large") / "large.db"
    _, newest = large_ledger(place, statements=STATEMENTS)
    with running(Serving(ledger=str(place))) as where, httpx.Client(base_url=where, timeout=PATIENCE) as client:
        yield client, newest.isoformat()


@pytest.mark.parametrize("path", [page.replace("90000", "8000") for page in PAGES if not page.startswith("/api")])
def test_a_page_is_under_a_hundred_kilobytes_without_its_text(large: tuple[httpx.Client, str], path: str) -> None:
    client, day = large
    answer = client.get(f"{path}{'&' if '?' in path else '?'}as_of={day}")
    assert answer.status_code == 200
    assert len(answer.content) < MOST
    assert "<h1" in answer.text
