"""Charges told in the writer's words, and who denies them: "accuse Orlavia of shelling, a charge Orlavia denies"."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extract.clause import (
    by_phrase,
    case,
    child,
    children,
    negated,
    own_subject,
    predicate,
    relation,
    subject,
    tense,
)
from onrecord.extract.disputes.sides import Side
from onrecord.extract.finding import words_in
from onrecord.extract.kinship import gist
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.model.kinds import words
from onrecord.model.reading import FoundDispute
from onrecord.model.span import Span

__all__ = ["find_charges"]

BEFORE = 2  # sentences from a charge to the denial of "the charge"
AFTER = 1  # the denial may be told first, but then right before
FAR = 6  # sentences between a charge and the denial of its own words
# "Took issue with her account", "scoffed at the claim".
AGAINST = {
    "take": ("with", "to"), "disagree": ("with",), "scoff": ("at",), "push": ("on", "against"), "hit": ("at",),
}  # fmt: skip
TOLD = frozenset({"report", "say", "claim", "suggest", "allege", "assert", "contend", "write"})
SOON = 200  # characters
OPEN = ("future", "would", "could", "should", "infinitive")


@dataclass(frozen=True, slots=True)
class _Charge:
    """Who charges whom, in which sentence and words, and what the words are about."""

    sentence: int
    by: tuple[int, ...]
    parties: frozenset[str]
    charged: tuple[int, ...]
    against: frozenset[str]
    span: Span
    matter: frozenset[str]
    at: int


@dataclass(frozen=True, slots=True)
class _Denial:
    """Who denies; `owners` whose claim it is, where that is said, `points` whether it only points to a charge.

    `pronoun` says that the denier stands there as "it" or "they".
    """

    sentence: int
    by: tuple[int, ...]
    parties: frozenset[str]
    owners: tuple[int, ...]
    span: Span
    matter: frozenset[str]
    points: bool
    pronoun: bool
    at: int


def find_charges(page: Page, cast: Cast, sides: Sequence[Side]) -> Iterator[FoundDispute]:
    """Every charge or claim that somebody else in the report denies in a word, with the words of both."""
    starts = [sentence.start_char for sentence in page.sentences]
    charges = list(_charges(page, cast, starts))
    for denial in _denials(page, cast, starts):
        if denial.owners:
            yield _over_claim(denial, cast, sides)
        elif fitting := [charge for charge in charges if _answers(denial, charge) or _answers_it(denial, charge, cast)]:
            best = min(fitting, key=lambda charge: (charge.at > denial.at, abs(charge.at - denial.at)))
            denied_by = denial.by if _answers(denial, best) else best.charged
            yield _dispute(denial, best.by, best.span, "dispute:charged and denied", denied_by)


def _over_claim(denial: _Denial, cast: Cast, sides: Sequence[Side]) -> FoundDispute:
    """Whose claim is denied, with what its owner had said before and what the denier says next, as far as told."""
    owners = cast.parties(denial.owners)
    earlier = [side for side in sides if side.span.end <= denial.span.start]
    meant = (side for side in earlier if side.matter & denial.matter or side is earlier[-1])
    before = [side for side in meant if side.party in owners]
    after = [side for side in sides if side.party in denial.parties and side.span.start >= denial.span.start]
    claim = next((side for side in before[::-1] if side.stand == "forward"), None)
    near = [side for side in after if side.span.start - denial.span.end < SOON]
    reply = next((side for side in near if side.span.start > denial.span.end), next(iter(near), None))
    spans = [claim.span if claim else denial.span, denial.span, *([reply.span] if reply else [])]
    numbers = sorted({side.number for side in (claim, reply) if side is not None})
    return FoundDispute(
        claim=spans[0], asserted_by=denial.owners, denied_by=denial.by, evidence=tuple(dict.fromkeys(spans)),
        statements=tuple(numbers), why=("dispute:whose claim it is",),
    )  # fmt: skip


def _dispute(
    denial: _Denial, asserted: tuple[int, ...], claim: Span, why: str, denied_by: tuple[int, ...] = ()
) -> FoundDispute:
    evidence = tuple(dict.fromkeys([claim, denial.span]))
    return FoundDispute(
        claim=claim, asserted_by=asserted, denied_by=denied_by or denial.by, evidence=evidence, why=(why,)
    )


def _answers_it(denial: _Denial, charge: _Charge, cast: Cast) -> bool:
    """ "… which Kestria blamed on Orlavia. It denies the accusations": who denies is the one that was charged."""
    after = denial.at > charge.at and denial.sentence - charge.sentence <= 1
    return after and denial.pronoun and denial.points and len(cast.parties(charge.charged)) == 1


def _answers(denial: _Denial, charge: _Charge) -> bool:
    """Is this the charge that is denied: against the denier, near, or of the same matter?"""
    if charge.parties & denial.parties or not charge.against & denial.parties:
        return False
    apart = denial.sentence - charge.sentence
    if denial.points:
        return -AFTER <= apart <= BEFORE
    return abs(apart) <= FAR and bool(denial.matter & charge.matter)


def _charges(page: Page, cast: Cast, starts: Sequence[int]) -> Iterator[_Charge]:
    for token in words_in(page.doc, (words("disputes", "accusing") | words("disputes", "accusations")).__contains__):
        by = _by_verb(token, cast) if token.pos_ == "VERB" else _by_noun(token, cast) if token.pos_ == "NOUN" else ()
        if not by or negated(token) or (token.pos_ == "VERB" and tense(token) in OPEN):
            continue
        whole = page.doc[token.left_edge.i : token.right_edge.i + 1]
        parties = cast.parties(by)
        charged = tuple(one for one in cast.between(whole.start, whole.end) if cast.party(one) not in parties)
        verb = predicate(token)
        span = _trimmed(page, page.doc[verb.left_edge.i : verb.right_edge.i + 1] if verb.pos_ == "VERB" else whole)
        yield _Charge(
            bisect_right(starts, token.idx),
            by,
            parties,
            charged,
            cast.parties(charged),
            span,
            gist(whole, names=False),
            token.i,
        )


def _by_verb(verb: Token, cast: Cast) -> tuple[int, ...]:
    """Who accuses: the doer, or of what is "blamed on Orlavia by Kestria" the one behind "by"."""
    doer, own = by_phrase(verb), any(kid.dep_ == "nsubj" for kid in verb.children)
    if doer is not None and not own:
        named = cast.actors_of(doer) if case(doer) == "by" else ()
        return named or cast.beside(verb, frozenset({"by"}), reach=10)
    passive = child(verb, "nsubj:pass") is not None or (verb.tag_ == "VBN" and not own)
    return () if passive else cast.doer(verb)


def _by_noun(noun: Token, cast: Cast) -> tuple[int, ...]:
    """ "Kestria's allegation that …", "Kestrian accusations of …", "allegations by Kestria that …"."""
    owners = [kid for kid in children(noun, "nmod:poss", "amod", "compound") if kid.i < noun.i]
    owners += [kid for kid in children(noun, "nmod") if case(kid) in ("by", "from")]
    return tuple(dict.fromkeys(one for kid in owners for one in cast.actors_of(kid)))


def _denials(page: Page, cast: Cast, starts: Sequence[int]) -> Iterator[_Denial]:
    doubting = words("disputes", "denying") | words("disputes", "challenging")
    for verb in words_in(page.doc, (doubting | set(AGAINST)).__contains__):
        if verb.pos_ != "VERB" or child(verb, "iobj") is not None or negated(verb) or tense(verb) in OPEN:
            continue  # "denied it access"
        thing, passive = _denied(verb), child(verb, "nsubj:pass") is not None
        pointing = thing is not None and thing.lemma_.lower() in words("disputes", "charges")
        loose = passive or verb.lemma_ == "contradict" or verb.lemma_.lower() in words("disputes", "challenging")
        if loose and not (pointing and thing is not None and _by_noun(thing, cast)):
            continue
        pronoun = thing is not None and thing.lower_ in ("it", "this", "that", "them", "which", "something")
        own = thing is not None and thing.lemma_.lower() in words("disputes", "deeds")
        said = child(verb, "ccomp", "xcomp") is not None
        if not (pointing or (verb.lemma_.lower() == "deny" and (pronoun or own or said))):
            continue
        who = own_subject(verb)
        by = _by_verb(verb, cast) if passive else cast.doer(verb) or (() if who is None else cast.named(who))
        if not by:
            continue
        parties = cast.parties(by)
        owners = _as_told(verb, cast) or (() if thing is None or not pointing else _by_noun(thing, cast))
        owners = () if cast.parties(owners) & parties else owners
        first = (verb.head if relation(verb) == "acl" else verb).left_edge
        told = page.doc[first.i : verb.right_edge.i + 1]
        span = _trimmed(page, told)
        yield _Denial(
            bisect_right(starts, verb.idx), by, parties, owners, span, gist(told, names=False) - {"deny"},
            pointing or pronoun or own, who is not None and who.lower_ in ("it", "they", "he", "she"), verb.i,
        )  # fmt: skip


def _trimmed(page: Page, words: DocSpan) -> Span:
    """The words without commas and stops around them."""
    inside = [word for word in words if not (word.is_punct or word.is_space)]
    return page.words(inside[0], inside[-1]) if inside else page.words(words[0], words[-1])


def _as_told(verb: Token, cast: Cast) -> tuple[int, ...]:
    """ "Denied that there was a draft, as the Harbour Post reported": a paper can be on the other side, too."""
    told = (kid for kid in children(verb, "advcl") if any(mark.lower_ == "as" for mark in children(kid, "mark")))
    who = (child(kid, "nsubj") for kid in told if kid.lemma_.lower() in TOLD)
    return tuple(
        dict.fromkeys(one for at in who if at is not None for one in cast.voices.every(at.idx, at.idx + len(at)))
    )


def _denied(verb: Token) -> Token | None:
    """What a verb denies: its object, "issue with the claim", or what it hangs on ("charges that Kestria denies")."""
    thing = child(verb, "obj", "nsubj:pass")
    if verb.lemma_.lower() in AGAINST:
        beside = [kid for word in (verb, thing) if word is not None for kid in children(word, "obl", "nmod")]
        issue = verb.lemma_.lower() != "take" or (thing is not None and thing.lower_ in ("issue", "exception"))
        return next((kid for kid in beside if issue and case(kid) in AGAINST[verb.lemma_.lower()]), None)
    if relation(verb) == "acl" and (thing is None or thing.lower_ in ("which", "that")):
        who = subject(verb)
        return None if who is not None and who.i == verb.head.i else verb.head
    return thing or _before_doer(verb)


def _before_doer(verb: Token) -> Token | None:
    """ "…, a charge Kestria denies", where the tree does not hang the two together."""
    who = own_subject(verb)
    if who is None or not verb.sent.start < who.left_edge.i < verb.i or child(verb, "ccomp", "xcomp") is not None:
        return None
    before = who.left_edge.nbor(-1)
    before = before.nbor(-1) if before.lower_ in ("that", "which") and before.i > verb.sent.start else before
    return before if before.lemma_.lower() in words("disputes", "charges") else None
