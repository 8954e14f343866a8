"""How a talk stands in the words around it: held, under way, planned, proposed, refused or cancelled."""

from typing import NamedTuple

from spacy.tokens import Token

from onrecord.extract.clause import case, chain, child, children, long_after, negated, predicate, relation, tense
from onrecord.extract.talks.words import BESIDE, Trigger, words
from onrecord.model.acts import TalkStatus

__all__ = ["Stand", "measured", "stand"]

MEETING = frozenset({"event", "meeting", "summit", "visit", "trip", "gathering", "session", "round", "call"})
MOTION_WORDS = "arrive head land fly travel go come return gather meet visit sit leave join convene assemble"
MOTION = frozenset(MOTION_WORDS.split())
CERTAIN = ("past", "perfect", "present", "progressive", "participle", "none")
# Who is one of these in talks now is still talking.
ENGAGED = frozenset({"be", "engage", "involve", "lock", "participate", "remain", "stay"})
# Of talks that somebody had, that took place or concluded, nothing is left to come.
OVER = frozenset({"have", "hold", "take", "conclude", "end", "finish"})
# "hours of talks" are talks: what is said of the hours is said of them.
MEASURES = frozenset({"minute", "hour", "day", "week", "month", "year", "series", "flurry", "string"})


# Who has one of these in talks says nothing of when they are.
ATTITUDES = frozenset(
    {"confident", "interested", "interest", "confidence", "faith", "trust", "stake", "hope", "hopeful"}
)
WISHED = frozenset({"important", "vital", "essential", "necessary", "crucial", "imperative", "good", "better", "best"})
HOPES = frozenset({"hope", "chance", "prospect", "door", "window", "room", "need"})
TOPICAL = frozenset({"on", "about", "over", "of", "regarding", "into", "from"})

COMING = frozenset({"materialise", "materialize", "be", "exist", "come", "arise", "emerge", "advance"})
FORETOLD = "foretold"  # "said the talks would be long"


class Stand(NamedTuple):
    """A status and the word that gave it; None where the words do not tell, `dropped` where they deny the talk."""

    status: TalkStatus | None
    why: str
    dropped: bool = False


def stand(token: Token, trigger: Trigger) -> Stand:
    """What the clause and the clauses above it say of the talk that this token names."""
    if _called_off(token):
        return Stand("cancelled", "but called off")
    found = _noun(token) if trigger.noun else _verb(token)
    return found._replace(status=trigger.means) if trigger.means and found.status == "held" else found


SPOILING = frozenset(
    {"sabotage", "derail", "torpedo", "disrupt", "wreck", "spoil", "thwart", "jeopardise", "jeopardize", "undermine"}
)


OPEN = ("infinitive", "gerund", "could", "future", "would")
SEEMING = frozenset({"seem", "appear", "look", "sound"})


def _called_off(token: Token) -> bool:
    """ "were due to meet on Friday, but the meeting was cancelled"."""
    for verb in token.sent:
        if verb.i < token.i or words().standing.verbs.get(verb.lemma_.lower()) != "cancelled" or negated(verb):
            continue
        who = child(verb, "nsubj:pass")
        if who is None and _backed_out(verb):
            return True
        points = who is not None and (who.lower_ in ("it", "which") or (who.lemma_ in MEETING and who.i > token.i))
        if points and tense(verb) in ("past", "perfect"):
            return True
    return False


def _backed_out(verb: Token) -> bool:
    """ "… but the other side cancelled": it has no other object than the talk told before."""
    lone = child(verb, "obj", "ccomp", "xcomp") is None and child(verb, "nsubj") is not None
    return lone and any(kid.lower_ == "but" for kid in children(verb, "cc")) and tense(verb) in ("past", "perfect")


