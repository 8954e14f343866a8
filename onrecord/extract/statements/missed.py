"""Statements that grammar shows plainly where the reader marked none: verbs and nouns of communication."""

from collections.abc import Iterator

from onrecord.extract.chains import BINDING, REACTIONS
from onrecord.extract.page import Page
from onrecord.extract.statements.clauses import clause_of
from onrecord.extract.statements.content import carried_over, tidy, tokens_of, without_hearer, without_joined
from onrecord.extract.statements.cues import Cue, read_cue
from onrecord.extract.statements.draft import Draft, near_cue, passes_on, quoted_one
from onrecord.extract.statements.nouns import noun_statement
from onrecord.extract.statements.quotes import quotations
from onrecord.extract.statements.speakers import PAPERS, subject_of
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words

__all__ = ["find_missed"]

_CONFIDENCE = 0.6
_FEWEST = 2
_NOT_YET = frozenset({"if", "to", "whether", "unless", "once", "until"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_HELD = frozenset({"consider"})


def find_missed(page: Page, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """Drafts for communications that no other draft has: plain speech first, as what it holds is not told twice."""
    words = voices.words
    known = {token for draft in drafts for token in draft.cue_tokens}
    cues = [cue for cue in _cues(words) if cue.token not in known]
    told = _Told(voices, drafts)
    found: list[Draft] = []
    for plain in (True, False):
        for cue in cues:
            if cue.open is plain and (_inner(words, cue) or not told.holds(cue.token, binding=cue.act in BINDING)):
                draft = _draft(page, voices, cue)
                if draft is not None:
                    found.append(draft)
                    told.add(draft)
    found.extend(quotations(page, voices, [*drafts, *found]))
    return found


def _inner(words: Words, cue: Cue) -> bool:
    """Is this told of another with a clause of its own: "said that Tal had promised that …"?"""
    if words.pos[cue.token] != "VERB" or cue.kind != "communication":
        return False
    speakers = [child for child in words.children[cue.token] if words.dep[child] == "nsubj"]
    if not speakers or (words.quoted[cue.token] and words.pos[speakers[0]] == "PRON"):
        return False  # whom a quoted "they" means is seldom told
    clauses = {words.dep[child] for child in words.children[cue.token]} & _CLAUSES
    return bool(clauses) and cue.act != "agree" and not (cue.act in BINDING and clauses == {"xcomp"})


class _Told:
    """Which tokens stand in what somebody said; what an outlet merely passes on may still hold speech."""

    def __init__(self, voices: Voices, drafts: list[Draft]) -> None:
        self.voices = voices
        self.by = bytearray(len(voices.words))
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Take in the content of a draft."""
        words, lemma = self.voices.words, draft.cue.lemma
        behind = lemma == "say" and bool(draft.cue_tokens) and words.start[draft.cue_tokens[0]] >= draft.end
        loose = behind or lemma == "according to" or lemma in REACTIONS or passes_on(draft, self.voices)
        rank = 1 if loose else 2
        for token in tokens_of(self.voices.words, draft.start, draft.end):
            self.by[token] = max(self.by[token], rank)

    def holds(self, token: int, *, binding: bool) -> bool:
        """Does the token stand in what another said?"""
        return self.by[token] > (0 if binding else 1)


def _cues(words: Words) -> Iterator[Cue]:
    """Every word that could be the cue of a statement."""
    for token, pos in enumerate(words.pos):
        if pos not in ("VERB", "NOUN") and words.lower[token] != "according":
            continue
        if words.tag[token] == "VBN" and not _finite(words, token):
            continue
        cue = read_cue(words, [token])
        if cue.kind == "communication" or (cue.lemma in _HELD and _held_to_be(words, token)):
            yield cue


def _held_to_be(words: Words, token: int) -> bool:
    """ "considers the rebels to be thieves": a judgement of something, which must have been voiced."""
    deps = {words.dep[child] for child in words.children[token]}
    return words.tag[token] != "VBG" and "obj" in deps and bool(deps & {"xcomp", "ccomp"})


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
    if _own_line(words, cue.token, source):
        return None
    if words.pos[cue.token] == "NOUN":
        numbers = voices.every(*source)
    else:
        numbers = voices.speakers(*source) if _speaks(voices, source) else ()
    pieces = tidy(page.text, words, [content], frozenset({cue.token}))
    if pieces:
        pieces = near_cue(words, pieces, cue.token)
        pieces = without_joined(page.text, words, pieces, cue.token)
        pieces = (
            carried_over(page.text, words, pieces) if cue.open else without_hearer(words, pieces, cue.token, cue.act)
        )
    if cue.open and sum(len(page.text[start:end].split()) for start, end in pieces) < _FEWEST:
        return None
    if pieces and words.pos[tokens_of(words, *pieces[0])[-1]] == "PRON" and len(tokens_of(words, *pieces[0])) < _FEWEST:
        return None
    if not numbers or not pieces or any(start < source[1] and source[0] < end for start, end in pieces):
        return None
    why = [f"{words.pos[cue.token].lower()} of communication"]
    draft = Draft([source], [cue.token], cue, pieces, numbers, _CONFIDENCE, why)
    quoted_one(draft, voices)
    return draft


def _own_line(words: Words, cue: int, source: tuple[int, int]) -> bool:
    """Is this the outlet's own byline at the end of a line ("…, reports Tarn News")?"""
    last = tokens_of(words, *source).stop - 1
    ends = last + 1 >= len(words) or any("\n" in word for word in words.text[last : last + 2])
    return words.tag[cue] == "VBZ" and words.lemma[cue] == "report" and words.start[cue] < source[0] and ends


def _speaks(voices: Voices, source: tuple[int, int]) -> bool:
    """Is the subject itself somebody, or a paper of theirs, and not only something of theirs ("Orlavia's move")?"""
    words = voices.words
    inside = tokens_of(words, *source)
    top = next(
        (token for token in inside if words.head[token] not in inside or words.head[token] == token), inside.start
    )
    return words.lemma[top] in PAPERS or voices.at(words.start[top], words.end[top]) is not None


def _hedged(words: Words, token: int) -> bool:
    """Nothing was said where it "did not say", "could announce" or "is to announce"."""
    return any(
        (words.dep[child].startswith("aux") and words.tag[child] == "MD")
        or words.lemma[child] in ("not", "n't", "never")
        for child in words.children[token]
    ) or any(words.dep[child] == "mark" and words.lower[child] in _NOT_YET for child in words.children[token])
