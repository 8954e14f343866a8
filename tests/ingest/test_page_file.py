"""Saved pages: story, headline, byline, outlet, address and the day of first publication."""

import base64
import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.ingest.wall import wall_before
from onrecord.model.kinds import load
from onrecord.model.notes import notes_of
from onrecord.model.period import Published
from tests.ingest.made import LONG, LONG_HTML, PARAGRAPHS, page_of, warc
from tests.ingest.world import file_with, refusal_of, report_of, reports, taken

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


def page_with(body: str, head: str = "", foot: str = "") -> str:
    return page_of(head=head, body=body).replace("<footer>", f"{foot}<footer>")


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
    ("html", "reason"),
    [
        ("<html><body></body></html>", "no story was found on the page"),
        ("<html><body><p>We use cookies</p></body></html>", "(a cookie wall)"),
        ("<html>" + "<div>" * 200_000 + "x", "no story was found on the page"),
        (
            "<!doctype html><html><head><title>Log in</title></head><body><form><input name=a></form></body></html>",
            "no story was found on the page",
        ),
    ],
)
def test_a_page_without_a_story_is_refused(tmp_path: Path, html: str, reason: str) -> None:
    line = refusal_of(file_with(tmp_path, "a.html", html))
    assert reason in line
    assert line.endswith("; save the article's own page, or its text as .txt")


OPENING = "<p>The envoy of Veldany said on Monday that the crossing at Brask would open in the first week.</p>"
CLOSED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page_with(OPENING, CLOSED), "(a paywall)"),
        (page_with(OPENING + "<div>Subscribe now to continue reading this story.</div>"), "(a paywall)"),
        (page_with(OPENING.replace("first week.", "first week…")), "(a teaser)"),
        (page_with("<div><p>Please verify you are human to go on.</p></div>"), "(a test for robots)"),
        (page_with("<p>Sorry, the page you are looking for does not exist.</p>"), "no such page"),
    ],
)
def test_what_stands_before_a_story_is_no_story(tmp_path: Path, html: str, reason: str) -> None:
    assert reason in refusal_of(file_with(tmp_path, "a.html", html))


def test_a_whole_story_stays_one_whatever_the_page_says_around_it(tmp_path: Path) -> None:
    around = "<div>Subscribe now to continue reading. We use cookies. Already a subscriber?</div>"
    report = report_of(file_with(tmp_path, "a.html", page_with(LONG_HTML, foot=around)))
    assert "Subscribe" not in report.text
    report = report_of(file_with(tmp_path, "b.html", page_with(LONG_HTML, CLOSED)))
    assert "the page says that it is for subscribers: its text may be cut" in notes_of(report)


def test_a_later_change_is_kept_apart_from_the_day_of_the_page(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "a.html", page(PUBLISHED + MODIFIED)))
    assert (report.published.start, report.updated) == (date(2031, 5, 2), date(2031, 5, 9))


def test_a_page_in_an_encoding_that_it_names_is_read_in_it(tmp_path: Path) -> None:
    html = page('<meta charset="windows-1250">').replace("nobody", "nobody in Łódź")
    report = report_of(file_with(tmp_path, "a.html", html.encode("windows-1250")))
    assert "nobody in Łódź" in report.text
    assert notes_of(report) == ("read as windows-1250, as the page says",)


def live_blog() -> str:
    updates = [
        {"@type": "BlogPosting", "headline": f"Envoys at {hour}", "datePublished": f"2031-05-0{hour}T10:00:00Z",
         "articleBody": f"<p>{PARAGRAPHS[hour]}</p>", "url": f"https://karvan.example/live#block-{hour}"}
        for hour in (1, 2, 3)
    ]  # fmt: skip
    data = json.dumps({"@graph": [{"@type": ["LiveBlogPosting"], "liveBlogUpdate": updates}]})
    head = (
        f'<link rel="canonical" href="https://karvan.example/live"><script type="application/ld+json">{data}</script>'
    )
    return page_with(LONG_HTML, head)


def test_a_live_blog_is_cut_into_its_entries(tmp_path: Path) -> None:
    found = reports(taken(file_with(tmp_path, "live.html", live_blog())))
    assert [one.published.start for one in found] == [date(2031, 5, n) for n in (1, 2, 3)]
    assert [one.url for one in found] == [f"https://karvan.example/live#block-{n}" for n in (1, 2, 3)]
    assert found[0].text == f"Envoys at 1\n\n{PARAGRAPHS[1]}"


def test_a_live_blog_in_microdata_is_cut_too(tmp_path: Path) -> None:
    blocks = "".join(
        f'<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting" id="b{n}">'
        f'<time itemprop="datePublished" datetime="2031-05-0{n}T10:00:00Z"></time><h2 itemprop="headline">At {n}</h2>'
        f'<div itemprop="articleBody"><p>{PARAGRAPHS[n]}</p></div></div>'
        for n in (1, 2)
    )
    html = page_with(f'<div itemscope itemtype="https://schema.org/LiveBlogPosting">{blocks}</div>')
    found = reports(taken(file_with(tmp_path, "live.html", html)))
    assert [(one.title, one.published.start) for one in found] == [
        ("At 1", date(2031, 5, 1)),
        ("At 2", date(2031, 5, 2)),
    ]


