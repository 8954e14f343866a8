"""Who takes part in a talk, as the sentence attaches them: "X met Y", "X's talks with Y", "X-Y talks"."""

from spacy.tokens import Token

from onrecord.extract.clause import by_phrase, case, child, children, own_subject, predicate, relation, subject, tense
from onrecord.extract.parties import Cast, for_both
from onrecord.extract.talks.words import Trigger, trigger_of, words

__all__ = ["WITH", "sides"]

ASIDE = frozenset(
    {"during", "after", "following", "at", "before", "in", "for", "of", "out of", "ahead of", "towards", "toward"}
)
WITH = frozenset({"with", "between", "among", "alongside"})
HAVING = frozenset({"have", "hold"})  # "a call that she had with Tal"
TELLING = frozenset(
    ["tell", "assure", "inform", "urge", "ask", "warn", "press", "promise", "thank", "remind", "confront"]
)
SPEECHES = frozenset(["interview", "speech", "address", "rally", "broadcast", "testimony", "statement"])
ASKING = frozenset({"invitation", "offer", "proposal", "request", "call"})  # of one to the other
HIM = frozenset({"him", "her"})  # of words that somebody quotes: himself
HOMES = frozenset({"house", "palace", "capital", "residence", "ranch", "talk", "summit", "meeting", "dinner", "lunch"})
JOURNEYS = frozenset({"travel", "fly", "go", "head", "visit", "come", "return"})
BROKERS = frozenset(
    ["brokered", "run", "mediated", "led", "sponsored", "hosted", "backed", "organised", "organized", "facilitated"]
)
# Doers of these in whose clause a talk stands do not take part in it.
HOSTS = frozenset(["host", "mediate", "broker", "organise", "organize", "arrange", "facilitate", "sponsor", "oversee"])
WATCHERS = frozenset(
    [
        "report",
        "say",
        "welcome",
        "hail",
        "praise",
        "watch",
        "follow",
        "criticise",
        "criticize",
        "condemn",
        "support",
        "back",
    ]
)


def sides(token: Token, trigger: Trigger, cast: Cast) -> tuple[tuple[int, ...], bool]:
    """The parties that the words name, in order, and whether "both sides", "the two leaders" or "they" stand there."""
    found, both = _of_noun(token, trigger, cast) if trigger.noun else _of_verb(token, trigger, cast)
    if both and len(found) < 2:
        first = subject(token) if not trigger.noun else None
        spoken = first is not None and first.lower_ == "we"
        if spoken and trigger.name not in ("meet", "negotiate"):
            return found, False
        men = first is not None and first.lower_ in ("men", "women")
        pair = cast.before(token, beside=found, people=spoken or men) if spoken or not found else ()
        return (pair or found), not spoken
    return tuple(dict.fromkeys(found)), both


def _of_verb(verb: Token, trigger: Trigger, cast: Cast) -> tuple[tuple[int, ...], bool]:
    if trigger.people and (_is_no_visit(verb) or (trigger.means and not _leads_somewhere(verb))):
        return (), False
    first = _doer(verb)
    found = cast.left_of(verb) if first is None else cast.actors_of(first)
    if first is None and not found and verb.i == _opens(verb):
        found = cast.speaker(verb)  # "Met today with Tal," she wrote
    if own_subject(verb) is None and tense(verb) in ("future", "would", "past") and (nearer := cast.left_of(verb)):
        first, found = None, nearer  # "it is likely Vint and Tal will meet", with the names hung elsewhere
    both = first is not None and for_both(first) and (len(found) < 2 or first.pos_ == "NOUN")
    phrases = [phrase for phrase in _beside(verb, trigger) if phrase.lemma_.lower() not in words().audience]
    if trigger.format == "conversation" and (_is_at_another(verb) or _is_heard_only(verb, phrases)):
        return (), False
    other = tuple(one for phrase in phrases for one in cast.actors_of(phrase) if _fits(one, trigger, cast))
    if trigger.format == "conversation" and not _has_medium(verb):
        other = tuple(one for one in other if not _is_public(verb, one, phrases, cast))
    if not other and not phrases and trigger.beside & WITH and not _is_spoken_of(verb):
        other = tuple(one for one in cast.beside(verb, trigger.beside & WITH, reach=8) if _fits(one, trigger, cast))
    if child(verb, "nsubj:pass") is not None and (doer := by_phrase(verb)) is not None:
        other = (*other, *cast.actors_of(doer))
    if not other and not phrases and (host := _host(verb, cast)):
        return tuple(dict.fromkeys([*found, *host])), both
    if not other and (not trigger.alone or phrases or any(True for _ in _beside(verb, trigger))):
        return (), False
    return tuple(dict.fromkeys([*found, *other])), both


