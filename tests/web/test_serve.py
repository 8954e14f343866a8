"""`onrecord serve` as a process of its own: it says where it is, answers, and ends when it is told to."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx

from tests.cli.conftest import Onrecord, onrecord
from tests.cli.world import quarrel

__all__ = ["onrecord"]

COMMAND = "import sys; from onrecord.cli import run; sys.exit(run(sys.argv[1:]))"


def test_it_says_where_it_is_answers_and_ends_quietly(tmp_path: Path) -> None:
    place = quarrel(tmp_path / "quarrel.db")
    command = [sys.executable, "-c", COMMAND, "serve", "--ledger", str(place), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().partition(" at ")[2].split()[0]
        assert httpx.get(f"{address}/api/ledger", timeout=120).json()["counts"]["reports"] == 0
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=120)
    assert server.returncode == 0
    assert errors == ""


def test_it_ends_quietly_also_while_pages_listen_for_changes(tmp_path: Path) -> None:
    place = quarrel(tmp_path / "quarrel.db")
    command = [sys.executable, "-c", COMMAND, "serve", "--ledger", str(place), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().partition(" at ")[2].split()[0]
        with httpx.stream("GET", f"{address}/api/changes", timeout=120) as stream:
            assert next(stream.iter_lines()) == ": listening"
            server.send_signal(signal.SIGINT)
            _, errors = server.communicate(timeout=120)
    assert server.returncode == 0
    assert errors == ""


def test_a_ledger_is_made_where_there_is_none_and_a_taken_port_is_one_line(onrecord: Onrecord, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = onrecord("serve", "--ledger", tmp_path / "new.db", "--port", taken.getsockname()[1])
    assert ran.status == 3
    assert "cannot be listened on" in ran.err
    assert ran.err.count("\n") == 1
    assert (tmp_path / "new.db").exists()


def test_accounts_are_made_listed_and_removed(onrecord: Onrecord, tmp_path: Path) -> None:
    place = tmp_path / "accounts.json"
    made = subprocess.run(
        [sys.executable, "-c", COMMAND, "account", "add", "mira", "--role", "review", "--accounts", str(place)],
        input="long enough a secret\nlong enough a secret\n", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "mira may come in, role review" in made.stdout
    assert onrecord("account", "list", "--accounts", place).out == "mira  review\n"
    assert onrecord("account", "remove", "mira", "--accounts", place).status == 0
    assert onrecord("account", "list", "--accounts", place).out == ""
    assert onrecord("account", "add", "--accounts", place).status == 2
