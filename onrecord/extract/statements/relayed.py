"""Words passed on: what a speaker said stays the speaker's, whoever the report has it from."""

from typing import Final

from onrecord.extract.chains import BINDING
from onrecord.extract.page import Page
from onrecord.extract.statements.content import tidy, tokens_of
from onrecord.extract.statements.draft import Draft, passes_on
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words

__all__ = ["relay"]

_CLOSE: Final = 2
"""Tokens, a comma say, that may stand between the end of what was said and the end of what was passed on."""
_LEADING: Final = frozenset({"ROOT", "root", "parataxis", "ccomp", "dep"})
_BESIDE: Final = frozenset({"conj", "xcomp"})
_DEEPEST: Final = 6
_MARKS: Final = frozenset({",", '"', "”", "’", "''"})


def relay(page: Page, voices: Voices, drafts: list[Draft]) -> None:
    """Make a wrapper of each draft that only passes speech on: "Vint said so in a speech, according to Tarn News"."""
    words = voices.words
    ordered = sorted((draft for draft in drafts if draft.cue_tokens), key=lambda draft: draft.cue_tokens[0])
    for outer in drafts:
        if outer.cue.lemma != "according to" and not passes_on(outer, voices):
            continue
        inner = [draft for draft in ordered if draft is not outer and _stands_in(words, outer, draft)]
        for draft in inner:
            _whole(page, words, outer, draft, alone=len(inner) == 1)
        if any(_reaches(words, outer, draft) for draft in inner):
            outer.wrapper = True
            outer.why.append("passes another's words on")


def _stands_in(words: Words, outer: Draft, inner: Draft) -> bool:
    """Is the inner cue what the outer content tells, and neither quoted nor the verb of a mere circumstance?"""
    cue = inner.cue.token
    to_do = words.lower[tokens_of(words, inner.start, inner.end).start] == "to"
    if inner.cue.act == "agree" or (inner.cue.act in BINDING and to_do):
        return False  # who tells that another has promised to do something is the source of it
    if cue < 0 or not inner.voices or set(inner.voices) <= set(outer.voices) or words.quoted[cue]:
        return False
    return outer.start <= words.start[cue] < outer.end and _leads(words, cue)


def _leads(words: Words, token: int) -> bool:
    for _ in range(_DEEPEST):
        dep = words.dep[token]
        if dep in _LEADING or words.head[token] == token:
            return True
        marked = any(words.dep[child] == "mark" for child in words.children[token])
        if dep in ("advcl", "acl"):
            return words.tag[token] == "VBG" and not marked
        if dep not in _BESIDE:
            return False
        token = words.head[token]
    return False


def _reaches(words: Words, outer: Draft, inner: Draft) -> bool:
    """Does the inner statement, with its cue and source, go to the end of the outer content?"""
    last = max(inner.end, words.end[inner.cue_tokens[-1]], *(end for _, end in inner.source))
    behind = tokens_of(words, last, outer.end)
    said_behind = words.start[inner.cue_tokens[0]] >= inner.end
    return said_behind or sum(words.text[at].isalnum() for at in behind) <= _CLOSE


def _whole(page: Page, words: Words, outer: Draft, inner: Draft, *, alone: bool) -> None:
    """What stands in front of ", Vint said" is all his, from where the words passed on begin."""
    first = min([words.start[inner.cue_tokens[0]], *(start for start, _ in inner.source)])
    if not alone or inner.end > first:
        return
    before = words.ends.get(len(page.text[:first].rstrip()))
    if before is not None and words.text[before] in _MARKS:
        inner.content = tidy(page.text, words, [(outer.start, first)], frozenset(inner.cue_tokens)) or inner.content
