"""`onrecord watch`: one look, and what is said of a plan that cannot be meant."""

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
