"""A long reading that is stopped by Ctrl-C, or killed: what was entered stays whole, and the same command goes on."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import open_ledger

COUNT = 60
STORY = (
    "BRASK (Karvan) - The envoy of Veldany, Ada Brun, said on Monday that crossing {n} would open by 5 March 2031. "
    "“Nobody told us otherwise,” she said.\n\nThe keepers of the bridge said that they had heard of no such thing.\n"
)


def reading(folder: Path) -> subprocess.Popen[str]:
    program = [
        str(Path(sys.executable).with_name("onrecord")),
        "read",
        "wire.jsonl",
        "--ledger",
        "l.db",
        "--threads",
        "1",
    ]
    clean = {key: value for key, value in os.environ.items() if key != "ONRECORD_LEDGER"}
    return subprocess.Popen(
        program,
        cwd=folder,
        env=clean,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def held(folder: Path) -> int:
    try:
        with open_ledger(str(folder / "l.db")) as store:
            return store.count()
    except LedgerError:  # not there yet
        return 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill"])
def test_a_reading_that_is_stopped_goes_on_where_it_was(tmp_path: Path, number: signal.Signals) -> None:
    lines = [json.dumps({"text": STORY.format(n=n), "file": f"{n}.txt"}) for n in range(COUNT)]
    wire = tmp_path / "wire.jsonl"
    wire.write_text("\n".join(lines), encoding="utf-8")
    with reading(tmp_path) as stopped:
        deadline = time.time() + 240
        while held(tmp_path) < 3 and stopped.poll() is None and time.time() < deadline:
            time.sleep(0.05)
        stopped.send_signal(number)
        _, err = stopped.communicate(timeout=120)
    before = held(tmp_path)
    if stopped.returncode == 0:
        pytest.skip("this machine read all before it could be stopped")
    assert 3 <= before < COUNT
    if number == signal.SIGINT:
        assert stopped.returncode == 130
        assert "stopped; what was entered stays, and the same command goes on from there" in err
        assert "until here: " in err
        assert "Traceback" not in err
    with reading(tmp_path) as again:
        out, err = again.communicate(timeout=480)
    assert (again.returncode, err) == (0, "")
    assert out.startswith(f"{COUNT - before} reports taken in, {before} already held")
    with open_ledger(str(tmp_path / "l.db")) as store:
        assert sorted(report.name for report in store.reports()) == sorted(f"{n}.txt" for n in range(COUNT))
        assert {reading.report for reading in store.readings()} == {report.id for report in store.reports()}
