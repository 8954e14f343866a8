"""Each place where a report tells that somebody bound itself, before the same commitment told twice becomes one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.extract.clause import (
    auxiliaries,
    by_phrase,
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
from onrecord.extract.commitments_words import Binding, words
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast, for_both
from onrecord.extract.said import Said

__all__ = ["Bond", "find_bonds"]

ASSERTED = ("past", "perfect", "present", "progressive", "participle", "none", "gerund")
FIRST = frozenset({"i", "we"})
DAYS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "tomorrow",
        "week",
    ]
)
PLANS = frozenset({"plan", "intention"})
STRENGTH = {"promise": 5, "agree": 5, "threaten": 4, "offer": 4, "announce": 4, "plan": 3, "future": 2}


@dataclass(frozen=True, slots=True)
class Bond:
    """One place where somebody is bound: by which word, who, to what action, said by whom.

    `verb` heads the words that tell it, `action` heads what is to be done; `denied` where the words say it was not so.
    """

    verb: Token
    action: Token
    by: tuple[int, ...]
    kind: str
    rule: str
    said: int | None
    denied: bool = False
    promiser: tuple[int, ...] = ()

    @property
    def strength(self) -> int:
        """How firmly the words bind, for choosing between two tellings of the same."""
        return STRENGTH[self.kind]


class _Scene(NamedTuple):
    cast: Cast
    said: Said
    pairs: list[tuple[int, ...]]

    def speaker(self, token: Token) -> int | None:
        return self.said.speaker(token)

    def own(self, speaker: int | None, by: tuple[int, ...]) -> bool:
        """Does the speaker stand on the side that is bound?"""
        return speaker is not None and any(self.cast.same_side(speaker, one) for one in by)

    def kind(self, voice: int) -> str:
        return self.cast.voices.found[voice].kind


def find_bonds(page: Page, cast: Cast, said: Said) -> Iterator[Bond]:
    """Every telling of a commitment, in text order."""
    scene = _Scene(cast, said, [])
    taken: set[int] = set()
    for token in page.doc:
        for bond in _at(token, scene, taken):
            if len(bond.by) > 1:
                scene.pairs.append(bond.by)
            taken.add(bond.action.i)
            yield bond


def _at(token: Token, scene: _Scene, taken: set[int]) -> Iterator[Bond]:
    if token.pos_ not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN"):
        return
    lemma = token.lemma_.lower()
    stands = child(token, "cop", "aux:pass") is not None or relation(token) == "xcomp"
    if token.lower_ in words().adjectives and stands:
        yield from _adjective(token, words().adjectives[token.lower_], scene)
    elif token.pos_ == "VERB" and lemma in words().verbs:
        yield from _verb(token, words().verbs[lemma], scene)
    elif token.pos_ == "NOUN" and lemma in words().nouns:
        yield from _noun(token, words().nouns[lemma], scene)
    elif token.pos_ == "NOUN" and lemma in PLANS and relation(token) == "nsubj":
        yield from _plan(token, scene)
    if token.i not in taken and token.pos_ == "VERB":
        yield from _future(token, scene)


def _verb(verb: Token, binding: Binding, scene: _Scene) -> Iterator[Bond]:
    """ "X pledged to …", "X agreed that …", "X offered …"."""
    when = tense(verb)
    if when not in ASSERTED and not (when == "infinitive" and _did(verb)):
        return
    action = _content(verb, binding)
    if action is None or _conditional(verb):
        return
    by = _by_clause(verb, action, binding, scene)
    if not by or not _believable(verb, action, by, binding.kind, scene):
        return
    denied = negated(verb) or _is_denied(verb)
    if denied and binding.name not in ("promise", "pledge", "vow", "commit"):
        return
    yield Bond(
        verb, action, by, binding.kind, f"verb:{binding.name}", scene.said.holding(verb), denied, _bound(verb, scene)
    )


def _did(verb: Token) -> bool:
    """ "appeared to promise" tells of a promise; "urged them to promise" does not."""
    return relation(verb) == "xcomp" and verb.head.lemma_.lower() in ("appear", "seem", "happen")


def _is_denied(verb: Token) -> bool:
    return relation(verb) in ("ccomp", "xcomp") and verb.head.lemma_.lower() == "deny"


def _conditional(verb: Token) -> bool:
    """Does the verb itself stand under "if", or under "no": "if they agree to …", "no sign that it will …"?"""
    for above in chain(verb):
        marks = {kid.lower_ for kid in children(above, "mark", "advmod")}
        if relation(above) in ("acl", "ccomp") and any(kid.lower_ == "no" for kid in children(above.head, "det")):
            return True
        if marks & {"if", "unless", "whether", "until", "before"}:
            return True
        if relation(above) in ("ccomp", "parataxis", "root", "ROOT"):
            return False
    return False


def _content(verb: Token, binding: Binding) -> Token | None:
    """What is promised, in the order of how plainly the grammar says it."""
    for kid in children(verb, "xcomp", "ccomp", "advcl", "obj", "obl"):
        kind, form = relation(kid), tense(kid)
        if kid.i < verb.i:
            continue
        if kind in ("xcomp", "advcl", "ccomp") and form == "infinitive":
            return kid
        if kind == "ccomp" and binding.that and form in ("future", "would", "should", "could"):
            return kid
        if kind == "ccomp" and binding.kind == "announce" and form == "progressive":
            return kid
        if kind == "obj" and binding.thing and kid.pos_ == "NOUN" and not _is_inner(kid):
            return kid
        if kind == "obl" and case(kid) in binding.prepositions and kid.pos_ in ("NOUN", "VERB"):
            return kid
    return None


def _is_inner(noun: Token) -> bool:
    """Is the object itself a word for a commitment ("offered a pledge to …")? Then that word tells it."""
    return noun.lemma_.lower() in words().nouns and child(noun, "acl") is not None


def _by_clause(verb: Token, action: Token, binding: Binding, scene: _Scene) -> tuple[int, ...]:
    """Who is bound: the doer of what is promised, where that is the promiser's own side; else the promiser."""
    promiser = _bound(verb, scene)
    who = child(action, "nsubj") if relation(action) == "ccomp" else None
    if who is None or who.pos_ not in ("PROPN", "PRON", "NOUN"):
        return promiser
    doers = scene.cast.actors_of(who)
    if not doers or not promiser:
        return promiser
    if any(scene.cast.same_side(one, other) for one in doers for other in promiser) or for_both(who):
        return doers if len(doers) >= len(promiser) else promiser
    if all(scene.cast.voices.party(one) is None for one in promiser):
        return doers  # whom the promiser speaks for is not told: the words say whom the promise binds
    joint = binding.kind == "agree" or any(scene.kind(one) == "group" for one in doers)
    return promiser if joint else ()


