"""Meetings of a body: "the G7 summit", "a meeting of European Union foreign ministers", whose members are its sides."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.clause import case, children, predicate, relation
from onrecord.extract.parties import Cast
from onrecord.extract.talks.parties import sides
from onrecord.extract.talks.words import Trigger, trigger_of, words

__all__ = ["assembly"]

GATHERINGS = frozenset({"summit", "meeting", "session", "talk"})
# "On the sidelines of the summit" others meet.
BESIDE_IT = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes", "eve", "ahead"})


def _is_assembly(voice: int, cast: Cast) -> bool:
    """Is this a body of states, whose meeting is a talk though nobody else is named?"""
    return cast.voices.found[voice].name in words().assemblies


def assembly(noun: Token, trigger: Trigger, cast: Cast) -> tuple[int, ...]:
    """The body whose meeting a word names; nothing where the word only says beside what another talk took place."""
    if not trigger.noun or trigger.name not in GATHERINGS or noun.head.lemma_.lower() in BESIDE_IT:
        return ()
    verb = predicate(noun)
    met = trigger_of(verb)
    beside = relation(noun) in ("obl", "nmod") and case(noun) != "for" and verb.i != noun.i
    if beside and met is not None and len(sides(verb, met, cast)[0]) > 1:
        return ()  # "will meet at the G20 summit"
    bodies = (one for word in _owners(noun) for one in cast.named(word) if _is_assembly(one, cast))
    return tuple(dict.fromkeys(bodies))[:1]


def _owners(noun: Token) -> Iterator[Token]:
    """ "The G7 summit", "the G7's summit", "a summit of the G7", "a meeting of foreign ministers of the G7"."""
    for kid in noun.children:
        kind = relation(kid)
        if (kind in ("compound", "amod", "nmod") and kid.i < noun.i) or (kind == "nmod" and case(kid) == "of"):
            yield kid
            yield from children(kid, "compound", "amod")
            yield from (inner for inner in children(kid, "nmod") if case(inner) in ("of", "from"))
