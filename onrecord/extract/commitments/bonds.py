"""Each place where a report tells that somebody bound itself, before the same commitment told twice becomes one."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.extract.clause import (
    auxiliaries,
    case,
    chain,
    child,
    children,
    negated,
    predicate,
    relation,
    subject,
    tense,
)
from onrecord.extract.commitments.believed import believable, of_own_side
from onrecord.extract.commitments.bond import FIRST, PRESS, Bond, Scene, anybody, bound, conditional
from onrecord.extract.commitments.deals import required, under_it
from onrecord.extract.commitments.future import told_ahead
from onrecord.extract.commitments.steps import made_known
from onrecord.extract.commitments.words import Binding, words
from onrecord.extract.finding import standing_at
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast, for_both
from onrecord.extract.said import Said
from onrecord.extract.talks.words import trigger_of
from onrecord.model.reading import FoundTalk

__all__ = ["find_bonds"]

ASSERTED = ("past", "perfect", "present", "progressive", "participle", "none", "gerund")
STEPPING = ("announce", "order")  # a step that is announced or ordered is yet to be taken
TRUCES = frozenset({"truce", "ceasefire", "cease-fire"})
BOTH = frozenset({"between", "with", "among", "by"})
DEED = ("tion", "sion", "ment", "ing", "al")  # endings of nouns made of verbs
AHEAD = frozenset(
    {
        "will",
        "would",
        "shall",
        "'ll",
        "’ll",
        "wo",
        "'d",
        "’d",
        "must",
        "is",
        "are",
        "was",
        "were",
        "'re",
        "’re",
        "'m",
        "’m",
    }
)
PLANS = frozenset({"plan", "intention"})
FORESEEN = frozenset({"set"})
MEETING = frozenset(
    {"meet", "hold", "resume", "negotiate", "talk", "speak", "visit", "attend", "host", "travel", "arrive"}
)
JUDGING = frozenset({"see", "regard", "view", "consider", "deem", "claim", "pretend", "seem", "appear"})


def find_bonds(page: Page, cast: Cast, said: Said, talks: Sequence[FoundTalk] = ()) -> Iterator[Bond]:
    """Every telling of a commitment, in text order; `talks` tell who "they" may be."""
    scene = Scene(cast, said, [], talks)
    taken: set[int] = set()
    for at in _places(page.doc):
        for bond in _at(page.doc[at], scene, taken):
            if anybody(bond.by, scene) or _is_asked(bond):
                continue
            if len(bond.by) > 1:
                scene.pairs.append(bond.by)
            taken.add(bond.action.i)
            yield bond


def _places(doc: Doc) -> list[int]:
    """Where a bond can be told: at the vocabulary's words, and at the verbs that "will" and its like help."""
    found = set(standing_at(doc, _telling().__contains__))
    for at in standing_at(doc, AHEAD.__contains__):
        verb = doc[at].head if doc[at].head.lower_ != "due" else doc[at].head.head
        found.update((verb.i, *(kid.i for kid in children(verb, "conj"))))
    return sorted(found)


def _is_asked(bond: Bond) -> bool:
    """ "Is she ready to take that risk?" asks, and tells of nothing."""
    doc = bond.action.doc
    rest = doc[max(bond.action.i, bond.verb.i) : bond.action.sent.end]
    return next((word.text for word in rest if word.text in (".", "?", "!", ";", ":")), "") == "?"


@cache
def _telling() -> frozenset[str]:
    return frozenset(
        {
            *words().verbs,
            *words().adjectives,
            *words().nouns,
            *words().requiring,
            *words().decrees,
            *PLANS,
            "rule",
            "decision",
        }
    )


def _at(token: Token, scene: Scene, taken: set[int]) -> Iterator[Bond]:
    if token.pos_ not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN"):
        return
    lemma = token.lemma_.lower()
    stands = child(token, "cop", "aux:pass") is not None or (
        relation(token) == "xcomp" and tense(token) != "infinitive"
    )
    if token.lower_ in words().adjectives and stands:
        yield from _adjective(token, words().adjectives[token.lower_], scene)
    elif token.pos_ == "VERB" and lemma in words().verbs:
        yield from _verb(token, words().verbs[lemma], scene)
    elif token.pos_ == "NOUN" and lemma in PLANS and relation(token) == "nsubj":
        yield from _plan(token, scene)
    elif token.pos_ == "NOUN" and lemma in words().nouns:
        yield from _noun(token, words().nouns[lemma], scene)
    elif token.pos_ == "VERB" and lemma in words().requiring:
        yield from required(token, scene)
    yield from made_known(token, scene)
    if token.i not in taken and token.pos_ == "VERB":
        yield from told_ahead(token, scene)


