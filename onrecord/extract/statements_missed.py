"""Statements that grammar shows plainly where the reader marked none: verbs, nouns and tags of communication with a speaker."""

from collections.abc import Iterator

from onrecord.extract.page import Page
from onrecord.extract.statements_clauses import clause_of
from onrecord.extract.statements_content import carried_over, tidy, without_hearer, without_joined
from onrecord.extract.statements_cues import Cue, read_cue
from onrecord.extract.statements_draft import Draft, passes_on, subject_of
from onrecord.extract.statements_nouns import noun_statement
from onrecord.extract.statements_quotes import quotations
from onrecord.extract.voices import Voices
from onrecord.extract.voices_words import Words

__all__ = ["find_missed"]

_CONFIDENCE = 0.6


def find_missed(page: Page, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """Drafts for communications that no other draft has: plain speech first, so that what it holds is not told twice."""
    words = voices.words
    known = {token for draft in drafts for token in draft.cue_tokens}
    cues = [cue for cue in _cues(words) if cue.token not in known]
    found: list[Draft] = []
    for plain in (True, False):
        for cue in cues:
            if cue.open is plain and not _told(voices, cue.token, [*drafts, *found], plain=plain):
                draft = _draft(page, voices, cue)
                if draft is not None:
                    found.append(draft)
    found.extend(quotations(page, voices, [*drafts, *found]))
    return found


def _cues(words: Words) -> Iterator[Cue]:
    """Every word that could be the cue of a statement."""
    for token, pos in enumerate(words.pos):
        if pos not in ("VERB", "NOUN") and words.lower[token] != "according":
            continue
        if words.tag[token] == "VBN" and not _finite(words, token):
            continue
        cue = read_cue(words, [token])
        if cue.kind == "communication":
            yield cue


def _told(voices: Voices, token: int, drafts: list[Draft], *, plain: bool) -> bool:
    """Does the word stand in what somebody else said? What an outlet passes on may hold plain speech of its own."""
    words = voices.words
    return any(
        draft.start <= words.start[token] < draft.end and not (plain and passes_on(draft, voices)) for draft in drafts
    )


def _finite(words: Words, token: int) -> bool:
    """A participle with "has" or "had" in front of it, or joined to one that has."""
    if words.dep[token] == "conj":
        return words.pos[words.head[token]] == "VERB"
    return any(words.lemma[child] == "have" for child in words.children[token] if words.dep[child].startswith("aux"))


def _draft(page: Page, voices: Voices, cue: Cue) -> Draft | None:
    words = voices.words
    if words.pos[cue.token] == "NOUN":
        parts = noun_statement(voices, cue)
    else:
        source, content = subject_of(words, cue.token), clause_of(words, cue)
        parts = None if source is None or content is None or _hedged(words, cue.token) else (source, content)
    if parts is None:
        return None
    source, content = parts
    numbers = voices.every(*source)
    pieces = tidy(page.text, words, [content], frozenset({cue.token}))
    if pieces:
        pieces = without_joined(page.text, words, pieces, cue.token)
        pieces = carried_over(page.text, words, pieces) if cue.open else without_hearer(words, pieces, cue.token, cue.act)
    if not numbers or not pieces or any(start < source[1] and source[0] < end for start, end in pieces):
        return None
    return Draft([source], [cue.token], cue, pieces, numbers, _CONFIDENCE, [f"{words.pos[cue.token].lower()} of communication"])


def _hedged(words: Words, token: int) -> bool:
    """Nothing was said where it "did not say", "could announce" or "is to announce"."""
    return any(
        (words.dep[child].startswith("aux") and words.tag[child] == "MD") or words.lemma[child] in ("not", "n't", "never")
        for child in words.children[token]
    ) or any(words.dep[child] == "mark" and words.lower[child] in ("if", "to", "whether", "unless") for child in words.children[token])
