"""The guard at the door: names are looked up here, and only a public machine's very address is connected to.

Looking a name up, deciding, and then handing the name to a library that looks it up again would leave a gap in which it
can come to mean another machine (DNS rebinding). Here the number that was judged is the number that is called.
"""

import ipaddress
import socket
from collections.abc import Collection, Iterable
from time import monotonic

import httpcore2 as httpcore

__all__ = ["ForbiddenError", "PublicOnly", "is_public"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # an IPv4 address in the clothes of an IPv6 one


class ForbiddenError(Exception):
    """A machine that is not public: this one, one of the house, or one that hands out a cloud's secrets."""


def is_public(number: str) -> bool:
    """Is an IP address one of the public internet? Those of IPv4 inside IPv6 are judged as what they mean."""
    try:
        address: Address = ipaddress.ip_address(number.split("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast


class PublicOnly(httpcore.NetworkBackend):
    """Connects to public machines only, and to the `allowed` hosts; every connection has a time by which it ends."""

    def __init__(self, allowed: Collection[str] = (), *, seconds: float = 60.0) -> None:
        self._allowed = frozenset(host.lower() for host in allowed)
        self._seconds = seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host by one of its addresses. Raises `ForbiddenError` where one of them is not public."""
        last: Exception | None = None
        for number in self._numbers(host, port):
            try:
                connected = httpcore.SyncBackend().connect_tcp(number, port, timeout, local_address, socket_options)
                return Ending(connected, monotonic() + self._seconds)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last or httpcore.ConnectError("the name leads nowhere")

    def _numbers(self, host: str, port: int) -> list[str]:
        """The addresses of a host, in the order of the system."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the name is not known") from error
        numbers = list(dict.fromkeys(str(one[4][0]) for one in found))
        if host.lower() not in self._allowed and not all(is_public(number) for number in numbers):
            raise ForbiddenError(host)
        return numbers


class Ending(httpcore.NetworkStream):
    """A connection that ends at a time: a server that sends a byte now and then cannot hold us."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream, self._until = stream, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read some bytes."""
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write bytes."""
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(self, ssl_context, server_hostname=None, timeout=None):  # type: ignore[no-untyped-def]
        """Go on encrypted; the certificate must be that of the host's name."""
        return Ending(self._stream.start_tls(ssl_context, server_hostname, self._left(timeout)), self._until)

    def get_extra_info(self, info: str) -> object:
        """What is known of the connection."""
        return self._stream.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self._until - monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("it took too long")
        return left if timeout is None else min(timeout, left)
