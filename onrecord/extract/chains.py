"""Chains of sourcing: who is said to have said that somebody said it, from the outermost voice inwards."""

from typing import Final

from onrecord.extract.statements.content import tokens_of
from onrecord.extract.statements.draft import Draft
from onrecord.extract.voices.words import Words

__all__ = ["BINDING", "REACTIONS", "chain_of", "nest"]

_BARE: Final = 3
"""Words that an outer content may have beyond the inner statement and still say nothing of its own."""
BINDING: Final = frozenset({"agree", "promise"})
"""Acts that are told of another as a deed: "Vint said that Tal had agreed to meet" is Vint's statement."""
_HEARERS: Final = frozenset({"iobj", "obj", "obl", "obl:unmarked", "obl:tmod", "advmod"})
_TELLING: Final = frozenset({"tell", "say", "state", "write", "inform"})
REACTIONS: Final = frozenset(
    [
        "welcome",
        "hail",
        "praise",
        "regret",
        "defend",
        "oppose",
        "object",
        "protest",
        "lament",
        "mock",
        "applaud",
        "salute",
        "address",
        "review",
        "discuss",
    ]
)
"""Cues whose content is what they speak of, not what they say: who "welcomed a statement" did not pass it on."""


def nest(drafts: list[Draft], words: Words) -> None:
    """Tell every draft which others it stands inside; one that only passes another on becomes its wrapper."""
    ordered = sorted(drafts, key=lambda draft: (draft.start, -draft.end))
    open_drafts: list[Draft] = []
    for draft in ordered:
        open_drafts = [outer for outer in open_drafts if outer.end > draft.start]
        for outer in open_drafts:
            if outer is not draft and _holds(outer, draft, words):
                draft.outer.append(outer)
        open_drafts.append(draft)
    for draft in drafts:
        for outer in draft.outer:
            if _only_passes(outer, draft, words):
                outer.wrapper = True
                outer.why.append("passes another's words on")
    for draft in drafts:
        if draft.why[0].endswith("of communication") and any(_speaks_itself(outer, draft) for outer in draft.outer):
            draft.wrapper = True
        if draft.cue.act == "agree" and any(outer.cue.open and not outer.wrapper for outer in draft.outer):
            draft.wrapper = True
        draft.outer.sort(key=lambda outer: (outer.start - outer.end, outer.start))


def _speaks_itself(outer: Draft, inner: Draft) -> bool:
    """Does the outer voice speak of what it said or says itself, which is not told again?"""
    passing = outer.cue.lemma in REACTIONS or outer.cue.lemma == "according to"
    return not outer.wrapper and outer.cue.open and not passing and set(inner.voices) <= set(outer.voices)


def _holds(outer: Draft, inner: Draft, words: Words) -> bool:
    """Does the inner statement, cue and all, stand in the outer one's content?"""
    if outer.voices == inner.voices and outer.cue_tokens == inner.cue_tokens:
        return False
    if not inner.cue_tokens:
        return False
    first, last = words.start[inner.cue_tokens[0]], words.end[inner.cue_tokens[-1]]
    return (
        outer.covers(first, last)
        and outer.covers(inner.start, inner.end)
        and (outer.start, outer.end) != (inner.start, inner.end)
    )


def _only_passes(outer: Draft, inner: Draft, words: Words) -> bool:
    """Is the outer content nothing but the inner statement ("…, said Vint, Tarn News reported")?"""
    own = {token for start, end in outer.content for token in tokens_of(words, start, end)}
    own -= {token for start, end in [*inner.content, *inner.source] for token in tokens_of(words, start, end)}
    own -= {*inner.cue_tokens, *_around(words, inner)}
    said_after = bool(inner.cue_tokens) and words.start[inner.cue_tokens[0]] >= inner.end
    passed_on = said_after or (inner.cue.lemma in _TELLING and not words.quoted[inner.cue.token])
    left = [token for token in own if words.text[token].isalpha() and words.dep[token] not in ("det", "case", "mark")]
    return passed_on and len(left) <= _BARE


def _around(words: Words, inner: Draft) -> set[int]:
    """To whom and when it was said: no content of its own ("During the call, Vint told his counterpart that …")."""
    return {
        token
        for child in words.children[inner.cue.token]
        if words.dep[child] in _HEARERS and not inner.covers(words.start[child], words.end[child])
        for token in words.subtree(child)
    }


def chain_of(draft: Draft, source: int | None, tags: tuple[int, ...]) -> tuple[int, ...]:
    """The chain of one statement, outermost first and ending with its source."""
    chain: list[int] = []
    passing = [
        outer.voices[0]
        for outer in draft.outer
        if outer.voices and outer.cue.kind == "communication" and outer.cue.lemma not in REACTIONS
    ]
    for number in [*tags, *passing]:
        if number not in chain and number != source:
            chain.append(number)
    if source is not None:
        chain.append(source)
    return tuple(chain)
