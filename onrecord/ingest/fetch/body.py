"""A body as it comes, unpacked, within a limit."""

import zlib
from collections.abc import Iterable

from onrecord.errors import Refused
from onrecord.ingest.limits import RATIO, size

__all__ = ["MOST_BYTES", "gathered"]

MOST_BYTES = 20_000_000
FREE = 1_000_000
PIECE = 1 << 18


def gathered(pieces: Iterable[bytes], *, packed: str, where: str, most: int = MOST_BYTES) -> bytes:
    """All of a body. Raises `Refused` where it is too long, unpacks too far, or is packed in a way not asked for."""
    if packed not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        raise Refused(f"is packed as {packed[:20]}", where=where, hint="save the page and name the file")
    unpack = zlib.decompressobj(wbits=47 if "gzip" in packed else 15) if packed not in {"", "identity"} else None
    data, cost = bytearray(), 0
    for piece in pieces:
        cost += len(piece)
        while piece:
            data += unpack.decompress(piece, PIECE) if unpack else piece
            piece = unpack.unconsumed_tail if unpack else b""
            if len(data) > most or (len(data) > FREE and len(data) > RATIO * cost):
                raise Refused(f"the page is longer than {size(most)}", where=where, hint="it was given up")
    if unpack and not unpack.eof:
        raise EOFError("the packed body breaks off")
    return bytes(data)
