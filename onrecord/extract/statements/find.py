"""Statements: who is on record communicating what, to whom and when, through which chain of voices."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.extract.acts.clause import main_clauses
from onrecord.extract.acts.find import Shown, act_of
from onrecord.extract.chains import chain_of, nest
from onrecord.extract.modes import mode_of
from onrecord.extract.page import Page
from onrecord.extract.statements.content import tokens_of
from onrecord.extract.statements.cues import asked
from onrecord.extract.statements.draft import Draft, draft_of, kept, passes_on, quoted
from onrecord.extract.statements.missed import find_missed
from onrecord.extract.statements.quotes import quotes
from onrecord.extract.statements.reasons import reasons
from onrecord.extract.statements.relayed import relay
from onrecord.extract.statements.tags import tags_of, with_headline
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words
from onrecord.model.reading import FoundStatement, TimeExpression
from onrecord.model.span import Span

__all__ = ["drafts_of", "find_statements"]

_HEARER: Final = 6
_NAMING: Final = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ"})
_LINE: Final = 400
_NEIGHBOURS: Final = 6
_ALIKE: Final = 0.6
_TOLD: Final = frozenset({"obj", "iobj", "obl", "obl:arg"})
_WRITTEN: Final = frozenset({"letter", "message", "note", "cable", "telegram", "email", "e-mail", "memo", "memorandum"})
_SPOKEN: Final = frozenset({"interview", "call", "conversation", "remark", "comment", "testimony"})
_SPEAKING: Final = frozenset({"speak", "talk", "write"})
_HEARERS: Final = frozenset(
    {"tell", "inform", "assure", "warn", "urge", "ask", "remind", "brief", "notify", "advise", "order", "beg", "press",
     "promise", "call on", "call upon", "accuse", "blame", "write", "speak", "reassure", "threaten", "invite",
     "request"}
)  # fmt: skip


def find_statements(page: Page, voices: Voices, times: Sequence[TimeExpression]) -> tuple[FoundStatement, ...]:
    """The statements of one report in text order, one for each source and cue."""
    words = voices.words
    drafts = drafts_of(page, voices)
    tags = {id(draft): tags_of(voices, draft) for draft in drafts}
    passing = {token for draft in drafts for token in draft.passed_by if not draft.wrapper}
    clock = _Clock(words, times)
    found = [
        statement
        for draft in drafts
        if not draft.wrapper and draft.cue.token not in passing
        for statement in _statements(page, voices, draft, tags[id(draft)], clock)
    ]
    return tuple(
        sorted(found, key=lambda one: (one.content[0].start, one.content[-1].end, one.source is None, one.source or 0))
    )


def drafts_of(page: Page, voices: Voices) -> list[Draft]:
    """All that is said in a report, what is only passed on included, each knowing what it stands inside."""
    words = voices.words
    spans = [(words.start[first], words.end[stop - 1]) for first, stop in quotes(words)]
    drafts = [
        draft for attribution in page.attributions if (draft := draft_of(page, voices, attribution, spans)) is not None
    ]
    drafts = [draft for draft in drafts if kept(draft, voices)]
    drafts.extend(find_missed(page, voices, drafts))
    drafts = with_headline(page, voices, drafts)
    drafts = _apart(drafts, page, voices)
    relay(page, voices, drafts)
    nest(drafts, words)
    return drafts


def _apart(drafts: list[Draft], page: Page, voices: Voices) -> list[Draft]:
    """The drafts without repeats: of two with one cue, or with one source and nearly the same words, the surer one."""
    found: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, draft.end, -draft.confidence)):
        rival = next((other for other in reversed(found[-_NEIGHBOURS:]) if _same(draft, other, voices)), None)
        if rival is None:
            found.append(draft)
        elif _better(draft, rival, voices):
            found[found.index(rival)] = draft
    return _printed_once(found, page)


def _same(one: Draft, other: Draft, voices: Voices) -> bool:
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one.content for c, d in other.content)
    sizes = [sum(b - a for a, b in draft.content) for draft in (one, other)]
    if shared <= _ALIKE * min(sizes):
        return False
    nearly = shared > _ALIKE * max(sizes)
    if one.cue.token == other.cue.token or (
        nearly and set(one.voices) & set(other.voices) and _beside(one, other, voices)
    ):
        return True
    return nearly and passes_on(one, voices) != passes_on(other, voices)


def _beside(one: Draft, other: Draft, voices: Voices) -> bool:
    """Do the cues stand in one sentence? "Said" and "added" in two sentences are two statements."""
    numbers = {voices.words.sentence[draft.cue.token] for draft in (one, other) if draft.cue.token >= 0}
    return len(numbers) < 2


def _better(draft: Draft, rival: Draft, voices: Voices) -> bool:
    if passes_on(draft, voices) != passes_on(rival, voices):
        return passes_on(rival, voices)
    return (bool(draft.voices), draft.confidence) > (bool(rival.voices), rival.confidence)


def _printed_once(drafts: list[Draft], page: Page) -> list[Draft]:
    """A line that is printed twice, as headlines are, is told once."""
    seen: set[tuple[str, str]] = set()
    found: list[Draft] = []
    for draft in drafts:
        first = page.text.rfind("\n", max(0, draft.start - _LINE), draft.start) + 1
        if not first and draft.start > _LINE:  # no line begins near: this is no headline
            found.append(draft)
            continue
        last = page.text.find("\n", draft.end, draft.end + _LINE)
        key = (page.text[first : last if last >= 0 else draft.end].strip(), page.text[draft.start : draft.end])
        if not first or key not in seen or any(other.start == draft.start for other in found[-_NEIGHBOURS:]):
            found.append(draft)
        seen.add(key)
    return found


def _statements(
    page: Page, voices: Voices, draft: Draft, tags: tuple[int, ...], clock: "_Clock"
) -> list[FoundStatement]:
    words = voices.words
    content = tuple(page.span(start, end) for start, end in draft.content)
    text = " ".join(piece.exact for piece in content)
    inside = quoted(words, draft)
    numbers: tuple[int | None, ...] = draft.voices or (None,)
    clauses = main_clauses(page.text, voices, draft.content, draft.voices)
    if draft.cue.lemma == "according to":
        clauses = tuple(replace(clause, own=False, official=False) for clause in clauses)
    wanted = asked(draft.cue.lemma) if text.startswith("to ") or _told_to(words, draft) else None
    shown = (
        Shown(wanted, "reporting:with infinitive")
        if wanted
        else act_of(
            draft.cue.act, _turned(page, words, draft) + text, clauses, open_cue=draft.cue.open, cue=draft.cue.lemma
        )
    )
    return [
        FoundStatement(
            source=number,
            source_span=_span(page, draft.source),
            chain=chain_of(draft, number, tags),
            cue=_cue(page, words, draft),
            content=content,
            mode=mode_of([piece.exact for piece in content], quoted=inside),
            act=shown.act,
            addressee=_addressee(voices, draft),
            said=clock.said(draft),
            confidence=round(draft.confidence * (1.0 if number is not None else 0.6), 3),
            why=reasons(page.text, voices, draft, shown, number=number, tags=tags),
        )
        for number in numbers
    ]


def _turned(page: Page, words: Words, draft: Draft) -> str:
    """ "The claim" in "rejected the claim that it had left", where the content begins behind what is turned down."""
    if draft.cue.act != "refuse" or draft.cue.token < 0:
        return ""
    between = page.text[words.end[draft.cue.token] : draft.start]
    return f"{between} " if len(between.split()) < _HEARER and not set('.,;:“"') & set(between) else ""


def _told_to(words: Words, draft: Draft) -> bool:
    """ "Asked the council to wait": what another is to do, with the other named in the content."""
    if draft.cue.lemma not in ("ask", "tell") or draft.cue.token < 0 or draft.start < words.start[draft.cue.token]:
        return False
    deeds = [kid for kid in words.children[draft.cue.token] if words.tag[kid] == "VB" and _inside(words, draft, kid)]
    return any(
        words.lower[mark] == "to" and words.dep[mark] in ("mark", "aux") and mark == kid - 1
        for kid in deeds
        for mark in words.children[kid]
    )


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
    if cue.lemma in _HEARERS and cue.token + 1 < len(words) and draft.start > words.end[cue.token]:
        stop = min(draft.start, words.end[min(cue.token + _HEARER, len(words) - 1)])
        mentioned = voices.in_range(words.start[cue.token + 1], stop)
        if mentioned and words.pos[cue.token + 1] in _NAMING and mentioned[0] not in draft.voices:
            return mentioned[0]
    for child in words.children[cue.token]:
        if words.dep[child] not in _TOLD or _inside(words, draft, child):
            continue
        case = {words.lower[below] for below in words.children[child] if words.dep[below] == "case"}
        direct = not case and cue.lemma in _HEARERS and words.dep[child] in ("obj", "iobj")
        if direct or case & {"to"} or (case & {"on", "upon"} and cue.lemma.startswith("call")):
            number = voices.at(words.start[child], words.end[child])
            if number is not None and number not in draft.voices:
                return number
        if words.lemma[child] in _WRITTEN and case & {"in", "by", "with"}:
            number = _written_to(voices, child, "to")
            if number is not None and number not in draft.voices:
                return number
        if words.lemma[child] in _SPOKEN and case & {"in", "during", "at"}:
            number = _written_to(voices, child, "with", "to")
            if number is not None and number not in draft.voices:
                return number
    return _spoken_to(voices, draft)


def _spoken_to(voices: Voices, draft: Draft) -> int | None:
    """To whom "speaking to Tarn News, the envoy said" it."""
    words = voices.words
    for child in words.children[draft.cue.token]:
        if words.dep[child] == "advcl" and words.tag[child] == "VBG" and words.lemma[child] in _SPEAKING:
            number = None if _inside(words, draft, child) else _written_to(voices, child, "to", "with")
            if number is not None and number not in draft.voices:
                return number
    return None


def _written_to(voices: Voices, letter: int, *by: str) -> int | None:
    """Whom "a letter to the envoy" or "an interview with Tarn News" is for."""
    words = voices.words
    for child in words.children[letter]:
        if any(words.lower[below] in by and words.dep[below] == "case" for below in words.children[child]):
            return voices.at(words.start[child], words.end[child])
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
