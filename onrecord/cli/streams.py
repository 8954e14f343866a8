"""Standard input and output as bytes, so that what is exported is UTF-8 whatever the terminal says."""

import sys
from collections.abc import Iterable
from typing import BinaryIO

__all__ = ["standard_input", "write_out"]


def standard_input() -> BinaryIO:
    """Standard input as bytes."""
    return sys.stdin.buffer


def write_out(pieces: Iterable[bytes]) -> None:
    """Write bytes to standard output, after whatever was printed before."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
