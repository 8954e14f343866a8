"""One record with its evidence in context."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Onrecord

AS_OF = ("--as-of", "2031-03-10")


def the_only(onrecord: Onrecord, ledger: Path, command: str) -> str:
    """The id of the only record of a list."""
    (line,) = onrecord(command, "--json", "--ledger", ledger, *AS_OF).lines
    return str(json.loads(line)["id"])


def test_a_commitment_with_its_history_and_its_words_in_their_sentence(onrecord: Onrecord, ledger: Path) -> None:
    ident = the_only(onrecord, ledger, "commitments")
    shown = " ".join(onrecord("show", ident, "--ledger", ledger, *AS_OF).out.split())
    assert "overdue since" in shown
    assert "«Varnholt will withdraw the 40 keepers from the Skerry light by 5 March»." in shown
    assert (
        "doubted by Joss Tarl: Joss Tarl, who had spoken with Brenn by phone on Friday, said that «this would" in shown
    )
    assert "Harbour Sheet · 1 Mar 2031" in shown


def test_the_rules_are_named_only_when_asked_for(onrecord: Onrecord, ledger: Path) -> None:
    ident = the_only(onrecord, ledger, "commitments")
    assert "will + verb" not in onrecord("show", ident, "--ledger", ledger, *AS_OF).out
    assert "will + verb" in onrecord("show", ident, "--why", "--ledger", ledger, *AS_OF).out


def test_a_statement_read_from_text_names_the_rule_of_its_act_and_what_it_matched(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    note = tmp_path / "2031-03-01 note.txt"
    note.write_text("Orlavian President Mara Vint said her country has not promised a new road.", encoding="utf-8")
    place = tmp_path / "light.db"
    assert onrecord("read", note, "--ledger", place).status == 0
    ident = the_only(onrecord, place, "statements")
    shown = " ".join(onrecord("show", ident, "--why", "--ledger", place, *AS_OF).out.split())
    assert "act: acts:has no such plans 'has not promised'" in shown
    assert "source: 'Orlavian President Mara Vint', marked by the reader" in shown


def test_the_beginning_of_an_id_is_enough(onrecord: Onrecord, ledger: Path) -> None:
    ident = the_only(onrecord, ledger, "disputes")
    assert ident in onrecord("show", ident[:6], "--ledger", ledger, *AS_OF).lines[0]


def test_any_record_of_the_export_can_be_shown(onrecord: Onrecord, ledger: Path) -> None:
    for line in onrecord("export", "--ledger", ledger, *AS_OF).lines:
        row = json.loads(line)
        ran = onrecord("show", row["id"], "--ledger", ledger, *AS_OF)
        assert ran.status == 0
        assert ran.lines[0] == f"{row['type']} {row['id']}"
        assert onrecord("show", row["id"], "--json", "--ledger", ledger, *AS_OF).out == line + "\n"


def test_a_report_is_shown_with_its_text(onrecord: Onrecord, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    ident = json.loads(onrecord("reports", "--json", "--about", "Keepers stay", "--ledger", ledger, *AS_OF).out)["id"]
    assert (
        "More than 65 keepers are at the light, Tarl said." in onrecord("show", ident, "--ledger", ledger, *AS_OF).out
    )


def test_a_report_says_what_its_day_rests_on(onrecord: Onrecord, ledger: Path) -> None:
    ident = json.loads(onrecord("reports", "--json", "--about", "Keepers stay", "--ledger", ledger, *AS_OF).out)["id"]
    assert "its day the day came with the report" in " ".join(
        onrecord("show", ident, "--ledger", ledger, *AS_OF).out.split()
    )
