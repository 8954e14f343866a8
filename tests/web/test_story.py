"""The seeds' story, clicked through: from what is overdue to the doubt about it, to the words in the report."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest

from onrecord.ledger import open_ledger
from onrecord.pipeline import read_into
from onrecord.web import Serving
from tests.web.conftest import PATIENCE, running
from tests.web.test_pages import words

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "gold" / "seeds" / "reports.jsonl"
DAY = "2022-02-21"

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="needs the seeds in ../shared")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    place = str(tmp_path_factory.mktemp("seeds") / "seeds.db")
    with open_ledger(place, create=True) as store:
        read_into(store, [str(SEEDS)])
    with running(Serving(ledger=place)) as where, httpx.Client(base_url=where, timeout=PATIENCE) as client:
        yield client


def test_from_the_overdue_withdrawal_to_the_doubt_to_its_words(desk: httpx.Client) -> None:
    play = desk.get(f"/?as_of={DAY}").text
    overdue = play.partition('id="overdue"')[2].partition("</section>")[0]
    record = re.search(r'href="(/commitments/[^"]+)"', overdue)
    assert record is not None
    assert "doubted by" in words("<b>" + overdue)
    page = desk.get(unescape(record[1])).text
    doubt = page.partition("doubted by")[2]
    place = re.search(r'href="(/reports/[^"#]+)#p(\d+)"', doubt)
    marked = re.search(r"<mark>([^<]+)</mark>", doubt)
    assert place is not None
    assert marked is not None
    report = re.search(r"/reports/([^?]+)", place[1])
    assert report is not None
    text: str = desk.get(f"/api/reports/{report[1]}?as_of={DAY}").json()["text"]
    assert " ".join(text[int(place[2]) :].split()).startswith(unescape(marked[1]))
    assert f'id="p{place[2]}"' in desk.get(unescape(place[1])).text
