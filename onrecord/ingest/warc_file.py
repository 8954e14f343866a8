"""Web archives (WARC): the pages that servers answered with, each with its address."""

import zlib
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms, arrival
from onrecord.ingest.charset import charset_of
from onrecord.ingest.doors import enter
from onrecord.ingest.limits import BYTES_A_REPORT, size

__all__ = ["read_warc"]

ANSWERS = {"response", "resource", "conversion"}
READ = ("text/html", "application/xhtml", "text/plain", "application/pdf")
LINE = 1_000_000  # bytes of a line in a record's head; an address has some hundreds
PIECE = 1 << 16


def read_warc(arriving: Arrival, terms: Terms) -> Found:
    """The reports of the pages in a web archive; scripts, pictures, failures and revisits are passed over.

    Pages are read as they come, so that a crawl of any size needs no more memory than one page.
    """
    number = 0
    try:
        for number, record in enumerate(_records(arriving.stream), start=1):
            page = _page(record, arriving, number)
            if page is not None:
                yield from enter(page, terms)
    except ArchiveLoadFailed as error:
        words = " ".join(str(error).split())[:60]
        what = f"the archive breaks off after {max(0, number - 1):,} records ({words})"
        raise Refused(what, where=arriving.where, hint="get it again; what came before was read") from error
    except Refused as refused:
        yield refused


def _records(stream: BinaryIO) -> ArchiveIterator:
    records = ArchiveIterator(stream)
    records.reader = _Plain(stream)  # instead of its own, which unpacks what is unpacked here already
    records.INC_RECORD = ""  # it writes that to standard error
    return records


def _page(record: ArcWarcRecord, whole: Arrival, number: int) -> Arrival | None:
    """The page of a record; None for a record that holds none."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    headers = record.http_headers
    named = headers or record.rec_headers
    kind = named.get_header("Content-Type") or ""
    if (
        record.rec_type not in ANSWERS
        or not address.startswith(("http://", "https://"))
        or (headers is not None and headers.get_statuscode() != "200")
        or not kind.startswith(READ)
    ):
        _pass(record)
        return None
    data = record.content_stream().read(BYTES_A_REPORT + 1)
    _pass(record)
    where = f"{whole.where}, record {number}"
    facts = replace(whole.facts, url=address, via="archive")
    return arrival(address, where, BytesIO(data), facts=facts, charset=charset_of(kind))


def _pass(record: ArcWarcRecord) -> None:
    """Go to the end of a record. Raises `ArchiveLoadFailed` where the archive ends before it."""
    while record.raw_stream.read(PIECE):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise ArchiveLoadFailed("in the middle of a record")


class _Plain(BufferedReader):  # type: ignore[misc] # warcio is not typed
    """An archive's bytes: a line without an end, and a stream that breaks off, are said and not passed over."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self._piece = getattr(stream, "read1", stream.read)  # what was unpacked before a break is given first

    def readline(self, length: int | None = None) -> bytes:
        most = min(length or LINE, LINE)
        line = bytearray()
        while len(line) < most and not line.endswith(b"\n"):
            self._fillbuff()
            if self.empty():
                return bytes(line)
            line += self.buff.readline(most - len(line))
        if len(line) == LINE and not line.endswith(b"\n"):
            raise ArchiveLoadFailed(f"a line in a head longer than {size(LINE)}")
        return bytes(line)

    def _fillbuff(self, block_size: int | None = None) -> None:
        if not self.empty():
            return
        try:
            self._process_read(self._piece(block_size or self.block_size))
        except (EOFError, OSError, zlib.error) as error:
            raise ArchiveLoadFailed("its packing breaks off or is damaged") from error
