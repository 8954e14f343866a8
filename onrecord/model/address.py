"""Addresses of reports: without what only follows the reader around, and in one form for each page."""

import re
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

__all__ = ["address_key", "clean_address", "is_address", "same_site"]

FRONT = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
AMP = re.compile(r"(?:/amp|\.amp(?=\.html?$))/?$")
INDEX = re.compile(r"/(?:index\.(?:html?|php))?$")
DEFAULT_PORTS = {("http", 80), ("https", 443)}


def is_address(name: str) -> bool:
    """Is it the address of something on the web, and no name of a file?"""
    return name.lower().startswith(("http://", "https://"))


def clean_address(url: str) -> str:
    """An address without tracking parameters and fragment; what cannot be taken apart stays as it is."""
    try:
        parts = urlsplit(url.strip())
        if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
            return url.strip()
        asked = parse_qsl(parts.query, keep_blank_values=True)
        kept = [(key, value) for key, value in asked if not _tracks(key)]
        query = parts.query if len(kept) == len(asked) else urlencode(kept)
        host = _host(parts.scheme, parts.hostname, parts.port)
        # stripped again, for a fragment or a parameter that went may have stood after blanks
        return urlunsplit((parts.scheme.lower(), host, parts.path, query, "")).strip()
    except ValueError:
        return url.strip()


def address_key(url: str) -> str:
    """What two addresses of one page have in common: scheme, `www.`, a phone's or AMP's version and a last slash go.

    A fragment stays: of a report's address it is left only where it sets the entries of a live blog apart.
    """
    page, _, part = url.partition("#")
    try:
        parts = urlsplit(clean_address(page))
        host = FRONT.sub("", parts.netloc)
    except ValueError:
        return url.strip()
    path = INDEX.sub("", AMP.sub("", parts.path))
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{host}{path}{f'?{query}' if query else ''}{f'#{part}' if part else ''}"


def same_site(one: str, other: str) -> bool:
    """Are two addresses of one outlet: the same host, or one within the other's domain?"""
    try:
        first, second = (FRONT.sub("", urlsplit(url).hostname or "") for url in (one, other))
    except ValueError:
        return False
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _host(scheme: str, host: str, port: int | None) -> str:
    host = f"[{host}]" if ":" in host else host
    return host if port is None or (scheme.lower(), port) in DEFAULT_PORTS else f"{host}:{port}"


def _tracks(key: str) -> bool:
    """Does a parameter only tell from where a reader came?"""
    name = key.lower()
    whole, starts = _tracking()
    return name in whole or name.startswith(starts)


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    """Names of tracking parameters, whole and as beginnings (those that end with `*` in the vocabulary)."""
    from onrecord.model.kinds import load  # here, because looking at a ledger needs no YAML

    names = str(load("addresses")["tracking"]).split()
    return (
        frozenset(name for name in names if not name.endswith("*")),
        tuple(name.removesuffix("*") for name in names if name.endswith("*")),
    )
