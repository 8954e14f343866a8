"""A story walked through in the browser: from what is overdue to who doubts it, to the words, and to a correction.

Once with the example reports that ship with the package, and once with the seeds where those are at hand.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

import onrecord
from onrecord.ledger import open_ledger
from onrecord.model.reading import FoundStatement, Reading
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.pipeline import read_into
from onrecord.web import Serving
from tests.web.conftest import PATIENCE, running

EXAMPLES = Path(onrecord.__file__).parent / "examples"
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "gold" / "seeds" / "reports.jsonl"
READ = "import sys; from onrecord.cli import run; sys.exit(run(sys.argv[1:]))"


@dataclass(frozen=True)
class Story:
    """Reports, the day from which they are looked at, the overdue promise, and who answered it how."""

    reports: Path
    day: str
    promise: str
    answer: str


# The promise of the examples is stated plainly, so that it is overdue whatever a reader makes of finer words.
STORIES = [
    pytest.param(Story(EXAMPLES, "2019-04-02", "two of the four gates", "by Katrin Solvei"), id="examples"),
    pytest.param(
        Story(SEEDS, "2022-02-21", "military exercise on Belarusian territory", "doubted by Macron's office"),
        id="seeds",
        marks=pytest.mark.skipif(not SEEDS.exists(), reason="needs the seeds in ../shared"),
    ),
]


@pytest.fixture(params=STORIES, scope="module")
def story(request: pytest.FixtureRequest) -> Story:
    """The example reports, and the seeds."""
    found: Story = request.param
    return found


@pytest.fixture(scope="module")
def place(story: Story, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger as an older reader left it: what is said ends a word early wherever it has four words or more."""
    place = str(tmp_path_factory.mktemp("story") / "story.db")
    with open_ledger(place, create=True) as store:
        read_into(store, [str(story.reports)])
        for report, reading in list(store.held()):
            store.enter(report, _older(report, reading))
    return place


def _older(report: Report, reading: Reading) -> Reading:
    said = tuple(replace(found, content=tuple(map(_shorter, found.content))) for found in reading.statements)
    assert all(isinstance(found, FoundStatement) for found in said)
    return replace(reading, reader="an older one", statements=said)


def _shorter(span: Span) -> Span:
    words = list(re.finditer(r"\S+", span.exact))
    return (
        span if len(words) < 4 else replace(span, end=span.start + words[-2].end(), exact=span.exact[: words[-2].end()])
    )


@pytest.fixture(scope="module")
def address(place: str) -> Iterator[str]:
    with running(Serving(ledger=place)) as where:
        yield where


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE * 1000)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def test_from_what_is_overdue_to_who_doubts_it_to_the_words(page: Page, story: Story) -> None:
    page.goto(f"/?as_of={story.day}")
    page.locator("#overdue .head a", has_text=story.promise).first.click()
    page.wait_for_url("**/commitments/**")
    step = page.locator(".thread > li", has_text=story.answer).first
    words = " ".join(step.locator("mark").inner_text().split())
    step.locator(".ref a").first.click()
    page.wait_for_url("**/reports/**")
    assert page.locator(".text span:target").is_visible()
    start = int(page.url.rpartition("#p")[2])
    report = page.url.partition("/reports/")[2].partition("?")[0]
    text: str = httpx.get(f"{page.url.partition('/reports/')[0]}/api/reports/{report}?as_of={story.day}").json()["text"]
    assert " ".join(text[start:].split()).startswith(words)


def test_a_corrected_speaker_is_kept_when_the_report_is_read_again(page: Page, story: Story, place: str) -> None:
    page.goto(f"/?as_of={story.day}")
    page.locator("#overdue .head a", has_text=story.promise).first.click()
    page.locator(".thread > li", has_text=story.answer).first.locator(".ref a").first.click()
    page.wait_for_url("**/reports/**")
    home = page.url.partition("#")[0]
    notes = page.locator(".notes li.note-statement")
    speakers = [line.strip() for line in notes.locator("a.p-who").all_inner_texts()]
    note = notes.filter(has=page.locator("a.p-who")).first
    was = note.locator("a.p-who").first.inner_text().strip()
    other = next(name for name in speakers if name != was)
    note.get_by_role("link", name="Open").click()
    page.wait_for_url("**/statements/**")
    words = " ".join(page.locator("h1").inner_text().split())
    page.get_by_text("Change the speaker").first.click()
    page.locator("[name='f.source']").first.fill(other)
    page.get_by_role("button", name="Change the speaker").click()
    page.wait_for_selector(".decided li")
    assert other in page.locator(".lead").inner_text()

    command = [sys.executable, "-c", READ, "read", "--again", "--ledger", place, str(story.reports)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=550, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "read again" in ran.stdout

    page.locator("#live a").wait_for()  # the open page has noticed
    _until_read(page, home)
    corrected = page.locator(".notes li.note-statement", has_text="corrected by owner").first
    assert other in corrected.locator(".line").inner_text()
    corrected.get_by_role("link", name="Open").click()
    page.wait_for_url("**/statements/**")
    now = " ".join(page.locator("h1").inner_text().split())
    assert now.strip("“”\"' .").startswith(words.strip("“”\"' .")[:20])
    assert other in page.locator(".lead").inner_text()
    assert page.locator(".decided li", has_text=other).count() == 1
    page.goto("/review/decisions")
    assert "waits for its words" not in page.locator("main").inner_text()


def _until_read(page: Page, home: str) -> None:
    """The report's page, once it shows what the newer reader found."""
    for _ in range(60):
        page.goto(home)
        page.wait_for_timeout(3000)  # a page that is old is told so within two seconds
        if not page.locator("#live a").count():
            return
    raise AssertionError("the page never shows what was read again")