def _opens(verb: Token) -> int:
    """Where the first word of the sentence stands, after quotation marks and the like."""
    return next((word.i for word in verb.sent if word.is_alpha), -1)


def _leads_somewhere(verb: Token) -> bool:
    """ "Invited Tal to Brenport", "to visit": to the one who invites, and not to speak or to see for oneself."""
    there = (kid for kid in children(verb, "obl") if case(kid) == "to")
    if any(kid.ent_type_ in ("LOC", "GPE", "FAC") or kid.lemma_.lower() in HOMES for kid in there):
        return True
    return any(kid.lemma_.lower() in JOURNEYS for kid in children(verb, "xcomp", "ccomp", "advcl"))


def _host(verb: Token, cast: Cast) -> tuple[int, ...]:
    """ "will travel to Kestria to discuss it": the state to which somebody goes in order to talk."""
    journey = verb.head
    if relation(verb) not in ("advcl", "xcomp") or journey.i == verb.i or not journey.i < verb.i:
        return ()
    lemma = journey.lemma_.lower()
    if lemma not in JOURNEYS or tense(verb) != "infinitive":
        return ()
    goals = [kid for kid in children(journey, "obl") if case(kid) == "to"]
    goals += list(children(journey, "obj")) if lemma == "visit" else []
    found = (one for kid in goals for one in cast.named(kid))
    return tuple(one for one in found if cast.voices.found[one].kind == "country")


def _is_at_another(verb: Token) -> bool:
    """ "spoke at a news conference with …", "after a meeting with …": who stands there was not spoken with.

    Where the other event is told first, "after the summit she spoke with Tal" is a talk of its own.
    """
    aside = ("at", "during", "after", "before", "following")
    there = [kid for kid in children(verb, "obl") if case(kid) in aside and trigger_of(kid) is not None]
    with_ = [kid for kid in children(verb, "obl") if case(kid) == "with"]
    return any(not any(kid.i < verb.i < other.i for other in with_) for kid in there)


def _has_medium(verb: Token) -> bool:
    """Is a means of talking named in the clause: "spoke by phone"?"""
    return any(kid.lower_ in words().media for kid in verb.children)


def _is_heard_only(verb: Token, phrases: list[Token]) -> bool:
    """ "spoke during an interview with …", "they talk about …": nobody else takes part in it."""
    if any(kid.lemma_.lower() in SPEECHES for kid in children(verb, "obl")):
        return True
    who = subject(verb)
    if not phrases and _is_spoken_of(verb) and any(kid.lower_.endswith("ly") for kid in children(verb, "advmod")):
        return True  # "Vint and Tal have spoken harshly about Kestria", each for herself
    return not phrases and who is not None and who.lower_ in ("they", "we") and _is_spoken_of(verb)


def _is_spoken_of(verb: Token) -> bool:
    """ "has long talked of working with …": what is named there is what it is about."""
    return verb.lemma_.lower() in ("talk", "speak") and any(
        case(kid).split(" ")[0] in ("of", "about") for kid in children(verb, "obl", "advcl", "ccomp")
    )


def _is_public(verb: Token, voice: int, phrases: list[Token], cast: Cast) -> bool:
    """Is it a whole state or a broadcaster that is spoken to ("spoke directly to Kestria's leaders", "to state TV")?"""
    if cast.voices.found[voice].name.lower().split()[-1] in words().audience:
        return True
    to = [phrase for phrase in phrases if case(phrase) == "to"]
    mine = any(voice in cast.actors_of(phrase) for phrase in to)
    return mine and verb.lemma_.lower() == "speak" and cast.voices.found[voice].kind == "country"


def _doer(verb: Token) -> Token | None:
    """Who meets: the verb's own subject, but of "…, she said after meeting them" that of the verb before "after"."""
    if verb.tag_ == "VBG" and case(verb) in ("after", "before") and verb.i - 2 > verb.sent.start:
        told = verb.nbor(-2)
        if told.pos_ == "VERB" and told.i != verb.head.i and child(told, "nsubj") is not None:
            return subject(told)
    return subject(verb)


def _is_no_visit(verb: Token) -> bool:
    """ "talks hosted by …" has no guest; "called him a liar" is no call."""
    named = any(kid.pos_ in ("NOUN", "PROPN", "ADJ") for kid in children(verb, "xcomp", "ccomp"))
    named = named or child(verb, "iobj") is not None  # "calling them a breach of the accord"
    named = named or any(kid.lower_ in ("it", "this", "that", "what") for kid in children(verb, "obj", "iobj"))
    return named or (verb.tag_ == "VBN" and relation(verb) in ("acl", "amod"))


def _beside(verb: Token, trigger: Trigger) -> list[Token]:
    near = [kid for kid in children(verb, "obl", "nmod") if trigger.beside & set(case(kid).split())]
    found = [kid for kid in near if not _is_of_another(kid)]
    if "obj" in trigger.beside and (child(verb, "xcomp") is None or trigger.means or not trigger.people):
        found = [*children(verb, "obj", "iobj"), *found]
    return found


