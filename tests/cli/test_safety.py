"""What a report holds never reaches the terminal as commands, never turns letters round, and is never markup."""

from pathlib import Path

import pytest

from onrecord.brief.markdown import escape
from tests.cli.conftest import Onrecord

AS_OF = ("--as-of", "2031-03-10")
COMMANDS = [
    ["brief"],
    ["brief", "--format", "markdown"],
    ["statements"],
    ["talks"],
    ["commitments"],
    ["disputes"],
    ["figures"],
    ["timeline"],
    ["reports"],
    ["actors"],
    ["search", "markup"],
]
FORBIDDEN = ("\x1b", "\u202e")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_escape_sequence_and_no_override_is_printed(onrecord: Onrecord, ledger: Path, command: list[str]) -> None:
    ran = onrecord(*command, "--ledger", ledger, *AS_OF)
    assert ran.status == 0
    assert not any(letter in ran.out for letter in FORBIDDEN)


def test_rich_markup_is_text(onrecord: Onrecord, ledger: Path) -> None:
    for command in (["brief"], ["statements"], ["search", "markup"]):
        assert "[red]Not markup[/red]" in onrecord(*command, "--ledger", ledger, *AS_OF).out


def test_markdown_and_html_are_text(onrecord: Onrecord, ledger: Path) -> None:
    assert r"\[red\]Not markup\[/red\]" in onrecord("brief", "--format", "markdown", "--ledger", ledger, *AS_OF).out
    assert escape("<script>*x*_y_`z`|#") == r"\<script\>\*x\*\_y\_\`z\`\|\#"


def test_json_keeps_the_words_as_they_are(onrecord: Onrecord, ledger: Path) -> None:
    out = onrecord("statements", "--act", "demand", "--json", "--ledger", ledger, *AS_OF).out
    assert r"\u001b[31m" in out
    assert len(out.splitlines()) == 1


def test_a_report_with_escapes_is_shown_harmless(onrecord: Onrecord, ledger: Path) -> None:
    for line in onrecord("reports", "--ledger", ledger, *AS_OF).lines[1:-1]:
        shown = onrecord("show", line.split()[0], "--ledger", ledger, *AS_OF).out
        assert not any(letter in shown for letter in FORBIDDEN)
