"""Clauses that tell what somebody will do, by somebody's words, where no rule finds anybody bound."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.extract.clause import auxiliaries, child, children, negated, relation, tense
from onrecord.extract.commitments.bond import FIRST, PRESS, Scene, anybody, bound, conditional, doer, nameless
from onrecord.extract.commitments.future import unsure
from onrecord.extract.finding import standing_at

__all__ = ["Ahead", "told_ahead_of"]

HELPERS = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d", "going"})
POINTING = frozenset({"this", "that", "which", "what", "there", "who", "whoever", "whatever"})
ASKING = frozenset({"what", "how", "who", "whom", "which", "why", "where", "whether", "whatever", "when"})
# No deeds: a state, a turn of speech. What befalls somebody (the passive) is none either.
NO_DEED = frozenset({"be", "become", "say", "tell", "see", "know", "need", "like", "love", "want", "get", "happen"})
# Who will not do one of these says nothing.
UNSAID = frozenset({"comment", "confirm", "rule", "exclude", "speculate", "elaborate", "commit", "discuss", "hesitate"})
HELD = frozenset({"if", "unless", "whether", "before", "until", "because"})  # what follows one is supposed or excused


class Ahead(NamedTuple):
    """A clause about what is to come: its verb, the word for the deed, who is to do it, and in which statement."""

    verb: Token
    action: Token
    who: Token
    by: tuple[int, ...]
    said: int
    speaker: int


def told_ahead_of(doc: Doc, scene: Scene, taken: Collection[int]) -> Iterator[Ahead]:
    """Every such clause in text order, but for those whose verb or deed is in `taken`."""
    places = {doc[at].head.i if doc[at].lower_ != "going" else at for at in standing_at(doc, HELPERS.__contains__)}
    places |= {kid.i for at in tuple(places) for kid in children(doc[at], "conj")}
    seen: set[int] = set()
    for at in sorted(places):
        found = _clause(doc[at], scene)
        if found is not None and not {found.verb.i, found.action.i} & {*taken, *seen}:
            seen.add(found.action.i)
            yield found


def _clause(verb: Token, scene: Scene) -> Ahead | None:
    action = _deed(verb)
    number = scene.said.holding(verb)
    if action is None or number is None or not _is_plain(verb) or conditional(verb) or unsure(verb):
        return None
    who, speaker = doer(verb), scene.speaker(verb)
    if who is None or speaker is None or who.lower_ in POINTING or who.tag_ == "VBG":
        return None  # "keeping troops there will cost a lot"
    if who.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    if tense(verb) == "would" and who.lower_ in FIRST:
        return None  # "I would not fight over it" supposes
    by = bound(verb, scene)
    if who.lower_ in FIRST and scene.kind(speaker) in PRESS:
        return None
    if not by or nameless(by, scene) or anybody(by, scene) or _is_anothers(by, speaker, scene):
        return None
    return Ahead(verb, action, who, by, number, speaker)


def _is_anothers(by: tuple[int, ...], speaker: int, scene: Scene) -> bool:
    """Does one state tell what another will do? That is what it expects, and binds nobody."""
    cast = scene.cast
    states = {voice.name for voice in cast.voices.found if voice.kind == "country"}
    mine = cast.party(speaker)
    return mine in states and all(cast.party(one) in states - {mine} for one in by)


def _deed(verb: Token) -> Token | None:
    """The word for what is to be done: the verb that "will" helps, or the one behind "going to"."""
    if verb.pos_ != "VERB" or "have" in auxiliaries(verb):
        return None
    when = tense(verb)
    if verb.lower_ == "going" and when == "progressive" and not {"was", "were"} & set(auxiliaries(verb)):
        found = next((kid for kid in children(verb, "xcomp") if tense(kid) == "infinitive"), None)
    else:
        found = verb if when in ("future", "would") else None
    if found is None or found.lemma_.lower() in NO_DEED or child(found, "cop", "nsubj:pass", "aux:pass") is not None:
        return None
    if found.tag_ in ("VBD", "VBN"):
        return None  # "he'd seen it" is what he had done
    if found.lemma_.lower() == "have" and child(found, "xcomp") is not None:
        return None  # "will have to" is what others make it do
    return None if found.lemma_.lower() in UNSAID and (negated(verb) or negated(found)) else found


def _is_plain(verb: Token) -> bool:
    """A clause that says so by itself: nothing asked, nothing told of a thing in passing, nothing on a condition."""
    first = verb
    while relation(first) == "conj" and first.head.i != first.i:
        first = first.head
    if relation(first) in ("acl", "advcl", "amod", "csubj") or any(kid.lower_ in ASKING for kid in first.children):
        return False
    if any(kid.lower_ in HELD for kid in children(first, "mark", "advmod")):
        return False
    rest = verb.doc[verb.i : verb.sent.end]
    return next((word.text for word in rest if word.text in (".", "?", "!", ";")), "") != "?"
