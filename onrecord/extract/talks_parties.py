"""Who takes part in a talk, as the sentence attaches them: "X met Y", "X's talks with Y", "between X and Y", "X-Y talks"."""

from spacy.tokens import Token

from onrecord.extract.clause import by_phrase, case, child, children, conjuncts, predicate, relation, subject
from onrecord.extract.parties import actors_of, for_both
from onrecord.extract.talks_words import Trigger, words
from onrecord.extract.voices import Voices

__all__ = ["sides"]

WITH = frozenset({"with", "between", "among", "alongside"})
BROKERS = ("brokered", "mediated", "led", "sponsored", "hosted", "backed", "organised", "organized", "facilitated")


def sides(token: Token, trigger: Trigger, voices: Voices) -> tuple[tuple[int, ...], bool]:
    """The parties that the words name, in order, and whether "both sides", "the two leaders" or "they" stand there."""
    return _of_noun(token, trigger, voices) if trigger.noun else _of_verb(token, trigger, voices)


def _of_verb(verb: Token, trigger: Trigger, voices: Voices) -> tuple[tuple[int, ...], bool]:
    first = subject(verb)
    found = list(actors_of(first, voices)) if first is not None else []
    both = first is not None and for_both(first) and len(found) < 2
    other: list[int] = []
    for phrase in _beside(verb, trigger):
        if phrase.lemma_.lower() in words().audience:
            continue
        other.extend(one for one in actors_of(phrase, voices) if _fits(one, trigger, voices))
    if not other and (not trigger.alone or _has_other(verb, trigger)):
        return (), False
    if not other and not both and len(found) < 2 and not _bare(verb):
        return (), False
    if child(verb, "nsubj:pass") is not None and by_phrase(verb) is not None:
        other.extend(actors_of(by_phrase(verb) or verb, voices))
    return tuple(dict.fromkeys([*found, *other])), both


def _bare(verb: Token) -> bool:
    """Does the verb stand without an object, so that it can mean to meet one another?"""
    return child(verb, "obj") is None


def _has_other(verb: Token, trigger: Trigger) -> bool:
    return any(True for _ in _beside(verb, trigger))


def _beside(verb: Token, trigger: Trigger) -> list[Token]:
    found = [kid for kid in children(verb, "obl", "nmod") if case(kid).partition(" ")[0] in trigger.beside]
    if "obj" in trigger.beside and (child(verb, "xcomp") is None or not trigger.people):
        found = [*children(verb, "obj", "iobj"), *found]
    return found


def _fits(voice: int, trigger: Trigger, voices: Voices) -> bool:
    kind = voices.found[voice].kind
    if trigger.people:
        return kind in ("person", "office")
    return not trigger.bodies or kind in ("person", "office", "organisation")


def _of_noun(noun: Token, trigger: Trigger, voices: Voices) -> tuple[tuple[int, ...], bool]:
    found, both, attached = _inside(noun, voices)
    if trigger.with_only and not attached:
        return (), False
    if trigger.name == "call" and _is_demand(noun):
        return (), False
    outer, outer_both = _around(noun, voices, attached=attached)
    if len(found) < 2 or not attached:
        known = [*found, *(one for one in outer if one not in found)] if len(found) < 2 else found
        found, both = known, both or (outer_both and len(known) < 2)
    if trigger.joint and not any(kid.lower_ == "joint" for kid in noun.children):
        return (), False
    return tuple(dict.fromkeys(found)), both


def _is_demand(noun: Token) -> bool:
    """ "a call for restraint", "his call to arms": not a telephone call."""
    if any(kid.lower_ in words().media for kid in children(noun, "compound", "amod")):
        return False
    return any(case(kid) in ("for", "on", "to") for kid in children(noun, "nmod")) or child(noun, "acl") is not None


def _inside(noun: Token, voices: Voices) -> tuple[list[int], bool, bool]:
    """The parties in the talk's own phrase; the last value tells whether "with" or "between" is among its words."""
    found: list[int] = []
    both = attached = False
    for kid in noun.children:
        kind, mark = relation(kid), case(kid)
        if kid.dep_ == "nmod:poss" or (kind in ("compound", "amod", "nmod") and kid.i < noun.i):
            if any(word.lower_ in BROKERS for word in kid.subtree):
                continue
            both = both or (kid.dep_ == "nmod:poss" and (for_both(kid) or kid.lower_ == "their"))
            found.extend(_left(kid, voices))
        elif kind in ("nmod", "obl") and mark.partition(" ")[0] in WITH | {"of", "by"}:
            if mark != "of" or not found:
                found.extend(actors_of(kid, voices))
                both = both or for_both(kid)
            attached = attached or mark in WITH
        elif kind == "acl" and child(kid, "obl") is not None and any(case(k) in WITH for k in children(kid, "obl")):
            found.extend(one for k in children(kid, "obl") if case(k) in WITH for one in actors_of(k, voices))
            attached = True
    return found, both and len(found) < 2, attached


def _left(kid: Token, voices: Voices) -> list[int]:
    """Actors before the noun: "Vint's", "Vint-Tal", "Orlavian-Kestrian"."""
    own = list(actors_of(kid, voices))
    if own:
        return own + [one for sub in children(kid, "compound", "flat", "nmod") for one in actors_of(sub, voices)]
    return list(voices.in_range(kid.left_edge.idx, kid.idx + len(kid)))


def _around(noun: Token, voices: Voices, *, attached: bool) -> tuple[list[int], bool]:
    """Who holds, leaves, offers or asks for the talk: the doer of the clause, and a "with Y" that hangs on its verb."""
    top = noun
    while relation(top) in ("nmod", "conj", "appos") and top.head.i != top.i:
        top = top.head
        owner = child(top, "nmod:poss")
        if owner is not None and top.i != noun.i and actors_of(owner, voices):
            return list(actors_of(owner, voices)), False
    verb = predicate(top)
    found: list[int] = []
    both = False
    for _ in range(3):
        who = subject(verb)
        if who is not None and who.i not in (noun.i, top.i):
            found.extend(actors_of(who, voices))
            both = both or for_both(who)
        if not attached:
            for kid in children(verb, "obl"):
                if case(kid).partition(" ")[0] in WITH and kid.i != noun.i and kid.i != top.i:
                    found.extend(one for part in conjuncts(kid) for one in actors_of(part, voices))
        if found or both or verb.head.i == verb.i or relation(verb) in ("ccomp", "parataxis"):
            break
        verb = predicate(verb.head)
    return found, both