def _verb(verb: Token, binding: Binding, scene: Scene) -> Iterator[Bond]:
    """ "X pledged to …", "X agreed that …", "X offered …"."""
    when = tense(verb)
    if when not in ASSERTED and not (when == "infinitive" and _did(verb)):
        return
    action = _content(verb, binding)
    if action is None or conditional(verb):
        return
    by = _by_clause(verb, action, binding, scene)
    if not by or not believable(verb, action, by, binding.kind, scene):
        return
    denied = negated(verb) or _is_denied(verb)
    if denied and binding.name not in ("promise", "pledge", "vow", "commit"):
        return
    yield Bond(
        verb, action, by, binding.kind, f"verb:{binding.name}", scene.said.holding(verb), denied, bound(verb, scene)
    )


def _did(verb: Token) -> bool:
    """ "appeared to promise" tells of a promise; "urged them to promise" does not."""
    return relation(verb) == "xcomp" and verb.head.lemma_.lower() in ("appear", "seem", "happen")


def _is_denied(verb: Token) -> bool:
    return relation(verb) in ("ccomp", "xcomp") and verb.head.lemma_.lower() == "deny"


def _content(verb: Token, binding: Binding) -> Token | None:
    """What is promised, in the order of how plainly the grammar says it."""
    for kid in children(verb, "xcomp", "ccomp", "advcl", "obj", "obl"):
        kind, form = relation(kid), tense(kid)
        if binding.name in STEPPING and kind == "obj" and _is_step(kid, binding):
            return kid
        if binding.name == "order":
            continue  # "ordered his aides to …" binds others
        if binding.name == "threaten" and kind == "obl" and case(kid) == "with" and _is_deed(kid):
            return kid
        if kid.i < verb.i:
            continue
        if kind in ("xcomp", "advcl", "ccomp") and form == "infinitive":
            if kind == "advcl" and binding.name == "announce":
                continue  # "announced her opposition to explain it" tells what for
            return kid
        if kind == "ccomp" and binding.that and form in ("future", "would", "should", "could"):
            return kid
        if kind == "ccomp" and binding.kind == "announce" and form == "progressive":
            return kid
        if kind == "obj" and binding.thing and _is_deed(kid) and not _is_inner(kid):
            return kid
        if kind == "obl" and case(kid) in binding.prepositions and (kid.pos_ == "VERB" or _is_settled(verb, kid)):
            return kid
        if kind == "obl" and binding.kind == "agree" and case(kid) == "to" and _is_settled(verb, kid):
            return kid
    return None


def _is_settled(verb: Token, noun: Token) -> bool:
    """ "agreed on a truce", "agreed on the need to …", but not "agreed on a strategy", nor "… on a deal to do it"."""
    if any(tense(kid) == "infinitive" for kid in children(verb, "xcomp", "advcl")):
        return False
    who = subject(verb)
    alone = who is not None and who.lower_ in ("i", "he", "she")
    if tense(verb) == "present" and (alone or any(case(kid) == "with" for kid in children(verb, "obl"))):
        return False  # who "agrees with Tal on the need" is of his opinion
    return noun.pos_ == "NOUN" and (_is_deed(noun) or noun.lemma_.lower() in words().settled)


def _is_deed(noun: Token) -> bool:
    """Does the object name a deed: "pledged aid", "threatened retaliation", but not "offered statistics"?"""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma in words().words_only:
        return False
    return lemma in words().things or lemma.endswith(DEED)


def _is_open_deed(noun: Token) -> bool:
    """Of what somebody is open to, a deed; a talk is entered as proposed."""
    return _is_deed(noun) and trigger_of(noun) is None


