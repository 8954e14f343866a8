"""The words of a content as the ledger keeps them: whole quotations, no closing full stop, one piece a sentence of a quotation."""

from bisect import bisect_left, bisect_right
from typing import Final

from onrecord.extract.voices_words import Words

__all__ = ["Pieces", "tidy", "tokens_of", "whole_quotes"]

Pieces = list[tuple[int, int]]
_OPENING: Final = "\"“„«‘'"
_CLOSING: Final = "\"”»"
_STRAY: Final = " \n\t\r,;:–—-"
_STOPS: Final = ".…"
_LEADS: Final = frozenset({"that", "to"})


def tokens_of(words: Words, start: int, end: int) -> range:
    """The tokens that touch the characters from start to end."""
    return range(bisect_right(words.end, start), bisect_left(words.start, end))


def tidy(text: str, words: Words, pieces: Pieces, taken: frozenset[int]) -> Pieces:
    """Content pieces with their quotation marks, without stray punctuation; `taken` are tokens of cue and source."""
    found: Pieces = []
    for start, end in pieces:
        start = _with_lead(words, start, taken)
        start, end = _with_marks(text, start, end)
        for piece in _sentences(text, words, start, end):
            trimmed = _trim(text, *piece)
            if trimmed[0] < trimmed[1] and any(letter.isalnum() for letter in text[trimmed[0] : trimmed[1]]):
                found.append(trimmed)
    return _without_overlap(found)


def _with_lead(words: Words, start: int, taken: frozenset[int]) -> int:
    """Begin with "that" or "to" where it stands right before."""
    token = words.at.get(start)
    if token is None or token == 0 or token - 1 in taken:
        return start
    before = token - 1
    if words.lower[before] in _LEADS and words.dep[before] in ("mark", "aux") and words.lower[token] not in _LEADS:
        return words.start[before]
    return start


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation mark right before and right after."""
    inner = text[start:end]
    if start and text[start - 1] in "\"“„«" and text[start : start + 1] not in _OPENING[:4]:
        start -= 1
    opened = inner.count("“") > inner.count("”") or text[start] in "“\"„«"
    after = end
    while after < len(text) and text[after] in ".,!?…" and after - end < 2:
        after += 1
    if opened and after < len(text) and text[after] in _CLOSING and inner[-1:] not in _CLOSING:
        end = after + 1
    return start, end


def _sentences(text: str, words: Words, start: int, end: int) -> Pieces:
    """One piece for each sentence that the content runs over."""
    tokens = tokens_of(words, start, end)
    cuts = [
        words.start[first] for first in words.begins[bisect_right(words.begins, tokens.start) : bisect_left(words.begins, tokens.stop)]
    ]
    edges = [start, *(cut for cut in cuts if text[start:cut].strip() and text[:cut].rstrip()[-1:] in ".!?…\"”"), end]
    return list(zip(edges, edges[1:], strict=False))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _STRAY + _STOPS + ")]":
        start += 1
    while end > start and text[end - 1] in _STRAY + "([":
        end -= 1
    while end > start and text[end - 1] in _STOPS and not _abbreviated(text, end):
        end -= 1
    while start < end and text[end - 1] in _STRAY:
        end -= 1
    return start, end


def _abbreviated(text: str, end: int) -> bool:
    """Does the full stop belong to its word, as in "U.S."?"""
    word = text[:end].rsplit(None, 1)[-1].lstrip("(\"“")
    return word.count(".") > 1 and len(word) <= 6


def _without_overlap(pieces: Pieces) -> Pieces:
    found: Pieces = []
    for start, end in sorted(pieces):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def whole_quotes(pieces: Pieces, spans: Pieces) -> Pieces:
    """Content that begins with a quotation, grown to where the quotation ends; `spans` are the quotations of the text."""
    found: Pieces = []
    begins = [start for start, _ in spans]
    for start, end in pieces:
        number = bisect_left(begins, start + 1) - 1
        if number >= 0 and spans[number][0] <= start < spans[number][1]:
            quote_start, quote_end = spans[number]
            if start - quote_start <= 1 and end < quote_end:
                start, end = quote_start, quote_end
        found.append((start, end))
    return found
