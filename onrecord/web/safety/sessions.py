"""Who is signed in: sessions that live in memory, end by themselves, and are known by a hash only."""

from collections import OrderedDict
from hashlib import sha256
from secrets import token_urlsafe
from threading import Lock
from time import monotonic

from onrecord.web.safety.visitor import Visitor

__all__ = ["Sessions"]

HOURS = 12 * 3600.0
"""Seconds a session lasts: a working day."""
MOST = 10_000


class Sessions:
    """The sessions of one server; they end with it."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[Visitor, float]] = OrderedDict()
        self._lock = Lock()

    def begin(self, visitor: Visitor) -> str:
        """A new session's secret, for the cookie; it is not kept."""
        secret = token_urlsafe(32)
        key = _key(secret)
        with self._lock:
            self._held[key] = (Visitor(visitor.name, visitor.role, key), monotonic() + HOURS)
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return secret

    def visitor(self, secret: str) -> Visitor | None:
        """Who came in with this secret, as long as the session lasts."""
        with self._lock:
            found = self._held.get(_key(secret))
            if found is None or found[1] < monotonic():
                self._held.pop(_key(secret), None)
                return None
            return found[0]

    def end(self, session: str) -> None:
        """End a session, named as its visitor names it."""
        with self._lock:
            self._held.pop(session, None)


def _key(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
