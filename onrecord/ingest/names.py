"""Names of files and inputs as they can be printed: a name is data, and may hold anything but a slash."""

import os

__all__ = ["shown"]


def shown(name: str) -> str:
    """A name with its unprintable characters written out (`\\x1b`), so that it cannot break a line."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace") if _half(name) else name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _half(name: str) -> bool:
    """Does the name hold bytes that are no UTF-8, which Python keeps as lone surrogates?"""
    return any("\ud800" <= c <= "\udfff" for c in name)
