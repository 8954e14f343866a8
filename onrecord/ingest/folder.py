"""The files of a folder, in the same order on every machine."""

import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import Refused
from onrecord.ingest.names import shown

__all__ = ["files_under"]


def files_under(folder: Path) -> Iterator[Path | Refused]:
    """Files by name, folders within included; hidden ones are passed over.

    A symbolic link counts where it leads to a file inside the folder, and is passed over where it leads outside;
    folders are never entered through a link, so that no circle can be walked.
    """
    yield from _walk(folder, folder.resolve())


def _walk(folder: Path, root: Path) -> Iterator[Path | Refused]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        reason = (error.strerror or "not readable").lower()
        yield Refused(f"cannot be read: {reason}", where=shown(str(folder)), hint="check its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, root)
        elif _inside(path, root):
            yield path


def _inside(path: Path, root: Path) -> bool:
    """Is this a file, or a link to a file, that lies within the root?"""
    try:
        return path.is_file() and (not path.is_symlink() or path.resolve().is_relative_to(root))
    except (OSError, RuntimeError):  # a link in a circle
        return False
