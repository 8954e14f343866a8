"""Gzip: one file packed, most often a WARC, a tar or JSON Lines."""

import gzip
import zlib

from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.bounded import Allowance, bounded
from onrecord.ingest.doors import enter

__all__ = ["read_gzip"]


def read_gzip(arriving: Arrival, terms: Terms) -> Found:
    """The reports of what is packed in it, in one piece or, as web archives are, record by record."""
    with arriving.rewindable() as source, gzip.GzipFile(fileobj=source, mode="rb") as unpacked:
        stream = bounded(_Patient(unpacked), Allowance(arriving.where), source.tell, where=arriving.where)
        yield from enter(arriving.within(_name(arriving), stream), terms)


def _name(arriving: Arrival) -> str:
    """The name of what is packed: `a.txt` of `a.txt.gz`, `a.tar` of `a.tgz`."""
    if arriving.ending == ".tgz":
        return f"{arriving.name[:-4]}.tar"
    return arriving.name[:-3] if arriving.ending == ".gz" else arriving.name


class _Patient:
    """A packed stream that gives all that can be unpacked of it before it says that it breaks off."""

    def __init__(self, stream: gzip.GzipFile) -> None:
        self._stream = stream
        self._trouble: Exception | None = None

    def read(self, size: int, /) -> bytes:
        """Read so many bytes, or what there is before the break; raises what gzip raises after it."""
        found = bytearray()
        while self._trouble is None and len(found) < size:
            try:
                piece = self._stream.read1(size - len(found))
            except (EOFError, OSError, zlib.error) as error:
                self._trouble = error
                break
            if not piece:
                return bytes(found)
            found += piece
        if self._trouble is not None and not found:
            raise self._trouble
        return bytes(found)
