"""Zip archives, and WACZ, the zip of a web archive."""

import struct
import zipfile
import zlib
from typing import BinaryIO

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.bounded import Allowance, bounded
from onrecord.ingest.members import hidden, read_member, refused_name
from onrecord.ingest.names import shown

__all__ = ["read_zip"]

OFFICE = ("[Content_Types].xml", "mimetype")
END, TAIL = b"PK\5\6", 66_000  # the record at the end of a zip, and how far from its end it begins at most
DIRECTORY = 100_000_000  # bytes of the list of members: Python takes ten times as much to read it
ENCRYPTED = 1


def read_zip(arriving: Arrival, terms: Terms) -> Found:
    """The reports of a zip, in the order of its members' names; of a WACZ, those of its archive only."""
    with arriving.rewindable() as stream:
        length = _look(stream, arriving.where)
        yield from _read(stream, length, arriving, terms)


def _read(stream: BinaryIO, length: int, arriving: Arrival, terms: Terms) -> Found:
    with zipfile.ZipFile(stream) as archive:
        members = [one for one in archive.infolist() if not one.is_dir() and not hidden(one.filename)]
        names = {one.filename for one in members}
        if names & set(OFFICE):
            raise Refused("an office document, not text", where=arriving.where, hint="save its text as .txt")
        if sum(one.compress_size for one in members) > length:
            what = "its files lie over one another, as in an archive made to fill a disk"
            raise Refused(what, where=arriving.where, hint="unpack it yourself if you trust it")
        if "datapackage.json" in names:
            members = [one for one in members if one.filename.startswith("archive/")]
        allowance = Allowance(arriving.where)
        for one in sorted(members, key=lambda one: one.filename):
            allowance.member()
            yield from _member(archive, one, allowance, arriving, terms)
        if not members:
            raise Refused("there is no file in the archive", where=arriving.where, hint="look into it")


def _member(
    archive: zipfile.ZipFile, one: zipfile.ZipInfo, allowance: Allowance, whole: Arrival, terms: Terms
) -> Found:
    where = f"{whole.where}, {shown(one.filename)}"
    if refused := refused_name(one.filename, whole):
        yield refused
    elif one.flag_bits & ENCRYPTED:
        yield Refused("is encrypted", where=where, hint="unpack it with its password first")
    else:
        try:
            with archive.open(one) as unpacked:
                stream = bounded(unpacked, allowance, lambda: one.compress_size, where=where)
                yield from read_member(one.filename, stream, whole, terms)
        except Refused as refused:
            yield refused
            if refused.where == whole.where:
                return
        except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, RuntimeError) as error:
            what = f"is damaged, or packed in a way that is not known ({error})"
            yield Refused(what, where=where, hint="get the archive again; the others were read")


def _look(stream: BinaryIO, where: str) -> int:
    """The length of a zip in bytes. Raises `Refused` for a list of members that would not fit in memory."""
    stream.seek(0, 2)
    length = stream.tell()
    stream.seek(max(0, length - TAIL))
    tail = stream.read()
    at = tail.rfind(END)
    stream.seek(0)
    if at >= 0 and len(tail) >= at + 16 and struct.unpack("<I", tail[at + 12 : at + 16])[0] > DIRECTORY:
        raise Refused("holds too many files to list", where=where, hint="unpack it first")
    return length