def _is_of_another(phrase: Token) -> bool:
    """ "To meet with Tal before the summit with Vint": right behind another talk, "with" tells whose that is."""
    mark = child(phrase, "case")
    before = mark.nbor(-1) if mark is not None and mark.i > mark.sent.start else None
    talk = None if before is None or before.pos_ != "NOUN" else trigger_of(before)
    return talk is not None and talk.noun and before is not None and before.i != phrase.head.i


def _fits(voice: int, trigger: Trigger, cast: Cast) -> bool:
    kind = cast.voices.found[voice].kind
    if trigger.people:
        return kind in ("person", "office")
    return not trigger.bodies or kind in ("person", "office", "organisation")


def _of_noun(noun: Token, trigger: Trigger, cast: Cast) -> tuple[tuple[int, ...], bool]:
    found, both, attached = _inside(noun, trigger, cast)
    if not attached and len(cast.parties(found)) < 2:
        beside = cast.beside(noun, WITH)
        found, attached = (*found, *beside), bool(beside)
    if (trigger.with_only and not attached) or (trigger.name == "call" and _is_demand(noun)):
        return (), False
    if trigger.joint and not (
        _is_joint(noun) or any(map(cast.person, cast.beside(noun, frozenset({"with"}), reach=4)))
    ):
        return (), False
    if not found and relation(noun) == "obj" and (host := _host(noun.head, cast)):
        return (*cast.doer(noun.head), *host), False  # "visits Kestria to start talks"
    if len(cast.parties(found)) < 2 and len(found) < 2 and not both:
        outer, outer_both = _around(noun, cast) if attached or _takes_part(noun) else ((), False)
        found, both = (*outer, *found), both or outer_both
    elif attached and _held_with_all(noun):
        outer, _ = _around(noun, cast)
        found = (*outer, *found)
    return tuple(dict.fromkeys(found)), both


def _is_joint(noun: Token) -> bool:
    return any(kid.lower_ == "joint" for kid in noun.children)


def _held_with_all(noun: Token) -> bool:
    """ "held talks with Tal and Lind": the doer takes part, however many stand behind "with"."""
    verb, standing = noun.head, words().standing.verbs
    if relation(noun) != "obj" or verb.pos_ != "VERB" or child(noun, "nmod:poss") is not None:
        return False
    ways = (verb.lemma_.lower(), *(f"{verb.lemma_.lower()} {kid.lower_}" for kid in children(verb, "compound")))
    known = verb.lemma_.lower() not in HOSTS and any(way in words().light or way in standing for way in ways)
    return known and any(case(kid) == "with" for kid in children(noun, "nmod"))


def _takes_part(noun: Token) -> bool:
    """Does the doer of the clause take part: "held talks", but not "through talks", "hosted talks"?"""
    kind, mark = relation(noun), case(noun)
    if kind in ("obj", "nsubj") and predicate(noun.head).lemma_.lower() in HOSTS:
        return False
    asked = kind == "nmod" and mark == "to" and noun.head.lemma_.lower() in ASKING
    return kind not in ("obl", "nmod") or mark in ASIDE or asked


def _is_demand(noun: Token) -> bool:
    """ "a call for restraint", "his call to arms": not a telephone call, as "a call with Tal on Friday" is."""
    if any(kid.lower_ in words().media for kid in children(noun, "compound", "amod")):
        return False
    beside = {case(kid) for kid in children(noun, "nmod")}
    return "with" not in beside and (bool(beside & {"for", "on", "to"}) or child(noun, "acl") is not None)


def _is_body(token: Token, cast: Cast) -> bool:
    """ "the NATO summit" is where others meet."""
    named = cast.named(token)
    near = (*token.subtree, *token.doc[token.i + 1 : token.i + 2]) if relation(token) in ("compound", "amod") else ()
    if any(part.text in ("-", "–") for part in near):
        return False  # "the NATO-Orlavia meeting"
    return token.dep_ != "nmod:poss" and any(cast.voices.found[one].kind == "organisation" for one in named)


