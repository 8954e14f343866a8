"""Quotations: whole from mark to mark, with the words beside them that say whose they are."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import Final

from onrecord.extract.page import Page
from onrecord.extract.statements.content import Pieces, tidy, tokens_of
from onrecord.extract.statements.cues import Cue, read_cue
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.speakers import subject_of
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words

__all__ = ["quotations", "quotes"]

_SHORTEST: Final = 5
_CONFIDENCE: Final = 0.65
_APART: Final = 2
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


class _Before:
    """The drafts in text order, asked for the last one before a place."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.by_cue = sorted((draft for draft in drafts if draft.cue_tokens), key=_last_cue)
        self.by_end = sorted((draft for draft in drafts if draft.voices), key=_end)

    def add(self, draft: Draft) -> None:
        """A further draft."""
        if draft.cue_tokens:
            insort(self.by_cue, draft, key=_last_cue)
        insort(self.by_end, draft, key=_end)

    def cue(self, token: int) -> Draft | None:
        """The draft whose cue is the last before a token."""
        at = bisect_left(self.by_cue, token, key=_last_cue)
        return self.by_cue[at - 1] if at else None

    def content(self, place: int) -> Draft | None:
        """The draft whose content is the last to end before a character."""
        at = bisect_left(self.by_end, place + 1, key=_end)
        return self.by_end[at - 1] if at else None


def _last_cue(draft: Draft) -> int:
    return draft.cue_tokens[-1]


def _end(draft: Draft) -> int:
    return draft.end


def quotations(page: Page, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """Drafts for quotations that stand in no content yet: with the verb beside them, or carried on from before."""
    words, found, before = voices.words, [], _Before(drafts)
    covered = bytearray(len(words))
    for draft in drafts:
        for start, end in draft.content:
            tokens = tokens_of(words, start, end)
            covered[tokens.start : tokens.stop] = bytes([1]) * len(tokens)
    for first, stop in quotes(words):
        if any(covered[first:stop]):
            continue
        cut = _tag_inside(words, first, stop)
        last = words.end[stop - 1] if cut is None else words.end[cut[0] - 1]
        content = tidy(page.text, words, [(words.start[first], last)], frozenset())
        if not content or (cut is None and _goes_on(words, first, content, before.cue(first))):
            continue
        if sum(words.text[token].isalpha() for token in range(first, stop)) < _SHORTEST:
            continue
        cue = _verb_beside(words, first, stop) if cut is None else cut[1]
        draft_found = None if cue is None else _spoken(voices, cue, content)
        draft_found = draft_found or _carried_on(words, first, stop, content, before.content(content[0][0]))
        if draft_found is not None:
            found.append(draft_found)
            before.add(draft_found)
    return found


def _tag_inside(words: Words, first: int, stop: int) -> tuple[int, Cue] | None:
    """Where a quotation whose closing mark was forgotten is ended by ", the envoy said"."""
    if words.text[stop - 1] in _CLOSES:
        return None
    for token in range(stop - 1, first, -1):
        if words.sentence[token] != words.sentence[stop - 1]:
            break
        if words.pos[token] == "VERB" and words.sentence[token] == words.sentence[stop - 1]:
            cue = read_cue(words, [token])
            subject = next((child for child in words.children[token] if words.dep[child] == "nsubj"), None)
            if cue.kind == "communication" and cue.open and subject is not None:
                at = min(token, words.subtree(subject)[0])
                if words.text[at - 1] == "," and at - 1 > first:
                    return at - 1, cue
    return None


def _goes_on(words: Words, first: int, content: Pieces, draft: Draft | None) -> bool:
    """A quotation right behind "…,” the envoy said." belongs to the same words of the envoy; it is added to them."""
    if draft is None or draft.start >= content[0][0]:
        return False
    closing = words.ends.get(draft.content[0][1])
    ends = [words.ends.get(end) for _, end in [*draft.source, *draft.content]]
    last = max([*draft.cue_tokens, *(token for token in ends if token is not None)])
    gap = range(last + 1, first)
    loose = sum(words.text[token].isalnum() for token in gap)
    new_line = any("\n" in words.text[token] for token in gap)
    if closing is None or words.text[closing] not in _CLOSES or loose > _LOOSE:
        return False
    if words.sentence[first] - words.sentence[draft.cue_tokens[-1]] > 1 or (
        new_line and (loose or words.text[last] in _CLOSES)
    ):
        return False
    draft.content.extend(content)
    return True


def _verb_beside(words: Words, first: int, stop: int) -> Cue | None:
    """The verb of communication right behind or before a quotation, outside of it."""
    for token in [*range(stop, min(stop + 8, len(words))), *range(first - 1, max(first - 9, -1), -1)]:
        if words.pos[token] == "VERB" and not words.quoted[token]:
            cue = read_cue(words, [token])
            same = words.sentence[token] in (
                words.sentence[stop - 1],
                words.sentence[first],
                words.sentence[min(stop, len(words) - 1)],
            )
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


def _carried_on(words: Words, first: int, stop: int, content: Pieces, before: Draft | None) -> Draft | None:
    """A paragraph that is all quotation goes on from the one before, whose speaker goes on speaking."""
    starts = first == 0 or "\n" in words.text[first - 1]
    ends = stop == len(words) or "\n" in words.text[stop]
    if before is None or not starts or not ends:
        return None
    if words.sentence[first] - words.sentence[_token(words, before.end)] > _APART:
        return None
    cue = Cue("communication", "assert", True, -1, "")
    return Draft([], [], cue, content, before.voices[:1], _CARRIED_ON, ["quotation that goes on"])


def _token(words: Words, end: int) -> int:
    return max(0, bisect_left(words.end, end))
