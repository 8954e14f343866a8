"""Quotations: whole from mark to mark, with the words beside them that say whose they are."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from onrecord.extract.page import Page
from onrecord.extract.statements_content import Pieces, tidy
from onrecord.extract.statements_cues import Cue, read_cue
from onrecord.extract.statements_draft import Draft, subject_of
from onrecord.extract.voices import Voices
from onrecord.extract.voices_words import Words

__all__ = ["quotations", "quotes"]

_SHORTEST: Final = 5
_CONFIDENCE: Final = 0.65
_LOOSE: Final = 6
"""Words that may stand between a cue and the quotation that goes on ("… told reporters at the palace")."""
_CARRIED_ON: Final = 0.5
_OPENS: Final = frozenset({"“", "„", "«", '"', "``"})
_CLOSES: Final = frozenset({"”", "»", '"', "''"})


def quotes(words: Words) -> Iterator[tuple[int, int]]:
    """Tokens of every quotation with its marks; one left open ends with its paragraph."""
    opened = -1
    for token, word in enumerate(words.text):
        if opened < 0 and word in _OPENS:
            opened = token
        elif opened >= 0 and (word in _CLOSES or "\n" in word):
            yield opened, token if "\n" in word else token + 1
            opened = -1
        elif opened >= 0 and word in _OPENS:
            opened = token
    if opened >= 0:
        yield opened, len(words)


def quotations(page: Page, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """Drafts for quotations that stand in no content yet: with the verb beside them, or carried on from the paragraph before."""
    words, found = voices.words, []
    covered = sorted(piece for draft in drafts for piece in draft.content)
    for first, stop in quotes(words):
        span = words.start[first], words.end[stop - 1]
        long_enough = sum(words.text[token].isalpha() for token in range(first, stop)) >= _SHORTEST
        if not long_enough or any(start < span[1] and span[0] < end for start, end in covered):
            continue
        cut = _tag_inside(words, first, stop)
        content = tidy(page.text, words, [span if cut is None else (span[0], words.end[cut[0] - 1])], frozenset())
        if content and cut is None and _goes_on(words, first, content, [*drafts, *found]):
            continue
        verb = _verb_beside(words, first, stop) if cut is None else cut[1]
        draft = None if verb is None or not content else _spoken(voices, verb, content)
        draft = draft or (_carried_on(words, first, stop, content, [*drafts, *found]) if content else None)
        if draft is not None:
            found.append(draft)
    return found


def _tag_inside(words: Words, first: int, stop: int) -> tuple[int, Cue] | None:
    """Where a quotation whose closing mark was forgotten is ended by ", the envoy said"."""
    if words.text[stop - 1] in _CLOSES:
        return None
    for token in range(stop - 1, first, -1):
        if words.pos[token] == "VERB" and words.sentence[token] == words.sentence[stop - 1]:
            cue = read_cue(words, [token])
            subject = next((child for child in words.children[token] if words.dep[child] == "nsubj"), None)
            if cue.kind == "communication" and cue.open and subject is not None:
                at = min(token, words.subtree(subject)[0])
                if words.text[at - 1] == "," and at - 1 > first:
                    return at - 1, cue
    return None


def _goes_on(words: Words, first: int, content: Pieces, drafts: list[Draft]) -> bool:
    """A quotation right behind "…,” the envoy said." belongs to the same words of the envoy; it is added to them."""
    before = [draft for draft in drafts if draft.cue_tokens and draft.cue_tokens[-1] < first and draft.start < content[0][0]]
    if not before:
        return False
    draft = max(before, key=lambda draft: draft.cue_tokens[-1])
    sentence = words.sentence[first]
    tail = [*draft.cue_tokens, *(token for token in (words.ends.get(end) for _, end in [*draft.source, *draft.content]) if token)]
    gap = range(max(tail) + 1, first)
    between = [token for token in gap if words.text[token].isalnum()]
    quoted = any(words.text[token] in _CLOSES for token in (words.ends.get(draft.content[0][1]),) if token is not None)
    left_open = "\n" in "".join(words.text[token] for token in gap)
    if not quoted or len(between) > _LOOSE or sentence - words.sentence[draft.cue_tokens[-1]] > 1:
        return False
    if left_open and words.text[max(tail)] in _CLOSES:
        return False
    if left_open and len(between) > 0:
        return False
    draft.content.extend(content)
    return True


def _verb_beside(words: Words, first: int, stop: int) -> Cue | None:
    """The verb of communication right behind or before a quotation, outside of it."""
    for token in [*range(stop, min(stop + 8, len(words))), *range(first - 1, max(first - 9, -1), -1)]:
        if words.pos[token] == "VERB" and not words.quoted[token]:
            cue = read_cue(words, [token])
            same = words.sentence[token] in (words.sentence[stop - 1], words.sentence[first], words.sentence[min(stop, len(words) - 1)])
            if cue.kind == "communication" and same:
                return cue
        if "\n" in words.text[token] and token > stop:
            break
    return None


def _spoken(voices: Voices, cue: Cue, content: Pieces) -> Draft | None:
    source = subject_of(voices.words, cue.token)
    numbers = () if source is None else voices.every(*source)
    if source is None or not numbers:
        return None
    return Draft([source], [cue.token], cue, content, numbers, _CONFIDENCE, ["quotation with a verb beside it"])


def _carried_on(words: Words, first: int, stop: int, content: Pieces, drafts: list[Draft]) -> Draft | None:
    """A paragraph that is all quotation goes on from the one before, whose speaker goes on speaking."""
    starts = first == 0 or "\n" in words.text[first - 1]
    ends = stop == len(words) or "\n" in words.text[stop]
    before = [draft for draft in drafts if draft.voices and draft.end <= content[0][0]]
    if not starts or not ends or not before:
        return None
    last = max(before, key=lambda draft: draft.end)
    if words.sentence[first] - words.sentence[_token(words, last.end)] > 2:
        return None
    cue = Cue("communication", "assert", True, -1, "")
    return Draft([], [], cue, content, last.voices[:1], _CARRIED_ON, ["quotation that goes on"])


def _token(words: Words, end: int) -> int:
    return max(0, bisect_left(words.end, end))
