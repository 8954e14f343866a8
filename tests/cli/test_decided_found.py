"""What people decided is found: added and corrected statements by search, old ids by show."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Onrecord
from tests.cli.world import quarrel

AS_OF = ("--as-of", "2031-04-01")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The quarrel in a ledger of its own, to decide about."""
    return quarrel(tmp_path / "mine.db")


def statements(onrecord: Onrecord, ledger: Path, words: str) -> list[dict[str, object]]:
    lines = onrecord("statements", "--json", "--ledger", ledger, *AS_OF).lines
    return [row for row in map(json.loads, lines) if words in " ".join(span["exact"] for span in row["content"])]


def searched(onrecord: Onrecord, ledger: Path, query: str, *more: str) -> list[str]:
    lines = onrecord("search", query, "--json", "--ledger", ledger, *more, *AS_OF).lines
    return [json.loads(line)["id"] for line in lines]


def test_what_a_person_added_is_found_by_its_words_and_not_only_in_its_report(onrecord: Onrecord, mine: Path) -> None:
    report = statements(onrecord, mine, "signed")[0]["report"]
    words = "More than 65 keepers are at the light"
    assert not statements(onrecord, mine, words)
    settings = (f"content={words}", "source=Joss Tarl", "act=assert")
    assert onrecord("review", "add", "statement", report, *settings, "--ledger", mine, *AS_OF).status == 0
    (added,) = statements(onrecord, mine, words)
    assert searched(onrecord, mine, "keeper lights")[0] == added["id"]  # by stem, as the search in what was read
    assert searched(onrecord, mine, "65 keepers", "--by", "Joss Tarl") == [added["id"]]
    assert searched(onrecord, mine, "65 keepers", "--by", "Ilse Brenn") == []
    assert added["id"] not in searched(onrecord, mine, "letter")


def test_an_old_id_leads_to_what_a_statement_was_corrected_to(onrecord: Onrecord, mine: Path) -> None:
    (said,) = statements(onrecord, mine, "would have to be seen")
    where = ("--ledger", mine, *AS_OF)
    assert onrecord("review", "speaker", said["id"], "Ilse Brenn", "--by", "M. Oro", *where).status == 0
    (now,) = statements(onrecord, mine, "would have to be seen")
    assert now["id"] != said["id"]
    shown = onrecord("show", str(said["id"]), *where)
    assert shown.status == 0
    assert f"{said['id']} is now {now['id']}" in " ".join(shown.out.split())
    assert json.loads(onrecord("show", str(said["id"])[:12], "--json", *where).out)["id"] == now["id"]
    assert "is now" not in onrecord("show", str(now["id"]), *where).out


def test_an_old_id_of_what_was_rejected_says_who_took_it_out(onrecord: Onrecord, mine: Path) -> None:
    (said,) = statements(onrecord, mine, "would have to be seen")
    where = ("--ledger", mine, *AS_OF)
    assert onrecord("review", "reject", said["id"], "--by", "M. Oro", *where).status == 0
    shown = onrecord("show", str(said["id"]), *where)
    assert shown.status != 0
    assert "rejected by M. Oro on " in " ".join(shown.err.split())


def test_an_id_that_never_was_is_not_found(onrecord: Onrecord, mine: Path) -> None:
    shown = onrecord("show", "s-000000000000", "--ledger", mine, *AS_OF)
    assert shown.status != 0
    assert "no record" in shown.err
