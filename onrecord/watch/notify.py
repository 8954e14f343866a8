"""Telling systemd how we are (sd_notify): ready, alive, about to stop."""

import socket

__all__ = ["tell_systemd"]


def tell_systemd(words: str, address: str | None) -> None:
    """Send a message such as `READY=1` to the socket that systemd named; nothing where it named none."""
    if not address:
        return
    path = "\0" + address[1:] if address.startswith("@") else address
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.sendto(words.encode(), path)
    except OSError:
        return  # a supervisor that has gone is no reason to stop
