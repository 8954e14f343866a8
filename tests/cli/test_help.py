"""Help that teaches: what onrecord says by itself, and what each command says of itself."""

import pytest

from onrecord.cli.app import COMMANDS, app
from tests.cli.conftest import Onrecord


def test_onrecord_alone_shows_the_usual_path(onrecord: Onrecord) -> None:
    ran = onrecord()
    assert ran.status == 0
    for step in ("onrecord demo", "onrecord read", "onrecord brief", "onrecord show", "onrecord export"):
        assert step in ran.out


def test_help_lists_every_command_of_the_contract(onrecord: Onrecord) -> None:
    listed = onrecord("--help").out
    contract = "demo read attributions brief statements talks commitments disputes figures timeline reports actors"
    contract += " show search export check grade compare claims watch serve account review"
    assert set(contract.split()) == set(COMMANDS)
    assert all(f"\n  {name} " in listed for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_what_it_is_for_with_an_example(onrecord: Onrecord, name: str) -> None:
    ran = onrecord(name, "--help")
    assert ran.status == 0
    assert COMMANDS[name].about in ran.out
    assert f"onrecord {name}" in ran.out.split("Example", 1)[1]
    assert "--debug" in ran.out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_of_commands_says_what_the_command_says_of_itself(name: str) -> None:
    command = app.get_command(app.make_context("onrecord", ["--version"], resilient_parsing=True), name)
    assert command is not None
    assert command.name == name
    assert (command.help or "").splitlines()[0] == COMMANDS[name].about


@pytest.mark.parametrize("name", set(COMMANDS) - {"account", "attributions"})
def test_every_command_takes_a_ledger(onrecord: Onrecord, name: str) -> None:
    assert "--ledger" in onrecord(name, "--help").out


def test_no_help_line_is_wider_than_a_narrow_terminal(onrecord: Onrecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in COMMANDS:
        assert max(map(len, onrecord(name, "--help").lines)) <= 80


def test_version(onrecord: Onrecord) -> None:
    from onrecord import __version__

    assert onrecord("--version").out == f"onrecord {__version__}\n"
