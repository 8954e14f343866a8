"""How often one address may ask: a bucket that fills with time and is emptied by requests."""

from collections import OrderedDict
from threading import Lock
from time import monotonic

__all__ = ["Bucket"]

MOST_ADDRESSES = 10_000


class Bucket:
    """Lets `burst` requests of one address through at once and `a_second` in the long run; 0 lets all through."""

    def __init__(self, *, a_second: float, burst: int) -> None:
        self._rate, self._burst = a_second, burst
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def lets(self, address: str) -> bool:
        """Is there something left for this address? It is taken."""
        if self._rate <= 0:
            return True
        now = monotonic()
        with self._lock:
            left, then = self._held.pop(address, (float(self._burst), now))
            left = min(self._burst, left + (now - then) * self._rate)
            self._held[address] = (left - 1 if left >= 1 else left, now)
            while len(self._held) > MOST_ADDRESSES:
                self._held.popitem(last=False)
        return left >= 1
