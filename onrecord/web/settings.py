"""What serving is told from outside, as one value built at the edge."""

from dataclasses import dataclass
from ipaddress import ip_address

__all__ = ["Serving", "is_loopback"]


@dataclass(frozen=True, slots=True)
class Serving:
    """Where the ledger is, on which address it is served, and who may come in.

    `token` and `accounts` (a file) are the two ways in; with neither everybody who reaches the address is the owner,
    which is why `onrecord serve` then listens on this machine alone. `names` are the host names under which the server
    is reached; `secure` says that browsers reach it over TLS; `most_bytes` bounds what one request may bring, and
    `a_second` how many requests one address may make in the long run (0 for any number).
    """

    ledger: str
    host: str = "127.0.0.1"
    port: int = 8321
    token: str | None = None
    accounts: str | None = None
    names: tuple[str, ...] = ()
    secure: bool = False
    cors: tuple[str, ...] = ()
    most_bytes: int = 8_000_000
    a_second: float = 0.0

    @property
    def guarded(self) -> bool:
        """Must visitors say who they are?"""
        return bool(self.token or self.accounts)

    @property
    def local(self) -> bool:
        """Does it listen on this machine alone?"""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Is it an address that only this machine can reach?"""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