def _is_step(noun: Token, binding: Binding) -> bool:
    """ "announced a withdrawal", "announced its own", and of leaving only one's own: "announced her resignation"."""
    own = any(kid.tag_ == "PRP$" for kid in children(noun, "nmod:poss"))
    if noun.lemma_.lower() in words().leavings:
        return own and binding.name == "announce"
    if noun.lemma_.lower() in TRUCES:  # a truce that somebody announces of two others is theirs
        return binding.name == "announce" and not any(case(kid) in BOTH for kid in children(noun, "nmod"))
    return noun.lemma_.lower() in words().steps and (own or not _is_others(noun))


def _is_others(step: Token) -> bool:
    """ "announced a second withdrawal by Kestria", "announced Kestria's withdrawal"."""
    return any(case(kid) == "by" for kid in children(step, "nmod")) or child(step, "nmod:poss") is not None


def _is_inner(noun: Token) -> bool:
    """Is the object itself a word for a commitment ("offered a pledge to …")? Then that word tells it."""
    return noun.lemma_.lower() in words().nouns and child(noun, "acl") is not None


def _by_clause(verb: Token, action: Token, binding: Binding, scene: Scene) -> tuple[int, ...]:
    """Who is bound: the doer of what is promised, where that is the promiser's own side; else the promiser."""
    promiser = bound(verb, scene)
    who = child(action, "nsubj") if relation(action) == "ccomp" else None
    if who is None or who.pos_ not in ("PROPN", "PRON", "NOUN"):
        return promiser
    doers = scene.cast.actors_of(who)
    if tense(action) == "should" and who.pos_ == "PROPN" and not of_own_side(doers, promiser, scene):
        return ()  # "agreed that Kestria must open the locks" binds Kestria, if anybody
    many = who.tag_ == "NNS" and child(who, "nmod") is not None and who.lemma_.lower() not in words().events
    if tense(action) == "should" and many and child(action, "nsubj:pass") is None:
        return ()  # "agreed that all sides in Selmark should show restraint" is what they think
    if not doers or not promiser:
        return promiser
    if of_own_side(doers, promiser, scene) or for_both(who):
        return doers if len(doers) >= len(promiser) else promiser
    if all(scene.cast.voices.party(one) is None for one in promiser):
        return doers  # whom the promiser speaks for is not told: the words say whom the promise binds
    joint = binding.kind == "agree" or any(scene.kind(one) == "group" for one in doers)
    return promiser if joint else ()


def _adjective(adjective: Token, binding: Binding, scene: Scene) -> Iterator[Bond]:
    """ "X is willing to …", "we are ready to …"."""
    action = next((kid for kid in children(adjective, "xcomp", "advcl", "ccomp") if kid.i > adjective.i), None)
    if action is None and binding.name == "open":
        action = next((kid for kid in children(adjective, "obl") if case(kid) == "to" and _is_open_deed(kid)), None)
    if action is None or negated(adjective) or tense(adjective) in ("could", "should") or conditional(adjective):
        return
    if (scene.said.holding(adjective) is None and _is_aside(adjective)) or _is_judged(adjective):
        return
    if any(kid.lower_ in ("what", "whatever") for kid in children(action, "obj")):
        return  # "it depends on what she is willing to do"
    by = bound(adjective, scene)
    if binding.name in FORESEEN and not _is_arranged(action, by, scene):
        return
    if (
        by
        and (action.pos_ == "NOUN" or tense(action) in ("infinitive", "gerund"))
        and believable(adjective, action, by, binding.kind, scene)
    ):
        yield Bond(adjective, action, by, binding.kind, f"adjective:{binding.name}", scene.said.holding(adjective))


def _is_aside(adjective: Token) -> bool:
    """Does the writer only suppose it: "one reason that X is willing", "what X is willing to pay", "seems willing"?"""
    told = relation(adjective) in ("root", "ROOT", "conj", "parataxis")
    return not told or "had" in auxiliaries(adjective)


def _is_arranged(action: Token, by: tuple[int, ...], scene: Scene) -> bool:
    """Of what somebody "is set to" do only a deed binds; a meeting is entered as a talk."""
    lemma = action.lemma_.lower()
    deed = lemma not in words().unbinding and lemma not in MEETING and child(action, "aux:pass", "cop") is None
    return deed and tense(action) == "infinitive" and not any(scene.kind(one) == "group" for one in by)


