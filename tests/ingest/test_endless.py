"""Inputs made to take for ever: each is refused with its reason, or read, in seconds."""

from pathlib import Path
from time import process_time

import pytest

from tests.ingest.made import LONG, LONG_HTML, mail, pdf
from tests.ingest.world import file_with, refusals, reports, taken

PART = "--x\nContent-Type: text/plain\n\nhello\n"
ENDLESS = {
    "attributes.html": (f"<html><body><p {' '.join(f'a{n}=1' for n in range(200_000))}>{LONG_HTML}", "attributes"),
    "tags.html": (f"<html><body>{'<span>' * 200_000}{LONG_HTML}", "no story was found on the page"),
    "brackets.html": (f"<html><body>{'<' * 300_000}", "no story was found on the page"),
    "items.rss": (f"<rss><channel>{'<item><link>a</link></item>' * 100_000}</channel></rss>", "20,000 entries"),
    "parts.eml": (
        f"From: a@b.example\nMessage-ID: 1\nContent-Type: multipart/mixed; boundary=x\n\n{PART * 50_000}--x--\n",
        "a message of more than 2,000 parts",
    ),
    "deep.json": (f'{{"a": {"[" * 200_000}', "too deep"),
    "table.csv": (f"text,{','.join(f'c{n}' for n in range(100_000))}\n,\n", "the table has no rows"),
}  # fmt: skip


@pytest.mark.parametrize("name", list(ENDLESS))
def test_what_is_made_to_take_for_ever_is_refused_in_seconds(tmp_path: Path, name: str) -> None:
    content, reason = ENDLESS[name]
    began = process_time()
    lines = refusals(taken(file_with(tmp_path, name, content)))
    assert process_time() - began < 20
    assert reason in lines[0]


def test_a_pdf_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    import zlib

    content = pdf("x")
    packed = zlib.compress(b"BT (" + b"A" * 100_000_000 + b") Tj ET")
    bomb = content.replace(b"<< /Length", b"<< /Filter /FlateDecode /Length", 1)
    bomb = bomb[: bomb.index(b"stream\n") + 7] + packed + bomb[bomb.index(b"\nendstream") :]
    assert "the PDF" in refusals(taken(file_with(tmp_path, "a.pdf", bomb)))[0]


def test_a_mail_with_a_head_longer_than_what_is_looked_at_is_a_mail(tmp_path: Path) -> None:
    seals = b"".join(b"ARC-Seal: i=%d; a=rsa-sha256; cv=pass;\r\n\tb=%s\r\n" % (n, b"x" * 300) for n in range(40))
    (report,) = reports(taken(file_with(tmp_path, "alert", seals + mail("Envoys meet at Brask", LONG))))
    assert (report.title, report.text) == ("Envoys meet at Brask", LONG)
