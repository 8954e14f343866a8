"""Pages in memory, bounded by their size."""

from collections import OrderedDict
from threading import Lock

__all__ = ["Key", "Pages"]

MOST_BYTES, LARGEST = 48_000_000, 1_000_000

Key = tuple[object, ...]
"""All that a page depends on."""


class Pages:
    """Bodies of pages; those that were not asked for the longest go first."""

    def __init__(self) -> None:
        self._held: OrderedDict[Key, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: Key) -> bytes | None:
        """The page that was made for just this question."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
            return found

    def put(self, key: Key, body: bytes) -> None:
        """Keep a page."""
        if len(body) > LARGEST:
            return
        with self._lock:
            self._size += len(body) - len(self._held.pop(key, b""))
            self._held[key] = body
            while self._size > MOST_BYTES:
                _, gone = self._held.popitem(last=False)
                self._size -= len(gone)
