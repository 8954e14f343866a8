"""Talks that parties have bound themselves to: agreed or announced ones, and those that one side then called off."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.clause import by_phrase, chain, child, children, negated
from onrecord.extract.commitments.spans import breaks_off
from onrecord.extract.kinship import gist
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.said import Said
from onrecord.extract.talks.words import trigger_of, words
from onrecord.model.reading import FoundCommitment, FoundResponse, FoundTalk
from onrecord.model.span import Span

__all__ = ["with_talks"]

MEETING = frozenset(
    {"hold", "meet", "have", "resume", "negotiate", "continue", "begin", "start", "talk", "attend", "take"}
)
BESIDE = tuple(f"planned:{why}" for why in ("foretold", "before", "ahead of", "prior to", "in advance of", "for"))
NEAR = 200  # characters between a talk and the words that point back to it


def with_talks(
    page: Page, cast: Cast, said: Said, found: Sequence[FoundCommitment], talks: Sequence[FoundTalk]
) -> list[FoundCommitment]:
    """The commitments with those that lie in planned and cancelled talks; what is told already is not told twice."""
    kept = [_meant(page, known, talks) for known in found]
    for talk in talks:
        if talk.status not in ("planned", "cancelled") or len(cast.parties(talk.parties)) < 2:
            continue
        broken = _break(page, cast, talk) if talk.status == "cancelled" else ()
        same = [i for i, known in enumerate(kept) if _about(page, known, talk, cast)]
        same.sort(key=lambda i: not kept[i].evidence.overlaps(talk.evidence))
        if same:
            kept[same[0]] = _joined(page, said, kept[same[0]], talk, broken)
            kept = [known for i, known in enumerate(kept) if i not in same[1:] or not _bare(known)]
        elif talk.status == "cancelled" or _bound(page, cast, said, talk):
            kept.append(_from_talk(page, said, talk, broken))
    return kept


def _break(page: Page, cast: Cast, talk: FoundTalk) -> tuple[FoundResponse, ...]:
    """Who called the talk off, in which words; one of the parties where the words do not say."""
    told = page.tokens(talk.evidence.start, talk.evidence.end)
    for token in (word for sentence in told.sents for word in sentence) if len(told) else ():
        if token.pos_ == "VERB" and words().standing.verbs.get(token.lemma_.lower()) == "cancelled":
            agent = by_phrase(token)
            doers = cast.doer(token) if agent is None else cast.actors_of(agent)
            if doers and child(token, "nsubj:pass") is None:
                return (FoundResponse(doers, "break", talk.evidence),)
    return ()


def _meant(page: Page, known: FoundCommitment, talks: Sequence[FoundTalk]) -> FoundCommitment:
    """ "to do that" means the talk of the sentence before, whose words become part of the evidence."""
    if known.action.exact.lower().split()[:2] not in (["do", "that"], ["do", "so"], ["do", "it"]):
        return known
    for talk in reversed(talks):
        if 0 <= known.evidence.start - talk.evidence.end < NEAR:
            whole = page.span(talk.evidence.start, known.evidence.end)
            return replace(known, action=talk.evidence, evidence=whole, due=known.due or talk.when)
    return known


def _about(page: Page, known: FoundCommitment, talk: FoundTalk, cast: Cast) -> bool:
    """Is the commitment one to hold this talk: told in the same words, or of the same parties and a meeting?"""
    over = known.evidence.overlaps(talk.evidence)
    if talk.status == "planned" and talk.evidence.exact.endswith(known.evidence.exact):
        return True  # told by the very words of the talk
    if _bare(known) and (over or _same_day(known, talk)):
        spoken = known.by == known.stated_by or bool(cast.parties(known.by) & cast.parties(talk.parties))
        return spoken and "talks" in gist(page.tokens(known.evidence.start, known.evidence.end))
    if not cast.parties(known.by) & cast.parties(talk.parties):
        return False
    same = cast.parties(known.by) == cast.parties(talk.parties)
    meeting = _is_to_meet(page, known)
    if over:
        return talk.status != "cancelled" or same or meeting
    return meeting and (same or (_bare(known) and _names_another(page, cast, known, talk)))


def _names_another(page: Page, cast: Cast, known: FoundCommitment, talk: FoundTalk) -> bool:
    """Do the words of the deed name another party of the talk: "will meet Tal"?"""
    tokens = page.tokens(known.action.start, known.action.end)
    named = cast.parties(tuple(one for token in tokens for one in cast.named(token)))
    return bool(named & (cast.parties(talk.parties) - cast.parties(known.by)))


def _is_to_meet(page: Page, known: FoundCommitment) -> bool:
    """Is the deed itself to hold a talk, and not something to be done before or after one?"""
    tokens = page.tokens(known.action.start, known.action.end)
    first = next((token for token in tokens if token.pos_ == "VERB"), None)
    return first is not None and first.lemma_.lower() in MEETING and "talks" in gist(tokens)


def _same_day(known: FoundCommitment, talk: FoundTalk) -> bool:
    return known.due is not None and talk.when is not None and known.due.value == talk.when.value


def _bare(known: FoundCommitment) -> bool:
    """Is it told by no more than a "will"?"""
    return known.why[0].startswith("future")


def _joined(
    page: Page, said: Said, known: FoundCommitment, talk: FoundTalk, broken: tuple[FoundResponse, ...]
) -> FoundCommitment:
    """A commitment to talk binds all who are to talk, if it is theirs jointly, and is due when the talk is."""
    whole = _same_day(known, talk) or known.evidence.covers(talk.evidence) or talk.evidence.covers(known.evidence)
    ours = set(known.by) <= {*talk.parties, *known.stated_by}
    if whole and ours and _bare(known):
        known = replace(known, by=talk.parties, to=talk.parties)
        if talk.evidence.start < known.evidence.start:
            known = replace(known, action=_deed(page, said, talk.evidence), evidence=talk.evidence)
    if talk.status == "cancelled" and "threat" not in known.why[0]:
        by = talk.parties if known.evidence.overlaps(talk.evidence) else known.by
        return replace(known, by=by, status="reported broken", responses=(*known.responses, *broken))
    return replace(known, due=known.due or (talk.when if whole else None))


def _bound(page: Page, cast: Cast, said: Said, talk: FoundTalk) -> bool:
    """Is it told by one of the parties, or as agreed, set or announced with a day?"""
    rules = [reason for reason in talk.why if reason.startswith("talk:")]
    if all(reason.endswith(BESIDE) for reason in rules):
        return False  # "the talks would be long", "… ahead of a summit" only tell of something beside them
    tokens = page.tokens(talk.evidence.start, talk.evidence.end)
    if len(tokens) and any(kid.lower_ == "if" for above in chain(tokens[-1]) for kid in children(above, "mark")):
        return False  # "if they suggest that they are going to tie talks to it"
    speaker = said.speaker(tokens[-1]) if len(tokens) else None
    if speaker is not None and cast.party(speaker) in cast.parties(talk.parties):
        return True
    reasons = " ".join(rules)
    return any(f"planned:{word}" in reasons for word in ("agreed", "announced", "scheduled", "arranged")) or (
        "planned:future" in reasons and (talk.when is not None or all(map(cast.person, talk.parties)))
    )


def _deed(page: Page, said: Said, told: Span) -> Span:
    """What is to be done, in the words from "meet" on; all of the words where the talk is told by a noun."""
    tokens = page.tokens(told.start, told.end)
    for token in tokens:
        if token.pos_ == "VERB" and trigger_of(token) is not None and not negated(token):
            last = breaks_off(token.doc, token.i, tokens[-1].i, said)
            while last > token.i and token.doc[last].is_punct:
                last -= 1
            return page.words(token, token.doc[last])
    return told


def _from_talk(page: Page, said: Said, talk: FoundTalk, broken: tuple[FoundResponse, ...]) -> FoundCommitment:
    tokens = page.tokens(talk.evidence.start, talk.evidence.end)
    number = said.holding(tokens[-1]) if len(tokens) else None
    source = None if number is None else said.statements[number].source
    return FoundCommitment(
        by=talk.parties,
        to=talk.parties,
        action=_deed(page, said, talk.evidence),
        evidence=talk.evidence,
        status="reported broken" if talk.status == "cancelled" else "pledged",
        due=talk.when if talk.status == "planned" else None,
        stated_by=() if source is None else (source,),
        statement=number,
        responses=broken,
        why=(f"talk:{talk.status}", "by: the parties of the talk", "action: the words of the talk"),
    )
