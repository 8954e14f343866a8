"""Fetching: politely, within limits, and never from a machine that is not public."""

import socket
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.ingest import take_in
from onrecord.ingest.fetch import Web
from onrecord.ingest.fetch.page import Known, Later
from onrecord.ingest.fetch.public import is_public
from onrecord.ingest.fetch.web import Manners
from tests.ingest.fetch.server import (
    Site,
    answer,
    dripping,
    endless,
    gzipped,
    half,
    moved,
    serving,
    silent,
    status,
    tagged,
)  # fmt: skip
from tests.ingest.made import page_of
from tests.ingest.world import TODAY, reports

PAGE = page_of()
QUICK = Manners(pause=0.0, tries=3, connect=1.0, read=0.4, whole=1.0)


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def web(waits: list[float]) -> Iterator[Web]:
    with Web(("127.0.0.1",), QUICK, sleep=waits.append) as made:
        yield made


def refused(web: Web, address: str) -> str:
    with pytest.raises(Refused) as caught:
        web(address)
    return str(caught.value)


def test_an_address_becomes_a_report(site: Site, web: Web) -> None:
    site.pages["/a"] = PAGE
    (report,) = reports(take_in([site["/a?utm_source=x"]], today=TODAY, fetch=web))
    assert (report.title, report.url) == ("Envoys meet at Brask", site["/a"])
    assert site.headers["/a"]["User-Agent"].startswith("onrecord/")


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "fd00:ec2::254",
        "192.0.2.1", "198.18.0.1", "words",
    ],
)  # fmt: skip
def test_machines_that_are_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_machines(number: str) -> None:
    assert is_public(number)


@given(st.text(max_size=30))
def test_no_number_whatever_breaks_the_guard(number: str) -> None:
    assert is_public(number) in {True, False}


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_this_machine_is_never_asked_whatever_it_is_called(site: Site, host: str) -> None:
    site.pages["/a"] = PAGE
    address = site["/a"].replace("127.0.0.1", host)
    with Web((), QUICK, sleep=lambda _: None) as web:
        line = refused(web, address)
    assert "is not a public machine" in line or "cannot be" in line
    assert not site.asked


def test_a_name_that_leads_home_is_refused_and_the_number_judged_is_the_number_called(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    lookups = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]])

    def rebinding(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in next(lookups, ["127.0.0.1"])]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    called: list[str] = []

    def connect(_: object, host: str, *rest: object) -> None:
        called.append(host)
        raise OSError("not in a test")

    monkeypatch.setattr("httpcore2.SyncBackend.connect_tcp", connect)
    with Web((), QUICK, sleep=lambda _: None) as web, pytest.raises((Refused, OSError)):
        web("http://news.karvan.example/a")
    assert set(called) <= {"93.184.216.34"}
    assert not site.asked


def test_a_redirect_home_is_refused(site: Site) -> None:
    with serving(Site()) as inside:
        inside.pages["/secret"] = PAGE
        site.pages["/a"] = moved(inside["/secret"].replace("127.0.0.1", "localhost"))
        with Web(("127.0.0.1",), QUICK, sleep=lambda _: None) as web:
            assert "localhost is not a public machine; if you mean it: --allow-host localhost" in refused(
                web, site["/a"]
            )
        assert not inside.asked["/secret"]


@pytest.mark.parametrize(
    "to", ["file:///etc/hostname", "ftp://karvan.example/a", "javascript:alert(1)", "data:text/html,x"]
)
def test_only_http_and_https(site: Site, web: Web, to: str) -> None:
    site.pages["/a"] = moved(to)
    assert "only http and https are fetched" in refused(web, site["/a"])


def test_redirects_in_circles_and_without_end(site: Site, web: Web) -> None:
    site.pages |= {"/a": moved("/b"), "/b": moved("/a")}
    assert "its redirects run in a circle" in refused(web, site["/a"])
    site.pages |= {f"/{n}": moved(f"/{n + 1}", 301) for n in range(20)}
    assert "more than 5 redirects" in refused(web, site["/0"])