def _bound(verb: Token, scene: _Scene) -> tuple[int, ...]:
    """Who binds itself by this verb: its doer, or the speaker where the doer is "we" or the speaker's own."""
    who = subject(verb)
    if who is None:
        return scene.cast.left_of(verb)
    speaker = scene.speaker(verb)
    if who.lower_ in FIRST and speaker is not None:
        return (speaker,)
    found = scene.cast.actors_of(who)
    if for_both(who) and who.pos_ == "NOUN" and scene.pairs:
        return scene.pairs[-1]
    if for_both(who) and len(found) < 2:
        pair = scene.cast.before(who)
        near = scene.pairs[-1] if scene.pairs else pair
        return near if near and (not found or who.lower_ == "both" or set(found) <= set(near)) else found
    if (not found or _nameless(found, scene)) and child(verb, "nsubj:pass") is None and speaker is not None:
        return (speaker,) if who.lemma_.lower() in words().own else found
    return found


def _nameless(found: tuple[int, ...], scene: _Scene) -> bool:
    return all(scene.cast.voices.party(one) is None and scene.kind(one) == "group" for one in found)


def _believable(verb: Token, action: Token, by: tuple[int, ...], kind: str, scene: _Scene) -> bool:
    """Is this told as somebody's undertaking, and not as others' suspicion of its plans?"""
    if action.lemma_.lower() in ("be", "disagree", "differ", "die"):
        return False
    if verb.lemma_.lower() in ("willingness", "readiness"):
        return scene.own(scene.speaker(verb), by) or verb.head.lemma_.lower() in words().showing
    if kind not in ("plan", "announce", "offer"):
        return True
    speaker = scene.speaker(verb)
    if scene.own(speaker, by):
        return True
    near = (action, *children(action, "obj", "xcomp", "conj"))
    if negated(verb) or _is_feared(verb) or any(word.lemma_.lower() in words().hostile for word in near):
        return False
    return speaker is not None or (kind != "plan" and verb.lemma_.lower() != "decide")


def _is_feared(verb: Token) -> bool:
    return relation(verb) in ("ccomp", "acl") and verb.head.lemma_.lower() in words().unsure


def _adjective(adjective: Token, binding: Binding, scene: _Scene) -> Iterator[Bond]:
    """ "X is willing to …", "we are ready to …"."""
    action = next((kid for kid in children(adjective, "xcomp", "advcl", "ccomp") if kid.i > adjective.i), None)
    if action is None or negated(adjective) or tense(adjective) in ("could", "should") or _conditional(adjective):
        return
    by = _bound(adjective, scene)
    if by and tense(action) in ("infinitive", "gerund") and _believable(adjective, action, by, binding.kind, scene):
        yield Bond(adjective, action, by, binding.kind, f"adjective:{binding.name}", scene.said.holding(adjective))


