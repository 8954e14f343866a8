"""What every export is: a name, a line about it, and how it is written."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from onrecord.errors import OnrecordError
from onrecord.model.ledger import Ledger

__all__ = ["Exporter", "replacing"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: `to_stream` writes bytes to an open stream, `to_place` a file or folder at a path.

    Both take the ledger and the types of record that are wanted (none for all), and raise `OnrecordError` where that
    cannot be written.
    """

    name: str
    about: str
    to_stream: Callable[[Ledger, BinaryIO, Collection[str]], None]
    to_place: Callable[[Ledger, Path, Collection[str]], None]


@contextmanager
def replacing(place: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand at `place` once the block ends well; until then, and otherwise, what was there stays.

    What is no ordinary file, such as a pipe or `/dev/stdout`, is written as it is.
    """
    try:
        if place.exists() and not place.is_file():
            with place.open("wb") as out:
                yield out
        else:
            yield from _beside(place)
    except OSError as error:
        hint = "name another place with -o"
        raise OnrecordError(f"the export cannot be written ({error.strerror})", where=str(place), hint=hint) from error


def _beside(place: Path) -> Iterator[BinaryIO]:
    """A new file in the same folder, which takes the place of the old one at the end."""
    draft = place.with_name(f".{place.name}.{token_hex(4)}")
    try:
        with draft.open("xb") as out:
            yield out
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
