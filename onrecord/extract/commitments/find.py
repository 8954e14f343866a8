"""The commitments of one report: what parties are said to have bound themselves to, and how others answered."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.extract.clause import case, children, negated, relation, tense
from onrecord.extract.commitments.bond import PRESS, Bond
from onrecord.extract.commitments.bonds import find_bonds
from onrecord.extract.commitments.pacts import find_pacts
from onrecord.extract.commitments.promised import promised
from onrecord.extract.commitments.reasons import bound_by, explained
from onrecord.extract.commitments.spans import Words, wording
from onrecord.extract.commitments.talks import with_talks
from onrecord.extract.kinship import gist, share
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.responses.find import answer
from onrecord.extract.responses.words import words as answers
from onrecord.extract.said import Said
from onrecord.extract.talks.details import Calendar
from onrecord.extract.voices.find import Voices
from onrecord.model.acts import CommitmentStatus, Stance
from onrecord.model.reading import FoundCommitment, FoundResponse, FoundStatement, FoundTalk, TimeExpression

__all__ = ["find_commitments"]

# Two tellings with this share of their content words in common, by the same side, are one commitment.
SAME = 0.6
ALIKE = 0.3
MANY = 3  # content words that two differently told actions must have in common
EMPTY = frozenset({"so", "it", "that", "in", "on", "at", "by", "there"})  # what is to be done stands elsewhere
FATES: dict[Stance, CommitmentStatus] = {"keep": "reported kept", "break": "reported broken", "confirm": "confirmed"}
WEAK = 2  # as strong as a bare "will"


def find_commitments(
    page: Page,
    voices: Voices,
    statements: Sequence[FoundStatement],
    times: Sequence[TimeExpression],
    talks: Sequence[FoundTalk],
) -> tuple[FoundCommitment, ...]:
    """Every commitment of the report once, with its day, its condition, who states it and how others answer."""
    said, calendar = Said(page, statements), Calendar(page, times)
    cast = Cast(voices, said)
    tellings: list[tuple[Bond, Words]] = []
    bonds = list(find_bonds(page, cast, said, talks))
    for bond in (*bonds, *promised(page, cast, said, talks, bonds)):
        words = wording(page, bond, calendar, said)
        _enter(page, tellings, (bond, words), cast, said)
    found = [_found(cast, statements, bond, words, tellings) for bond, words in tellings]
    found += find_pacts(page, cast, said, calendar, talks)
    found = with_talks(page, cast, said, found, talks)
    answered = answer(page, cast, said, [known for known in found if not _says_nothing(known)])
    return tuple(explained(known) for known in answered)


def _says_nothing(known: FoundCommitment) -> bool:
    """Is the action no more than "do so", and not even about a talk?"""
    first = known.action.exact.lower().removeprefix("only ").split()[:2]
    return first[:1] == ["do"] and (len(first) < 2 or first[1] in EMPTY)


def _enter(page: Page, tellings: list[tuple[Bond, Words]], new: tuple[Bond, Words], cast: Cast, said: Said) -> None:
    """Enter one telling; where it only repeats one by the same speaker, the firmer of the two stands.

    Told again by another voice, or firmly once more, it stays a telling of its own with the action of the first, so
    that both voices are on record and both are known as one commitment.
    """
    at = next((i for i, known in enumerate(tellings) if _same(page, known, new, cast)), None)
    if at is None:
        tellings.append(new)
        return
    (old, old_words), (bond, words) = tellings[at], new
    near = old.verb.sent.start == bond.verb.sent.start
    weak = min(old.strength, bond.strength) <= WEAK and said.speaker(old.verb) == said.speaker(bond.verb)
    if not near and not weak:
        due, condition = words.due or old_words.due, words.condition or old_words.condition
        tellings.append((bond, words._replace(action=old_words.action, due=due, condition=condition)))
    elif (bond.strength, words.due is not None) > (old.strength, old_words.due is not None):
        tellings[at] = new


def _same(page: Page, known: tuple[Bond, Words], new: tuple[Bond, Words], cast: Cast) -> bool:
    """Are two tellings of one commitment: the same side, and much the same words?"""
    (old, old_words), (bond, words) = known, new
    if old.denied != bond.denied or not cast.parties(old.by) & cast.parties(bond.by):
        return False
    if old.action.i == bond.action.i or old_words.action.covers(words.evidence):
        return True
    if (bond.kind == "threaten") != (old.kind == "threaten"):
        return False
    if _doing(old.action) & _doing(bond.action):
        things = _things(old.action), _things(bond.action)
        return bool(things[0] & things[1]) or (not any(things) and old.action.lemma_ == bond.action.lemma_)
    mine, theirs = (gist(page.tokens(w.action.start, w.action.end), names=False) for w in (old_words, words))
    common = mine & theirs
    return len(common) >= MANY and share(mine, theirs) >= SAME and len(common) >= ALIKE * len(mine | theirs)


def _doing(action: Token) -> frozenset[str]:
    """The deed itself: its verb as concept and as lemma."""
    return gist([action]) | {action.lemma_.lower()}


def _things(action: Token) -> frozenset[str]:
    """What the deed is done to, or where there is no such thing the heads of the phrases that go with it."""
    own = list(children(action, "obj")) or list(children(action, "obl", "nmod", "xcomp", "nsubj:pass"))
    return gist(own)


def _found(
    cast: Cast, statements: Sequence[FoundStatement], bond: Bond, words: Words, tellings: Sequence[tuple[Bond, Words]]
) -> FoundCommitment:
    statement = None if bond.said is None else statements[bond.said]
    stated_by = () if statement is None or statement.source is None else (statement.source,)
    denial = _denial(bond, tellings, statements, cast)
    fate = _fate(bond)
    told = () if fate is None else (FoundResponse(bond.by, fate, words.evidence),)
    if statement is not None and statement.act == "confirm" and stated_by and not denial and fate is None:
        told = (FoundResponse(stated_by, "confirm", words.evidence),)
    return FoundCommitment(
        by=bond.by,
        to=_recipients(bond, statement, cast),
        action=words.action,
        evidence=words.evidence,
        status="denied" if denial else FATES[told[0].stance] if told else "pledged",
        due=words.due,
        condition=words.condition,
        stated_by=stated_by,
        statement=bond.said,
        responses=denial or told or _confirmation(bond, words, stated_by, tellings, statements, cast),
        confidence=bond.confidence,
        why=(bond.rule, *bound_by(bond)),
    )


def _fate(bond: Bond) -> Stance | None:
    """What became of it by the word that tells it: "kept its promise to …", "broke its pledge to …"."""
    verb = bond.verb.head
    if bond.kind == "threaten" or bond.verb.pos_ != "NOUN" or relation(bond.verb) != "obj" or negated(verb):
        return None
    stance = answers().cues.get(verb.lemma_.lower()) if tense(verb) in ("past", "perfect", "participle") else None
    return stance if stance in ("keep", "break") else None


def _denial(
    bond: Bond, tellings: Sequence[tuple[Bond, Words]], statements: Sequence[FoundStatement], cast: Cast
) -> tuple[FoundResponse, ...]:
    """The words by which the bound side denies it: those that tell it, or those to which "the pledge" points."""
    for other, words in tellings:
        definite = bond.verb.pos_ == "NOUN" and any(kid.lower_ in ("the", "this", "such") for kid in bond.verb.children)
        sides = cast.parties((*other.by, *other.promiser))
        if other.denied and (other is bond or (definite and sides & cast.parties(bond.by))):
            source = None if other.said is None else statements[other.said].source
            return (FoundResponse(other.by if source is None else (source,), "deny", words.evidence),)
    return ()


def _confirmation(
    bond: Bond,
    words: Words,
    stated_by: tuple[int, ...],
    tellings: Sequence[tuple[Bond, Words]],
    statements: Sequence[FoundStatement],
    cast: Cast,
) -> tuple[FoundResponse, ...]:
    """The bound side's own word for what another has told of it."""
    own = cast.parties(bond.by)
    if not stated_by or cast.parties(stated_by) & own:
        return ()
    for other, telling in tellings:
        source = None if other.said is None else statements[other.said].source
        if other is not bond and source is not None and telling.action == words.action and cast.party(source) in own:
            return (FoundResponse((source,), "confirm", telling.evidence),)
    return ()


def _recipients(bond: Bond, statement: FoundStatement | None, cast: Cast) -> tuple[int, ...]:
    """To whom: whom the words name as promised to or told; each other where two agree."""
    if bond.kind == "agree" and len(bond.by) > 1:
        return bond.by
    told = ("iobj", "obj", "obl") if bond.verb.i != bond.action.i else ()
    for kid in children(bond.verb, *told):
        if kid.i != bond.action.i and kid.dep_ != "obl:agent" and case(kid) in ("", "to", "with"):
            found = tuple(one for one in cast.actors_of(kid) if one not in bond.by)
            if found:
                return found
    addressee = None if statement is None else statement.addressee
    heard = addressee is None or cast.voices.found[addressee].kind in PRESS  # who is told it by a paper is the reader
    return () if addressee is None or heard or addressee in bond.by else (addressee,)
