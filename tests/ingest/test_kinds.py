"""What has come in is told by its first bytes, whatever its file is called."""

from pathlib import Path
from time import process_time

import pytest

from onrecord.ingest.kinds import kind_of
from tests.ingest.made import LONG, lines_of, mail, packed, page_of, pdf, rss, tarred, warc, zipped
from tests.ingest.world import STORY, file_with, report_of, reports, taken

SITEMAP = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'
ATOM = '<?xml version="1.0"?>\n<!-- made by hand -->\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>'
JSON_FEED = '{"version": "https://jsonfeed.org/version/1.1", "items": []}'


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf("x"), "a PDF"),
        (zipped({"a.txt": "x"}), "a zip archive"),
        (packed("x"), "a gzip archive"),
        (tarred({"a.txt": b"x"}, mode="w"), "a tar archive"),
        (warc({}, packed=False), "a WARC"),
        (b"PAR1", "a Parquet table"),
        (SITEMAP.encode(), "a sitemap"),
        (SITEMAP.encode("utf-16"), "a sitemap"),
        (rss().encode(), "a feed"),
        (b"\xef\xbb\xbf" + rss().encode(), "a feed"),
        (ATOM.encode(), "a feed"),
        (JSON_FEED.encode(), "a JSON feed"),
        (lines_of(STORY).encode(), "JSON Lines"),
        (b"From wire Mon May  5 10:00:00 2031\n" + mail("Talks", LONG), "a mailbox"),
        (mail("Talks", LONG), "an e-mail"),
        (page_of().encode(), "a web page"),
        (page_of().encode("utf-16"), "a web page"),
        (b"---\ntitle: Talks\noutlet: Karvan News\n---\nThe envoys met.", "Markdown"),
    ],
)
def test_the_first_bytes_tell_the_kind(content: bytes, kind: str) -> None:
    found = kind_of(content[:8192], ".txt")
    assert found is not None
    assert found.name == kind


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "From the palace came no word.\nDate: unknown, as ever.\n",
        "Subject: the dam\n\nThe envoys met.",
        "{The envoys met.}",
        "title,text\na,b\n",
        "--- The envoys met ---\nin Brask.",
        "<3 from the desk",
        "",
    ],
)
def test_plain_text_is_of_no_kind(text: str) -> None:
    assert kind_of(text.encode(), ".txt") is None


def test_a_folder_is_read_by_content(tmp_path: Path) -> None:
    file_with(tmp_path, "saved", page_of())
    file_with(tmp_path, "inbox.dat", mail("Talks", LONG + " At length."))
    file_with(tmp_path, "LICENSE", "You may do with it what you like, and so may others.")
    file_with(tmp_path, "notes.xml", "<notes><note>Call the desk</note></notes>")
    assert [one.name for one in reports(taken(tmp_path))] == ["inbox.dat", "saved"]


def test_front_matter_counts_in_a_text_too_and_stays_in_it(tmp_path: Path) -> None:
    whole = f"---\ntitle: The crossing\noutlet: Karvan News\n---\n{STORY}"
    report = report_of(file_with(tmp_path, "a.txt", whole))
    assert (report.title, report.outlet, report.text) == ("The crossing", "Karvan News", whole)


@pytest.mark.parametrize(
    "piece", [b"<?a?>", b"<!-- -->", b"<?xml ?> ", b"<!DOCTYPE a []>", b"a:b\n ", b"<!--", b"\xff\xfe"]
)
def test_what_is_made_to_take_for_ever_is_told_at_once(piece: bytes) -> None:
    began = process_time()
    kind_of((piece * 8192)[:8192] + b"x", ".txt")
    kind_of(b"<" + (piece * 8192)[:8192], ".html")
    assert process_time() - began < 1.0


def test_a_page_of_unclosed_scripts_is_read_in_bounded_time(tmp_path: Path) -> None:
    began = process_time()
    head = '<script type="application/ld+json">{' * 50_000
    taken(file_with(tmp_path, "a.html", page_of(head=f"<!-- isAccessibleForFree LiveBlogPosting -->{head}")))
    assert process_time() - began < 20.0