def _noun(noun: Token, binding: Binding, scene: _Scene) -> Iterator[Bond]:
    """ "its pledge to …", "threats by X to …", "made the pledge of …"."""
    action = next((kid for kid in children(noun, "acl") if kid.i > noun.i and tense(kid) == "infinitive"), None)
    if action is None:
        things = (kid for kid in children(noun, "nmod") if case(kid) in ("of", "for") and kid.pos_ == "NOUN")
        action = next(things, None)
    if action is None or any(kid.lower_ in ("no", "any") for kid in noun.children) or _conditional(noun):
        return
    by = _owner(noun, scene)
    if by and _believable(noun, action, by, binding.kind, scene):
        yield Bond(noun, action, by, binding.kind, f"noun:{binding.name}", scene.said.holding(noun))


def _plan(noun: Token, scene: _Scene) -> Iterator[Bond]:
    """ "The plan is still to do that", said by the side whose plan it is."""
    speaker = scene.speaker(noun)
    doc = noun.doc
    for word in doc[noun.i + 2 : min(noun.i + 6, noun.sent.end - 1)]:
        if word.lower_ == "to" and doc[word.i + 1].tag_ == "VB" and any(w.lemma_ == "be" for w in doc[noun.i : word.i]):
            by = _owner(noun, scene) or (() if speaker is None else (speaker,))
            if by and scene.own(speaker, by):
                yield Bond(noun, doc[word.i + 1], by, "plan", "noun:plan", scene.said.holding(noun))
            return


def _owner(noun: Token, scene: _Scene) -> tuple[int, ...]:
    for kid in noun.children:
        by = relation(kid) == "nmod" and case(kid) in ("by", "from")
        if by or kid.dep_ == "nmod:poss" or (relation(kid) in ("amod", "compound") and kid.i < noun.i):
            found = scene.cast.actors_of(kid)
            if found:
                return found
    head = predicate(noun.head)
    made = relation(noun) in ("obj", "conj", "ccomp") and head.lemma_.lower() in words().showing
    return _bound(head, scene) if made else ()


def _future(verb: Token, scene: _Scene) -> Iterator[Bond]:
    """ "X will …" said by X or its side, and what is to take place by their word."""
    when = tense(verb)
    if when not in ("future", "would"):
        return
    number = scene.said.holding(verb)
    if (when == "would" and number is None) or not _binds(verb) or _conditional(verb) or _unsure(verb):
        return
    by = _future_by(verb, number, scene)
    if by:
        yield Bond(verb, verb, by, "future", f"future:{when}", number)


def _unsure(verb: Token) -> bool:
    """Does the clause stand under a hope, a belief, a fear, or under "nobody said"?"""
    below = verb
    for above in chain(verb):
        if above.i != verb.i and relation(below) in ("ccomp", "xcomp", "acl", "advcl"):
            if above.lemma_.lower() in words().unsure or below.head.lemma_.lower() in words().unsure or negated(above):
                return True
            who = child(above, "nsubj")
            if who is not None and who.lower_ in ("nobody", "none", "no-one", "neither"):
                return True
        below = above
    return any(kid.lower_ in ("likely", "probably", "perhaps", "possibly", "maybe") for kid in verb.children)


def _binds(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if child(verb, "cop") is not None or relation(verb) in ("acl", "advcl", "amod"):
        return False
    if lemma in words().unbinding:
        things = children(verb, "obj", "nsubj")
        return lemma in words().taking_place or any(kid.lemma_.lower() in words().binding_objects for kid in things)
    return True


def _future_by(verb: Token, number: int | None, scene: _Scene) -> tuple[int, ...]:
    who = subject(verb)
    if who is None or who.lower_ in ("this", "that", "which", "what", "there", "who"):
        return ()
    if verb.lemma_.lower() in ("happen", "occur"):
        return ()
    speaker = scene.speaker(verb)
    if who.lower_ in FIRST:
        return () if speaker is None else (speaker,)
    found = () if who.lemma_.lower() in words().events else _bound(verb, scene)
    if number is None:
        return found if _is_firm(verb) and not _nameless(found, scene) else ()
    if speaker is None or scene.kind(speaker) in ("outlet", "agency"):
        return ()
    if found and not _nameless(found, scene):
        group = for_both(who) or any(scene.kind(one) == "group" for one in found)
        return found if scene.own(speaker, found) or group else ()
    return (speaker,) if _by_order(verb, who, speaker, scene) else ()


def _is_firm(verb: Token) -> bool:
    """In the writer's own voice only what has a day: "will hold talks on June 12"."""
    return any(word.lower_ in DAYS for word in verb.doc[verb.i : min(verb.right_edge.i + 1, verb.i + 40)])


def _by_order(verb: Token, who: Token, speaker: int, scene: _Scene) -> bool:
    """What an official says will be done or will take place, without naming the doer, its own side will do."""
    noun = who.lemma_.lower()
    if noun in words().own:
        return True
    if not {"will", "would", "shall", "'ll", "’ll"} & set(auxiliaries(verb)):
        return False  # "the next steps are to …" says what they are
    if scene.cast.voices.party(speaker) is None and noun not in words().events:
        return False
    if child(verb, "nsubj:pass") is not None and by_phrase(verb) is None:
        return verb.lemma_.lower() not in words().undergone
    return noun in words().events and verb.lemma_.lower() in words().taking_place and not negated(verb)
