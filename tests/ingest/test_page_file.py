"""Saved pages: story, headline, byline, outlet, address and the day of first publication."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.model.period import Published
from tests.ingest.world import file_with, refusal_of, report_of

BODY = "".join(
    f"<p>The envoy of Veldany said on Monday that the crossing at Brask would open in the {week} week, "
    f"and that nobody in the palace had been told otherwise.</p>"
    for week in ("first", "second", "third", "fourth")
)
PUBLISHED = '<meta property="article:published_time" content="2031-05-02T22:30:00-05:00">'
MODIFIED = '<meta property="article:modified_time" content="2031-05-09T08:00:00Z">'


def page(head: str = "", *, foot: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>Envoys meet at Brask - Karvan News</title>{head}</head>"
        '<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f'<article><h1>Envoys meet at Brask</h1><p class="byline">By Lena Marsh</p>{BODY}</article>{foot}'
        '<div class="related"><h3>Related</h3><a href="/x">Ferries return to the lake</a></div>'
        "<footer>Copyright Karvan Media. All rights reserved.</footer></body></html>"
    )


def test_a_page_becomes_its_story_with_its_facts(tmp_path: Path) -> None:
    head = (
        f'{PUBLISHED}{MODIFIED}<meta property="og:site_name" content="Karvan News">'
        '<link rel="canonical" href="https://karvan.example/envoys">'
    )
    report = report_of(file_with(tmp_path, "envoys.html", page(head)))
    assert (report.name, report.title, report.outlet) == ("envoys.html", "Envoys meet at Brask", "Karvan News")
    assert (report.byline, report.url) == ("Lena Marsh", "https://karvan.example/envoys")
    assert report.text.startswith("Envoys meet at Brask")
    assert report.text.count("The envoy of Veldany said") == 4
    for furniture in ("Copyright", "Ferries", "World", "<"):
        assert furniture not in report.text


@pytest.mark.parametrize(
    "head",
    [
        PUBLISHED + MODIFIED,
        MODIFIED + PUBLISHED,
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Envoys meet at Brask", '
        '"datePublished": "2031-05-02T22:00:00+02:00", "dateModified": "2031-05-09"}</script>',
    ],
)
def test_the_day_of_a_page_is_that_of_its_first_publication(tmp_path: Path, head: str) -> None:
    report = report_of(file_with(tmp_path, "a.html", page(head)))
    assert report.published == Published(date(2031, 5, 2), date(2031, 5, 2), "page")


@pytest.mark.parametrize(
    "head",
    [
        "",
        MODIFIED,
        '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2031-05-09"}</script>',
        PUBLISHED.replace("2031", "2041"),
        PUBLISHED.replace("05-02", "02-31"),
    ],
)
def test_a_page_that_does_not_say_when_it_was_published_has_no_day(tmp_path: Path, head: str) -> None:
    assert report_of(file_with(tmp_path, "a.html", page(head))).published == Published()


def test_the_day_in_the_pages_address_counts(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://karvan.example/2031/05/02/envoys">'
    assert report_of(file_with(tmp_path, "a.html", page(head))).published.start == date(2031, 5, 2)


def test_a_broken_page_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    broken = page().replace("</p>", "").replace("</article>", "").replace("</h1>", "")[:-120]
    assert "The envoy of Veldany said" in report_of(file_with(tmp_path, "a.html", broken)).text


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><body><p>We use cookies</p></body></html>",
        "<html>" + "<div>" * 200_000 + "x",
        "<!doctype html><html><head><title>Log in</title></head><body><form><input name=a></form></body></html>",
    ],
)
def test_a_page_without_a_story_is_refused(tmp_path: Path, html: str) -> None:
    path = file_with(tmp_path, "a.html", html)
    assert refusal_of(path) == (
        f"{path}: no story was found on the page; save the article's own page, or its text as .txt"
    )
