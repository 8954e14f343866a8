"""Watching: nothing lost and nothing doubled, whatever the server does and whenever the program is killed."""

import hashlib
import hmac
import json
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from onrecord.ledger import Store, open_ledger
from onrecord.watch.plan import Out, Source
from tests.ingest.fetch.server import (
    Handler,
    Site,
    answer,
    dripping,
    half,
    moved,
    serving,
    silent,
    status,
    tagged,
)  # fmt: skip
from tests.ingest.made import LONG_HTML, item, packed, page_of, rss
from tests.watch.world import Desk, again


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_ledger(str(tmp_path / "l.db"), create=True) as opened:
        yield opened


@pytest.fixture
def desk() -> Desk:
    return Desk()


def feed(site: Site) -> Source:
    return Source("feed", site["/feed"], 60.0)


def linked(site: Site, name: str) -> str:
    return item(name, "").replace("https://karvan.example", site.address)


def test_a_feed_is_read_once_and_not_sent_again(site: Site, store: Store, desk: Desk) -> None:
    site.pages["/feed"] = tagged(rss(item("brask"), linked(site, "orlan")).encode(), '"1"')
    site.pages["/orlan"] = page_of("Envoys meet at Orlan")
    watch = desk.watch(site, store, feed(site))
    watch.round()
    assert sorted(one.title or "" for one in store.reports()) == ["Envoys meet at Orlan", "Envoys meet at brask"]
    assert sorted(line.split(" · ")[1] for line in desk.lines) == ["Envoys meet at Orlan", "Envoys meet at brask"]
    again(watch)
    again(watch)
    assert (site.asked["/feed"], site.asked["/orlan"], len(desk.lines)) == (3, 1, 2)
    assert site.headers["/feed"]["If-None-Match"] == '"1"'


@pytest.mark.parametrize("word", ["not", "never", "soon", "hardly", "then"])
def test_a_changed_story_is_a_new_version_and_told_as_changed(site: Site, store: Store, desk: Desk, word: str) -> None:
    site.pages["/feed"] = rss(item("brask"))
    watch = desk.watch(site, store, feed(site))
    watch.round()
    site.pages["/feed"] = rss(item("brask", LONG_HTML.replace("would open", f"would {word} open")))
    again(watch)
    again(watch)
    assert store.count() == 2
    assert [line.split(" · ")[0] for line in desk.lines] == ["report taken in", "report changed"]


def test_a_page_that_is_changed_without_a_word_in_the_feed_is_seen_in_time(
    site: Site, store: Store, desk: Desk
) -> None:
    site.pages["/feed"] = tagged(rss(linked(site, "orlan")).encode(), '"1"')
    site.pages["/orlan"] = tagged(page_of("Envoys meet at Orlan").encode(), '"a"')
    watch = desk.watch(site, store, feed(site), again=0.0)
    watch.round()
    again(watch)
    assert (store.count(), site.headers["/orlan"]["If-None-Match"]) == (1, '"a"')
    site.pages["/orlan"] = tagged(page_of("Envoys do not meet at Orlan").encode(), '"b"')
    again(watch)
    assert store.count() == 2


def test_a_page_that_cannot_be_had_now_is_not_lost(site: Site, store: Store, desk: Desk) -> None:
    site.pages["/feed"] = tagged(rss(linked(site, "orlan")).encode(), '"1"')
    site.pages["/orlan"] = status(500)
    watch = desk.watch(site, store, feed(site))
    watch.round()
    again(watch)
    assert store.count() == 0
    site.pages["/orlan"] = page_of("Envoys meet at Orlan")
    again(watch)
    again(watch)
    assert (store.count(), site.asked["/orlan"], desk.refused) == (1, 3, [])


def test_a_page_that_never_can_be_had_is_given_up_with_its_reason(site: Site, store: Store, desk: Desk) -> None:
    site.pages["/feed"] = rss(linked(site, "orlan"))
    site.pages["/orlan"] = status(503)
    watch = desk.watch(site, store, feed(site))
    watch.round()
    for _ in range(30):
        again(watch)
    assert site.asked["/orlan"] == 10
    assert len(desk.refused) == 1
    assert "the server answers 503" in desk.refused[0]


