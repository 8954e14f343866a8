"""The words of a content as the ledger keeps them: whole quotations, no closing full stop, one piece a sentence."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import Final

from onrecord.extract.voices.words import Words

__all__ = [
    "Pieces",
    "carried_over",
    "tidy",
    "to_circumstance",
    "tokens_of",
    "whole_quotes",
    "without_hearer",
    "without_joined",
]

Pieces = list[tuple[int, int]]
_OPENING: Final = "\"“„«‘'"
_CLOSING: Final = '"”»'
_STRAY: Final = " \n\t\r,;:–—-"
_STOPS: Final = ".…"
_HEARER: Final = 6
"""Words in which the one spoken to is named, before what is said to them begins."""
_TIME: Final = 5
"""Words in which the time of saying may stand between a cue and "that"."""
_SPEECH: Final = frozenset(
    {"say", "add", "tell", "report", "warn", "note", "claim", "insist", "deny", "announce", "declare"}
)
_GOES_ON: Final = _SPEECH | {"imply", "suggest", "argue", "stress", "predict", "promise", "indicate", "signal"}
_ASIDE: Final = re.compile(r" ?[—―] ?[^—―\n“”\"]{3,120}[—―] ?| – [^–\n“”\"]{3,120} – | -- [^\n“”\"]{3,120}? -- ")
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
            for part in _without_asides(text, *piece):
                trimmed = _trim(text, *part)
                if trimmed[0] < trimmed[1] and any(letter.isalnum() for letter in text[trimmed[0] : trimmed[1]]):
                    found.append(trimmed)
    return _without_overlap(found)


def _with_lead(words: Words, start: int, taken: frozenset[int]) -> int:
    """Begin with "that" or "to" where it stands right before, or soon behind a time ("for months that …")."""
    token = words.at.get(start)
    if token is not None and words.pos[token] == "ADP" and words.lower[token] not in _LEADS:
        for at in range(token + 1, min(token + _TIME, len(words))):
            if words.lower[at] == "that" and words.dep[at] == "mark":
                return words.start[at]
    if token is None or token == 0 or token - 1 in taken:
        return start
    before = token - 1
    if words.lower[before] in _LEADS and words.dep[before] in ("mark", "aux") and words.lower[token] not in _LEADS:
        return words.start[before]
    return start


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation mark right before and right after."""
    inner = text[start:end]
    if start and text[start - 1] in '"“„«' and text[start : start + 1] not in _OPENING[:4]:
        start -= 1
    opened = inner.count("“") > inner.count("”") or text[start] in '“"„«'
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
        words.start[first]
        for first in words.begins[bisect_right(words.begins, tokens.start) : bisect_left(words.begins, tokens.stop)]
    ]
    edges = [start, *(cut for cut in cuts if text[start:cut].strip() and text[:cut].rstrip()[-1:] in '.!?…"”'), end]
    return list(pairwise(edges))


def _without_asides(text: str, start: int, end: int) -> Pieces:
    """The pieces around what the writer puts in between dashes; within quotation marks dashes are the speaker's."""
    found: Pieces = []
    for aside in _ASIDE.finditer(text, start, end):
        before = text[start : aside.start()]
        if aside.start() > start and before.count("“") <= before.count("”") and before.count('"') % 2 == 0:
            found.append((start, aside.start()))
            start = aside.end()
    return [*found, (start, end)]


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
    word = text[:end].rsplit(None, 1)[-1].lstrip('("“')
    return word.count(".") > 1 and len(word) <= 6


def _without_overlap(pieces: Pieces) -> Pieces:
    found: Pieces = []
    for start, end in sorted(pieces):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def whole_quotes(pieces: Pieces, spans: Pieces, edges: list[int]) -> Pieces:
    """Content that begins with a quotation, or breaks one off, grown to where the quotation ends.

    `spans` are the quotations of the text; nothing grows over `edges`, where cue and source begin.
    """
    found: Pieces = []
    begins = [start for start, _ in spans]
    for start, end in pieces:
        number = bisect_left(begins, max(start + 1, end)) - 1
        if number >= 0 and spans[number][0] < end < spans[number][1] and start - spans[number][0] <= 1:
            start = min(start, spans[number][0])
            end = min([spans[number][1], *(edge for edge in edges if edge >= end)])
        elif number >= 0 and start < spans[number][0] < end < spans[number][1]:
            end = min([spans[number][1], *(edge for edge in edges if edge >= end)])
        found.append((start, end))
    return found


