"""The plan of a watch: what it may say, and what is said of mistakes in it."""

import socket
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.watch import read_plan
from onrecord.watch.notify import tell_systemd
from onrecord.watch.plan import Out, Source, seconds_of
from tests.ingest.world import file_with

PLAN = """
every = "10 minutes"
allow_hosts = ["wire.intranet"]

[[feed]]
url = "https://karvan.example/feed.xml"
every = "5 minutes"

[[feed]]
url = "https://lake.example/atom"

[[folder]]
path = "inbox"

[[out]]
to = "terminal"

[[out]]
to = "webhook"
url = "https://desk.example/hook"
secret_env = "HOOK"
"""


def test_a_plan_is_read(tmp_path: Path) -> None:
    plan = read_plan(file_with(tmp_path, "desk.toml", PLAN))
    assert plan.sources == (
        Source("feed", "https://karvan.example/feed.xml", 300.0),
        Source("feed", "https://lake.example/atom", 600.0),
        Source("folder", str(tmp_path / "inbox"), 60.0),
    )
    assert plan.outs == (Out("terminal"), Out("webhook", "https://desk.example/hook", "HOOK"))
    assert plan.allowed == ("wire.intranet",)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("every = ", "is not TOML"),
        ("", "names nothing to watch"),
        ('[[feed]]\nurl = "file:///etc/motd"', "a feed's url is 'file:///etc/motd'"),
        ('[[feed]]\nurl = "https://a.example"\nevery = "soon"', "'soon' is no length of time"),
        ('[[feed]]\naddress = "https://a.example"', "'address' is not known here; known are every, url"),
        ('[feed]\nurl = "https://a.example"', "feed is not a list of tables; write [[feed]]"),
        ('[[folder]]\npath = "a"\n[[out]]\nto = "pigeon"', "an out that is not understood"),
        ('allow_hosts = "a"\n[[folder]]\npath = "a"', "allow_hosts is not a list of names"),
    ],
)
def test_a_mistake_in_a_plan_is_named(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_plan(file_with(tmp_path, "desk.toml", text))
    assert what in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "desk.toml"))


def test_nobody_is_polled_more_than_once_a_minute(tmp_path: Path) -> None:
    plan = read_plan(file_with(tmp_path, "a.toml", '[[feed]]\nurl = "https://a.example"\nevery = "1 second"'))
    assert plan.sources[0].every == 60.0


def test_lengths_of_time() -> None:
    assert [seconds_of(words, "") for words in ("1 second", "15 minutes", "1.5 hours", "2 days")] == [
        1,
        900,
        5400,
        172800,
    ]


def test_systemd_is_told(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "s"))
        tell_systemd("READY=1", str(tmp_path / "s"))
        assert listening.recv(100) == b"READY=1"
    tell_systemd("READY=1", str(tmp_path / "nobody"))
    tell_systemd("READY=1", None)
