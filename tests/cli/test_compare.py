"""`onrecord compare`, and `onrecord brief --since`, over a ledger on disk."""

import json
from pathlib import Path

from tests.cli.conftest import Onrecord

AS_OF = ("--as-of", "2031-03-10")


def test_a_talk_is_laid_side_by_side_by_the_id_that_the_list_prints(onrecord: Onrecord, ledger: Path) -> None:
    (first, *_) = onrecord("talks", "--json", "--ledger", ledger, *AS_OF).lines
    talk = json.loads(first)["id"]
    ran = onrecord("compare", talk[:10], "--ledger", ledger, *AS_OF)
    assert ran.status == 0
    assert "versions: " in ran.out
    told = json.loads(onrecord("compare", talk, "--json", "--ledger", ledger, *AS_OF).out)
    assert told["sections"]
    assert {note["report"] for note in told["evidence"]}


def test_something_else_than_a_talk_is_wrong_usage(onrecord: Onrecord, ledger: Path) -> None:
    (first, *_) = onrecord("commitments", "--json", "--ledger", ledger, *AS_OF).lines
    ran = onrecord("compare", json.loads(first)["id"], "--ledger", ledger, *AS_OF)
    assert ran.status == 2
    assert "is no talk" in ran.err


def test_markdown_goes_into_a_file(onrecord: Onrecord, ledger: Path, tmp_path: Path) -> None:
    (first, *_) = onrecord("talks", "--json", "--ledger", ledger, *AS_OF).lines
    out = tmp_path / "call.md"
    assert onrecord("compare", json.loads(first)["id"], "-o", out, "--ledger", ledger, *AS_OF).status == 0
    assert out.read_text(encoding="utf-8").startswith("# ")


def test_everything_is_new_since_before_the_first_report(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("brief", "--since", "2031-01-01", "--ledger", ledger, *AS_OF)
    assert ran.status == 0
    assert ran.lines[0] == "What changed · 1 Jan – 10 Mar 2031"
    assert "NEWLY PROMISED" in ran.out


def test_nothing_changed_since_a_day_after_the_last(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("brief", "--since", "2031-05-01", "--ledger", ledger, "--as-of", "2031-05-01")
    assert "0 new reports" in ran.out


def test_since_a_day_after_the_one_asked_for_is_wrong_usage(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("brief", "--since", "2031-03-11", "--ledger", ledger, *AS_OF)
    assert ran.status == 2
    assert "lies after" in ran.err
