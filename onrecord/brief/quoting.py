"""Short exact quotes: words of a report on one line, cut at a word where they are long, never changed."""

from onrecord.brief.value import Piece
from onrecord.text.visible import one_line

__all__ = ["quote", "shorten"]

_OPENING, _CLOSING = "\"“«'‘", "\"”»'’"


def shorten(words: str, limit: int) -> str:
    """The words on one line, and where they are longer than `limit` characters cut at a word and ended with `…`."""
    line = one_line(words)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut
    return head.rstrip(" ,;:–-") + "…"


def quote(words: str, *, limit: int = 140) -> Piece:
    """The words in quotation marks; words that are quoted as a whole in the report keep the marks they have."""
    line = shorten(words, limit)
    return Piece(line if _is_quoted(line) else f"“{line}”", "quote")


def _is_quoted(line: str) -> bool:
    if len(line) < 3 or line[0] not in _OPENING or line[-1] != _CLOSING[_OPENING.index(line[0])]:
        return False
    return not any(letter in '"“”«»' for letter in line[1:-1])