def _is_judged(adjective: Token) -> bool:
    """Is it another's judgement of somebody: "see them as most willing", "claims to be ready", "should say it is"?"""
    for above in chain(adjective):
        if any(mark.lower_ == "for" for mark in children(above, "mark")):
            return True  # "what matters is for both sides to come ready to …"
        if relation(above) == "acl" and above.head.lemma_.lower() == "reason":
            return True  # "one reason they are so determined to take it"
        if above.i != adjective.i and (above.lemma_.lower() in JUDGING or tense(above) == "should"):
            return True
        if above.i != adjective.i and above.lemma_.lower() in ("think", "believe") and not _is_of_oneself(adjective):
            return True
        if relation(above) in ("ccomp", "parataxis") and above.head.pos_ == "VERB" and tense(above.head) != "should":
            return False
    return False


def _is_of_oneself(adjective: Token) -> bool:
    who = subject(adjective)
    return who is not None and who.lower_ in FIRST


def _noun(noun: Token, binding: Binding, scene: Scene) -> Iterator[Bond]:
    """ "its pledge to …", "threats by X to …", "made the pledge of …"."""
    action = next((kid for kid in children(noun, "acl") if kid.i > noun.i and _is_to_do(kid)), None)
    if action is None:
        things = (kid for kid in children(noun, "nmod") if case(kid) in ("of", "for") and kid.pos_ == "NOUN")
        action = next(things, None)
        if action is not None and binding.kind == "threaten" and child(action, "amod", "nummod", "nmod") is None:
            return  # "the threat of force" says of nobody what it will do
    if action is None and binding.kind == "agree":
        yield from under_it(noun, binding, scene)
        return
    if action is None or any(kid.lower_ in ("no", "any") for kid in noun.children) or conditional(noun):
        return
    if tense(predicate(noun.head)) == "could" and child(noun, "det", "nmod:poss") is None:
        return  # "the steps could involve commitments to …"
    by = tuple(one for one in _owner(noun, scene) if scene.kind(one) not in PRESS)
    if by and believable(noun, action, by, binding.kind, scene):
        yield Bond(noun, action, by, binding.kind, f"noun:{binding.name}", scene.said.holding(noun))


def _is_to_do(verb: Token) -> bool:
    """An infinitive, and not "commitments to whatever deal is reached"."""
    return tense(verb) == "infinitive" and (verb.tag_ != "VBN" or "be" in auxiliaries(verb))


def _plan(noun: Token, scene: Scene) -> Iterator[Bond]:
    """ "The plan is still to do that", said by the side whose plan it is."""
    speaker = scene.speaker(noun)
    doc = noun.doc
    for word in doc[noun.i + 2 : min(noun.i + 6, noun.sent.end - 1)]:
        if word.lower_ == "to" and doc[word.i + 1].tag_ == "VB" and any(w.lemma_ == "be" for w in doc[noun.i : word.i]):
            by = _owner(noun, scene) or (() if speaker is None else (speaker,))
            if by and scene.own(speaker, by):
                yield Bond(noun, doc[word.i + 1], by, "plan", "noun:plan", scene.said.holding(noun))
            return


def _owner(noun: Token, scene: Scene) -> tuple[int, ...]:
    theirs = any(kid.lower_ in ("his", "her", "its") for kid in children(noun, "nmod:poss"))
    if theirs and relation(noun) == "conj" and len(named := scene.cast.named(noun.head)) == 1:
        return named  # "a challenge to Tal and his promise"
    for kid in noun.children:
        by = relation(kid) == "nmod" and case(kid) in ("by", "from")
        if by or kid.dep_ == "nmod:poss" or (relation(kid) in ("amod", "compound") and kid.i < noun.i):
            found = scene.cast.actors_of(kid)
            if found:
                return found
    head = predicate(noun.head)
    made = relation(noun) in ("obj", "conj", "ccomp") and head.lemma_.lower() in words().showing
    binding = words().nouns.get(noun.lemma_.lower())
    if made and binding is not None and binding.kind == "agree":
        made = tense(head) in ASSERTED and not negated(head)
    return bound(head, scene) if made else ()
