"""`onrecord grade`: the user's letter for an outlet."""

import json
from pathlib import Path

from tests.cli.conftest import Onrecord

AS_OF = ("--as-of", "2031-03-10")


def a_report(onrecord: Onrecord, ledger: Path) -> tuple[str, str]:
    """The id of a report with an outlet, and the outlet."""
    rows = [json.loads(line) for line in onrecord("reports", "--json", "--ledger", ledger, *AS_OF).lines]
    found = next(row for row in rows if row["outlet"])
    return found["id"], found["outlet"]


def test_a_letter_is_shown_beside_the_reports_of_its_outlet(onrecord: Onrecord, ledger: Path) -> None:
    report, outlet = a_report(onrecord, ledger)
    ran = onrecord("grade", outlet, "b", "--by", "Ida", "--ledger", ledger)
    assert (ran.status, ran.out) == (0, f"{outlet}: B, usually reliable\n")
    assert "B, usually reliable (set by Ida, " in onrecord("show", report, "--ledger", ledger, *AS_OF).out


def test_the_latest_letter_counts_and_the_earlier_one_is_kept(onrecord: Onrecord, ledger: Path) -> None:
    report, outlet = a_report(onrecord, ledger)
    for letter in ("B", "D"):
        onrecord("grade", outlet.upper(), letter, "--by", "Ida", "--ledger", ledger)
    exported = [json.loads(line) for line in onrecord("export", "--ledger", ledger, *AS_OF).lines]
    letters = {row["decision"] for row in exported if row["type"] == "judgement"}
    assert letters == {"reliability B", "reliability D"}
    assert "D, not usually reliable" in onrecord("show", report, "--ledger", ledger, *AS_OF).out


def test_an_outlet_without_a_report_cannot_be_graded(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("grade", "No Such Post", "A", "--ledger", ledger)
    assert ran.status == 3
    assert "onrecord reports lists them" in ran.err


def test_only_the_six_letters_are_known(onrecord: Onrecord, ledger: Path) -> None:
    assert onrecord("grade", "Harbour Post", "G", "--ledger", ledger).status == 2
