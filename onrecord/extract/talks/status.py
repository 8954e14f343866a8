"""How a talk stands in the words around it: held, under way, planned, proposed, refused or cancelled."""

from spacy.tokens import Token

from onrecord.extract.clause import case, chain, child, children, negated, predicate, relation, tense
from onrecord.extract.talks.above import MOTION, climb, combine, cue_of, noun_cue
from onrecord.extract.talks.standing import Stand
from onrecord.extract.talks.tenses import ATTITUDES, by_tense
from onrecord.extract.talks.words import BESIDE, Trigger, words
from onrecord.model.acts import TalkStatus

__all__ = ["measured", "stand"]

# What a question opens with that wants a yes or a no.
ASKING = frozenset(
    {"is", "are", "was", "were", "do", "does", "did", "will", "would", "has", "have", "had", "can", "could", "should"}
)
MEETING = frozenset({"event", "meeting", "summit", "visit", "trip", "gathering", "session", "round", "call"})
# Who is one of these in talks now is still talking.
ENGAGED = frozenset({"be", "engage", "involve", "lock", "participate", "remain", "stay"})
# Of talks that somebody had, that took place or concluded, nothing is left to come.
OVER = frozenset({"have", "hold", "take", "conclude", "end", "finish"})
# "hours of talks" are talks: what is said of the hours is said of them.
MEASURES = frozenset({"minute", "hour", "day", "week", "month", "year", "series", "flurry", "string"})


HOPES = frozenset({"hope", "chance", "prospect", "door", "window", "room", "need"})
TOPICAL = frozenset({"on", "about", "over", "of", "regarding", "into", "from"})

COMING = frozenset({"materialise", "materialize", "be", "exist", "come", "arise", "emerge", "advance"})
FORETOLD = "foretold"  # "said the talks would be long"


def stand(token: Token, trigger: Trigger) -> Stand:
    """What the clause and the clauses above it say of the talk that this token names."""
    if _is_asked(token):
        return Stand(None, "?", dropped=True)
    if _called_off(token):
        return Stand("cancelled", "but called off")
    found = _noun(token) if trigger.noun else _verb(token)
    return found._replace(status=trigger.means) if trigger.means and found.status == "held" else found


SPOILING = frozenset(
    {"sabotage", "derail", "torpedo", "disrupt", "wreck", "spoil", "thwart", "jeopardise", "jeopardize", "undermine"}
)


OPEN = ("infinitive", "gerund", "could", "future", "would")
SEEMING = frozenset({"seem", "appear", "look", "sound"})


def _is_asked(token: Token) -> bool:
    """ "Are there any talks going on?" asks, and tells of none."""
    mark = next((word for word in token.doc[token.i : token.sent.end] if word.text in (".", "?", "!", ";")), None)
    if mark is None or mark.text != "?":
        return False
    clause = predicate(token)
    first = next((word for word in (clause, *clause.children) if word.lower_ in ASKING), None)
    who = child(clause, "nsubj", "nsubj:pass", "expl")
    return first is not None and (who is None or first.i < who.i) and first.i < token.i


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
    own = by_tense(verb)
    if own.status is None and tense(verb) == "infinitive":
        own = _arranged(verb) or own
    return own if own.dropped else climb(verb, own)


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
        cue = noun_cue(above, below)
        if cue is not None:
            inner = combine(inner, cue, above.lower_)
    verb = predicate(above)
    if verb.i == above.i and relation(above) not in ("root", "ROOT") and verb.head.i != verb.i:
        verb = predicate(above.head)
    return _in_clause(noun, above, verb, inner)


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
    if cue_of(verb) is not None and kind in ("obj", "nsubj", "obl", "xcomp", "ccomp", "nmod"):
        return climb(verb, inner, start=True)
    if mark == "for" and inner.status in (None, "held"):
        return _for(verb, when)
    light = verb.lemma_.lower() in words().light
    if light or kind in ("nsubj", "root", "ROOT") or child(verb, "cop") is not None:
        own = by_tense(verb, light=True)
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
        return climb(verb, inner)
    if inner.status is None and kind in ("obj", "iobj") and when in ("past", "perfect") and not negated(verb):
        return Stand("held", verb.lower_)
    beside = kind == "obl" or (kind == "obj" and above.i != noun.i)
    if beside and (mark in TOPICAL or (mark == "to" and verb.lemma_.lower() not in MOTION)):
        return inner  # "threatened to tie it to the talks", "declined to answer questions on them"
    return climb(verb, inner) if inner.status is None and when == "infinitive" and kind in ("obj", "obl") else inner


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
