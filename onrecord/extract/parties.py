"""From words to actors: whom a phrase names, through conjunctions, "leaders of X and Y", and words for both sides."""

from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.extract.clause import children, conjuncts, relation, subject
from onrecord.extract.talks_words import words
from onrecord.extract.voices import Voices

__all__ = ["actors_of", "doer", "for_both", "named"]

NAMING = ("flat", "appos", "compound", "nmod")
OF = frozenset({"of", "from", "for"})


def named(token: Token, voices: Voices) -> int | None:
    """The actor that a phrase with this head names, if it is one that can act (no outlet, no agency)."""
    found = voices.at(token.idx, token.idx + len(token))
    if found is None:
        for kid in children(token, "flat", "appos"):
            found = voices.at(kid.idx, kid.idx + len(kid))
            if found is not None:
                break
    if found is None or voices.found[found].kind in ("outlet", "agency"):
        return None
    return found


def actors_of(token: Token, voices: Voices) -> tuple[int, ...]:
    """All actors that a phrase and what is joined to it name, in order; a body of delegates stands for whom they are from."""
    found: list[int] = []
    for part in conjuncts(token):
        one = named(part, voices)
        if one is not None and not (for_both(part) and voices.found[one].kind == "group"):
            found.append(one)
        elif part.lemma_.lower() in words().both or one is None:
            found.extend(_members(part, voices))
    return tuple(dict.fromkeys(found))


def _members(token: Token, voices: Voices) -> Iterable[int]:
    """ "leaders of Orlavia and Kestria", "the Orlavian and Kestrian delegations"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return
    for kid in children(token, "nmod", "amod", "compound"):
        marks = {mark.lower_ for mark in children(kid, "case")}
        if kid.i > token.i and not marks & OF:
            continue
        for part in conjuncts(kid):
            one = named(part, voices)
            if one is not None:
                yield one


def for_both(token: Token) -> bool:
    """Is this a word for both sides at once: "the two leaders", "both sides", "they", "we"?"""
    if token.lower_ in ("they", "both", "each"):
        return True
    if token.lemma_.lower() not in words().both or not token.lower_.endswith(("s", "n")):
        return False
    return True


def doer(verb: Token, voices: Voices) -> tuple[int, ...]:
    """Who does what a predicate says, shared subjects included; empty where nobody is named."""
    who = subject(verb)
    return () if who is None or relation(who) == "root" else actors_of(who, voices)
