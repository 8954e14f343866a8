"""What a server answered."""

from dataclasses import dataclass

from onrecord.errors import Refused

__all__ = ["Fetched", "Known", "Later"]


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said of a page when it was last fetched, so that it can say whether it has changed since."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its bytes, and the address at which it was found in the end; `same` where it has not changed (304)."""

    address: str
    data: bytes = b""
    charset: str = ""
    known: Known = Known()
    same: bool = False


class Later(Refused):
    """A page that could not be had now and may be had later: a server that is busy, slow or out of order.

    `after` is how many seconds the server asked to wait; 0 where it did not say.
    """

    def __init__(self, what: str, *, where: str, after: float = 0.0) -> None:
        self.after = after
        super().__init__(what, where=where, hint="try again later")
