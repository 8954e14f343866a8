"""The pages in the system's own Chromium: a silent console, no serious finding of axe, the paths clicked through."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.cli.world import denial, pledge
from tests.web.conftest import Serve

DAY = "2031-03-25"
PAGES = (
    "/",
    "/timeline",
    "/commitments",
    "/talks",
    "/disputes",
    "/figures",
    "/statements",
    "/actors",
    "/reports",
    "/sources",
    "/search?q=keepers",
    "/add",
    "/review",
    "/review/decisions",
)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def at(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}as_of={DAY}"


def serious(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_fault_for_people_who_see_or_point_otherwise(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = {}
    for path in PAGES if scheme == "light" else ("/", "/timeline", "/figures", "/statements"):
        page.goto(at(path))
        found[path] = serious(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_from_the_state_of_play_to_the_words_and_back(page: Page) -> None:
    page.goto(at("/"))
    page.locator("#overdue .head a").first.click()
    assert "withdraw the 40 keepers" in page.locator("h1").inner_text()
    assert serious(page) == []
    page.locator(".thread .ref a").first.click()
    page.wait_for_url("**/reports/**")
    assert page.locator(".text span:target").inner_text().startswith("Varnholt will withdraw")
    assert serious(page) == []
    page.locator(".text a.m-statement").first.hover()
    assert page.locator(".notes li.lit").count() >= 1
    page.locator(".notes li a.p-who").first.click()
    page.wait_for_url("**/actors/**")
    assert serious(page) == []


def test_the_slider_asks_for_another_day(page: Page) -> None:
    page.goto(at("/"))
    slider = page.locator(".slide input")
    slider.focus()
    slider.press("Home")
    page.wait_for_url("**as_of=2031-03-01**")
    assert "1 Mar 2031" in page.locator("h1").inner_text()


def test_a_phone_needs_no_sideways_scrolling(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in ("/", "/commitments", "/actors", "/figures", "/timeline", "/add"):
        page.goto(at(path))
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, path


def test_without_javascript_everything_is_read_and_another_day_is_asked_for(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(at("/"))
    page.locator("#as_of").fill("2031-03-02")
    page.get_by_role("button", name="Show").first.click()
    assert "2 Mar 2031" in page.locator("h1").inner_text()
    page.locator(".head a").first.click()
    page.locator(".thread .ref a").first.click()
    assert page.locator(".text span:target").is_visible()
    page.locator("input[name=q]").fill("keepers")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search**")
    assert page.locator(".entry").count() >= 1
    context.close()


def test_an_open_page_tells_when_the_ledger_has_changed(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    place = tmp_path / "growing.db"
    pledge().enter(place)
    context = browser.new_context(base_url=str(serve(place).base_url))
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(at("/"))
    assert page.locator("#live").inner_text() == ""
    denial().enter(place)
    page.locator("#live a").wait_for()
    assert "1 new report" in page.locator("#live").inner_text()
    assert serious(page) == []
    page.locator("#live a").click()
    page.wait_for_function("document.querySelector('#live').dataset.reports === '2' || location.reload()")
    assert "1 in dispute" in " ".join(page.locator(".counts").inner_text().split())
    context.close()


def test_pointing_at_words_shows_who_says_them_and_why_and_escape_hides_it(page: Page) -> None:
    page.goto(at("/"))
    page.locator("#overdue .head a").first.click()
    page.locator(".thread .ref a").first.click()
    mark = page.locator(".text a.m-statement").first
    mark.focus()
    card = page.locator("#card")
    card.wait_for()
    told = " ".join(card.inner_text().split())
    assert "Ilse Brenn promise" in told
    assert "verb:said" in told
    assert mark.get_attribute("aria-describedby") == "card"
    assert serious(page) == []
    page.keyboard.press("Escape")
    assert not card.is_visible()
    mark.hover()
    card.wait_for()


def test_a_mark_of_the_timeline_says_what_it_is_when_it_is_reached_by_key(page: Page) -> None:
    page.goto(at("/timeline"))
    page.locator("svg a.prom").first.focus()
    page.locator("#card").wait_for()
    assert "withdraw the 40 keepers" in page.locator("#card").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/commitments/**")


def test_words_that_are_selected_fill_the_form_that_adds_a_record(browser: Browser, serve: Serve) -> None:
    context = browser.new_context(base_url=str(serve().base_url))
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(at("/reports?about=Oska+Daily"))
    page.locator(".entry a.strong").first.click()
    page.wait_for_url("**/reports/r-**")
    select(page, "More than 65 keepers are at the light")
    page.get_by_role("button", name="Add a record from these words").click()
    page.wait_for_url("**/add?**")
    assert page.locator("[name='f.content']").input_value() == "More than 65 keepers are at the light"
    select(page, "Tarl said")
    page.get_by_role("button", name="cue").click()
    assert page.locator("[name='f.cue']").input_value() == "Tarl said"
    page.locator("[name='f.source']").fill("Joss Tarl")
    assert serious(page) == []
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url("**/statements/**")
    assert "added by owner" in page.locator("aside").inner_text() or page.locator(".decided").count()
    assert serious(page) == []
    context.close()


def select(page: Page, words: str) -> None:
    """Select words of the report as a person does, from their first letter to their last."""
    page.evaluate(
        """(words) => {
            const text = document.getElementById("text"), walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            const nodes = []; let all = "";
            while (walk.nextNode()) {
                if (walk.currentNode.parentElement.closest(".pick")) continue;
                nodes.push([walk.currentNode, all.length]); all += walk.currentNode.data;
            }
            const from = all.indexOf(words), to = from + words.length, range = document.createRange();
            const at = (place) => nodes.findLast(([, start]) => start <= place);
            const [first, begun] = at(from), [last, ended] = at(to - 1);
            range.setStart(first, from - begun); range.setEnd(last, to - ended);
            const choice = getSelection(); choice.removeAllRanges(); choice.addRange(range);
            text.scrollIntoView();
        }""",
        words,
    )
