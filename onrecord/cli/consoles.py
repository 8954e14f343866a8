"""Where a command prints: Rich on a terminal, the same words plainly elsewhere."""

import os
import sys

from rich.console import Console

__all__ = ["PLAIN_WIDTH", "printer"]

# A pipe has no width; a hundred columns fit a page and a mail.
PLAIN_WIDTH = 100


def printer(*, error: bool = False) -> Console:
    """A console on standard output or standard error: no markup is read, and colour only on a terminal (NO_COLOR is heeded)."""
    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS", "").isdigit() else PLAIN_WIDTH
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)
