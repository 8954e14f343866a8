"""The pages without JavaScript: every one opens, every line leads to its words, and no question breaks one."""

import re
from html import unescape

import httpx
import pytest

from onrecord import __version__

DAY = "2031-03-06"
PAGES = (
    "/",
    "/timeline",
    "/timeline?zoom=days",
    "/commitments",
    "/talks",
    "/disputes",
    "/figures",
    "/statements",
    "/claims",
    "/actors",
    "/reports",
    "/sources",
    "/search?q=keepers",
    "/search",
    "/add",
    "/api",
    "/audit",
)


def at(path: str, day: str = DAY) -> str:
    return f"{path}{'&' if '?' in path else '?'}as_of={day}"


def first(desk: httpx.Client, kind: str, **query: str) -> str:
    found = desk.get(f"/api/{kind}", params={"as_of": "2031-03-25", **query}).json()["items"]
    ident: str = found[0]["id"]
    return ident


def words(page: str) -> str:
    """What a reader sees of a page, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_and_is_small(desk: httpx.Client, path: str) -> None:
    answer = desk.get(at(path))
    assert answer.status_code == 200
    assert len(answer.content) < 100_000
    assert '<html lang="en">' in answer.text
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_no_script_or_style_of_its_own_and_fetches_nothing_from_outside(
    desk: httpx.Client, path: str
) -> None:
    page = desk.get(at(path)).text
    assert not re.search(r"<script(?![^>]* src=)|<style|\son\w+=|\sstyle=|javascript:", page)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)


def test_the_state_of_play_says_what_is_overdue_and_disputed_that_day(desk: httpx.Client) -> None:
    before, after = words(desk.get(at("/", "2031-03-02")).text), words(desk.get(at("/")).text)
    assert "withdraw the 40 keepers from the Skerry light · due 5 Mar, in 3 days" in before
    assert "1 overdue" in after
    assert "1 in dispute" in after
    assert "denied by Ilse Brenn" in after
    assert "0 overdue" in before


def test_from_any_line_the_words_are_two_clicks_away(desk: httpx.Client) -> None:
    page = desk.get(at("/")).text
    record = re.search(r'href="(/commitments/c-[^"]+)"', page)
    assert record is not None
    thread = desk.get(unescape(record[1])).text
    assert "this would have to be seen" in words(thread)
    place = re.search(r'href="(/reports/r-[^"#]+)#(p\d+)"', thread)
    assert place is not None
    text = desk.get(unescape(place[1])).text
    marked = text.partition(f'id="{place[2]}"')[2]
    assert words("<b" + marked)[:40].startswith("Varnholt will withdraw")


def test_what_changed_since_a_day_is_what_later_reports_brought(desk: httpx.Client) -> None:
    page = words(desk.get(at("/?since=2031-03-05")).text)
    assert "1 newer report" in page
    assert "disputed: Joss Tarl against Ilse Brenn" in page
    assert "Nothing became known after that day" in words(desk.get(at("/?since=2031-03-06")).text)


def test_a_page_keeps_the_day_in_every_link(desk: httpx.Client) -> None:
    page = desk.get(at("/commitments")).text
    leading = re.findall(r'href="(/(?:commitments/|actors|reports|talks)[^"]*)"', page)
    assert leading
    assert all(f"as_of={DAY}" in link for link in leading)


def test_a_talk_shows_the_accounts_of_its_sides(desk: httpx.Client) -> None:
    assert f"onrecord {__version__}" in words(desk.get(at(f"/talks/{first(desk, 'talks')}")).text)
    page = words(desk.get(at(f"/talks/{first(desk, 'talks', status='held')}")).text)
    assert "Their accounts, side by side" in page
    assert "this would have to be seen" in page
    assert "Harbour Sheet" in page


def test_what_only_one_version_says_stands_under_its_name_as_it_is_written(desk: httpx.Client) -> None:
    page = words(desk.get(at(f"/talks/{first(desk, 'talks', status='held')}")).text)
    assert re.search(r"(?:Only|The one version held:) [A-Z][a-z]+", page)
    assert not re.search(r"Only [a-z]", page)


def test_claims_stand_beside_disputes_in_the_head_of_every_page(desk: httpx.Client) -> None:
    head = words(desk.get(at("/")).text.partition('aria-label="Pages"')[2].partition("</nav>")[0])
    assert "DisputesClaimsFigures" in head


def test_an_actor_shows_what_they_said_owe_and_whom_they_met(desk: httpx.Client) -> None:
    page = words(desk.get(at(f"/actors/{first(desk, 'actors', about='Ilse Brenn')}")).text)
    assert "any letter was signed" in page
    assert "Joss Tarl" in page
    only = words(desk.get(at(f"/actors/{first(desk, 'actors', about='Ilse Brenn')}?act=deny")).text)
    assert "any letter was signed" in only
    assert "withdraw the 40 keepers from the Skerry light by" not in only


def test_what_an_actor_said_of_one_record_is_a_click_away(desk: httpx.Client) -> None:
    brenn = first(desk, "actors", about="Ilse Brenn")
    page = desk.get(at(f"/actors/{brenn}")).text
    subject = re.search(rf'href="(/actors/{brenn}\?[^"]*about=[cd]-[^"]+)"', page)
    assert subject is not None
    only = words(desk.get(unescape(subject[1])).text)
    assert "withdraw the 40 keepers" in only or "any letter was signed" in only
    none = words(desk.get(at(f"/actors/{brenn}?about=nothing+of+it")).text)
    assert "Nothing is on record." in none


def test_a_chart_draws_more_than_as_more_than(desk: httpx.Client) -> None:
    page = desk.get(at("/figures")).text
    assert page.count('class="way"') == 1
    assert "6 Mar 2031: more than 65, Joss Tarl" in unescape(page)
    series = re.search(r'href="(/series/[^"]+)"', page)
    assert series is not None
    table = words(desk.get(unescape(series[1])).text)
    assert "more than 65" in table
    assert "40" in table


def test_the_timeline_draws_a_talk_between_its_parties_and_lists_it(desk: httpx.Client) -> None:
    page = desk.get(at("/timeline", "2031-03-25")).text
    assert 'class="talk st-planned"' in page
    assert "overdue" in words(page.partition('id="list"')[2])


def test_who_stated_a_promise_that_others_doubted_did_not_doubt_it(desk: httpx.Client) -> None:
    page = words(desk.get(at(f"/commitments/{first(desk, 'commitments')}")).text)
    thread = page.partition("The thread, day by day")[2]
    assert "stated by Ilse Brenn" in thread
    assert "doubted by Joss Tarl" in thread
    assert "doubted by Ilse Brenn" not in page


def test_the_name_of_a_week_leads_to_its_days_and_another_zoom_keeps_the_middle(desk: httpx.Client) -> None:
    page = desk.get(at("/timeline?start=2031-02-20", "2031-03-25")).text
    closer = re.search(r'href="(/timeline\?[^"]*zoom=days&amp;start=2031-03-03)"', page)
    assert closer is not None
    assert "<h1>Timeline" in desk.get(unescape(closer[1])).text
    assert "zoom=days&amp;start=2031-03-13" in page  # 20 February and 55 days has the same middle as this and 13


@pytest.mark.parametrize(
    "path", ["/commitments/c-nothing", "/reports/r-0", "/actors/a-0", "/series/none", "/nowhere", "/add/0"]
)
def test_what_is_not_there_is_said_plainly(desk: httpx.Client, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "Not Found" in answer.text


def test_the_beginning_of_an_id_is_enough(desk: httpx.Client) -> None:
    whole = first(desk, "commitments")
    assert str(desk.get(at(f"/talks/{whole[:8]}")).url.path) == f"/commitments/{whole}"


@pytest.mark.parametrize("day", ["2031-02-30", "soon", "0001-01-01", "9999-12-31", "2031-3-6", "%00"])
def test_a_day_that_cannot_be_meant_is_refused(desk: httpx.Client, day: str) -> None:
    answer = desk.get(f"/?as_of={day}")
    assert answer.status_code == 422
    assert "<h1" in answer.text


@pytest.mark.parametrize(
    "query", ['"', '"keepers" OR', "NEAR(a b)", "*", "a" * 999, "\0", "-", "'; DROP TABLE report; --"]
)
def test_a_search_takes_any_sign(desk: httpx.Client, query: str) -> None:
    assert desk.get("/search", params={"q": query, "as_of": DAY}).status_code == 200


def test_a_search_of_ten_thousand_letters_is_refused(desk: httpx.Client) -> None:
    answer = desk.get("/search", params={"q": "a" * 10_000})
    assert answer.status_code == 422
    assert "1000" in answer.text


def test_a_search_is_narrowed_by_who_and_act(desk: httpx.Client) -> None:
    both = words(desk.get("/search", params={"q": "that", "as_of": DAY}).text)
    one = words(desk.get("/search", params={"q": "that", "act": "deny", "as_of": DAY}).text)
    assert "had promised it in writing" in both
    assert "any letter was signed" in one
    assert "had promised it in writing" not in one


def test_a_filter_that_names_nobody_offers_the_nearest(desk: httpx.Client) -> None:
    page = words(desk.get(at("/statements?by=Joss+Torl")).text)
    assert "did you mean Joss Tarl" in page


def test_the_form_of_the_day_leads_back_to_the_page_it_stood_on(desk: httpx.Client) -> None:
    answer = desk.get("/go", params={"to": "/talks?status=held", "as_of": "2031-03-20"})
    assert answer.url.path == "/talks"
    assert dict(answer.url.params) == {"as_of": "2031-03-20", "status": "held"}


@pytest.mark.parametrize("to", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "\r\nX: y"])
def test_the_form_of_the_day_leads_nowhere_else(desk: httpx.Client, to: str) -> None:
    answer = desk.get("/go", params={"to": to, "as_of": DAY}, follow_redirects=False)
    assert answer.headers["location"] == f"/?as_of={DAY}"
