"""`onrecord watch`: one look, and what is said of a plan that cannot be meant."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Onrecord
from tests.ingest.world import file_with

HOOK = """
[[folder]]
path = "inbox"

[[out]]
to = "webhook"
url = "https://desk.example/hook"
secret_env = "HOOK"
"""


def test_the_command_looks_once_and_says_what_is_wrong(onrecord: Onrecord, tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    file_with(tmp_path, "desk.toml", '[[folder]]\npath = "inbox"\n')
    ran = onrecord("watch", "desk.toml", "--once")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    missing = onrecord("watch", "none.toml")
    assert missing.status == 2
    assert "none.toml: cannot be read (No such file or directory); name a TOML file" in missing.err
    file_with(tmp_path, "hook.toml", HOOK)
    assert "the environment has no HOOK" in onrecord("watch", "hook.toml", "--once").err


def test_it_says_when_it_is_ready_and_stops_cleanly_when_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    plan = file_with(tmp_path, "desk.toml", '[[folder]]\npath = "inbox"\n')
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(120)
        program = [
            str(Path(sys.executable).with_name("onrecord")),
            "watch",
            str(plan),
            "--ledger",
            str(tmp_path / "l.db"),
        ]
        environment = {**os.environ, "NOTIFY_SOCKET": str(tmp_path / "notify")}
        with subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert systemd.recv(100) == b"READY=1"
            running.send_signal(signal.SIGTERM)
            out, err = running.communicate(timeout=120)
        said = [systemd.recv(100)]
        while said[-1] != b"STOPPING=1":
            said.append(systemd.recv(100))
    assert (running.returncode, out, err) == (0, b"", b"")
