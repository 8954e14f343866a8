"""What the predicates above a talk say of it: "agreed to hold", "refused an offer to meet", "flew there to meet"."""

from spacy.tokens import Token

from onrecord.extract.clause import case, chain, child, children, long_after, negated, predicate, relation, tense
from onrecord.extract.talks.standing import Stand
from onrecord.extract.talks.words import words
from onrecord.model.acts import TalkStatus

__all__ = ["MOTION", "climb", "combine", "cue_of", "noun_cue"]

MOTION_WORDS = "arrive head land fly travel go come return gather meet visit sit leave join convene assemble"
MOTION = frozenset(MOTION_WORDS.split())
CERTAIN = ("past", "perfect", "present", "progressive", "participle", "none")


def climb(verb: Token, inner: Stand, *, start: bool = False) -> Stand:
    """Ask the predicates above, innermost first: "agreed to hold", "refused an offer to meet"."""
    found = inner
    below = verb
    for depth, above in enumerate(chain(verb)):
        if depth > 6:
            break
        if depth > 0 or start:
            if depth > 0 and relation(below) == "advcl" and tense(below) not in ("infinitive", "none"):
                break
            found = _asked(above, below, found)
        below = above
    if found.status is None and tense(verb) == "infinitive" and verb.head.i != verb.i:
        return _purpose(verb, predicate(verb.head))
    return found


def _asked(above: Token, below: Token, found: Stand) -> Stand:
    cue = cue_of(above)
    by_verb = cue is not None
    if cue is None:
        noun = noun_cue(above, below) if above.pos_ == "NOUN" else None
        held_by = words().standing.nouns.get(below.head.lemma_.lower()) if below.head.pos_ == "NOUN" else None
        cue = noun or held_by
    if cue is None and above.lemma_ == "be" and relation(below) == "xcomp":
        cue = "planned"
    if cue is None:
        return found
    if cue == "planned" and by_verb and negated(above) and found.status in (None, "planned", "held"):
        return Stand(None, above.lower_, dropped=True)  # "is not expected to attend"
    if cue in ("planned", "proposed") and any(kid.lower_ in ("if", "whether") for kid in children(above, "mark")):
        return Stand(None, "if")  # "even if they agree to meet"
    if cue == "cancelled" and not _is_done(above):
        cue = "planned"
    if cue == "proposed" and by_verb and negated(above):
        cue = "refused"
    if cue == "refused" and by_verb and above.lemma_.lower() in ("rule", "exclude", "refuse") and negated(above):
        return Stand(
            None, above.lower_, dropped=True
        )  # who does not rule out talks has neither refused nor offered any
    if cue == "planned" and by_verb and tense(above) in ("should", "could"):
        cue = "proposed"
    return combine(found, cue, above.lower_)


def _is_done(verb: Token) -> bool:
    """Has it happened: "cancelled", "by cancelling", but not "could cancel", "on the verge of cancelling"?"""
    when = tense(verb)
    if when == "gerund":
        return case(verb) in ("by", "after", "in", "on") and not long_after(verb)
    return when in CERTAIN and not negated(verb)


def cue_of(verb: Token) -> TalkStatus | None:
    """What a governing verb or adjective says, phrasal verbs ("call off", "pull out") and "would like" included."""
    lemma = verb.lemma_.lower()
    standing = words().standing
    adjectival = child(verb, "aux:pass") is not None and verb.lower_ in standing.adjectives
    if child(verb, "cop") is not None or verb.pos_ == "ADJ" or adjectival:
        return standing.adjectives.get(verb.lower_) or standing.adjectives.get(lemma)
    for kid in verb.children:
        if relation(kid) in ("compound", "advmod", "obl", "mark") or kid.dep_ == "compound:prt":
            particle = kid.lower_ if relation(kid) != "obl" else case(kid)
            phrasal = standing.verbs.get(f"{lemma} {particle.partition(' ')[0]}")
            if phrasal is not None:
                return phrasal
    if lemma == "like":
        return standing.verbs.get(lemma) if tense(verb) == "would" else None
    return standing.verbs.get(lemma)


def combine(inner: Stand, outer: TalkStatus, word: str) -> Stand:
    """One cue inside another: a refused offer is refused, a threat to cancel leaves the talk planned."""
    if inner.status in ("cancelled", "refused"):
        return Stand("planned", word) if outer in ("proposed", "planned") else inner
    if inner.status in ("proposed", "under way", "held") and inner.why not in ("should", "could", "would", "gerund"):
        if outer in ("cancelled", "refused") or (outer == "planned" and inner.status == "proposed"):
            return Stand(outer, word)
        return inner
    if inner.status == "planned" and outer == "proposed" and inner.why != "would":
        return inner
    return Stand(outer, word)


def _purpose(verb: Token, above: Token) -> Stand:
    """ "flew to the capital to meet": what was travelled for has been held, unless the journey itself lies ahead."""
    when = tense(above)
    moved = above.lemma_.lower() in MOTION and relation(verb) in ("advcl", "xcomp")
    if when in ("past", "perfect") and moved and not negated(above):
        return Stand("held", above.lower_)
    if when in ("future", "would", "progressive", "present") and above.lemma_.lower() in MOTION:
        return Stand("planned", above.lower_)
    return Stand(None, "")


def noun_cue(noun: Token, below: Token) -> TalkStatus | None:
    """What the noun that a talk hangs on says of it; a call is one for it, or is itself a talk."""
    if noun.lemma_.lower() == "call" and case(below) != "for" and relation(below) != "acl":
        return None
    return words().standing.nouns.get(noun.lemma_.lower())
