"""What the user named, as reports: files, folders, addresses, and standard input."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import Refused
from onrecord.ingest.arrival import HEAD, Arrival, Page, Terms, arrival
from onrecord.ingest.doors import enter
from onrecord.ingest.folder import files_under
from onrecord.ingest.kinds import ENDINGS, kind_of, meant
from onrecord.ingest.lines_file import read_lines
from onrecord.ingest.names import shown
from onrecord.ingest.report import Facts
from onrecord.model.address import is_address
from onrecord.model.report import Report

__all__ = ["read_file", "take_in"]


def take_in(
    inputs: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    today: date | None = None,
    columns: Mapping[str, str] | None = None,
    fetch: Callable[[str], Page] | None = None,
    passed: Callable[[int], None] = lambda _: None,
) -> Iterator[Report | Refused]:
    """The reports of files, folders, addresses and `-` (standard input), in turn; what is no report is a Refused.

    Nothing is held back: the next report is read when it is asked for. `today` (the machine's day where it is left
    out) only decides which days are still to come and therefore not believed; `columns` says for `text`, `title` and
    so on which column of a table holds it; `fetch` gets pages (`onrecord.ingest.fetch`), and without it addresses are
    refused. `passed` is told as bytes of files are read.
    """
    terms = Terms(today or date.today(), columns or {}, fetch, passed)
    for name in inputs:
        if name == "-":
            yield from _standard_input(stdin, terms)
        elif is_address(name):
            yield from _address(name, terms)
        else:
            yield from _place(name, terms)


def _standard_input(stdin: BinaryIO | None, terms: Terms) -> Iterator[Report | Refused]:
    """JSON Lines as they come; anything else where its first bytes prove its kind."""
    if stdin is None:
        yield Refused("nothing comes on standard input", where="-", hint="pipe JSON Lines into the command")
        return
    peek = getattr(stdin, "peek", None)
    beginning = peek(HEAD)[:HEAD] if peek else b""
    piped = Arrival("-", "standard input", stdin, beginning)
    if kind_of(beginning, "") is None:
        yield from read_lines(piped, terms)
    else:
        yield from enter(piped, terms)


def _address(address: str, terms: Terms) -> Iterator[Report | Refused]:
    if terms.fetch is None:
        yield Refused("nothing is fetched here", where=address, hint="save the page and name the file")
        return
    try:
        page = terms.fetch(address)
    except Refused as refused:
        yield refused
        return
    facts = Facts(url=page.address, via="page")
    yield from enter(arrival(page.address, address, io.BytesIO(page.data), facts=facts, charset=page.charset), terms)


def _place(name: str, terms: Terms) -> Iterator[Report | Refused]:
    where = shown(name)
    try:
        place = Path(name)
        if place.is_dir():
            yield from _folder(place, where, terms)
        elif not place.exists():
            yield Refused("there is no such file or folder", where=where, hint="check the name")
        elif not place.is_file():
            yield Refused("this is not a file", where=where, hint="name files and folders, or `-` for standard input")
        else:
            yield from read_file(place, shown(place.name), where, terms)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        yield _unreadable(error, where)


def _folder(folder: Path, where: str, terms: Terms) -> Iterator[Report | Refused]:
    empty = True
    for found in files_under(folder):
        if isinstance(found, Refused):
            empty = False
            yield found
            continue
        name = shown(found.relative_to(folder).as_posix())
        for one in read_file(found, name, shown(str(found)), terms, among_others=True):
            empty = False
            yield one
    if empty:
        hint = f"reports end in {' '.join(sorted(ENDINGS))}"
        yield Refused("the folder holds nothing that can be read", where=where, hint=hint)


def read_file(
    path: Path, name: str, where: str, terms: Terms, *, among_others: bool = False
) -> Iterator[Report | Refused]:
    """The reports of a file; one that was not named but found among others is passed over where it is of no kind."""
    try:
        with path.open("rb") as stream:
            length, before = path.stat().st_size, 0
            arriving = arrival(name, where, stream, length=length)
            if not among_others or meant(arriving.beginning, arriving.ending):
                for one in enter(arriving, terms):
                    here = min(length, max(before, stream.tell()))
                    terms.passed(here - before)
                    before = here
                    yield one
            terms.passed(length - before)
    except OSError as error:
        yield _unreadable(error, where)


def _unreadable(error: OSError | ValueError, where: str) -> Refused:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name cannot be opened"
    return Refused(f"cannot be read: {reason.lower()}", where=where, hint="check the name and its permissions")