def _inside(noun: Token, trigger: Trigger, cast: Cast) -> tuple[tuple[int, ...], bool, bool]:
    """The parties in the talk's own phrase; the last value tells whether "with" or "between" is among its words."""
    found: list[int] = []
    both = attached = False
    for kid in noun.children:
        kind, mark = relation(kid), case(kid).partition(" ")[0]
        if kid.dep_ == "nmod:poss" or (kind in ("compound", "amod", "nmod") and kid.i < noun.i):
            if kind == "compound" and kid.i == noun.i - 1 and cast.is_seat(kid):
                continue  # "the Paris summit", "a White House meeting"
            if any(word.lower_ in BROKERS for word in kid.subtree) or (
                trigger.format in ("summit", "meeting") and _is_body(kid, cast)
            ):
                continue
            both = both or (kid.dep_ == "nmod:poss" and (for_both(kid) or kid.lower_ == "their"))
            found.extend(_in_front(kid, cast))
        elif kind in ("nmod", "obl") and kid.i > noun.i and mark == "of" and _is_body(kid, cast):
            continue  # "a meeting of the league" names whose meeting it is
        elif kind == "nmod" and kid.i > noun.i and mark == "of" and (inner := trigger_of(kid)) is not None:
            theirs, both, with_them = _inside(kid, inner, cast)  # "a round of Orlavian-Kestrian talks"
            found.extend(theirs)
            attached = attached or with_them
        elif kind in ("nmod", "obl") and kid.i > noun.i and mark in WITH | {"of"}:
            if mark in WITH or not found:
                own = cast.actors_of(kid)
                wide = cast.beside(noun, WITH) if mark in WITH else ()
                found.extend(own if len(own) >= len(wide) else wide)
                both = both or (for_both(kid) and not own)
            attached = attached or mark in WITH
        elif kind == "acl" and kid.lemma_.lower() in HAVING and (who := subject(kid)) is not None and who.i != noun.i:
            with_ = [
                other for phrase in children(kid, "obl") if case(phrase) in WITH for other in cast.actors_of(phrase)
            ]
            found.extend([*cast.actors_of(who), *with_])
            attached = attached or bool(with_)
    return _without_seats(noun, tuple(dict.fromkeys(found)), cast), both and len(found) < 2, attached


def _in_front(word: Token, cast: Cast) -> tuple[int, ...]:
    """Who stands in front of the talk: "Vint's", "the two leaders'", "French-German" with both its halves."""
    own, whole = cast.actors_of(word), cast.between(word.left_edge.i, word.i + 1)
    joined = any(part.text in ("-", "–") for part in word.subtree)
    return whole if joined and len(whole) > len(own) else own or whole


def _without_seats(noun: Token, found: tuple[int, ...], cast: Cast) -> tuple[int, ...]:
    """ "a White House meeting with Tal": the seat says where they met, if others are named."""
    seats = {
        one for kid in children(noun, "compound") for one in cast.named(kid) if cast.voices.found[one].kind == "office"
    }
    rest = tuple(one for one in found if one not in seats)
    return rest if seats and rest and "-" not in noun.doc[noun.left_edge.i : noun.i].text else found


def _told(verb: Token, noun: Token, top: Token, cast: Cast) -> tuple[int, ...]:
    """Who is told, asked or urged something in a call or meeting was there: "told Tal in a phone call"."""
    there = relation(top) == "obl" and top.i == noun.i and case(noun) in ("in", "during", "over")
    if not there or verb.lemma_.lower() not in TELLING or any(case(kid) in WITH for kid in children(noun, "nmod")):
        return ()
    heard = [(kid, cast.actors_of(kid)) for kid in children(verb, "obj", "iobj")]
    return tuple(one for kid, known in heard for one in known or (cast.speaker(kid) if kid.lower_ in HIM else ()))


def _around(noun: Token, cast: Cast) -> tuple[tuple[int, ...], bool]:
    """Who holds, leaves, offers or asks for the talk: an owner of what it is part of, else the doer of the clause."""
    top = noun
    while relation(top) in ("nmod", "conj", "appos") and top.head.i != top.i:
        top = top.head
        for owner in children(top, "nmod:poss"):
            found = cast.actors_of(owner)
            if found and top.i != noun.i:
                asked = cast.doer(predicate(top)) if top.lemma_.lower() in ASKING and relation(top) == "obj" else ()
                return tuple(dict.fromkeys([*asked, *found])), False
    verb = predicate(top)
    for _ in range(4):
        who = subject(verb)
        if who is not None and who.i not in (noun.i, top.i):
            found = cast.actors_of(who)
            there = verb.lemma_.lower() == "say" and top.i == noun.i and case(noun) in ("during", "after", "following")
            if verb.lemma_.lower() in WATCHERS and relation(top) in ("obj", "obl") and not there:
                return (), False
            if found or for_both(who):
                told = trigger_of(verb) is None  # whom she met before "the summit with Tal" is of that meeting
                beside = cast.beside(verb, WITH) if told and verb.i < noun.i and len(found) < 2 else ()
                return (*found, *beside, *_told(verb, noun, top, cast)), for_both(who) and (
                    len(found) < 2 or who.pos_ == "NOUN"
                )
        if verb.head.i == verb.i or relation(verb) in ("ccomp", "parataxis"):
            break
        verb = predicate(verb.head)
    return (), False