def test_a_page_waits_as_long_as_its_server_asks(site: Site, store: Store, desk: Desk) -> None:
    site.pages |= {"/feed": rss(linked(site, "orlan")), "/orlan": status(429, Retry_After="3000")}
    watch = desk.watch(site, store, feed(site))
    watch.round()
    site.pages["/orlan"] = page_of("Envoys meet at Orlan")
    again(watch, after=2_900.0)
    assert site.asked["/orlan"] == 1
    again(watch, after=200.0)
    assert (site.asked["/orlan"], store.count()) == (2, 1)


def test_while_robots_txt_cannot_be_had_pages_wait_and_are_not_given_up(site: Site, store: Store, desk: Desk) -> None:
    with serving(Site({"/orlan": page_of("Envoys meet at Orlan"), "/robots.txt": status(503)})) as other:
        site.pages["/feed"] = rss(item("orlan", "").replace("https://karvan.example", other.address))
        watch = desk.watch(site, store, feed(site))
        watch.round()
        assert (other.asked["/orlan"], desk.refused) == (0, [])
        other.pages["/robots.txt"] = ""
        watch.web._robots.rules.clear()  # what was asked holds for ten minutes
        again(watch)
    assert (store.count(), desk.refused) == (1, [])


def test_a_page_behind_a_wall_is_told_once_and_looked_at_again(site: Site, store: Store, desk: Desk) -> None:
    site.pages |= {"/feed": rss(linked(site, "orlan")), "/orlan": page_of("Envoys", body="<p>The envoys met…</p>")}
    watch = desk.watch(site, store, feed(site), again=0.0)
    for _ in range(3):
        again(watch)
    assert (site.asked["/orlan"], len(desk.refused)) == (3, 1)
    site.pages["/orlan"] = page_of("Envoys meet at Orlan")
    again(watch)
    assert store.count() == 1


def sitemap(*names: str, tag: str = "url", changed: str = "") -> str:
    top = "urlset" if tag == "url" else "sitemapindex"
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    listed = "".join(f"<{tag}><loc>{name}</loc>{lastmod}</{tag}>" for name in names)
    return f'<{top} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</{top}>'


def test_the_sitemaps_of_an_index_are_watched_each_with_its_own_mark(site: Site, store: Store, desk: Desk) -> None:
    packed_map = packed(sitemap(site["/brask"]))
    site.pages |= {
        "/feed": sitemap(site["/news.xml"], site["/old.xml.gz"], site["/gone.xml"], tag="sitemap"),
        "/news.xml": tagged(sitemap(site["/orlan"]).encode(), '"n"'), "/old.xml.gz": packed_map,
        "/orlan": page_of("Envoys meet at Orlan"), "/brask": page_of("Envoys meet at Brask"),
    }  # fmt: skip
    watch = desk.watch(site, store, feed(site))
    for _ in range(3):
        again(watch)
    assert (store.count(), site.asked["/orlan"], site.asked["/brask"], site.asked["/news.xml"]) == (2, 1, 1, 3)
    assert site.headers["/news.xml"]["If-None-Match"] == '"n"'
    assert ["/gone.xml" in line for line in desk.refused] == [True]
    site.pages["/news.xml"] = tagged(sitemap(site["/orlan"], site["/harl"]).encode(), '"m"')
    site.pages["/harl"] = page_of("Envoys meet at Harl")
    again(watch)
    assert (store.count(), site.asked["/orlan"]) == (3, 1)


def test_a_busy_feed_is_left_alone_as_long_as_it_asks_and_ever_longer_after_failures(
    site: Site, store: Store, desk: Desk
) -> None:
    site.pages["/feed"] = status(429, Retry_After="1800")
    source = feed(site)
    watch = desk.watch(site, store, source)
    watch.round()
    assert watch.due[source] - watch.clock() > 1_700
    site.pages["/feed"] = status(500)
    waits = []
    for _ in range(4):
        again(watch)
        waits.append(watch.due[source] - watch.clock())
    assert waits == sorted(waits)
    assert waits[-1] > 4 * waits[0]
    assert len(desk.lines) == 5


