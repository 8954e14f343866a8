"""`onrecord claims`: how each claim stands, on how many origins, who says so and who says otherwise."""

import json
from pathlib import Path

import pytest

from onrecord.extract import extract
from onrecord.ledger import open_ledger
from tests.cli.conftest import Onrecord
from tests.extract.reading import reader
from tests.queries.test_claims import REPORTS

AS_OF = ("--as-of", "2031-03-10")


@pytest.fixture(scope="module")
def crossing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three reports of one crossing of a border, the last of which denies it."""
    place = tmp_path_factory.mktemp("crossing") / "crossing.db"
    with open_ledger(str(place), create=True) as store:
        for report in REPORTS:
            store.enter(report, extract(report, reader()(report.text), reader="test"))
    return place


def test_a_claim_tells_how_it_stands_and_on_how_many_origins(onrecord: Onrecord, crossing: Path) -> None:
    ran = onrecord("claims", "--ledger", crossing, *AS_OF)
    assert (ran.status, ran.err) == (0, "")
    assert "disputed" in ran.out
    assert "1 independent origin · 1 outlet · credibility 4, doubtful" in ran.out
    assert "said by Tessmark and Edvar Holt" in ran.out
    assert "denied by Orlavia" in ran.out
    assert "1 claim " in ran.lines[-1]


def test_before_the_denial_the_claim_of_one_origin_is_unchallenged(onrecord: Onrecord, crossing: Path) -> None:
    early = onrecord("claims", "--json", "--as-of", "2031-03-04", "--ledger", crossing)
    assert [(row["status"], row["origins"]) for row in map(json.loads, early.lines)] == [("unchallenged", 1)]


@pytest.mark.parametrize(
    ("filters", "number"),
    [(["--status", "disputed"], 1), (["--status", "denied"], 0), (["--by", "Tessmark"], 1), (["--by", "Orlavia"], 0)],
)
def test_claims_are_sifted(onrecord: Onrecord, crossing: Path, filters: list[str], number: int) -> None:
    assert len(onrecord("claims", "--json", *filters, "--ledger", crossing, *AS_OF).lines) == number


def test_json_of_claims_is_the_exported_shape(onrecord: Onrecord, crossing: Path) -> None:
    (listed,) = onrecord("claims", "--json", "--ledger", crossing, *AS_OF).lines
    assert listed in onrecord("export", "--ledger", crossing, *AS_OF).lines
