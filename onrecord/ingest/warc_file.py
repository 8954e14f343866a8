"""WARC, the format of web archives (ISO 28500): the pages that were answered with, each with its address."""

from dataclasses import replace
from typing import IO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms, arrival
from onrecord.ingest.charset import charset_of
from onrecord.ingest.doors import enter

__all__ = ["read_warc"]

ANSWERS = {"response", "resource", "conversion"}
READ = ("text/html", "application/xhtml", "text/plain", "application/pdf")


def read_warc(arriving: Arrival, terms: Terms) -> Found:
    """The reports of the pages in a web archive; scripts, pictures, failures and revisits are passed over.

    Pages are read as they come, packed or not, so that a crawl of any size needs no more memory than one page.
    """
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(arriving.stream), start=1):
            page = _page(record, arriving, number)
            if page is not None:
                yield from enter(page, terms)
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        words = " ".join(str(error).split())[:60]
        what = f"the archive breaks off after {number:,} records ({words or type(error).__name__})"
        raise Refused(what, where=arriving.where, hint="get it again; what came before was read") from error


def _page(record: ArcWarcRecord, whole: Arrival, number: int) -> Arrival | None:
    """The page of a record; None for a record that holds none."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in ANSWERS or not address.startswith(("http://", "https://")):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None
    kind = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    if not kind.startswith(READ):
        return None
    facts = replace(whole.facts, url=address, via="archive")
    stream = cast(IO[bytes], _Forward(record.content_stream()))
    where = f"{whole.where}, record {number}"
    return arrival(address, where, stream, facts=facts, charset=charset_of(kind))


class _Forward:
    """A record's stream as others take streams: read forwards, with a look at its beginning."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._seen = stream, b""

    def seekable(self) -> bool:
        return False

    def peek(self, size: int) -> bytes:
        while len(self._seen) < size and (piece := self._stream.read(size - len(self._seen))):
            self._seen += piece
        return self._seen

    def read(self, size: int = -1) -> bytes:
        pieces, self._seen = [self._seen], b""
        left = size - len(pieces[0])
        while (size < 0 or left > 0) and (piece := self._stream.read(1 << 16 if size < 0 else min(left, 1 << 16))):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)
