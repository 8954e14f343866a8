"""What the tests of the pages start from: a real server on a port of its own, over a real ledger.

`desk` visits the small quarrel of `tests/cli/world.py`, served to all on this machine; `serve(...)` starts another
server as a test needs it. Both talk to it as a browser without JavaScript would; `browser` is a real one.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from onrecord.web import Serving, create_app
from onrecord.web.running import Running
from tests.cli.world import quarrel

PATIENCE = 120.0
Serve = Callable[..., httpx.Client]


@contextmanager
def running(serving: Serving) -> Iterator[str]:
    """A server with its address, ended at the end."""
    app = create_app(serving)
    config = uvicorn.Config(app, port=0, log_level="error", access_log=False, ws="none", timeout_graceful_shutdown=10)
    server = Running(config)
    thread = Thread(target=server.run)
    thread.start()
    until = monotonic() + PATIENCE
    while not server.started and monotonic() < until:
        sleep(0.02)
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The quarrel, made once; tests only look at it."""
    return quarrel(tmp_path_factory.mktemp("desk") / "quarrel.db")


@pytest.fixture(scope="session")
def address(held: Path) -> Iterator[str]:
    """Where the quarrel is served."""
    with running(Serving(ledger=str(held))) as where:
        yield where


@pytest.fixture
def desk(address: str) -> Iterator[httpx.Client]:
    """A visitor of that server."""
    with httpx.Client(base_url=address, timeout=PATIENCE, follow_redirects=True) as client:
        yield client


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start a server over a fresh quarrel, or over the ledger that is named."""
    with ExitStack() as stack:

        def start(place: Path | None = None, **settings: object) -> httpx.Client:
            ledger = str(place or quarrel(tmp_path / "quarrel.db"))
            serving = replace(Serving(ledger=ledger), **settings)  # type: ignore[arg-type]
            where = stack.enter_context(running(serving))
            return stack.enter_context(httpx.Client(base_url=where, timeout=PATIENCE))

        yield start


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's own Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as player:
        root = hasattr(os, "geteuid") and os.geteuid() == 0  # Chromium's sandbox will not be started by root
        started = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"] if root else [])
        yield started
        started.close()


def seal_of(page: str) -> str:
    """The hidden field of a page's form."""
    found = re.search(r'name="seal" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]