def test_a_redirect_is_followed_to_the_page(site: Site, web: Web) -> None:
    site.pages |= {"/old": moved("/new", 301), "/new": PAGE}
    assert web(site["/old"]).address == site["/new"]


def test_what_does_not_want_to_be_fetched_is_not(site: Site, web: Web) -> None:
    site.pages |= {"/robots.txt": "User-agent: *\nDisallow: /private\nCrawl-delay: 3\n", "/private/a": PAGE, "/a": PAGE}
    assert "the outlet does not want programs to fetch it (robots.txt)" in refused(web, site["/private/a"])
    assert web(site["/a"]).data
    assert site.asked["/robots.txt"] == 1


def test_while_robots_txt_cannot_be_had_nothing_is_fetched(site: Site, web: Web) -> None:
    site.pages |= {"/robots.txt": status(503), "/a": PAGE}
    assert "robots.txt" in refused(web, site["/a"])
    assert not site.asked["/a"]


def test_a_host_has_its_rests(site: Site, waits: list[float]) -> None:
    site.pages |= {"/robots.txt": "User-agent: onrecord\nCrawl-delay: 7\n", "/a": PAGE}
    with Web(("127.0.0.1",), QUICK, sleep=waits.append) as web:
        web(site["/a"])
        web(site["/a"])
    assert [wait for wait in waits if 6 < wait <= 7]


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, web: Web) -> None:
    site.pages["/a"] = tagged(PAGE.encode(), '"one"')
    first = web.once(site["/a"])
    again = web.once(site["/a"], first.known)
    assert (first.same, again.same, again.data, again.known) == (False, True, b"", Known('"one"'))


def test_a_busy_server_is_asked_again_when_it_says(site: Site, web: Web, waits: list[float]) -> None:
    answers = iter([429, 500, 200])

    def busy(handler: object) -> None:
        number = next(answers)
        answer(handler, number, PAGE.encode(), **({"Retry_After": "0.9"} if number == 429 else {}))  # type: ignore[arg-type]

    site.pages["/a"] = busy
    assert web(site["/a"]).data == PAGE.encode()
    assert site.asked["/a"] == 3
    assert len([wait for wait in waits if wait]) == 2


def test_a_server_that_asks_for_patience_beyond_ours_is_left_alone(site: Site, web: Web, waits: list[float]) -> None:
    site.pages["/a"] = status(429, Retry_After="600")
    with pytest.raises(Later) as caught:
        web(site["/a"])
    assert (caught.value.after, site.asked["/a"], waits) == (600.0, 1, [])


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (half(PAGE.encode()), "breaks off"),
        (silent, "takes too long"),
        (dripping, "takes too long"),
        (endless, "the page is longer than 20.0 MB"),
        (gzipped(b" " * 30_000_000), "the page is longer than 20.0 MB"),
        (lambda handler: answer(handler, 200, b"\x1f\x8b\x08broken", Content_Encoding="gzip"), "cannot"),
        (lambda handler: answer(handler, 200, b"x", Content_Encoding="br"), "is packed as br"),
        (status(404), "the server does not have it (404)"),
        (status(403), "the server does not let us in (403)"),
        (status(204), "the server answers (204)"),
        (lambda handler: handler.wfile.write(b"\x00\x01 no http\r\n\r\n"), "cannot be reached or breaks off"),
    ],
)  # fmt: skip
def test_what_a_server_can_do_wrong_has_its_reason_in_bounded_time(
    site: Site, web: Web, page: object, reason: str
) -> None:
    site.pages["/a"] = page  # type: ignore[assignment]
    line = refused(web, site["/a"])
    assert reason in line
    assert "\n" not in line


def test_a_packed_page_is_unpacked(site: Site, web: Web) -> None:
    site.pages["/a"] = gzipped(PAGE.encode())
    assert web(site["/a"]).data == PAGE.encode()


@pytest.mark.parametrize(
    "address", ["http://", "https://[::1", "http://a b.example/", "http://\u2028.example", "http://x:99999/"]
)
def test_an_address_that_is_none_is_refused(web: Web, address: str) -> None:
    assert "\n" not in refused(web, address)