def _verb(verb: Token) -> Stand:
    if relation(verb) in ("acl", "ccomp") and verb.head.lower_ == "way" and negated(verb.head):
        return Stand(None, "no way", dropped=True)
    if any(kid.lower_ in ("if", "whether") for kid in children(verb, "mark")) and relation(verb) == "ccomp":
        return Stand(None, "whether", dropped=True)  # "declined to say if they had met"
    own = _by_tense(verb)
    if own.status is None and tense(verb) == "infinitive":
        own = _arranged(verb) or own
    return own if own.dropped else _climb(verb, own)


def _arranged(verb: Token) -> Stand | None:
    """ "is due to meet", where the tree makes "meet" the head."""
    for kid in children(verb, "advmod", "amod"):
        cue = words().standing.adjectives.get(kid.lower_)
        if cue is not None:
            return Stand(cue, kid.lower_)
    return None


def _noun(noun: Token) -> Stand:
    found = _of_noun(noun)
    over = (word for word in noun.subtree if relation(word) == "acl" and word.lemma_.lower() in OVER)
    had = next((kid for kid in over if not negated(kid) and tense(kid) in ("past", "perfect", "participle")), None)
    if found.status in (None, "under way") and had is not None:
        return Stand("held", had.lower_)
    counted = measured(noun) and child(noun.head, "nummod") is not None
    return Stand("held", noun.head.lower_) if found.status is None and counted and not found.dropped else found


def measured(noun: Token) -> bool:
    """Is the talk told by how much of it there was: "16 hours of talks", "months of talks"?"""
    return case(noun) == "of" and noun.head.lemma_.lower() in MEASURES


def _of_noun(noun: Token) -> Stand:
    inner = _own_adjective(noun)
    above = noun
    while (
        relation(above) in ("nmod", "conj", "appos", "compound") and above.head.i != above.i and not _is_clause(above)
    ):
        below, above = above, above.head
        cue = _noun_cue(above, below)
        if cue is not None:
            inner = _combine(inner, cue, above.lower_)
    verb = predicate(above)
    if verb.i == above.i and relation(above) not in ("root", "ROOT") and verb.head.i != verb.i:
        verb = predicate(above.head)
    return _in_clause(noun, above, verb, inner)


def _noun_cue(noun: Token, below: Token) -> TalkStatus | None:
    """What the noun that a talk hangs on says of it; a call is one for it, or is itself a talk."""
    if noun.lemma_.lower() == "call" and case(below) != "for" and relation(below) != "acl":
        return None
    return words().standing.nouns.get(noun.lemma_.lower())


def _is_clause(token: Token) -> bool:
    return child(token, "nsubj", "cop") is not None


