"""Steps that somebody makes known in a word: what it ruled out, decided, decreed, ordered of its own forces."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.clause import (
    by_phrase,
    child,
    children,
    negated,
    own_subject,
    predicate,
    relation,
    subject,
    tense,
)
from onrecord.extract.commitments.bond import PRESS, Bond, Scene, bound, conditional, nameless
from onrecord.extract.commitments.words import words
from onrecord.extract.talks.words import trigger_of

__all__ = ["made_known"]

TOLD = ("past", "perfect", "present", "progressive")
LATELY = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "today", "yesterday",
        "tonight", "tomorrow", "weekend",
    }
)  # fmt: skip
NARROW = 8  # words from a decision to what is decided, with its day between them
ISSUING = frozenset({"sign", "issue", "order"})


def made_known(token: Token, scene: Scene) -> Iterator[Bond]:
    """ "Ruled out sending …", "her decision this week to …", "signed a decree banning …", "ordered its troops to …"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma == "rule":
        yield from _ruled_out(token, scene)
    elif token.pos_ == "VERB" and lemma == "order":
        yield from _ordered(token, scene)
    elif token.pos_ == "NOUN" and lemma == "decision":
        yield from _decided(token, scene)
    elif token.pos_ == "NOUN" and lemma in words().decrees:
        yield from _decreed(token, scene)


def _ruled_out(verb: Token, scene: Scene) -> Iterator[Bond]:
    """ "Ruled out sending troops", "ruled out a tariff": a deed left undone, in the words from "ruled out" on."""
    out = any(kid.lower_ == "out" and kid.i == verb.i + 1 for kid in verb.children)
    if (
        not out
        or tense(verb) not in (*TOLD, "gerund")
        or negated(verb)
        or conditional(verb)
        or child(verb, "nsubj:pass")
    ):
        return
    by = bound(verb, scene)
    if by and not nameless(by, scene) and (_is_left_undone(verb) or _is_step_left(verb, by, scene)):
        yield Bond(verb, verb, by, "promise", "verb:rule out", scene.said.holding(verb))


def _is_left_undone(verb: Token) -> bool:
    """A deed of one's own: "sending troops", but not "Kestria joining", "being hit"."""
    deed = next((kid for kid in children(verb, "xcomp", "ccomp") if kid.tag_ == "VBG" and kid.i > verb.i), None)
    if deed is None or own_subject(deed) is not None or child(deed, "cop", "aux", "aux:pass") is not None:
        return False
    return deed.lemma_.lower() not in ("be", "have")


def _is_step_left(verb: Token, by: tuple[int, ...], scene: Scene) -> bool:
    """A step by name, of a party that takes such steps: investigators rule out causes, and who meets whom is a talk."""
    step = child(verb, "obj")
    if step is None or trigger_of(step) is not None or any(kid.lower_ == "as" for kid in verb.children):
        return False
    named = step.lemma_.lower() in words().steps or step.lemma_.lower() in words().refrained
    return named and all(scene.kind(one) != "group" for one in by)


def _ordered(verb: Token, scene: Scene) -> Iterator[Bond]:
    """ "Ordered her troops to leave": who commands a force is bound by what it is told to do."""
    force = child(verb, "obj", "iobj")
    deed = next((kid for kid in children(verb, "xcomp", "ccomp", "advcl") if tense(kid) == "infinitive"), None)
    if force is None or deed is None or tense(verb) not in TOLD or negated(verb) or conditional(verb):
        return
    by = bound(verb, scene)
    if not by or nameless(by, scene) or not _commands(force, by, scene) or _is_harm(deed):
        return
    yield Bond(verb, deed, by, "announce", "verb:order", scene.said.holding(verb))


def _commands(force: Token, by: tuple[int, ...], scene: Scene) -> bool:
    """ "Her troops", "the army", "Orlavian forces" of an Orlavian president, but no other's forces."""
    if force.lemma_.lower() not in words().forces:
        return False
    whose = [one for kid in children(force, "nmod:poss", "amod", "compound") for one in scene.cast.actors_of(kid)]
    return not whose or any(one == other or scene.cast.same_side(one, other) for one in whose for other in by)


def _is_harm(deed: Token) -> bool:
    """An order to attack is carried out before it is told of."""
    near = (deed, *children(deed, "obj", "xcomp", "conj"))
    return any(word.lemma_.lower() in words().hostile for word in near)


def _decided(noun: Token, scene: Scene) -> Iterator[Bond]:
    """ "Announced a decision to leave", "Vint's decision this week to leave", not what was decided years ago."""
    deed = next((kid for kid in children(noun, "acl") if kid.i > noun.i and tense(kid) == "infinitive"), None)
    if deed is None or _is_harm(deed) or conditional(noun) or child(deed, "cop", "aux:pass") is not None:
        return
    by = _deciders(noun, deed, scene)
    if by and not nameless(by, scene) and deed.lemma_.lower() not in words().unbinding:
        yield Bond(noun, deed, by, "announce", "noun:decision", scene.said.holding(noun))


def _deciders(noun: Token, deed: Token, scene: Scene) -> tuple[int, ...]:
    """Who announces a decision of its own, or whose it is where its day is told and near, or it moves forces now."""
    head = predicate(noun.head)
    whose = tuple(one for kid in children(noun, "nmod:poss") for one in scene.cast.actors_of(kid))
    whose += tuple(one for kid in children(noun, "nmod") if kid == by_phrase(noun) for one in scene.cast.actors_of(kid))
    made = relation(noun) == "obj" and head.lemma_.lower() in words().making_known and tense(head) in TOLD
    if made and not negated(head):
        teller = bound(head, scene)
        own = not whose or any(scene.cast.same_side(one, other) for one in whose for other in teller)
        return teller if own else ()
    between = noun.doc[noun.i + 1 : min(noun.i + NARROW, noun.sent.end)]
    dated = any(word.lower_ in LATELY for word in between if word.i < _first_to(noun))
    dated = dated or (tense(head) == "present" and deed.lemma_.lower() in words().moving)
    return tuple(one for one in whose if scene.kind(one) not in PRESS) if dated else ()


def _first_to(noun: Token) -> int:
    """Where what is decided begins, so that its own day does not count for the decision's."""
    at: int = noun.i
    return next((word.i for word in noun.doc[at + 1 : noun.sent.end] if word.lower_ == "to"), at)


def _decreed(noun: Token, scene: Scene) -> Iterator[Bond]:
    """ "Signed a decree ordering the closure of …", "issued an order to close …": binding on who signs it."""
    deed = next((kid for kid in children(noun, "acl") if kid.i > noun.i and _is_ordering(kid)), None)
    verb = predicate(noun.head)
    issued = relation(noun) == "obj" and verb.lemma_.lower() in ISSUING
    if deed is None or not issued or tense(verb) not in TOLD or negated(verb) or conditional(verb):
        return
    by = bound(verb, scene)
    who = subject(verb)
    if by and not nameless(by, scene) and who is not None and who.lemma_.lower() not in ("judge", "court"):
        yield Bond(noun, deed, by, "announce", f"noun:{noun.lemma_.lower()}", scene.said.holding(noun))


def _is_ordering(deed: Token) -> bool:
    """ "Banning imports", "to close the border"; a decree that names or praises somebody orders nothing."""
    return deed.lemma_.lower() in words().ordering and (deed.tag_ == "VBG" or tense(deed) == "infinitive")
