"""From bytes to text, or the reason why not: never a guess that could be silently wrong.

UTF-8, or UTF-16 and UTF-32 with a byte-order mark, are certain. Anything else could be one of many encodings; English
news in Windows-1252 (which holds Latin-1) is taken where every unusual byte makes sense there, and the report says so.
"""

import codecs
import re
from typing import NamedTuple

from onrecord.errors import Refused

__all__ = ["Decoded", "decode"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a file of another kind begins with, and what a person can do about it.
MAGIC = (
    (b"BZh", "a bzip2 archive", "unpack it, or pack it as .gz or .zip"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it, or pack it as .gz or .zip"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it, or pack it as .zip"),
    (b"Rar!\x1a\x07", "a rar archive", "unpack it, or pack it as .zip"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it, or pack it as .gz"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text as .txt"),
    (b"\x89PNG", "an image", "give the text it shows as .txt"),
    (b"\xff\xd8\xff", "an image", "give the text it shows as .txt"),
    (b"GIF8", "an image", "give the text it shows as .txt"),
    (b"SQLite format 3\x00", "a database", "to open a ledger use --ledger"),
)
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b")) + b"\x7f"
# Letters, quotation marks, dashes and signs that English news printed in Windows-1252 does hold.
AT_HOME = re.compile(r"[‘’‚“”„–—…•€£§©®°·«»™\u00a0\u00adÀ-ÖØ-öø-ÿŠšŽžŒœŸ½¼¾]")
# A capital with an accent after a small letter, a low quotation mark after one, a fraction between letters, the pairs
# that UTF-8 makes, four accented letters in a row: each is another encoding misread.
MISREAD = re.compile(r"[a-z.,][À-ÖØ-Þ‚„]|[a-z][½¼¾§©®°“”‘][a-z]|[ÃÂâ][\u0080-¿‘-™€]|[À-ÿ]{4}")


class Decoded(NamedTuple):
    """A text, and what has to be said about how it was decoded (empty where nothing has)."""

    text: str
    note: str = ""


def decode(data: bytes, *, where: str) -> Decoded:
    """The text of a file: byte-order mark dropped and `\\r\\n` made `\\n`, nothing else changed. Raises Refused."""
    decoded = _decode(data, where)
    text = decoded.text.replace("\r\n", "\n")
    if not text.strip():
        raise Refused("the file is empty", where=where, hint="put the report's text into it, or leave it out")
    return Decoded(text, decoded.note)


def _decode(data: bytes, where: str) -> Decoded:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(
                _strict(data[len(mark) :], encoding, where),
                "" if encoding == "utf-8" else f"read as {encoding.upper()}",
            )
    _refuse_other_kinds(data, where)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _windows(data, error, where)


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"its byte-order mark says {encoding.upper()}, but byte {error.start} does not fit"
        raise Refused(what, where=where, hint="save it again as UTF-8") from error


def _refuse_other_kinds(data: bytes, where: str) -> None:
    for start, kind, hint in MAGIC:
        if data.startswith(start):
            raise Refused(f"this is {kind}, not text", where=where, hint=hint)
    if b"\x00" in data:
        zeros = data.count(b"\x00")
        if zeros > len(data) // 4 and min(data[::2].count(b"\x00"), data[1::2].count(b"\x00")) < zeros // 20 + 1:
            raise Refused("looks like UTF-16 without a byte-order mark", where=where, hint="save it as UTF-8")
        raise Refused("this is a binary file, not text", where=where, hint="give the report's text as .txt or .html")
    if len(data) - len(data.translate(None, CONTROL)) > len(data) // 50:
        raise Refused("this is a binary file, not text", where=where, hint="give the report's text as .txt or .html")


def _windows(data: bytes, error: UnicodeDecodeError, where: str) -> Decoded:
    hint = "save it as UTF-8"
    if re.search(rb"[\xc3\xe2][\x80-\xbf]{1,2}", data):  # some of it is UTF-8 beyond doubt: cut or damaged
        raise Refused(f"is UTF-8 but for byte {error.start}, which is broken", where=where, hint=hint)
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        raise Refused("the encoding cannot be told", where=where, hint=hint) from error
    unusual = [c for c in text if ord(c) > 127]
    if len(unusual) > len(text) // 8 or not all(AT_HOME.match(c) for c in unusual) or MISREAD.search(text):
        raise Refused("the encoding cannot be told", where=where, hint=hint) from error
    return Decoded(text, "read as Windows-1252 (Latin-1), because it is not UTF-8")
