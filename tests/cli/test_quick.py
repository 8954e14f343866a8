"""Commands that read no report start quickly: they import none of what reading needs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli.app import COMMANDS

READS = {"demo", "read", "watch", "attributions"}
OTHERS = {"check", "serve", "account", "grade"}  # they look at no record
HEAVY = ("spacy", "onnxruntime", "tokenizers", "trafilatura", "htmldate", "numpy")
_LIST = """
import json, sys
from onrecord.cli import run
run(sys.argv[1:])
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
ARGUMENTS = {"show": ["c-"], "search": ["keepers"], "compare": ["t-"]}


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - READS - OTHERS))
def test_looking_imports_nothing_that_reading_needs(ledger: Path, command: str) -> None:
    arguments = [command, *ARGUMENTS.get(command, []), "--ledger", str(ledger), "--as-of", "2031-03-10"]
    ran = subprocess.run([sys.executable, "-c", _LIST, *arguments], capture_output=True, text=True, check=True)
    assert ran.stdout
    assert not set(HEAVY) & set(json.loads(ran.stderr.splitlines()[-1]))


def test_help_imports_no_command() -> None:
    ran = subprocess.run([sys.executable, "-c", _LIST, "--help"], capture_output=True, text=True, check=True)
    modules = set(json.loads(ran.stderr.splitlines()[-1]))
    assert not {"spacy", "sqlalchemy", "rich"} & modules


@pytest.mark.parametrize("command", ["brief", "commitments", "show"])
def test_looking_takes_less_than_half_a_second(ledger: Path, command: str) -> None:
    """The best of five runs, interpreter start included, by processor time: a clock also sees the neighbours.

    A slow or busy machine is allowed in proportion: opening a database takes 0.22 s where this is half a second.
    """
    program = Path(sys.executable).with_name("onrecord")
    arguments = [str(program), command, *ARGUMENTS.get(command, []), "--ledger", str(ledger), "--as-of", "2031-03-10"]
    opening = [
        sys.executable,
        "-c",
        "import sqlite3, sqlalchemy; sqlalchemy.create_engine('sqlite://').connect().close()",
    ]
    pairs = [(_seconds(arguments), _seconds(opening)) for _ in range(5)]
    assert min(ours for ours, _ in pairs) < max(0.5, 0.5 / 0.22 * min(theirs for _, theirs in pairs))


def _seconds(arguments: list[str]) -> float:
    began = os.times()
    subprocess.run(arguments, capture_output=True, check=True)
    ended = os.times()
    return ended.children_user - began.children_user + ended.children_system - began.children_system


def test_a_pipe_that_nobody_reads_is_no_failure(ledger: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    program = Path(sys.executable).with_name("onrecord")
    with os.fdopen(write, "wb") as out:
        ran = subprocess.run([program, "export", "--ledger", ledger], stdout=out, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_output_is_utf_8_whatever_the_terminal_says(ledger: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    program = Path(sys.executable).with_name("onrecord")
    for command in (["brief"], ["brief", "--format", "markdown"], ["export"]):
        arguments = [program, *command, "--ledger", ledger, "--as-of", "2031-03-10"]
        ran = subprocess.run(arguments, capture_output=True, env=environment, check=True)
        assert "“" in ran.stdout.decode() or rb"\u201c" in ran.stdout or command == ["export"]
