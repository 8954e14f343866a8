"""Attributions with their level: how many voices a report has each one from."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Final

from onrecord.extract.chains import chain_of
from onrecord.extract.page import Page
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.find import drafts_of
from onrecord.extract.statements.tags import tags_of
from onrecord.extract.voices.find import Voices, find_voices
from onrecord.model.attribution import Attribution

__all__ = ["Nested", "levelled", "nested"]

_FARTHEST: Final = 4000
"""Characters over which the words of one voice may go on."""


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution and the voices it comes through, outermost first; empty where nobody is known."""

    attribution: Attribution
    chain: tuple[int, ...]


def levelled(page: Page) -> tuple[Attribution, ...]:
    """The reader's attributions with their levels, and the inner ones that grammar shows, in text order."""
    return tuple(one.attribution for one in nested(page, find_voices(page)))


def nested(page: Page, voices: Voices) -> tuple[Nested, ...]:
    """The same with the chain of each; beliefs and attitudes have one too where somebody said that they are held."""
    drafts = drafts_of(page, voices)
    found = [_nested(voices, draft, drafts) for draft in drafts]
    found = [one for draft, one in zip(drafts, found, strict=True) if draft.read or one.attribution.level]
    taken = {id(draft.read) for draft in drafts}
    ordered = sorted(drafts, key=lambda draft: draft.start)
    rest = [one for one in page.attributions if id(one) not in taken]
    found += [Nested(replace(one, level=_depth(one, ordered)), ()) for one in rest]
    return tuple(sorted(found, key=lambda one: (min(_starts(one.attribution)), one.attribution.level)))


def _nested(voices: Voices, draft: Draft, drafts: list[Draft]) -> Nested:
    words = voices.words
    chain = chain_of(draft, draft.voices[0] if draft.voices else None, tags_of(voices, draft))
    level = max(len(chain) - 1, 0) if draft.voices else len(chain)
    cue = tuple((words.start[token], words.end[token]) for token in draft.cue_tokens)
    made = Attribution(tuple(draft.source), cue, tuple(draft.content), 0, draft.confidence)
    return Nested(replace(draft.read or made, level=level), chain)


def _depth(attribution: Attribution, ordered: list[Draft]) -> int:
    """In how many others' words an attribution stands that is no statement itself."""
    start, end = min(_starts(attribution)), max(end for _, end in (*attribution.cue, *attribution.content))
    first = bisect_left(ordered, start - _FARTHEST, key=lambda draft: draft.start)
    last = bisect_right(ordered, start, key=lambda draft: draft.start)
    return sum(draft.covers(start, end) for draft in ordered[first:last])


def _starts(attribution: Attribution) -> list[int]:
    return [start for start, _ in (*attribution.source, *attribution.cue, *attribution.content)]
