"""One look at a folder: the files that are new there, or were changed."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import Refused
from onrecord.ingest.arrival import Terms
from onrecord.ingest.folder import files_under
from onrecord.ingest.inputs import read_file
from onrecord.ingest.names import shown
from onrecord.watch.plan import Source
from onrecord.watch.poll import Found, Look, Polled, untold

__all__ = ["poll_folder"]

SETTLED = 2.0  # seconds for which a file must have been left alone: it may still be written


def poll_folder(source: Source, look: Look, polled: Polled) -> Iterator[Found]:
    """What is new or changed in a folder; a file that was touched just now waits for the next look."""
    for path in files_under(Path(source.at)):
        if isinstance(path, Refused):
            key = f"{source.at} ! {path.where}"
            yield Found(key, {"refused": path.what}, untold(look.recall(key), path))
            continue
        try:
            seen = path.stat()
        except OSError:  # gone meanwhile
            continue
        name = path.relative_to(source.at).as_posix()
        key, mark = f"{source.at} {name}", _mark(seen)
        if look.recall(key).get("mark") == mark:
            continue
        if abs(time.time() - seen.st_mtime) < SETTLED:
            polled.whole = False
            continue
        found = read_file(path, shown(name), shown(str(path)), Terms(look.today), among_others=True)
        yield Found(key, {"mark": mark}, found)


def _mark(seen: os.stat_result) -> str:
    """What shows that a file was changed: its time and its length, and that of its permissions."""
    return f"{seen.st_mtime_ns} {seen.st_size} {seen.st_mode}"
