"""Where a command prints: Rich on a terminal, the same words plainly elsewhere."""

import os
import sys
from typing import IO, TextIO, cast

from rich.console import Console

__all__ = ["PLAIN_WIDTH", "printer"]

# A pipe has no width; a hundred columns fit a page and a mail.
PLAIN_WIDTH = 100


class _Stripped:
    """A stream without the spaces with which Rich fills lines up: a file has no use for them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write whole lines without the white space at their ends."""
        self._stream.write("\n".join(line.rstrip() for line in text.split("\n")))
        return len(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def printer(*, error: bool = False) -> Console:
    """A console on standard output or standard error that reads no markup.

    Colour only on a terminal, and NO_COLOR is heeded; elsewhere the width is $COLUMNS, else a hundred.
    """
    stream = sys.stderr if error else sys.stdout
    if stream.isatty():
        return Console(file=stream, markup=False, highlight=False, emoji=False)
    columns = os.environ.get("COLUMNS", "")
    width = max(20, int(columns)) if columns.isdigit() else PLAIN_WIDTH
    plain = cast(IO[str], _Stripped(stream))
    return Console(file=plain, width=width, markup=False, highlight=False, emoji=False, no_color=True)