def test_a_kill_between_entering_and_noting_loses_and_doubles_nothing(site: Site, store: Store, desk: Desk) -> None:
    site.pages["/feed"] = rss(item("brask"), item("orlan", LONG_HTML.replace("Brask", "Orlan")))
    killed = desk.watch(site, store, feed(site))

    def read_and_die(*given: object) -> None:
        desk.read(*given)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    killed.read = read_and_die  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        killed.round()
    assert (store.count(), desk.lines) == (2, [])
    desk.watch(site, store, feed(site)).round()
    desk.watch(site, store, feed(site)).round()
    assert (store.count(), len(desk.lines)) == (2, 2)


def old(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    os.utime(path, (time.time() - 60 - len(content), time.time() - 60 - len(content)))
    return path


def test_a_folder_is_watched_and_what_is_still_written_waits(
    site: Site, store: Store, desk: Desk, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    old(inbox / "a.txt", "The envoys met at Brask.")
    old(inbox / "notes.log", "nothing")
    (inbox / "b.txt").write_text("The envoys met at", encoding="utf-8")
    watch = desk.watch(site, store, Source("folder", str(inbox), 1.0))
    watch.round()
    assert [one.name for one in store.reports()] == ["a.txt"]
    old(inbox / "b.txt", "The envoys met at Orlan at last.")
    old(inbox / "a.txt", "The envoys met at Brask on Monday.")
    again(watch)
    again(watch)
    assert sorted(one.text for one in store.reports()) == [
        "The envoys met at Brask on Monday.", "The envoys met at Brask.", "The envoys met at Orlan at last.",
    ]  # fmt: skip


def test_a_folder_that_may_not_be_read_is_told_once(site: Site, store: Store, desk: Desk, tmp_path: Path) -> None:
    watch = desk.watch(site, store, Source("folder", str(tmp_path / "nowhere"), 1.0))
    again(watch)
    again(watch)
    assert len(desk.refused) == 1
    assert "nowhere: cannot be read: no such file or directory" in desk.refused[0]


def test_a_stop_in_the_middle_of_a_long_file_ends_the_watch_and_the_rest_comes_next_time(
    site: Site, store: Store, desk: Desk, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    old(
        inbox / "wire.jsonl", "".join(json.dumps({"text": f"The envoys met in village {n}."}) + "\n" for n in range(40))
    )
    source = Source("folder", str(inbox), 1.0)
    stopped = desk.watch(site, store, source)
    alive = iter(range(100))
    stopped.alive = lambda: stopped.stop.set() if next(alive) > 10 else None
    stopped.round()
    assert 5 < store.count() < 20
    desk.watch(site, store, source).round()
    assert store.count() == 40


def test_a_webhook_is_signed_and_tried_again(site: Site, store: Store, desk: Desk) -> None:
    bodies: list[tuple[dict[str, str], bytes]] = []
    fails = [500, 200]

    def hook(handler: object) -> None:
        headers = dict(handler.headers)  # type: ignore[attr-defined]
        bodies.append((headers, handler.rfile.read(int(headers["Content-Length"]))))  # type: ignore[attr-defined]
        answer(handler, fails.pop(0))  # type: ignore[arg-type]

    site.pages |= {"/feed": rss(item("brask")), "/hook": hook}
    desk.secrets[site["/hook"]] = "a secret"
    watch = desk.watch(site, store, feed(site), outs=(Out("webhook", site["/hook"]),))
    watch.round()
    assert store.notebook.waiting(time.time()) == ()
    (message,) = store.notebook.waiting(time.time() + 600)
    assert message.tries == 1
    store.notebook.postpone(message.number, due=0.0)
    again(watch)
    again(watch)
    assert store.notebook.waiting(time.time() + 1e6) == ()
    assert len(bodies) == 2
    headers, body = bodies[-1]
    signed = hmac.new(b"a secret", f"{headers['Onrecord-Time']}.".encode() + body, hashlib.sha256).hexdigest()
    assert headers["Onrecord-Signature"] == f"sha256={signed}"
    (change,) = json.loads(body)["changes"]
    assert (change["kind"], change["now"], change["title"]) == ("report", "taken in", "Envoys meet at brask")


def test_a_file_and_an_atom_feed_are_told_each_change_once(
    site: Site, store: Store, desk: Desk, tmp_path: Path
) -> None:
    site.pages["/feed"] = rss(item("brask"))
    outs = (Out("file", str(tmp_path / "news.jsonl")), Out("atom", str(tmp_path / "news.atom")))
    watch = desk.watch(site, store, feed(site), outs=outs)
    watch.round()
    messages = [json.loads(line) for line in (tmp_path / "news.jsonl").read_text().splitlines()]
    store.notebook.note({}, send=[(f"{out.form} {out.at}", json.dumps(messages[0])) for out in outs])  # as after a kill
    site.pages["/feed"] = rss(item("orlan", LONG_HTML.replace("Brask", "Orlan")), item("brask"))
    again(watch)
    assert len((tmp_path / "news.jsonl").read_text().splitlines()) == 2
    atom = (tmp_path / "news.atom").read_text()
    assert atom.count("<entry>") == 2
    assert atom.index("orlan") < atom.index("brask")


def test_what_the_ledger_held_before_is_no_news(site: Site, store: Store, desk: Desk, tmp_path: Path) -> None:
    site.pages["/feed"] = rss(item("brask"))
    desk.watch(site, store, feed(site)).round()
    desk.lines.clear()
    desk.watch(site, store, feed(site)).round()
    assert desk.lines == []


def test_a_watch_ends_when_it_is_told_to(site: Site, store: Store, desk: Desk) -> None:
    site.pages["/feed"] = rss(item("brask"))
    watch = desk.watch(site, store, feed(site))
    thread = Thread(target=watch.run)
    thread.start()
    deadline = time.time() + 20
    while not store.count() and time.time() < deadline:
        time.sleep(0.05)
    watch.stop.set()
    thread.join(timeout=20)
    assert not thread.is_alive()
    assert store.count() == 1


def test_hundreds_of_polls_of_a_server_that_misbehaves_lose_and_double_nothing(
    site: Site, store: Store, desk: Desk
) -> None:
    chance = random.Random(7)  # noqa: S311
    stories = {
        f"s{n}": page_of(f"Envoys meet in village {n}", body=LONG_HTML.replace("Brask", f"village {n}"))
        for n in range(12)
    }
    bad: list[Handler] = [
        status(500), status(429, Retry_After="1"), half(b"<rss><channel>"), moved("/feed"), moved("/round"),
        lambda handler: answer(handler, 200, b"<rss><chan"), lambda handler: handler.wfile.write(b"no http\r\n\r\n"),
    ]  # fmt: skip
    slow: list[Handler] = [silent, dripping]

    def page(body: str) -> Handler:
        def respond(handler: object) -> None:
            trouble = chance.choice(bad[:3]) if chance.random() < 0.3 else None
            (trouble or tagged(body.encode(), '"p"'))(handler)  # type: ignore[arg-type]

        return respond

    def listing(handler: object) -> None:
        turn = site.asked["/feed"]
        trouble = chance.choice(slow) if turn % 97 == 0 else chance.choice(bad) if chance.random() < 0.4 else None
        there = [name for n, name in enumerate(stories) if n <= turn // 15]
        body = rss(*(linked(site, name) for name in there)).encode()
        (trouble or tagged(body, f'"{len(there)}"'))(handler)  # type: ignore[arg-type]

    site.pages |= {"/round": moved("/round"), "/feed": listing} | {
        f"/{name}": page(body) for name, body in stories.items()
    }
    watch = desk.watch(site, store, feed(site))
    for _ in range(300):
        again(watch)
    for _ in range(6):
        site.pages["/feed"] = rss(*(linked(site, name) for name in stories))
        again(watch)
    assert sorted(one.title or "" for one in store.reports()) == sorted(
        f"Envoys meet in village {n}" for n in range(12)
    )
    told = [line for line in desk.lines if line.startswith("report taken in")]
    assert len(told) == len(set(told)) == 12
