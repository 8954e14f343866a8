"""How much there is to read, so that a long reading can say how long it will still take."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.errors import Refused
from onrecord.ingest.folder import files_under

__all__ = ["bytes_of"]


def bytes_of(inputs: Iterable[str]) -> int | None:
    """The bytes of the files and folders named; None where something else is named, whose length nobody knows."""
    whole = 0
    for name in inputs:
        try:
            place = Path(name)
            if place.is_dir():
                whole += sum(path.stat().st_size for path in files_under(place) if not isinstance(path, Refused))
            elif place.is_file():
                whole += place.stat().st_size
            else:
                return None
        except (OSError, ValueError):
            return None
    return whole
