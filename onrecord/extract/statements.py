"""Statements: who is on record communicating what, to whom and when, through which chain of voices."""

from collections.abc import Sequence
from typing import Final

from onrecord.extract.acts import act_of
from onrecord.extract.acts_clause import main_clause
from onrecord.extract.chains import chain_of, nest
from onrecord.extract.modes import mode_of
from onrecord.extract.page import Page
from onrecord.extract.statements_content import tokens_of
from onrecord.extract.statements_draft import Draft, draft_of, kept, quoted
from onrecord.extract.statements_missed import find_missed
from onrecord.extract.statements_quotes import quotes
from onrecord.extract.statements_tags import headline_tags, tags_of
from onrecord.extract.voices import Voices
from onrecord.extract.voices_words import Words
from onrecord.model.reading import FoundStatement, TimeExpression
from onrecord.model.span import Span

__all__ = ["find_statements"]

_NEIGHBOURS: Final = 6
_ALIKE: Final = 0.6
_TOLD: Final = frozenset({"obj", "iobj", "obl", "obl:arg"})
_HEARERS: Final = frozenset({"tell", "inform", "assure", "warn", "urge", "ask", "remind", "brief", "notify", "advise", "order", "beg", "press",
                             "promise", "call on", "call upon", "accuse", "blame", "write", "speak", "reassure", "threaten", "invite", "request"})  # fmt: skip


def find_statements(page: Page, voices: Voices, times: Sequence[TimeExpression]) -> tuple[FoundStatement, ...]:
    """The statements of one report in text order, one for each source and cue."""
    words = voices.words
    spans = [(words.start[first], words.end[stop - 1]) for first, stop in quotes(words)]
    drafts = [draft for attribution in page.attributions if (draft := draft_of(page, voices, attribution, spans)) is not None]
    drafts = [draft for draft in drafts if kept(draft, voices)]
    drafts.extend(find_missed(page, voices, drafts))
    drafts.extend(headline_tags(page, voices, drafts))
    drafts = _apart(drafts)
    nest(drafts, words)
    clock = _Clock(words, times)
    found = [statement for draft in drafts if not draft.wrapper for statement in _statements(page, voices, draft, clock)]
    return tuple(sorted(found, key=lambda one: (one.content[0].start, one.content[-1].end, one.source is None, one.source or 0)))


def _apart(drafts: list[Draft]) -> list[Draft]:
    """The drafts without repeats: of two with one cue, or with one source and nearly the same words, the surer one."""
    found: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, draft.end, -draft.confidence)):
        rival = next((other for other in reversed(found[-_NEIGHBOURS:]) if _same(draft, other)), None)
        if rival is None:
            found.append(draft)
        elif draft.confidence > rival.confidence:
            found[found.index(rival)] = draft
    return found


def _same(one: Draft, other: Draft) -> bool:
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one.content for c, d in other.content)
    size = min(sum(b - a for a, b in draft.content) for draft in (one, other))
    alike = shared > _ALIKE * size
    return alike and (one.cue.token == other.cue.token or bool(set(one.voices) & set(other.voices)) and not one.cue_tokens)


def _statements(page: Page, voices: Voices, draft: Draft, clock: "_Clock") -> list[FoundStatement]:
    words = voices.words
    content = tuple(page.span(start, end) for start, end in draft.content)
    text = " ".join(piece.exact for piece in content)
    inside = quoted(words, draft)
    numbers: tuple[int | None, ...] = draft.voices or (None,)
    clause = main_clause(page.text, voices, draft.content, draft.voices)
    act, rule = act_of(draft.cue.act, text, clause, open_cue=draft.cue.open)
    return [
        FoundStatement(
            source=number,
            source_span=_span(page, draft.source),
            chain=chain_of(draft, number, voices, tags_of(page, voices, draft)),
            cue=_cue(page, words, draft),
            content=content,
            mode=mode_of([piece.exact for piece in content], quoted=inside),
            act=act,
            addressee=_addressee(voices, draft),
            said=clock.said(draft),
            confidence=round(draft.confidence * (1.0 if number is not None else 0.6), 3),
            why=(*draft.why, f"act: {rule}", f"cue: {draft.cue.lemma}" if draft.cue.lemma else "no cue"),
        )
        for number in numbers
    ]


def _span(page: Page, pieces: list[tuple[int, int]]) -> Span | None:
    return page.span(*pieces[0]) if pieces else None


def _cue(page: Page, words: Words, draft: Draft) -> Span | None:
    if not draft.cue_tokens:
        return None
    return page.span(words.start[draft.cue_tokens[0]], words.end[draft.cue_tokens[-1]])


def _addressee(voices: Voices, draft: Draft) -> int | None:
    """To whom it was said: "told the envoy", "in a letter to the envoy"."""
    words, cue = voices.words, draft.cue
    if cue.token < 0:
        return None
    for child in words.children[cue.token]:
        if words.dep[child] not in _TOLD or _inside(words, draft, child):
            continue
        case = {words.lower[below] for below in words.children[child] if words.dep[below] == "case"}
        direct = not case and cue.lemma in _HEARERS and words.dep[child] in ("obj", "iobj")
        if direct or case & {"to"} or (case & {"on", "upon"} and cue.lemma.startswith("call")):
            number = voices.at(words.start[child], words.end[child])
            if number is not None and number not in draft.voices:
                return number
    return None


def _inside(words: Words, draft: Draft, token: int) -> bool:
    return any(start <= words.start[token] < end for start, end in draft.content)


class _Clock:
    """Which time expression belongs to a cue."""

    def __init__(self, words: Words, times: Sequence[TimeExpression]) -> None:
        self.words = words
        self.at = {token: time for time in times for token in tokens_of(words, time.span.start, time.span.end)}

    def said(self, draft: Draft) -> TimeExpression | None:
        """The time that hangs on the cue itself: "said on Tuesday", not one inside the content."""
        cue, words = draft.cue.token, self.words
        if cue < 0 or not self.at:
            return None
        for child in words.children[cue]:
            if words.dep[child].startswith(("obl", "nmod", "advmod", "obj")):
                for token in (child, *words.children[child]):
                    if token in self.at and not _inside(words, draft, token):
                        return self.at[token]
        for token in (cue + 1, cue + 2, cue - 1, cue - 2):
            if token in self.at and not _inside(words, draft, token) and words.sentence[token] == words.sentence[cue]:
                return self.at[token]
        return None
