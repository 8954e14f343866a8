"""A watch killed at every step that it takes, one after another: each story held once, each change told once."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.ledger import open_ledger
from onrecord.ledger.notebook import Notebook
from onrecord.ledger.sql import SqlStore
from onrecord.watch import loop
from onrecord.watch.plan import Out, Source
from tests.ingest.fetch.server import Site
from tests.ingest.made import LONG_HTML, item, rss
from tests.watch.world import Desk

STEPS = ((SqlStore, "enter"), (Notebook, "note"), (Notebook, "delivered"), (loop, "deliver"))


class KilledError(BaseException):
    """As the kernel kills: nothing that comes after is done."""


@pytest.mark.parametrize("before", [True, False], ids=["before a step", "after a step"])
def test_whatever_step_it_is_killed_at_nothing_is_lost_or_doubled(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    names, counts = ("brask", "orlan", "harl"), {"left": 0}
    site.pages["/feed"] = rss(*(item(name, LONG_HTML.replace("Brask", name)) for name in names))

    def deadly(real: Callable[..., object]) -> Callable[..., object]:
        def step(*given: object, **named: object) -> object:
            counts["left"] -= 1
            if before and counts["left"] == 0:
                raise KilledError
            done = real(*given, **named)
            if not before and counts["left"] == 0:
                raise KilledError
            return done

        return step

    for place, name in STEPS:
        monkeypatch.setattr(place, name, deadly(getattr(place, name)))
    for kill_at in range(1, 12):
        ledger, file = tmp_path / f"{kill_at}.db", tmp_path / f"{kill_at}.jsonl"
        counts["left"] = kill_at
        for _ in range(3):
            with open_ledger(str(ledger), create=True) as store:
                watch = Desk().watch(site, store, Source("feed", site["/feed"], 60.0), outs=(Out("file", str(file)),))
                try:
                    watch.round()
                except KilledError:
                    continue
                assert store.notebook.waiting(time.time() + 1e6) == ()
                assert store.count() == 3
        told = [json.loads(line)["record"] for line in file.read_text(encoding="utf-8").splitlines()]
        assert len(told) == len(set(told)) == 3, kill_at
