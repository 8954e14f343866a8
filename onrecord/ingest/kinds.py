"""Telling what has come in by its first bytes; its ending only where the bytes of two kinds look alike."""

import json
import re
from collections.abc import Callable
from typing import NamedTuple

from onrecord.ingest.columns import holds_text
from onrecord.ingest.front_matter import front_matter

__all__ = ["ENDINGS", "Kind", "kind_of", "meant"]

ENDINGS = frozenset(
    (
        ".txt", ".text", ".md", ".html", ".htm", ".mhtml", ".mht", ".jsonl", ".ndjson", ".pdf", ".rss", ".atom",
        ".warc", ".wacz", ".csv", ".tsv", ".parquet", ".eml", ".mbox", ".zip", ".gz", ".tgz", ".tar",
    )
)  # fmt: skip
"""Endings of files in a folder that are read, or refused with a reason; others are read where their bytes tell a kind
that is no plain text, and passed over where not: nobody means a folder's licence or its scripts by its reports."""

# The groups are atomic, `(?>…)`: what has matched is not tried another way, else many comments take time without end.
PAGE = re.compile(
    rb"\s*(?>(?:<!--(?>.*?-->)|<\?xml[^>]*>)\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
MARKUP = re.compile(rb"<(?:p|div|article|section|h1|br|main|table)\b", re.IGNORECASE)
XML_TOP = rb"\s*(?>(?:<\?(?>.*?\?>)|<!--(?>.*?-->)|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>)\s*)*<"
FEED = re.compile(XML_TOP + rb"(?:rss|feed|(?:\w+:)?RDF)\b", re.DOTALL | re.IGNORECASE)
SITEMAP = re.compile(XML_TOP + rb"(?:\w+:)?(?:urlset|sitemapindex)\b", re.DOTALL)
JSON = re.compile(rb'\s*(?:\{\s*"(?:[^"\\\n]|\\.)*"\s*:|\[\s*\{\s*["}])')
TEXT = re.compile(
    rb'"(?:text|body|content|article|full_?text|maintext|body_text|\w{4,7}_x?html|items)"\s*:', re.IGNORECASE
)
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version')
FIELD = rb"(?:[\x21-\x39\x3b-\x7e]+:[^\n]*\n(?:[ \t][^\n]*\n)*)"
MAIL = re.compile(rb"(?:" + FIELD + rb"){2,}\n", re.MULTILINE)
MAIL_CUT = re.compile(rb"(?:" + FIELD + rb"){8,}[^\n]*\Z", re.MULTILINE)  # a head that is longer than what is looked at
MAIL_FIELDS = re.compile(
    rb"^(message-id|received|mime-version|return-path|delivered-to|content-type|dkim-signature|arc-seal):", re.I | re.M
)
MAIL_SAID = re.compile(rb"^(from|date|subject|to):", re.I | re.M)
SAVED = re.compile(rb"^(?:snapshot-content-location:|from: <?saved by )", re.I | re.M)
FACTS = frozenset({"title", "outlet", "byline", "url", "published", "author", "date", "source", "link"})
MAILBOX = re.compile(rb"From \S+[^\n]*\d{4}\s*\n[\x21-\x39\x3b-\x7e]+:")


LONG_HEAD = 4_000  # bytes: more than that of nothing but fields is no text


class Kind(NamedTuple):
    """A kind of input: its name in messages, how its beginning and ending tell it, and the function that reads it.

    The function is named as `module:function` and imported when the first of its kind comes in.
    """

    name: str
    tells: Callable[[bytes, str], bool]
    door: str


def kind_of(beginning: bytes, ending: str) -> Kind | None:
    """The kind of an input from its first bytes and its ending such as `.txt`; None for plain text and all else."""
    plain = beginning.replace(b"\0", b"") if beginning[:2] in (b"\xff\xfe", b"\xfe\xff") else beginning
    plain = plain.lstrip(b"\xff\xfe\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return next((kind for kind in KINDS if kind.tells(plain, ending)), None)


def meant(beginning: bytes, ending: str) -> bool:
    """Can a file that was not named, but lies among others, be meant? JSON only where a text is seen in it."""
    if ending in ENDINGS:
        return True
    kind = kind_of(beginning, ending)
    return kind is not None and (kind.name not in {"JSON", "JSON Lines"} or TEXT.search(beginning) is not None)


def _page(beginning: bytes, ending: str) -> bool:
    """Is it a web page? Its beginning tells, whatever its file is called; a piece of one needs its ending."""
    return bool(PAGE.match(beginning[:4000])) or (ending in {".html", ".htm"} and bool(MARKUP.search(beginning[:4000])))


def _lines(beginning: bytes, ending: str) -> bool:
    """One JSON object a line: by its ending, or where the first line is an object, or begins one with a text."""
    if ending in {".jsonl", ".ndjson"}:
        return True
    first = beginning.lstrip().split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        found = json.loads(first)
        return isinstance(found, dict) and holds_text(found, {})
    except (ValueError, RecursionError):  # a first line that goes on beyond what is looked at, too
        return b"\n" not in beginning and bool(re.match(rb'\{\s*"[^"]*"\s*:\s*"', first)) and b'"text"' in first


def _saved_page(beginning: bytes, ending: str) -> bool:
    """A page in an e-mail's clothes, as browsers save it: it says where it was, or is called so."""
    top = MAIL.match(beginning)
    return top is not None and (ending in {".mhtml", ".mht"} or SAVED.search(top[0]) is not None)


def _mail(beginning: bytes, ending: str) -> bool:
    if len(beginning) > LONG_HEAD and (cut := MAIL_CUT.match(beginning)):
        return MAIL_FIELDS.search(cut[0]) is not None
    top = MAIL.match(beginning)
    if top is None:
        return False
    technical, said = set(MAIL_FIELDS.findall(top[0].lower())), set(MAIL_SAID.findall(top[0].lower()))
    return bool(said) and (bool(technical) or (ending == ".eml" and len(said) > 1))


def _markdown(beginning: bytes, ending: str) -> bool:
    if ending == ".md":
        return True
    if not beginning.startswith((b"---", b"+++")):
        return False
    return len(FACTS & front_matter(beginning.decode("utf-8", "replace")).facts.keys()) > 1


KINDS = (
    Kind("a PDF", lambda data, _: b"%PDF-" in data[:1024], "onrecord.ingest.pdf_file:read_pdf"),
    Kind("a zip archive", lambda data, _: data.startswith((b"PK\3\4", b"PK\5\6")), "onrecord.ingest.zip_file:read_zip"),
    Kind("a gzip archive", lambda data, _: data.startswith(b"\x1f\x8b"), "onrecord.ingest.gzip_file:read_gzip"),
    Kind("a tar archive", lambda data, _: data[257:262] == b"ustar", "onrecord.ingest.tar_file:read_tar"),
    Kind("a WARC", lambda data, _: data.startswith(b"WARC/"), "onrecord.ingest.warc_file:read_warc"),
    Kind("a Parquet table", lambda data, _: data.startswith(b"PAR1"), "onrecord.ingest.table_file:read_parquet"),
    Kind("a sitemap", lambda data, _: bool(SITEMAP.match(data)), "onrecord.ingest.sitemap_file:read_sitemap"),
    Kind("a feed", lambda data, _: bool(FEED.match(data)), "onrecord.ingest.feed_file:read_feed"),
    Kind(
        "a JSON feed",
        lambda data, _: data.lstrip().startswith(b"{") and bool(JSON_FEED.search(data)),
        "onrecord.ingest.json_feed:read_json_feed",
    ),
    Kind("JSON Lines", _lines, "onrecord.ingest.lines_file:read_lines"),
    Kind("JSON", lambda data, _: bool(JSON.match(data)), "onrecord.ingest.json_file:read_json"),
    Kind("a mailbox", lambda data, _: bool(MAILBOX.match(data)), "onrecord.ingest.mail_file:read_mailbox"),
    Kind("a saved page", _saved_page, "onrecord.ingest.mhtml_file:read_mhtml"),
    Kind("an e-mail", _mail, "onrecord.ingest.mail_file:read_mail"),
    Kind("a table", lambda _, ending: ending in {".csv", ".tsv"}, "onrecord.ingest.table_file:read_csv"),
    Kind("a web page", _page, "onrecord.ingest.page_file:read_page"),
    Kind("Markdown", _markdown, "onrecord.ingest.text_file:read_markdown"),
)
"""In this order: what its first bytes prove, then what its form shows, then what its ending says."""
