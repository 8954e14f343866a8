"""The audit log: one JSON object a line, beside the ledger, for everything that changes something or is refused."""

from collections import deque
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import msgspec

from onrecord.errors import LedgerError

__all__ = ["Audit", "Noted"]


class Noted(msgspec.Struct, frozen=True):
    """One line: when, who, from where, what they did, and to what."""

    at: str
    who: str
    address: str
    did: str
    about: str = ""


class Audit:
    """A log that is only ever added to; what cannot be noted is not done."""

    def __init__(self, place: str) -> None:
        self.place = Path(place)
        self._lock = Lock()

    def note(self, who: str, address: str, did: str, about: str = "") -> None:
        """Add a line; raises `LedgerError` where it cannot be written."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        line = msgspec.json.encode(Noted(now, who[:80], address, did, about[:200])) + b"\n"
        try:
            with self._lock, self.place.open("ab") as log:
                log.write(line)
        except OSError as error:
            what = f"the audit log cannot be written ({error.strerror}), and without it nothing is changed"
            raise LedgerError(what, where=str(self.place), hint="see to its folder's rights and space") from error

    def newest(self, count: int) -> list[Noted]:
        """The last lines, the newest first."""
        if not self.place.exists():
            return []
        with self.place.open("rb") as log:
            last = deque(log, maxlen=count)
        return [msgspec.json.decode(line, type=Noted) for line in reversed(last)]