def mhtml(html: str, address: str = "https://karvan.example/envoys") -> bytes:
    return (
        (
            f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: Envoys\r\n"
            "Date: Sat, 31 May 2031 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; boundary="XX"\r\n\r\n--XX\r\nContent-Type: text/html\r\n'
            f"Content-Location: {address}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        ).encode()
        + base64.encodebytes(html.encode())
        + b"\r\n--XX\r\nContent-Type: text/css\r\n\r\na {}\r\n--XX--\r\n"
    )


def test_a_page_saved_in_one_file_is_a_page_and_the_day_of_saving_is_not_its_day(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "Envoys.mhtml", mhtml(page(PUBLISHED))))
    assert (report.title, report.url) == ("Envoys meet at Brask", "https://karvan.example/envoys")
    assert (report.published.start, report.text.count("The envoy of Veldany said")) == (date(2031, 5, 2), 4)
    assert "Ferries" not in report.text
    assert report_of(file_with(tmp_path, "b", mhtml(page()))).published.start is None
    cut = mhtml(page()).split(b"--XX")[0]
    assert "a saved page without a page in it" in refusal_of(file_with(tmp_path, "c.mhtml", cut))


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0030)https://karvan.example/envoys -->",
        "<!--\n Page saved with a browser's extension \n url: https://karvan.example/envoys\n saved date: today -->",
    ],
)
def test_a_browser_writes_into_a_page_from_where_it_saved_it(tmp_path: Path, comment: str) -> None:
    html = page().replace("<head>", f"{comment}<head>")
    assert report_of(file_with(tmp_path, "a.html", html)).url == "https://karvan.example/envoys"


def test_a_story_that_a_script_would_show_is_read_from_the_pages_linked_data(tmp_path: Path) -> None:
    told = json.dumps({"@type": "NewsArticle", "headline": "Envoys meet at Brask", "articleBody": LONG})
    script = f'<script type="application/ld+json">{told}</script>'
    report = report_of(file_with(tmp_path, "a.html", page_of(head=script, body="<p>Loading...</p>")))
    assert report.text == f"Envoys meet at Brask\n\n{LONG}"
    whole = report_of(file_with(tmp_path, "b.html", page_of(head=script.replace("crossing", "tunnel"))))
    assert "tunnel" not in whole.text  # what shows is not told anew


def test_a_canonical_address_counts_within_the_outlet_only(tmp_path: Path) -> None:
    copied = warc({"https://lake.example/copy": page_of(head='<link rel="canonical" href="https://karvan.example/a">')})
    own = warc(
        {"https://m.karvan.example/a?id=1": page_of(head='<link rel="canonical" href="https://karvan.example/a">')}
    )
    found = reports(taken(file_with(tmp_path, "a.warc.gz", copied + own)))
    assert [one.url for one in found] == ["https://lake.example/copy", "https://karvan.example/a"]


def test_every_rule_for_walls_tells_its_own_example() -> None:
    for name, rule in load("walls").items():
        assert isinstance(rule, dict)
        assert wall_before(f"<p>{rule['example']}</p>", "") == rule["reason"], name


@pytest.mark.parametrize(
    "named",
    [
        MODIFIED + '<meta itemprop="datePublished" content="2031-05-02">',
        '<script type="application/ld+json">[{"@type": "NewsArticle", "datePublished": "2031-05-02", "dateModified":'
        ' "2031-05-09"}, {"@type": "NewsArticle", "datePublished": "2031-04-01"}]</script>',
        '<time datetime="2031-05-02T09:00">Friday</time>',
        "<div>Published: 2 May 2031</div>",
    ],
)
def test_a_day_that_the_page_names_outright_is_its_day(tmp_path: Path, named: str) -> None:
    assert report_of(file_with(tmp_path, "a.html", page(named))).published.start == date(2031, 5, 2)


OTHER_DAYS = (
    '<div id="comments"><b>Mika Sool</b> says:<p>May 4, 2031 at 10:14 am</p><p>That took them long enough.</p></div>',
    "<ul><li><h3>Ferries return to the lake</h3><span>28 April 2031</span></li></ul>",
    "<p>Last updated: 14 May 2031</p>",
    "<div><h4>Archive</h4><p>29 April 2031: Ferries return to the lake</p></div>",
)


@pytest.mark.parametrize("other", OTHER_DAYS)
def test_days_of_comments_of_other_stories_and_of_changes_are_not_the_pages(tmp_path: Path, other: str) -> None:
    for shown in ("", "<div>Updated at 18:40, 9 May 2031</div>"):
        unnamed = page_with(BODY, foot=other).replace("</h1>", f"</h1>{shown}")
        assert report_of(file_with(tmp_path, "a.html", unnamed)).published.start is None
    for shown in ("<div>2 May 2031 by Ada Quill</div>", "<div>Published: 09:12, 02 May 2031</div>"):
        named = page_with(BODY, foot=other).replace("</h1>", f"</h1>{shown}")
        assert report_of(file_with(tmp_path, "b.html", named)).published.start == date(2031, 5, 2)


@pytest.mark.parametrize(
    "named",
    [
        '<meta name="pubdate" content="2031-05-02"><meta name="date_published" content="2031-05-03">',
        '<div class="updated"><time datetime="2031-05-09T09:00">Friday</time></div>',
        '<meta name="pubdate" content="2041-05-02">',
    ],
)
def test_two_days_a_change_and_a_day_to_come_are_no_day(tmp_path: Path, named: str) -> None:
    assert report_of(file_with(tmp_path, "a.html", page(named))).published.start is None
