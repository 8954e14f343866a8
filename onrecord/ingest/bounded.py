"""Unpacking within bounds: a stream that stops with a reason where more comes out than can be meant."""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Protocol

from onrecord.errors import Refused
from onrecord.ingest.limits import BYTES_A_REPORT, BYTES_UNPACKED, MEMBERS, RATIO, size

__all__ = ["Allowance", "Bounded", "bounded", "leads_out", "unpacked"]

GZIP = b"\x1f\x8b"
FREE = 1_000_000  # bytes that may come out of anything: a page of blanks packs very small


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(slots=True)
class Allowance:
    """How much one archive may still unpack to, over all of its members."""

    where: str
    bytes: int = BYTES_UNPACKED
    members: int = MEMBERS

    def take(self, count: int) -> None:
        """Take so many bytes off. Raises `Refused` where nothing is left."""
        self.bytes -= count
        if self.bytes < 0:
            raise Refused(f"unpacks to more than {size(BYTES_UNPACKED)}", where=self.where, hint="unpack it first")

    def member(self) -> None:
        """Take one member off. Raises `Refused` where there are too many."""
        self.members -= 1
        if self.members < 0:
            raise Refused(f"holds more than {MEMBERS:,} files", where=self.where, hint="unpack it first")


class Bounded(io.RawIOBase):
    """A stream that is read forwards only, and raises `Refused` where it unpacks far beyond what was packed."""

    def __init__(self, stream: Readable, allowance: Allowance, packed: Callable[[], int], *, where: str) -> None:
        self._stream, self._allowance, self._packed, self._where = stream, allowance, packed, where
        self._count = 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Read up to 64 kB."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._stream.read(min(len(view), 1 << 16))
        self._allowance.take(len(data))
        self._count += len(data)
        if self._count > FREE and self._count > RATIO * max(1, self._packed()):
            what = f"unpacks to more than {RATIO} times its size, as an archive made to fill a disk does"
            raise Refused(what, where=self._where, hint="unpack it yourself if you trust it")
        view[: len(data)] = data
        return len(data)


def bounded(stream: Readable, allowance: Allowance, packed: Callable[[], int], *, where: str) -> IO[bytes]:
    """A stream within bounds; `packed` tells how many packed bytes it has cost until now."""
    return io.BufferedReader(Bounded(stream, allowance, packed, where=where), 1 << 16)


def unpacked(data: bytes, where: str) -> bytes:
    """What is packed as gzip in bytes that are held already, and other bytes as they are. Raises `Refused`."""
    if not data.startswith(GZIP):
        return data
    unpack = zlib.decompressobj(wbits=31)
    try:
        whole = unpack.decompress(data, BYTES_A_REPORT + 1)
    except zlib.error as error:
        raise Refused("is packed and damaged", where=where, hint="get it again") from error
    if len(whole) > BYTES_A_REPORT:
        raise Refused(f"unpacks to more than {size(BYTES_A_REPORT)}", where=where, hint="it was given up")
    if not unpack.eof:
        raise Refused("is packed and breaks off", where=where, hint="get it again")
    return whole


def leads_out(name: str) -> bool:
    """Does a member's name lead out of its archive: `/etc/motd`, `../notes.txt`, `C:\\notes.txt`?"""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":")
