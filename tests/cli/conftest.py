"""What the tests of the command line start from.

`onrecord(...)` runs a command in this process and gives its exit status and what it printed; use it unless the test is
about the process itself (time, imports, pipes). `ledger` is the small quarrel of `world.py` in a file of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.cli import run
from tests.cli.world import quarrel


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it printed, line by line."""
        return self.out.splitlines()


Onrecord = Callable[..., Ran]


@pytest.fixture
def onrecord(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Onrecord:
    """Run a command in an empty folder, with no ledger named by the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)

    def start(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ran(status, printed.out, printed.err)

    return start


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The quarrel, made once; tests only look at it."""
    return quarrel(tmp_path_factory.mktemp("quarrel") / "quarrel.db")