def _in_clause(noun: Token, above: Token, verb: Token, inner: Stand) -> Stand:
    """What the clause in which the talk's phrase stands says of it."""
    kind, mark = relation(above), _mark(noun, above)
    if mark == "in" and noun.head.lemma_.lower() in ATTITUDES:
        return Stand(None, noun.head.lower_)  # "confident in the talks"
    place = words().standing.prepositions.get(mark)
    when = tense(verb)
    partaking = mark == "in" and _takes_part(verb)
    if mark == "in" and child(noun, "cop") is not None and tense(noun) == "present":
        return Stand("under way", mark)  # "the two are in talks"
    if mark == "of" and noun.head.lemma_.lower() == "part" and child(noun.head, "cop") is not None:
        return Stand("under way" if tense(noun.head) == "present" else "held", "part of")
    if mark == "in" and kind == "obl" and verb.lemma_.lower() in ENGAGED and when in ("present", "progressive"):
        return Stand("under way", mark)
    if place is not None and kind in ("obl", "nmod", "advmod", "root", "ROOT") and mark in BESIDE and not partaking:
        over = inner.status == "planned" and mark in ("at", "during", "after") and when in ("past", "perfect")
        ahead = inner.status not in (None, "held") and not over  # who said it "at a scheduled meeting" has met
        if mark in ("at", "during") and _is_outside(noun, verb):
            return inner if ahead else Stand(place, mark)
        return inner if ahead else Stand(_beside(place, mark, verb), mark)
    if verb.lemma_.lower() in SPOILING and kind == "obj" and when in OPEN:
        return Stand(None, verb.lower_)  # who means to spoil talks says nothing of when they are
    if verb.lemma_.lower() in SEEMING and kind == "nsubj" and child(verb, "ccomp") is None and not _done(verb):
        return Stand(None, verb.lower_)  # "a meeting seemed unlikely": what a talk seems to be does not say that it was
    if _cue(verb) is not None and kind in ("obj", "nsubj", "obl", "xcomp", "ccomp", "nmod"):
        return _climb(verb, inner, start=True)
    if mark == "for" and inner.status in (None, "held"):
        return _for(verb, when)
    light = verb.lemma_.lower() in words().light
    if light or kind in ("nsubj", "root", "ROOT") or child(verb, "cop") is not None:
        own = _by_tense(verb, light=True)
        if light and when == "infinitive" and inner.status is None:
            own = _arranged(verb) or own
        if own.dropped and not light and kind == "nsubj" and verb.lemma_.lower() not in COMING:
            own = own._replace(dropped=False)  # talks that "did not bring a deal" have been held
        if own.dropped:
            return own
        if not light and when in ("would", "could"):
            foretold = when == "would" and relation(verb) == "ccomp" and tense(verb.head) == "past"
            own = Stand("planned", FORETOLD) if foretold and inner.status is None else Stand(None, when)
        if own.status is not None and (inner.status in (None, "held") or own.status == "planned"):
            inner = own
        return _climb(verb, inner)
    if inner.status is None and kind in ("obj", "iobj") and when in ("past", "perfect") and not negated(verb):
        return Stand("held", verb.lower_)
    beside = kind == "obl" or (kind == "obj" and above.i != noun.i)
    if beside and (mark in TOPICAL or (mark == "to" and verb.lemma_.lower() not in MOTION)):
        return inner  # "threatened to tie it to the talks", "declined to answer questions on them"
    return _climb(verb, inner) if inner.status is None and when == "infinitive" and kind in ("obj", "obl") else inner


def _mark(noun: Token, above: Token) -> str:
    """The talk's preposition; of "before and after" the one that tells more."""
    mark = case(above) if measured(noun) else case(noun) or case(above)
    joined = [kid.lower_ for word in children(noun, "case") for kid in children(word, "conj", "fixed")]
    return next((other for other in joined if other in ("during", "after")), mark) if mark[:6] == "before" else mark


def _done(verb: Token) -> bool:
    """ "Appeared to have ended": a deed stands behind the seeming."""
    return any(kid.pos_ == "VERB" for kid in children(verb, "xcomp"))


def _takes_part(verb: Token) -> bool:
    """ "did not take part in the talks": the verb is not beside the talk, but tells it."""
    part = any(kid.lower_ == "part" for kid in children(verb, "obj"))
    return verb.lemma_.lower() in ("engage", "participate") or (verb.lemma_.lower() == "take" and part)


def _is_outside(noun: Token, verb: Token) -> bool:
    """'"we will close it," she said during a meeting': what is quoted lies ahead, the meeting does not."""
    between = noun.doc[min(verb.i, noun.i) : max(verb.i, noun.i)]
    return sum(word.text in ('"', "”", "“") for word in between) % 2 == 1


def _for(verb: Token, when: str) -> Stand:
    """ "flew there for talks": the journey's time is the talk's; of other doings "for" says nothing."""
    who = child(verb, "nsubj")
    hoped = who is not None and who.lemma_.lower() in HOPES  # "hope is alive for talks"
    journey = not hoped and (verb.lemma_.lower() in MOTION or child(verb, "cop") is not None)
    if negated(verb) or not journey:
        return Stand(None, "for")
    return Stand("held" if when in ("past", "perfect", "none") else "planned", "for")


