"""Feeds, sitemaps, web archives, PDFs, tables and mails: each comes in with its outlet, title, day and clean text."""

import io
import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.ingest import take_in
from onrecord.ingest.unwrap import unwrapped
from onrecord.model.notes import notes_of
from onrecord.model.report import Report, Seen
from tests.ingest.made import (
    LONG,
    LONG_HTML,
    PARAGRAPHS,
    item,
    lines_of,
    mail,
    packed,
    page_of,
    pdf,
    rss,
    tarred,
    warc,
    zipped,
)
from tests.ingest.world import STORY, TODAY, file_with, refusal_of, refusals, report_of, reports, taken


@dataclass
class Answer:
    """A page as a fetcher gives it."""

    data: bytes
    address: str
    charset: str = ""


def test_a_feed_with_whole_texts_gives_a_report_an_entry(tmp_path: Path) -> None:
    (report,) = reports(taken(file_with(tmp_path, "feed.xml", rss(item("brask")))))
    assert (report.name, report.url) == ("https://karvan.example/brask", "https://karvan.example/brask")
    assert (report.title, report.outlet) == ("Envoys meet at brask", "Karvan News")
    assert (report.published.start, report.published.basis) == (date(2031, 5, 5), "given")
    assert report.text == f"Envoys meet at brask\n\n{LONG}"
    assert report.seen == (Seen("https://karvan.example/brask", "feed"),)


def test_an_atom_feed_tells_publication_from_change(tmp_path: Path) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Karvan News</title><entry><title>Envoys</title>'
        '<link href="https://karvan.example/e"/><published>2031-05-02T10:00:00Z</published>'
        f'<updated>2031-05-09T10:00:00Z</updated><content type="html"><![CDATA[{LONG_HTML}]]></content></entry></feed>'
    )
    (report,) = reports(taken(file_with(tmp_path, "atom", feed)))
    assert (report.published.start, report.updated) == (date(2031, 5, 2), date(2031, 5, 9))


def test_a_json_feed(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Karvan News",
        "items": [{"url": "https://karvan.example/e", "title": "Envoys", "content_html": LONG_HTML,
                   "date_published": "2031-05-02T10:00:00Z", "authors": [{"name": "Lena Marsh"}]}],
    }  # fmt: skip
    (report,) = reports(taken(file_with(tmp_path, "feed", json.dumps(feed))))
    assert (report.outlet, report.byline, report.published.start) == ("Karvan News", "Lena Marsh", date(2031, 5, 2))


@pytest.mark.parametrize("words", ["31 February 2031", "yesterday", "Mon, 05 May 2081 10:00:00 GMT", "0000-00-00"])
def test_a_feed_with_a_wrong_date_is_read_without_it(tmp_path: Path, words: str) -> None:
    (report,) = reports(taken(file_with(tmp_path, "feed.xml", rss(item("brask", published=words)))))
    assert report.published.start is None
    assert any("left out" in note for note in notes_of(report)) or words == "0000-00-00"


def test_an_entry_that_is_only_an_opening_is_refused_from_a_file_and_fetched_from_an_address(tmp_path: Path) -> None:
    feed = rss(item("brask", "<p>The envoys met. Read more</p>"))
    assert "holds only the opening of a report; read the page itself: onrecord read https://karvan.example/brask" in (
        refusal_of(file_with(tmp_path, "feed.xml", feed))
    )
    pages = {"https://karvan.example/feed": feed, "https://karvan.example/brask?utm_source=rss": page_of()}

    def fetch(address: str) -> Answer:
        return Answer(pages[address].encode(), address)

    (report,) = take_in(["https://karvan.example/feed"], today=TODAY, fetch=fetch)
    assert isinstance(report, Report)
    assert (report.url, report.outlet) == ("https://karvan.example/brask", "Karvan News")
    assert (report.published.start, report.published.basis) == (date(2031, 5, 5), "given")


