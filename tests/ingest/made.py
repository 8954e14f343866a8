"""Inputs of every kind, made of stories of the invented crisis: the tests' own feeds, archives, tables and mails."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping

WORDS = (
    "The envoy of Veldany said on Monday that the crossing at Brask would open in the {week} week of the month, "
    "and that nobody in the palace had been told otherwise by the keepers of the bridge."
)
PARAGRAPHS = tuple(WORDS.format(week=week) for week in ("first", "second", "third", "fourth", "fifth", "sixth"))
LONG = "\n\n".join(PARAGRAPHS)
LONG_HTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page_of(title: str = "Envoys meet at Brask", *, head: str = "", body: str = LONG_HTML) -> str:
    """A page with menus around its story."""
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head>"
        '<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f'<article><h1>{title}</h1><p class="byline">By Lena Marsh</p>{body}</article>'
        "<footer>Copyright Karvan Media. All rights reserved.</footer></body></html>"
    )


def rss(*items: str, title: str = "Karvan News") -> str:
    """An RSS feed of items made by `item`."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>https://karvan.example/</link>{''.join(items)}</channel></rss>"
    )


def item(
    name: str, content: str = LONG_HTML, *, published: str = "Mon, 05 May 2031 10:00:00 GMT", summary: str = ""
) -> str:
    """One item of an RSS feed."""
    body = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return (
        f"<item><title>Envoys meet at {name}</title><link>https://karvan.example/{name}?utm_source=rss</link>"
        f"<description>{summary}</description>{body}<pubDate>{published}</pubDate></item>"
    )


def zipped(members: Mapping[str, bytes | str], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], *, mode: str = "w:gz") -> bytes:
    """A tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def warc(pages: Mapping[str, str], *, status: str = "200 OK", packed: bool = True, kind: str = "text/html") -> bytes:
    """A web archive of pages by their addresses."""
    records = [_record("warcinfo", "", b"software: a test\r\n", "application/warc-fields")]
    for address, content in pages.items():
        body = content.encode()
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        records.append(_record("response", address, head.encode() + body, "application/http; msgtype=response"))
    return b"".join(gzip.compress(record) if packed else record for record in records)


def _record(kind: str, address: str, content: bytes, content_type: str) -> bytes:
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2031-05-05T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(content):012}>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def pdf(*pages: str) -> bytes:
    """A PDF whose pages hold these lines, in a font that every reader has."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for page in pages:
        lines = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in page.split("\n")]
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def mail(subject: str, text: str, *, sender: str = "Karvan News <alerts@karvan.example>") -> bytes:
    """An e-mail with a plain text."""
    return (
        f"From: {sender}\r\nTo: desk@paper.example\r\nSubject: {subject}\r\nDate: Mon, 05 May 2031 10:00:00 +0200\r\n"
        f"Message-ID: <{subject.replace(' ', '.')}@karvan.example>\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    ).encode()


def packed(content: bytes | str) -> bytes:
    """Gzip."""
    return gzip.compress(content if isinstance(content, bytes) else content.encode())


def lines_of(*texts: str) -> str:
    """JSON Lines."""
    return "".join(json.dumps({"text": text, "file": f"{number}.txt"}) + "\n" for number, text in enumerate(texts))
