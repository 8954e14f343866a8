"""Each place where a report tells that somebody bound itself, before the same commitment told twice becomes one."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extract.clause import case, child, children, negated, relation, subject, tense
from onrecord.extract.commitments_words import Binding, words
from onrecord.extract.page import Page
from onrecord.extract.parties import actors_of, for_both
from onrecord.extract.said import Said
from onrecord.extract.voices import Voices

__all__ = ["Bond", "find_bonds"]

ASSERTED = ("past", "perfect", "present", "progressive", "participle", "none", "gerund")
FIRST = frozenset({"i", "we"})
STRENGTH = {"promise": 5, "agree": 5, "threaten": 4, "offer": 4, "announce": 4, "plan": 3, "future": 2}


@dataclass(frozen=True, slots=True)
class Bond:
    """One place where somebody is bound: by which word, who, to what action, said by whom.

    `verb` heads the words that tell it, `action` heads what is to be done; `denied` where the words say that it was not so.
    """

    verb: Token
    action: Token
    by: tuple[int, ...]
    kind: str
    rule: str
    said: int | None
    denied: bool = False

    @property
    def strength(self) -> int:
        """How firmly the words bind, for choosing between two tellings of the same."""
        return STRENGTH[self.kind]


@dataclass(frozen=True, slots=True)
class _Scene:
    page: Page
    voices: Voices
    said: Said

    def party(self, voice: int) -> str:
        return self.voices.party(voice) or self.voices.found[voice].name

    def same_side(self, one: int, other: int) -> bool:
        return one == other or self.party(one) == self.party(other)


def find_bonds(page: Page, voices: Voices, said: Said) -> Iterator[Bond]:
    """Every telling of a commitment, in text order."""
    scene = _Scene(page, voices, said)
    taken: set[int] = set()
    for token in page.doc:
        for bond in _at(token, scene, taken):
            taken.add(bond.action.i)
            yield bond


def _at(token: Token, scene: _Scene, taken: set[int]) -> Iterator[Bond]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        binding = words().verbs.get(lemma)
        if binding is not None:
            yield from _verb(token, binding, scene)
    elif token.pos_ == "NOUN" and lemma in words().nouns:
        yield from _noun(token, words().nouns[lemma], scene)
    elif lemma in words().adjectives and child(token, "cop") is not None:
        yield from _adjective(token, words().adjectives[lemma], scene)
    if token.i not in taken and (token.pos_ == "VERB" or child(token, "cop") is not None):
        yield from _future(token, scene)


def _verb(verb: Token, binding: Binding, scene: _Scene) -> Iterator[Bond]:
    """ "X pledged to …", "X agreed that …", "X offered …"."""
    if tense(verb) not in (*ASSERTED, "infinitive") or (tense(verb) == "infinitive" and not _did(verb)):
        return
    action = _content(verb, binding)
    by = _bound(verb, scene)
    if action is None or not by or not _believable(verb, action, by, binding.kind, scene):
        return
    denied = negated(verb) or _is_denied(verb)
    if denied and (binding.kind not in ("promise", "agree") or binding.name == "agree"):
        return
    yield Bond(verb, action, by, binding.kind, f"verb:{binding.name}", scene.said.holding(verb), denied)


def _did(verb: Token) -> bool:
    """ "appeared to promise" tells of a promise; "urged them to promise" does not."""
    return relation(verb) == "xcomp" and verb.head.lemma_.lower() in ("appear", "seem", "happen")


def _is_denied(verb: Token) -> bool:
    return relation(verb) in ("ccomp", "xcomp") and verb.head.lemma_.lower() == "deny"


def _content(verb: Token, binding: Binding) -> Token | None:
    for kid in children(verb, "xcomp", "ccomp", "advcl", "obj", "obl"):
        kind = relation(kid)
        if kind in ("xcomp", "advcl") and tense(kid) == "infinitive" and kid.i > verb.i:
            return kid
        if (
            kind == "ccomp"
            and binding.that
            and kid.i > verb.i
            and tense(kid) in ("future", "would", "should", "could", "infinitive")
        ):
            return kid
        if kind == "ccomp" and kid.i > verb.i and tense(kid) == "infinitive":
            return kid
        if kind == "obj" and binding.thing and kid.pos_ == "NOUN" and not _is_inner(kid):
            return kid
        if kind == "obl" and case(kid) in binding.prepositions and kid.pos_ in ("NOUN", "VERB"):
            return kid
    return None


def _is_inner(noun: Token) -> bool:
    """Is the object itself a word for a commitment ("offered a pledge to …")? Then that word tells it."""
    return noun.lemma_.lower() in words().nouns and child(noun, "acl") is not None


def _bound(verb: Token, scene: _Scene) -> tuple[int, ...]:
    """Who binds itself by this verb: its doer, or the speaker where the doer is "we"."""
    who = subject(verb)
    if who is None:
        return ()
    speaker = scene.said.speaker(verb)
    if who.lower_ in FIRST and speaker is not None:
        return (speaker,)
    found = actors_of(who, scene.voices)
    if not found and child(verb, "nsubj:pass") is None and who.lemma_.lower() in words().own and speaker is not None:
        return (speaker,)
    return found


def _believable(verb: Token, action: Token, by: tuple[int, ...], kind: str, scene: _Scene) -> bool:
    """Is this told as somebody's undertaking, and not as others' suspicion of its plans?"""
    if action.lemma_.lower() in ("be", "disagree", "differ", "die"):
        return False
    if kind not in ("plan", "announce", "offer"):
        return True
    speaker = scene.said.speaker(verb)
    own = speaker is not None and any(scene.same_side(speaker, one) for one in by)
    if own:
        return True
    hostile = any(
        word.lemma_.lower() in words().hostile for word in (action, *children(action, "obj", "xcomp", "conj"))
    )
    if hostile or negated(verb) or _is_feared(verb):
        return False
    return speaker is not None or kind != "plan"


def _is_feared(verb: Token) -> bool:
    return relation(verb) in ("ccomp", "acl") and verb.head.lemma_.lower() in (
        "fear", "concern", "worry", "believe", "suspect", "doubt", "speculation", "suspicion", "think", "whether", "allegation", "allege", "accuse",
    )  # fmt: skip


def _adjective(adjective: Token, binding: Binding, scene: _Scene) -> Iterator[Bond]:
    """ "X is willing to …", "we are ready to …"."""
    action = next((kid for kid in children(adjective, "xcomp", "advcl", "ccomp") if kid.i > adjective.i), None)
    if action is None or negated(adjective) or tense(adjective) in ("could", "should"):
        return
    by = _bound(adjective, scene)
    if by and tense(action) in ("infinitive", "gerund") and _believable(adjective, action, by, binding.kind, scene):
        yield Bond(adjective, action, by, binding.kind, f"adjective:{binding.name}", scene.said.holding(adjective))


def _noun(noun: Token, binding: Binding, scene: _Scene) -> Iterator[Bond]:
    """ "its pledge to …", "threats by X to …", "made the pledge of …"."""
    action = child(noun, "acl") or next(
        (kid for kid in children(noun, "nmod") if case(kid) in ("of", "for") and kid.pos_ == "NOUN"), None
    )
    if action is None or any(kid.lower_ in ("no", "any") for kid in noun.children):
        return
    if relation(action) == "acl" and (tense(action) != "infinitive" or action.i < noun.i):
        return
    by = _owner(noun, scene)
    if by and _believable(noun, action, by, binding.kind, scene):
        yield Bond(noun, action, by, binding.kind, f"noun:{binding.name}", scene.said.holding(noun))


def _owner(noun: Token, scene: _Scene) -> tuple[int, ...]:
    for kid in noun.children:
        if (
            kid.dep_ == "nmod:poss"
            or (relation(kid) == "nmod" and case(kid) in ("by", "from"))
            or relation(kid) in ("amod", "compound")
        ):
            found = actors_of(kid, scene.voices)
            if found:
                return found
    head = noun.head
    made = relation(noun) == "obj" and head.lemma_.lower() in (
        "make",
        "give",
        "repeat",
        "renew",
        "reaffirm",
        "reiterate",
        "honour",
        "honor",
        "keep",
        "issue",
    )
    return _bound(head, scene) if made else ()


def _future(verb: Token, scene: _Scene) -> Iterator[Bond]:
    """ "X will …" said by X or its side, and what is to take place by their word."""
    when = tense(verb)
    number = scene.said.holding(verb)
    if when not in ("future", "would") or (when == "would" and number is None) or not _binds(verb):
        return
    by = _future_by(verb, number, scene)
    if by:
        yield Bond(verb, verb, by, "future", f"future:{when}", number)


def _binds(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if child(verb, "cop") is not None or relation(verb) in ("acl", "advcl") or verb.dep_ == "acl:relcl":
        return False
    if lemma in words().unbinding:
        return (
            any(kid.lemma_.lower() in words().binding_objects for kid in children(verb, "obj", "nsubj"))
            or lemma in words().taking_place
        )
    return True


def _future_by(verb: Token, number: int | None, scene: _Scene) -> tuple[int, ...]:
    who = subject(verb)
    if who is None or who.lower_ in ("it", "this", "that", "which", "what", "there", "who"):
        found = () if who is None or who.lower_ != "it" else actors_of(who, scene.voices)
        if not found:
            return ()
    speaker = None if number is None else scene.said.statements[number].source
    if who is not None and who.lower_ in FIRST:
        return () if speaker is None else (speaker,)
    found = actors_of(who, scene.voices) if who is not None else ()
    if number is None:
        return found if found and _is_firm(verb, scene) else ()
    if speaker is None or who is None:
        return ()
    if found and not scene.voices.found[speaker].kind == "outlet":
        return found if any(scene.same_side(speaker, one) for one in found) or _allied(who, speaker, scene) else ()
    return (speaker,) if not found and _by_order(verb, who, speaker, scene) else ()


def _is_firm(verb: Token, scene: _Scene) -> bool:
    """In the writer's own voice only what has a day: "will hold talks on June 12"."""
    return any(token.ent_type_ == "DATE" or token.lower_ in MONTHS for token in verb.subtree)


MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)


def _allied(who: Token, speaker: int, scene: _Scene) -> bool:
    """ "the West would", "the allies will", "both would": a group that the speaker belongs to."""
    return for_both(who) or any(scene.voices.found[one].kind == "group" for one in actors_of(who, scene.voices))


def _by_order(verb: Token, who: Token, speaker: int, scene: _Scene) -> bool:
    """What an official says will be done or will take place, without naming the doer, its own side will do."""
    if scene.voices.found[speaker].kind in ("outlet", "agency") or (
        scene.voices.party(speaker) is None and scene.voices.found[speaker].kind == "person"
    ):
        return False
    noun = who.lemma_.lower()
    if noun in words().own:
        return True
    if child(verb, "nsubj:pass") is not None:
        return verb.lemma_.lower() not in (
            "need",
            "force",
            "require",
            "see",
            "find",
            "remember",
            "know",
            "decide",
            "determine",
            "affect",
            "kill",
            "hurt",
        )
    return noun in words().events and verb.lemma_.lower() in words().taking_place
