"""Gzip: one file packed, most often a WARC, a tar or JSON Lines."""

import gzip
from dataclasses import replace

from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.bounded import Allowance, bounded
from onrecord.ingest.doors import enter
from onrecord.ingest.warc_file import read_warc

__all__ = ["read_gzip"]


def read_gzip(arriving: Arrival, terms: Terms) -> Found:
    """The reports of what is packed in it; a web archive, packed record by record, is read as it is."""
    with arriving.rewindable() as source:
        with gzip.GzipFile(fileobj=source, mode="rb") as look:
            is_warc = look.read(5) == b"WARC/"
        source.seek(0)
        if is_warc:
            yield from read_warc(replace(arriving, stream=source), terms)
            return
        with gzip.GzipFile(fileobj=source, mode="rb") as unpacked:
            stream = bounded(unpacked, Allowance(arriving.where), source.tell, where=arriving.where)
            yield from enter(arriving.within(_name(arriving), stream), terms)


def _name(arriving: Arrival) -> str:
    """The name of what is packed: `a.txt` of `a.txt.gz`, `a.tar` of `a.tgz`."""
    if arriving.ending == ".tgz":
        return f"{arriving.name[:-4]}.tar"
    return arriving.name[:-3] if arriving.ending == ".gz" else arriving.name
