"""What the user named, as reports: files, folders, and JSON Lines on standard input."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import Refused
from onrecord.ingest.decode import decode
from onrecord.ingest.folder import ENDINGS, files_under
from onrecord.ingest.limits import BYTES_A_REPORT, size
from onrecord.ingest.lines_file import read_lines
from onrecord.ingest.names import shown
from onrecord.ingest.page_file import is_page, read_page
from onrecord.ingest.text_file import read_markdown, read_text
from onrecord.model.report import Report

__all__ = ["take_in"]


def take_in(
    inputs: Iterable[str], *, stdin: BinaryIO | None = None, today: date | None = None
) -> Iterator[Report | Refused]:
    """The reports of files, folders and `-` (JSON Lines on `stdin`), in turn; what is no report is a Refused.

    Nothing is held back: the next report is read when it is asked for. `today` (the machine's day where it is left
    out) only decides which days are still to come and therefore not believed.
    """
    day = today or date.today()
    for name in inputs:
        if name == "-":
            yield from _standard_input(stdin, day)
        else:
            yield from _place(name, day)


def _standard_input(stdin: BinaryIO | None, today: date) -> Iterator[Report | Refused]:
    if stdin is None:
        yield Refused("nothing comes on standard input", where="-", hint="pipe JSON Lines into the command")
        return
    yield from read_lines("-", stdin, where="standard input", today=today)


def _place(name: str, today: date) -> Iterator[Report | Refused]:
    where = shown(name)
    try:
        place = Path(name)
        if place.is_dir():
            yield from _folder(place, where, today)
        elif place.exists():
            yield from _file(place, shown(place.name), where, today)
        else:
            yield Refused("there is no such file or folder", where=where, hint="check the name")
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        yield _unreadable(error, where)


def _folder(folder: Path, where: str, today: date) -> Iterator[Report | Refused]:
    empty = True
    for found in files_under(folder):
        empty = False
        if isinstance(found, Refused):
            yield found
        else:
            yield from _file(found, shown(found.relative_to(folder).as_posix()), shown(str(found)), today)
    if empty:
        hint = f"reports end in {' '.join(sorted(ENDINGS))}"
        yield Refused("the folder holds nothing that can be read", where=where, hint=hint)


def _file(path: Path, name: str, where: str, today: date) -> Iterator[Report | Refused]:
    try:
        if not path.is_file():
            yield Refused("this is not a file", where=where, hint="name files and folders, or `-` for standard input")
        elif path.suffix.lower() == ".jsonl":
            with path.open("rb") as stream:
                yield from read_lines(name, stream, where=where, today=today)
        else:
            yield _one(path, name, where, today)
    except Refused as refused:
        yield refused
    except OSError as error:
        yield _unreadable(error, where)


def _one(path: Path, name: str, where: str, today: date) -> Report:
    """The one report of a file that is no JSON Lines; its content decides together with its ending what it is."""
    with path.open("rb") as stream:
        data = stream.read(BYTES_A_REPORT + 1)
    if len(data) > BYTES_A_REPORT:
        what = f"the file is {size(path.stat().st_size)}, and one report may be {size(BYTES_A_REPORT)} at most"
        raise Refused(what, where=where, hint="cut it into reports, or give many as .jsonl")
    ending = path.suffix.lower()
    decoded = decode(data, where=where)
    if is_page(decoded.text, ending=ending):
        return read_page(name, decoded.text, note=decoded.note, where=where, today=today)
    return (read_markdown if ending == ".md" else read_text)(name, decoded, where=where, today=today)


def _unreadable(error: OSError | ValueError, where: str) -> Refused:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name cannot be opened"
    return Refused(f"cannot be read: {reason.lower()}", where=where, hint="check the name and its permissions")
