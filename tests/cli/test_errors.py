"""What goes wrong is one line that says what, where and what to do, with an exit status a script can use."""

from pathlib import Path

import pytest

from onrecord.cli.app import COMMANDS, app
from onrecord.cli.lazy import Entry
from onrecord.cli.outcome import finish
from tests.cli.conftest import Onrecord

WRONG_USAGE = [
    (["breif"], "did you mean brief?"),
    (["brief", "--as-of", "2031-02-31"], "no day of the calendar"),
    (["brief", "--as-of", "20310220"], "write it like 2031-02-28"),
    (["brief", "--as-of", "yesterday"], "no day of the calendar"),
    (["statements", "--act", "sing"], "'promise'"),
    (["talks", "--status", "kept"], "'planned'"),
    (["commitments", "--status", "kept"], "'reported kept'"),
    (["actors", "--kind", "boat"], "'organisation'"),
    (["talks", "--act", "demand"], "--act"),
    (["talks", "--since", "2031-03-02", "--until", "2031-03-01"], "lies after"),
    (["export", "--format", "scroll"], "'jsonl'"),
    (["search", "light", "--limit", "0"], "--limit"),
    (["show"], "ID"),
    (["read"], "at least one file or folder"),
    (["attributions", "x.txt", "--format", "polnear"], "-o FOLDER"),
    (["--colour"], "--colour"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG_USAGE)
def test_wrong_usage_is_one_line_and_status_2(onrecord: Onrecord, arguments: list[str], says: str) -> None:
    ran = onrecord(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("onrecord: ")
    assert says in ran.err


@pytest.mark.parametrize("command", ["brief", "statements", "talks", "timeline", "actors", "export", "check"])
def test_a_ledger_that_is_not_there_is_never_made_by_looking(onrecord: Onrecord, command: str, tmp_path: Path) -> None:
    ran = onrecord(command)
    assert ran.status == 3
    assert "onrecord.db" in ran.err
    assert "onrecord read" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_ledger_is_left_alone(onrecord: Onrecord, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,\n" * 100)
    ran = onrecord("brief", "--ledger", letter)
    assert ran.status == 3
    assert "letter.txt" in ran.err
    assert letter.read_text() == "Dear all,\n" * 100


def test_an_id_that_nobody_has(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("show", "c-nope", "--ledger", ledger)
    assert (ran.status, ran.out) == (3, "")
    assert "c-nope" in ran.err


def test_the_beginning_of_several_ids_names_them(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("show", "s-", "--ledger", ledger, "--as-of", "2031-03-10")
    assert ran.status == 2
    assert "5 records begin with 's-'" in ran.err


def test_an_actor_that_nobody_is_offers_the_nearest(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("statements", "--by", "Ilse Bren", "--ledger", ledger, "--as-of", "2031-03-10")
    assert ran.status == 3
    assert "did you mean Ilse Brenn" in ran.err


def test_debug_adds_the_traceback(onrecord: Onrecord) -> None:
    ran = onrecord("brief", "--ledger", "none.db", "--debug")
    assert ran.status == 3
    assert "Traceback" in ran.err
    assert ran.err.splitlines()[-1].startswith("onrecord: none.db")


def test_a_fault_of_ours_is_one_line_too(onrecord: Onrecord, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Entry("tests.cli.test_errors:nothing_of_this_name", "Break.", "Look")
    monkeypatch.setattr(type(app), "entries", {**COMMANDS, "break": broken})
    ran = onrecord("break")
    assert ran.status == 3
    assert len(ran.err.splitlines()) == 1
    assert "--debug" in ran.err


def test_an_export_that_cannot_be_written(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("export", "--ledger", ledger, "-o", "/nowhere/at/all.jsonl")
    assert ran.status == 3
    assert "/nowhere/at/all.jsonl" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_brief_that_cannot_be_written(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("brief", "--ledger", ledger, "-o", "/nowhere/at/all.md")
    assert ran.status == 3
    assert "/nowhere/at" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_stopped_from_the_keyboard(capsys: pytest.CaptureFixture[str]) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    assert finish(stopped) == 130
    assert capsys.readouterr().err.startswith("onrecord: stopped; what was entered stays")