def _beside(place: TalkStatus, mark: str, verb: Token) -> TalkStatus:
    """ "during the talks" of something that is yet to come speaks of talks to come."""
    if place != "held" or mark in ("after", "following"):
        return place
    told = [tense(above) for above in chain(verb)]
    return (
        "planned"
        if told[0] in ("future", "would") or (told[0] == "infinitive" and "past" not in told and "perfect" not in told)
        else place
    )


def _own_adjective(noun: Token) -> Stand:
    for kid in children(noun, "amod", "acl", "compound", "advmod"):
        status = words().standing.own.get(kid.lower_)
        if status is not None and kid.i < noun.i:
            return Stand(status, kid.lower_)
    if any(kid.lower_ in ("another", "more", "further", "new") for kid in noun.children):
        return Stand(None, "")
    return Stand(None, "")


def _by_tense(verb: Token, *, light: bool = False) -> Stand:
    """What the clause's own tense says, before any word above it is asked."""
    when = tense(verb)
    denied = negated(verb)
    if any(kid.lower_ in ("if", "whether", "unless", "until") for kid in children(verb, "mark", "advmod")):
        return Stand(None, when)
    if when == "present" and verb.tag_ in ("VBP", "VBZ") and (supposed := _only_when(verb)) is not None:
        return supposed
    if relation(verb) in ("ccomp", "csubj") and verb.head.lower_ in WISHED:
        return Stand(None, when)  # "it is important that they meet"
    own = words().light.get(verb.lemma_.lower(), {}) if light else {}
    if when == "would" and verb.tag_ == "VBG":
        return Stand(None, when)  # "they would not be talking" supposes
    if when in ("future", "would"):
        return Stand("refused" if denied and not light else "planned", when)
    if when in ("could", "should"):
        return Stand("proposed", when)
    if when in ("past", "perfect"):
        return Stand(own.get("past", "held"), when, dropped=denied)
    if when in ("present", "progressive"):
        return Stand(
            None if light and not own and when == "present" else _now(verb, own.get("present")), when, dropped=denied
        )
    if when == "gerund" and case(verb) == "in" and not _is_told_of_the_past(verb):
        return Stand(None, "in")  # "an interest in resuming talks", "can take its time in negotiating"
    if when == "gerund":
        return Stand(words().standing.prepositions.get(case(verb), "held"), case(verb) or when)
    return Stand("held" if when == "participle" else None, when)


def _is_told_of_the_past(verb: Token) -> bool:
    """ "thanked them for the help in hosting talks", but not "showed an interest in talks"."""
    above = predicate(verb.head)
    return verb.head.lemma_.lower() not in ATTITUDES and tense(above) in ("past", "perfect")


def _only_when(verb: Token) -> Stand | None:
    """ "it will be raised when they meet" tells of a meeting to come, "it would be raised when …" of none."""
    marks = {kid.lower_ for kid in children(verb, "mark", "advmod")}
    if relation(verb) != "advcl" or not marks & {"when", "once", "whenever"}:
        return None
    above = tense(verb.head)
    if above in ("would", "could", "should"):
        return Stand(None, above)
    return Stand("planned", above) if above == "future" else None


def _now(verb: Token, own: TalkStatus | None) -> TalkStatus:
    if own is not None:
        return own
    return "under way" if tense(verb) == "progressive" else "held"


def _climb(verb: Token, inner: Stand, *, start: bool = False) -> Stand:
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
    cue = _cue(above)
    by_verb = cue is not None
    if cue is None:
        noun = _noun_cue(above, below) if above.pos_ == "NOUN" else None
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
    return _combine(found, cue, above.lower_)


def _is_done(verb: Token) -> bool:
    """Has it happened: "cancelled", "by cancelling", but not "could cancel", "on the verge of cancelling"?"""
    when = tense(verb)
    if when == "gerund":
        return case(verb) in ("by", "after", "in", "on") and not long_after(verb)
    return when in CERTAIN and not negated(verb)


def _cue(verb: Token) -> TalkStatus | None:
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


def _combine(inner: Stand, outer: TalkStatus, word: str) -> Stand:
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