def to_circumstance(text: str, words: Words, pieces: Pieces, cue: int) -> Pieces:
    """A thing spoken of, without the circumstance behind a comma: "defended the raid, in contrast to …"."""
    if cue < 0 or len(pieces) != 1 or pieces[0][0] < words.start[cue]:
        return pieces
    start, end = pieces[0]
    tokens = tokens_of(words, start, end)
    things = [child for child in words.children[cue] if words.dep[child] == "obj" and child in tokens]
    if (
        not things
        or words.quoted[tokens.start]
        or any(words.dep[child] in ("ccomp", "xcomp") for child in words.children[cue])
    ):
        return pieces
    for token in range(things[0], tokens.stop - 1):
        if words.text[token] == "," and words.pos[token + 1] == "ADP" and not words.quoted[token]:
            return [_trim(text, start, words.start[token])]
    return pieces


def without_joined(text: str, words: Words, pieces: Pieces, cue: int) -> Pieces:
    """Content cut where a further deed of the speaker begins: "warned of war, closed its border"."""
    if cue < 0:
        return pieces
    for child in _further(words, pieces, cue):
        first = child if words.dep[child] != "conj" else words.subtree(child)[0]
        cut = words.end[first - 1] if first else 0
        for number, (start, end) in enumerate(pieces):
            if start < cut < end and start > words.start[cue]:
                return [*pieces[:number], _trim(text, start, cut)]
    return pieces


def _further(words: Words, pieces: Pieces, cue: int) -> list[int]:
    """Verbs that "and" joins to the cue, and speech behind a bare "and": "said it was late but said it was needed"."""
    found = [
        child for child in words.children[cue] if words.dep[child] == "conj" and not words.quoted[child] and child > cue
    ]
    for start, end in pieces:
        for token in tokens_of(words, start, end):
            if _speaks_on(words, token):
                found.append(token)
            if words.lower[token] in ("and", "but") and not words.quoted[token] and token + 2 < len(words):
                verb = token + 2 if words.pos[token + 1] == "ADV" else token + 1
                if words.lemma[verb] in _SPEECH and words.tag[verb] in ("VBD", "VBZ", "VBP"):
                    found.append(token)
    return found


def _speaks_on(words: Words, token: int) -> bool:
    """A participle of speech behind a comma, with what it says: "said talks had failed, implying that …"."""
    if words.tag[token] != "VBG" or words.quoted[token] or not 0 < token < len(words) - 1:
        return False
    return words.text[token - 1] == "," and words.lower[token + 1] == "that" and words.lemma[token] in _GOES_ON


def without_hearer(words: Words, pieces: Pieces, cue: int, act: str) -> Pieces:
    """Content without the one spoken to: "urged both sides to meet" says "to meet"."""
    if cue < 0 or act in ("accuse", "assert"):
        return pieces
    start, end = pieces[0]
    hearers = [
        child
        for child in words.children[cue]
        if words.dep[child] in ("obj", "iobj") and start <= words.start[child] < end
    ]
    if not hearers or cue > hearers[0] or words.pos[hearers[0]] not in ("PROPN", "PRON", "NOUN"):
        return pieces
    for token in range(hearers[0] + 1, min(hearers[0] + _HEARER, len(words))):
        if (words.lower[token] == "to" and words.dep[token] != "mark") or words.tag[token] == "WDT":
            return pieces  # "promised an end to sanctions", "approved a law that ends them": nobody is spoken to
        if words.lower[token] in ("to", "of", "that") and words.start[token] < end:
            named = words.pos[hearers[0]] != "NOUN" or words.lower[token] != "of"
            return [(words.start[token], end), *pieces[1:]] if named else pieces
    return pieces


def carried_over(text: str, words: Words, pieces: Pieces) -> Pieces:
    """Content that goes on behind "and that" or "and would", grown to the end of its sentence."""
    start, end = pieces[-1]
    last = words.ends.get(end)
    if last is None or words.quoted[last]:
        return pieces
    at = last + 1
    while at < len(words) and words.text[at] == ",":
        at += 1
    if at + 1 >= len(words) or words.lower[at] not in ("and", "but") or words.sentence[at] != words.sentence[last]:
        return pieces
    if not (words.lower[at + 1] == "that" or words.tag[at + 1] == "MD"):
        return pieces
    stop = at + 2
    while stop < len(words) and words.sentence[stop] == words.sentence[last] and words.lemma[stop] not in _SPEECH:
        stop += 1
    return (
        [*pieces[:-1], (start, _trim(text, start, words.end[stop - 1])[1])]
        if words.lemma[min(stop, len(words) - 1)] not in _SPEECH
        else pieces
    )
