"""Something that has come in and whose kind is still to be told: its bytes, its name, and what came beside them."""

import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import IO, BinaryIO, Protocol, cast

from onrecord.errors import Refused
from onrecord.ingest.limits import BYTES_A_REPORT, BYTES_UNPACKED, LEVELS, size
from onrecord.ingest.report import Facts
from onrecord.model.report import Report

__all__ = ["HEAD", "Arrival", "Found", "Page", "Terms", "arrival"]

HEAD = 8192  # bytes that are looked at to tell a kind; a tar names itself at byte 257, a page before its first kilobyte
IN_MEMORY = 8_000_000  # bytes of a stream without a way back that are kept in memory before they go to the disk

NOTHING = Facts()
Found = Iterator[Report | Refused]


class Page(Protocol):
    """What was fetched from an address: its bytes, and the address at which they were found in the end."""

    @property
    def data(self) -> bytes:
        """The body."""

    @property
    def address(self) -> str:
        """Where it came from, after redirects."""

    @property
    def charset(self) -> str:
        """The encoding that the server named; empty where it named none."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for a whole reading: the day it is, which columns are meant by what, and a way to fetch pages.

    `columns` maps `text`, `title` and so on to a table's own column names. `fetch` is None where nothing may be
    fetched; it raises `Refused`. `passed` is told how many more bytes of the files named have been read.
    """

    today: date
    columns: Mapping[str, str] = field(default_factory=dict)
    fetch: Callable[[str], Page] | None = None
    passed: Callable[[int], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Arrival:
    """One input, or one part of one: a file, a member of an archive, a page fetched, an attachment.

    `name` is the name of the report that it may become, `where` what an error says, `beginning` the first bytes,
    `facts` what its container knows of it, and `level` how many archives it lies in.
    """

    name: str
    where: str
    stream: BinaryIO
    beginning: bytes
    facts: Facts = NOTHING
    level: int = 0
    length: int | None = None
    charset: str = ""

    @property
    def ending(self) -> str:
        """The ending of its name, such as `.txt`; empty for an address."""
        return "" if "://" in self.name else PurePosixPath(self.name).suffix.lower()

    def whole(self) -> bytes:
        """All of it. Raises `Refused` for more than one report may have."""
        data = self.stream.read(BYTES_A_REPORT + 1)
        if len(data) > BYTES_A_REPORT:
            big = f"the file is {size(self.length)}, and" if self.length else "there is no end to it, and"
            hint = "cut it into reports, or give many as .jsonl"
            raise Refused(f"{big} one report may be {size(BYTES_A_REPORT)} at most", where=self.where, hint=hint)
        return data

    @contextmanager
    def rewindable(self) -> Iterator[BinaryIO]:
        """Its stream, with a way back; what has none is kept beside meanwhile, on the disk where it is long."""
        if self.stream.seekable():
            yield self.stream
            return
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as kept:
            count = 0
            for piece in iter(partial(self.stream.read, 1 << 20), b""):
                count += len(piece)
                if count > BYTES_UNPACKED:
                    raise Refused(f"longer than {size(BYTES_UNPACKED)}", where=self.where, hint="unpack it first")
                kept.write(piece)
            kept.seek(0)
            yield cast(BinaryIO, kept)

    def within(self, name: str, stream: IO[bytes], *, where: str = "", facts: Facts | None = None) -> "Arrival":
        """A part of it that lies one level deeper. Raises `Refused` where that is too deep."""
        if self.level >= LEVELS:
            what = f"an archive in an archive, more than {LEVELS} deep"
            raise Refused(what, where=where or self.where, hint="unpack it first")
        inner = arrival(name, where or self.where, stream, facts=facts or self.facts)
        return replace(inner, level=self.level + 1)


def arrival(
    name: str,
    where: str,
    stream: IO[bytes],
    *,
    facts: Facts | None = None,
    length: int | None = None,
    charset: str = "",
) -> Arrival:
    """An input from a stream of bytes; of a stream without a way back, only what can be looked at beforehand."""
    if stream.seekable():
        at = stream.tell()
        beginning = stream.read(HEAD)
        stream.seek(at)
    else:
        buffered = stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream), 2 * HEAD)
        stream, beginning = buffered, cast(io.BufferedReader, buffered).peek(HEAD)[:HEAD]
    return Arrival(name, where, cast(BinaryIO, stream), beginning, facts or NOTHING, length=length, charset=charset)