@pytest.mark.parametrize(
    "bomb",
    [
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>',
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel/></rss>',
        '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "ha">]><urlset><url><loc>&a;</loc></url></urlset>',
    ],
)
def test_xml_with_entities_of_its_own_is_refused(tmp_path: Path, bomb: str) -> None:
    for content in (bomb.encode(), bomb.encode("utf-16")):
        found = list(
            take_in([str(file_with(tmp_path, "a.xml", content))], today=TODAY, fetch=lambda _: Answer(b"", ""))
        )
        assert "declares entities of its own" in str(found[0]), found


def test_a_feed_of_endless_tags_ends(tmp_path: Path) -> None:
    assert refusals(taken(file_with(tmp_path, "a.xml", "<rss><channel>" + "<item>" * 60_000)))


def test_a_sitemap_names_pages_that_are_fetched(tmp_path: Path) -> None:
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://karvan.example/e</loc>'
        "<news:news><news:publication><news:name>Karvan News</news:name></news:publication>"
        "<news:publication_date>2031-05-02</news:publication_date><news:title>Envoys</news:title></news:news></url>"
        "<url><loc>file:///etc/hostname</loc></url></urlset>"
    )
    assert "a sitemap names pages and holds no text" in refusal_of(file_with(tmp_path, "s.xml", sitemap))
    pages = {"https://karvan.example/map": sitemap, "https://karvan.example/e": page_of()}
    found = take_in(
        ["https://karvan.example/map"], today=TODAY, fetch=lambda address: Answer(pages[address].encode(), address)
    )
    (report,) = reports(found)
    assert (report.outlet, report.published.start) == ("Karvan News", date(2031, 5, 2))


def test_an_index_of_sitemaps_is_followed_the_newest_first(tmp_path: Path) -> None:
    def named(tag: str, *places: str, days: str = "") -> bytes:
        each = "".join(
            f"<{tag}><loc>https://karvan.example/{place}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{tag}>"
            for place, day in zip(places, days.split() or [""] * len(places), strict=True)
        )
        return f"<{'sitemapindex' if tag == 'sitemap' else 'urlset'}>{each}</x>".replace(
            "</x>", "</sitemapindex>" if tag == "sitemap" else "</urlset>"
        ).encode()

    pages = {
        "index": named("sitemap", "old", "new.gz", "gone", "index", days="2031-01-01 2031-05-01 2030-01-01 2029-01-01"),
        "old": named("url", "a"), "new.gz": packed(named("url", "b")), "a": page_of("Envoys").encode(),
        "b": page_of("The gates stay shut").encode(),
    }  # fmt: skip
    asked: list[str] = []

    def fetch(address: str) -> Answer:
        asked.append(name := address.rsplit("/", 1)[1])
        if name not in pages:
            raise Refused("the server does not have it (404)", where=address)
        return Answer(pages[name], address)

    found = list(take_in(["https://karvan.example/index"], today=TODAY, fetch=fetch))
    assert [one.title for one in reports(found)] == ["The gates stay shut", "Envoys"]
    assert asked == ["index", "new.gz", "b", "old", "a", "gone", "index"]
    assert [line.split(": ", 1)[1].split(";")[0] for line in refusals(found)] == [
        "the server does not have it (404)", "an index in an index",
    ]  # fmt: skip


def test_a_web_archive_gives_its_pages_with_their_addresses(tmp_path: Path) -> None:
    pages = {"https://karvan.example/a?fbclid=x": page_of(), "https://karvan.example/b": page_of("The gates stay shut")}
    for packed_ in (True, False):
        found = reports(taken(file_with(tmp_path, "a", warc(pages, packed=packed_))))
        assert [one.url for one in found] == ["https://karvan.example/a", "https://karvan.example/b"]
        assert found[0].seen == (Seen("https://karvan.example/a", "archive"),)


def test_what_is_no_page_in_a_web_archive_is_passed_over(tmp_path: Path) -> None:
    missing = warc({"https://karvan.example/a": page_of()}, status="404 Not Found")
    script = warc({"https://karvan.example/a.js": "x"}, kind="text/javascript")
    found = taken(file_with(tmp_path, "a.warc.gz", missing + script + warc({"https://karvan.example/b": page_of()})))
    assert [getattr(one, "url", one) for one in found] == ["https://karvan.example/b"]


