"""Statements that grammar shows plainly where the reader marked none: a verb of communication with a speaker and a content."""

from typing import Final

from onrecord.extract.page import Page
from onrecord.extract.statements_content import tidy
from onrecord.extract.statements_cues import Cue, read_cue
from onrecord.extract.statements_draft import Draft, subject_of
from onrecord.extract.voices import Voices
from onrecord.extract.voices_words import Words

__all__ = ["find_missed"]

_CLAUSES: Final = ("ccomp", "parataxis")
_PLEDGING: Final = frozenset({"promise", "agree", "threaten", "refuse", "offer", "demand", "deny", "announce", "appeal", "accuse", "confirm"})
_CONFIDENCE: Final = 0.6


def find_missed(page: Page, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """Drafts for verbs of communication that no other draft has as its cue."""
    words = voices.words
    known = {token for draft in drafts for token in draft.cue_tokens}
    found = []
    for token, pos in enumerate(words.pos):
        if pos != "VERB" or token in known or words.tag[token] == "VBN" and not _finite(words, token):
            continue
        cue = read_cue(words, [token])
        if cue.kind != "communication" or any(draft.covers(words.start[token], words.end[token]) for draft in drafts):
            continue
        draft = _draft(page, voices, cue)
        if draft is not None:
            found.append(draft)
    return found


def _finite(words: Words, token: int) -> bool:
    """A participle with "has" or "had" in front of it."""
    return any(words.lemma[child] == "have" for child in words.children[token] if words.dep[child].startswith("aux"))


def _draft(page: Page, voices: Voices, cue: Cue) -> Draft | None:
    words = voices.words
    source = subject_of(words, cue.token)
    content = _content(words, cue)
    if source is None or content is None or _hedged(words, cue.token):
        return None
    numbers = voices.every(*source)
    pieces = tidy(page.text, words, [content], frozenset({cue.token}))
    if not numbers or not pieces or any(start < source[1] and source[0] < end for start, end in pieces):
        return None
    return Draft([source], [cue.token], cue, pieces, numbers, _CONFIDENCE, ["verb of communication"])


def _hedged(words: Words, token: int) -> bool:
    """Nothing was said where it "did not say", "could announce" or "is to announce"."""
    return any(
        words.dep[child].startswith("aux") and words.tag[child] == "MD" or words.lemma[child] in ("not", "n't", "never")
        for child in words.children[token]
    ) or any(words.dep[child] == "mark" and words.lower[child] in ("if", "to", "whether", "unless") for child in words.children[token])


def _content(words: Words, cue: Cue) -> tuple[int, int] | None:
    """The clause that hangs on the verb; the object too where the verb alone makes it a statement ("denied the plan")."""
    for child in words.children[cue.token]:
        dep = words.dep[child]
        if dep in _CLAUSES or (dep == "xcomp" and cue.act in _PLEDGING):
            return _extent(words, child, cue.token)
    if cue.act in _PLEDGING:
        for child in words.children[cue.token]:
            if words.dep[child] == "obj" and words.pos[child] == "NOUN":
                return _extent(words, child, cue.token)
    return None


def _extent(words: Words, top: int, verb: int) -> tuple[int, int]:
    """The stretch of a clause on its side of the verb."""
    tokens = [token for token in words.subtree(top) if (token > verb) == (top > verb)]
    return words.start[tokens[0]], words.end[tokens[-1]]


