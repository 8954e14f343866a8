"""The encoding that a server or a page says it is in, which counts where the bytes are not UTF-8."""

import codecs
import re

__all__ = ["charset_of", "declared"]

NAMED = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
SAME = {"utf-8", "ascii", "iso8859-1", "cp1252"}  # Latin-1 on the web means Windows-1252, which is tried anyway


def charset_of(content_type: str) -> str:
    """The encoding in a header such as `text/html; charset=windows-1251`; empty where there is none of a known name."""
    found = NAMED.search(content_type)
    return found[1].lower() if found and _known(found[1]) else ""


def declared(data: bytes, charset: str) -> str:
    """The encoding other than UTF-8 and Latin-1 in which a page says it is, by its server or else by itself; or ''."""
    named = charset or charset_of(data[:4096].decode("ascii", "replace"))
    return named if named and codecs.lookup(named).name not in SAME else ""


def _known(name: str) -> bool:
    try:
        return bool(codecs.lookup(name)._is_text_encoding)
    except (LookupError, ValueError):
        return False