@pytest.mark.parametrize("packed_", [True, False])
def test_a_web_archive_cut_in_the_middle_is_read_up_to_there(tmp_path: Path, packed_: bool) -> None:
    whole = warc({f"https://karvan.example/{n}": page_of(f"Envoys meet in {n}") for n in "abcd"}, packed=packed_)
    found = taken(file_with(tmp_path, "a.warc", whole[: len(whole) * 2 // 3]))
    assert [one.title for one in reports(found)] == ["Envoys meet in a", "Envoys meet in b"]
    assert [one.text.endswith(PARAGRAPHS[-1]) for one in reports(found)] == [True, True]
    assert "a.warc: the archive breaks off after 3 records (" in refusals(found)[0]
    assert refusals(found)[0].endswith("get it again; what came before was read")


def test_a_web_archive_that_was_packed_in_one_piece_is_read(tmp_path: Path) -> None:
    pages = {f"https://karvan.example/{n}": page_of(f"Envoys meet in {n}") for n in "abc"}
    found = taken(file_with(tmp_path, "a.warc.gz", packed(warc(pages, packed=False))))
    assert [getattr(one, "url", one) for one in found] == list(pages)


def test_a_pdf_gives_its_text_in_paragraphs(tmp_path: Path) -> None:
    lines = (
        "The envoy of Veldany said on Monday that the crossing\nat Brask would open in the first week of the month, and"
        "\nthat nobody had been told otherwise."
    )
    report = report_of(
        file_with(
            tmp_path,
            "statement.bin",
            pdf(lines, "The keepers of the bridge said that they\nhad heard of no such thing from the palace."),
        )
    )
    assert "said on Monday that the crossing at Brask would open" in report.text


def test_a_pdf_without_text_is_a_scan(tmp_path: Path) -> None:
    assert "holds pictures of its pages and no text (a scan)" in refusal_of(file_with(tmp_path, "a.pdf", pdf("", "")))


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n" + b"\x00" * 50, pdf(LONG)[:200], b"%PDF-1.4\ntrailer<</Root 1 0 R>>"]
)
def test_a_broken_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "the PDF" in refusal_of(file_with(tmp_path, "a.pdf", content))


def test_an_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(LONG)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "the PDF is encrypted; open it with its password" in refusal_of(file_with(tmp_path, "a.pdf", out.getvalue()))


def test_a_pdf_that_takes_for_ever_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.pdf_file.SECONDS", -1.0)
    assert "the PDF is too long: 0 pages were read" in refusal_of(file_with(tmp_path, "a.pdf", pdf(LONG)))


def test_heads_and_feet_of_printed_pages_are_no_text() -> None:
    story = "The gates of dam {0} stay open until the spring, the\nkeepers of dam {0} said."
    pages = [f"MINISTRY OF WATER\n{story.format(name)}\nPage {n} of 3"
             for n, name in enumerate(("one", "two", "three"), start=1)]  # fmt: skip
    text = unwrapped(pages)
    assert "MINISTRY" not in text
    assert "Page" not in text
    assert text.count("stay open until the spring, the keepers of dam") == 3


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_gives_a_report_a_row(tmp_path: Path, between: str) -> None:
    head = between.join(("date", "headline", "source", "body", "desk"))
    row = between.join(("2031-05-02", "Envoys", "Karvan News", f'"{STORY}"', "foreign"))
    (report,) = reports(taken(file_with(tmp_path, "a.csv", f"{head}\n{row}\n")))
    assert (report.title, report.outlet, report.published.start) == ("Envoys", "Karvan News", date(2031, 5, 2))
    assert (report.name, report.text, json.loads(report.extra)) == ("a.csv:2", STORY.strip(), {"desk": "foreign"})


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = file_with(tmp_path, "a.csv", f'tag,story\nx,"{STORY}"\n')
    assert "no column holds the text (there are tag, story); say which" in refusal_of(path)
    (report,) = reports(take_in([str(path)], today=TODAY, columns={"text": "story", "title": "tag"}))
    assert report.title == "x"
    (refused,) = take_in([str(path)], today=TODAY, columns={"text": "words"})
    assert "there is no column 'words'; its columns are tag, story" in str(refused)


def test_a_table_with_an_open_quotation_mark_is_read_up_to_it(tmp_path: Path) -> None:
    found = taken(file_with(tmp_path, "a.csv", f'title,text\nA,"{STORY}"\nB,"never closed\n'))
    assert [one.title for one in reports(found)][:1] == ["A"]


def test_a_parquet_table(tmp_path: Path) -> None:
    table = pyarrow.table({"text": [STORY, None], "date": [datetime(2031, 5, 2), None], "authors": [["A", "B"], []]})
    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out)
    found = taken(file_with(tmp_path, "a.parquet", out.getvalue()))
    (report,) = reports(found)
    assert (report.byline, report.published.start) == ("A, B", date(2031, 5, 2))
    assert ["row 2: the text is empty" in line for line in refusals(found)] == [True]
    assert "a Parquet table that is broken" in refusal_of(file_with(tmp_path, "b.parquet", out.getvalue()[:-20]))


def test_an_e_mail_with_its_subject_sender_and_day(tmp_path: Path) -> None:
    report = report_of(file_with(tmp_path, "a.eml", mail("Envoys meet at Brask", LONG)))
    assert (report.title, report.outlet, report.published.start) == (
        "Envoys meet at Brask",
        "Karvan News",
        date(2031, 5, 5),
    )
    assert report.text == LONG


def test_a_mailbox_is_read_message_by_message(tmp_path: Path) -> None:
    box = b"".join(
        b"From wire Mon May  5 10:00:00 2031\n"
        + mail(f"Alert {n}", f"{LONG}\n\nNumber {n}.\n").replace(b"\r\n", b"\n")
        + b"\n"
        for n in range(3)
    )
    found = reports(taken(file_with(tmp_path, "inbox", box)))
    assert [(one.name, one.title) for one in found] == [(f"inbox:{n + 1}", f"Alert {n}") for n in range(3)]


def test_an_attached_statement_is_read_and_the_covering_note_is_not(tmp_path: Path) -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "Press <p@x.example>",
        "A statement",
        "Mon, 05 May 2031 10:00 +0000",
    )
    message["Message-ID"] = "<1@x.example>"
    message.set_content("See the statement attached.")
    message.add_attachment(pdf("\n".join(PARAGRAPHS)), maintype="application", subtype="pdf", filename="../s.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    found = taken(file_with(tmp_path, "a.eml", bytes(message)))
    assert [getattr(one, "name", one) for one in found] == ["a.eml/../s.pdf"]


STARTS = st.sampled_from(
    [
        b"", b"%PDF-1.4\n", b"PK\3\4", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"PAR1", b"<rss><channel><item>",
        b"<urlset><url>", b'{"version": "https://jsonfeed.org/version/1", "items": [',
        b"From a Mon May  5 2031\nA: b\n",
        b"From: a\nMIME-Version: 1.0\nDate: b\n\n", b"a,text\n", pdf(LONG)[:700], zipped({"a.txt": STORY}),
        packed(STORY), warc({"https://karvan.example/a": STORY}, packed=False), mail("A", LONG),
        lines_of(STORY).encode(), b'[{"text": "', b'{\n"body": "', b"+++\ntitle = 1\n", b"<sitemapindex><sitemap><loc>",
        b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html>", tarred({"a.txt": b"x"}),
        b"<html><head><script type='application/ld+json'>{",
        b"\x00" * 257 + b"ustar",
    ]
)  # fmt: skip
NAMES = st.sampled_from(["a", "a.csv", "a.tgz", "a.eml", "a.html", "a.mhtml", "a.md", "a.jsonl", "a.warc.gz"])


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(NAMES, STARTS, st.binary(max_size=300), st.integers(0, 300))
def test_no_bytes_whatever_break_a_door(
    tmp_path_factory: pytest.TempPathFactory, name: str, start: bytes, rest: bytes, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("door")
    for one in taken(file_with(folder, name, start[: len(start) - cut] + rest if cut < len(start) else start + rest)):
        assert isinstance(one, Report | Refused)
        if isinstance(one, Refused):
            assert str(one).isprintable()
            assert "onrecord failed" not in str(one)
        else:
            assert one.text.strip()
