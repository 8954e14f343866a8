"""Agreements that have a name: a truce between two sides binds both, and is told as made, kept or broken."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.extract.clause import by_phrase, child, children, negated, predicate, relation, subject, tense
from onrecord.extract.commitments.words import words
from onrecord.extract.finding import words_in
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.said import Said
from onrecord.extract.talks.details import Calendar
from onrecord.model.acts import CommitmentStatus
from onrecord.model.reading import FoundCommitment, FoundResponse, FoundTalk

__all__ = ["find_pacts"]

TEXTS = ("agreement", "deal")
FIRE = ("fire", "fires")
SET = frozenset({"set", "due", "schedule"})
BETWEEN = frozenset({"between", "with"})
STATUS: dict[str, CommitmentStatus] = {"made": "pledged", "kept": "reported kept", "broken": "reported broken"}


def find_pacts(
    page: Page, cast: Cast, said: Said, calendar: Calendar, talks: Sequence[FoundTalk]
) -> list[FoundCommitment]:
    """Each pact once for each pair of parties, with the last that is said of it.

    Of a pact whose sides are not named beside it, they are those of the talk told in the same sentence.
    """
    found: dict[frozenset[str], FoundCommitment] = {}
    for token in words_in(page.doc, lambda word: word in words().pacts or word in FIRE or word in TEXTS):
        if token.pos_ in ("NOUN", "PROPN") and _is_pact(token):
            for pact in _told(page, token, cast, said, calendar, talks):
                sides = cast.parties(pact.by)
                if sides not in found or (pact.status != "pledged" and found[sides].status == "pledged"):
                    found[sides] = pact
    return list(found.values())


def _is_pact(token: Token) -> bool:
    """A truce by any name, "cease-fire" in two words included, and a "truce agreement"."""
    if token.lemma_.lower() in TEXTS and any(_is_pact(kid) for kid in children(token, "compound")):
        return True
    if token.lemma_.lower() in words().pacts:
        return True
    return token.lower_ in FIRE and any(kid.lower_ == "cease" for kid in children(token, "compound"))


def _told(
    page: Page, noun: Token, cast: Cast, said: Said, calendar: Calendar, talks: Sequence[FoundTalk]
) -> Iterator[FoundCommitment]:
    verb = predicate(noun.head) if relation(noun) in ("obj", "nsubj", "nsubj:pass", "obl") else noun
    doers = () if verb.i == noun.i or relation(noun) == "nsubj" else cast.doer(verb)
    fate = _fate(noun, verb)
    signers = _signers(noun, cast)
    parties = tuple(
        dict.fromkeys([*(doers if fate != "made" or not signers else ()), *cast.beside(noun, BETWEEN), *signers])
    )
    if not parties and fate == "made":
        parties = _of_talk(noun, talks)
    if fate is None or len(cast.parties(parties)) < 2:
        return
    number = said.holding(noun)
    source = None if number is None else said.statements[number].source
    words_of_it = page.words(noun.left_edge, noun.right_edge)
    if relation(noun) == "obj" and doers and (who := subject(verb)) is not None and who.i < noun.i:
        words_of_it = page.words(who.left_edge, noun.right_edge)
    yield FoundCommitment(
        by=parties,
        to=parties,
        action=page.words(noun.left_edge, noun.right_edge),
        evidence=words_of_it,
        status=STATUS[fate],
        due=calendar.of(child(verb, "xcomp") or noun, ahead=True) if _lies_ahead(verb) else None,
        stated_by=() if source is None else (source,),
        statement=number,
        responses=(FoundResponse(doers, "break", words_of_it),) if fate == "broken" and doers else (),
        why=(f"pact:{noun.lemma_.lower()}", f"pact:{fate}", "by: the sides of the pact", "action: the pact itself"),
    )


def _signers(noun: Token, cast: Cast) -> tuple[int, ...]:
    """ "a truce signed in Brenport by Vint and Tal"."""
    for part in children(noun, "acl"):
        who = by_phrase(part)
        if part.tag_ in ("VBN", "VBD") and who is not None and words().pact_verbs.get(part.lemma_.lower()) == "made":
            return cast.actors_of(who)
    return ()


def _of_talk(noun: Token, talks: Sequence[FoundTalk]) -> tuple[int, ...]:
    first, last = noun.sent.start_char, noun.sent.end_char
    inside = [talk for talk in talks if first <= talk.evidence.start < last and talk.status in ("held", "under way")]
    return inside[-1].parties if inside else ()


def _lies_ahead(verb: Token) -> bool:
    return tense(verb) == "future" or verb.lemma_.lower() in SET


def _fate(noun: Token, verb: Token) -> str | None:
    """Made, kept or broken, by its clause's verb or its own participle ("brokered"); None where it is only wished."""
    begins = child(verb, "xcomp") if verb.lemma_.lower() in SET else None
    if begins is not None and not negated(verb) and words().pact_verbs.get(begins.lemma_.lower()) == "made":
        return "made"
    if (
        verb.i != noun.i
        and not negated(verb)
        and tense(verb) in ("past", "perfect", "present", "progressive", "participle", "gerund")
    ):
        fate = words().pact_verbs.get(verb.lemma_.lower())
        if fate is not None and (fate != "broken" or relation(noun) == "obj" or child(verb, "obj") is None):
            return fate
    own = [kid for kid in children(noun, "amod", "acl", "compound") if kid.tag_ in ("VBN", "VBD", "JJ")]
    made = any(words().pact_verbs.get(part.lemma_.lower()) == "made" for kid in own for part in (kid, *kid.children))
    return "made" if made or any(kid.lower_.endswith("brokered") for kid in own) else None
