"""`python docs/screens/make.py`: the pictures of the pages, made from the example reports in the system's Chromium."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

import onrecord
from onrecord.ledger import open_ledger
from onrecord.pipeline import read_into

HERE = Path(__file__).parent
EXAMPLES = Path(onrecord.__file__).parent / "examples"
DAY = "2019-04-01"
SERVE = "from onrecord.cli import main; main()"
WIDE, PHONE = (1280, 860), (390, 844)


@contextmanager
def served(place: Path) -> Iterator[str]:
    """A ledger's pages, in a process of their own."""
    command = [sys.executable, "-c", SERVE, "serve", "--ledger", str(place), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        told = server.stdout.readline() if server.stdout else ""
        yield told.partition(" at ")[2].split()[0]
        server.terminate()


def first(address: str, kind: str, **query: str) -> str:
    """The address of the first record of a list."""
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    with urlopen(f"{address}/api/{kind}?as_of={DAY}&{asked}") as answer:  # noqa: S310
        return f"/{kind}/{json.load(answer)['items'][0]['id']}"


def main() -> None:
    """Make them all anew."""
    with tempfile.TemporaryDirectory() as room, sync_playwright() as player:
        place = Path(room) / "dam.db"
        with open_ledger(str(place), create=True) as store:
            read_into(store, [str(EXAMPLES)])
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"] if root else [])
        with served(place) as address:
            _pictures(browser, address)
        browser.close()


def _pictures(browser: Browser, address: str) -> None:
    promise, talk = first(address, "commitments", about="suspend"), first(address, "talks", status="held")
    actor, report = first(address, "actors", about="Orlavia"), first(address, "reports", about="Veshmar+Mirror")
    _shoot(browser, address, "state-of-play", "/")
    _shoot(browser, address, "state-of-play-phone", "/", size=PHONE)
    _shoot(browser, address, "timeline", "/timeline")
    _shoot(browser, address, "timeline-dark", "/timeline", dark=True)
    _shoot(browser, address, "commitment", promise)
    _shoot(browser, address, "talk", talk)
    _shoot(browser, address, "series", "/figures?about=soldiers")
    _shoot(browser, address, "actor", actor)
    _shoot(browser, address, "report", report, point=".text a.m-statement")
    _shoot(browser, address, "review", "/review")
    _shoot(browser, address, "correct", first(address, "statements", act="deny"), opened=True)
    _shoot(browser, address, "add", f"{report}/add?kind=statement", choose=".pick >> nth=4")


def _shoot(
    browser: Browser, address: str, name: str, path: str, *, size: tuple[int, int] = WIDE, dark: bool = False,
    point: str = "", choose: str = "", opened: bool = False,
) -> None:  # fmt: skip
    context = browser.new_context(
        base_url=address, viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light",
        locale="en-GB", reduced_motion="reduce",
    )  # fmt: skip
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{path}{'&' if '?' in path else '?'}as_of={DAY}")
    if point:
        page.locator(point).first.hover()
        page.locator("#card").wait_for()
    if choose:
        page.locator(choose).click()
        page.wait_for_url("**words=**")
        page.evaluate("scrollTo(0, 0)")
    if opened:
        _open(page)
    page.screenshot(path=HERE / f"{name}.png")
    context.close()


def _open(page: Page) -> None:
    page.get_by_text("Change the speaker").first.click()
    page.locator(".decide").scroll_into_view_if_needed()


if __name__ == "__main__":
    main()
