"""Short exact quotes: words of a report on one line, cut at a word where they are long, never changed."""

import re

from onrecord.brief.value import Piece
from onrecord.model.records import Statement
from onrecord.text.visible import one_line

__all__ = ["deed", "quote", "said_words", "short_id", "shorten"]

# Enough that two of a million records seldom share it; `onrecord show` takes any beginning that is one record's.
_DIGITS = 8

_TIED = re.compile(r"^(?:that|of|for|during|about|in|at|after|before|with|ahead of) (?=\S)")
_TURNED = frozenset({"deny", "doubt", "refuse"})
_PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("'", "'"), ("‘", "’"))
_EDGES = " ,;:–—-"


def shorten(words: str, limit: int) -> str:
    """The words on one line, and where they are longer than `limit` characters cut at a word and ended with `…`.

    Commas and quotation marks that lost their partner are left off at either end: the words between stay exact.
    """
    line = _bare(one_line(words))
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut
    return _bare(head.rstrip(_EDGES)) + "…"


def quote(words: str, *, limit: int = 140) -> Piece:
    """The words in quotation marks; words that are quoted as a whole in the report keep the marks they have."""
    line = shorten(words, limit)
    return Piece(line if _is_quoted(line) else f"“{line}”", "quote")


def deed(action: str) -> str:
    """What somebody undertakes, without the words that tied it to its sentence: "that we meet", "for the talks"."""
    return _TIED.sub("", action)


def said_words(statement: Statement, *, text: str = "", limit: int = 140) -> Piece:
    """The content of a statement as one quote, its pieces joined by `…`, without the `that` it may begin with.

    What is denied, doubted or refused is quoted with the word that does so, where that stands right before it in the
    report's `text`: "it has plans" by itself would read as if it were said to be so.
    """
    words = " … ".join(span.exact for span in statement.content)
    cue, first = statement.cue, statement.content[0]
    if cue is not None and statement.act in _TURNED and 0 <= first.start - cue.end <= 1 and text:
        return quote(text[cue.start : first.start] + words, limit=limit)
    return quote(words.removeprefix("that ").lstrip(), limit=limit)


def short_id(record: str) -> str:
    """The beginning of an id, `c-1a2b3c4d`, that is enough for `onrecord show`."""
    prefix, _, digits = record.partition("-")
    return f"{prefix}-{digits[:_DIGITS]}" if digits else record


def _is_quoted(line: str) -> bool:
    if len(line) < 3 or (line[0], line[-1]) not in _PAIRS:
        return False
    return not any(letter in '"“”«»' for letter in line[1:-1])


def _bare(line: str) -> str:
    """The line without what only makes sense beside words that are not there; never empty where there was something."""
    bare = line.strip(_EDGES)
    for opening, closing in _PAIRS[:3]:
        alone = bare.count(opening) % 2 == 1 if opening == closing else bare.count(opening) != bare.count(closing)
        if alone and bare.endswith(closing) and (opening == closing or bare.count(closing) > bare.count(opening)):
            bare = bare[:-1].rstrip(_EDGES)
        elif alone and bare.startswith(opening):
            bare = bare[1:].lstrip(_EDGES)
    return bare or line
