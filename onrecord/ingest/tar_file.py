"""Tar archives, read forwards, member by member."""

import tarfile
from collections.abc import Iterator
from typing import IO, cast

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.bounded import Allowance, bounded
from onrecord.ingest.members import hidden, read_member, refused_name
from onrecord.ingest.names import shown

__all__ = ["read_tar"]


def read_tar(arriving: Arrival, terms: Terms) -> Found:
    """The reports of a tar in the order in which it was packed; links and devices in it are never followed."""
    allowance = Allowance(arriving.where)
    with tarfile.open(fileobj=arriving.stream, mode="r|") as archive:
        for member in _listed(archive, arriving):
            if isinstance(member, Refused):
                yield member
                return
            archive.members = []  # type: ignore[attr-defined] # else it remembers every member it has passed
            allowance.member()
            yield from _member(archive, member, allowance, arriving, terms)


def _listed(archive: tarfile.TarFile, arriving: Arrival) -> Iterator[tarfile.TarInfo | Refused]:
    try:
        yield from iter(archive.next, None)
    except (tarfile.TarError, EOFError) as error:
        yield Refused(f"the archive breaks off ({error})", where=arriving.where, hint="get it again")


def _member(
    archive: tarfile.TarFile, member: tarfile.TarInfo, allowance: Allowance, whole: Arrival, terms: Terms
) -> Found:
    if member.isdir() or hidden(member.name):
        return
    where = f"{whole.where}, {shown(member.name)}"
    refused = refused_name(member.name, whole)
    if refused is None and not member.isfile():
        refused = Refused("is a link or a device", where=where, hint="it was not followed; the others were read")
    if refused is not None:
        yield refused
        return
    unpacked = archive.extractfile(member)
    stream = bounded(cast(IO[bytes], unpacked), allowance, lambda: member.size, where=where)
    yield from read_member(member.name, stream, whole, terms)
