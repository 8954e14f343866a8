"""A bond: one place where somebody is told to be bound, and what all rules for finding such places share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.extract.clause import chain, child, children, own_subject, relation, subject, tense
from onrecord.extract.commitments.words import words
from onrecord.extract.parties import Cast, for_both
from onrecord.extract.said import Said
from onrecord.model.reading import FoundTalk

__all__ = ["FIRST", "PRESS", "Bond", "Scene", "anybody", "bound", "conditional", "doer", "nameless", "ones_own"]

FIRST = frozenset({"i", "we"})
PRESS = ("outlet", "agency")
ANYBODY = frozenset(
    {
        "others", "people", "many", "some", "several", "residents", "analysts", "experts", "observers", "person",
        "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "man", "woman", "men", "women",
    }
)  # fmt: skip
OFFICIALS = frozenset({"minister", "leader", "official", "diplomat", "envoy", "negotiator", "representative"})
POLITIES = frozenset({"country", "nation", "government", "parliament", "ministry"})
ANY = frozenset({"every", "each", "any", "no", "some", "another"})
# Who holds one of these speaks for a state.
OF_STATE = frozenset({"minister", "president", "premier", "chancellor", "king", "queen", "spokesman", "spokeswoman"})
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
    confidence: float = 1.0

    @property
    def weighed(self) -> bool:
        """Did the promise head enter it, which is asked only of what somebody will do himself?"""
        return self.rule.startswith("head:")

    @property
    def strength(self) -> int:
        """How firmly the words bind, for choosing between two tellings of the same."""
        return STRENGTH[self.kind]


class Scene(NamedTuple):
    """What every rule on commitments asks: who is who, who says what, and which two were last bound together."""

    cast: Cast
    said: Said
    pairs: list[tuple[int, ...]]
    talks: Sequence[FoundTalk] = ()

    def speaker(self, token: Token) -> int | None:
        """Who says the words in which this token stands; None for the writer."""
        return self.said.speaker(token)

    def own(self, speaker: int | None, by: tuple[int, ...]) -> bool:
        """Does the speaker stand on the side that is bound, or speak for a state without being told for which?"""
        if speaker is None:
            return False
        states = all(self.kind(one) == "country" for one in by)
        return any(self.cast.same_side(speaker, one) for one in by) or (bool(by) and states and self.unplaced(speaker))

    def unplaced(self, voice: int) -> bool:
        """Is this "Foreign Minister Mara Vint" of a report that does not say whose minister she is?"""
        found = self.cast.voices.found[voice]
        held = {word for office in found.offices for word in office.split()}
        return found.kind == "person" and self.cast.voices.party(voice) is None and bool(held & OF_STATE)

    def kind(self, voice: int) -> str:
        """What kind of actor a voice is."""
        return self.cast.voices.found[voice].kind


def bound(verb: Token, scene: Scene) -> tuple[int, ...]:
    """Who binds itself by this verb, outlets and agencies left out: they pass on what others will do."""
    return tuple(one for one in _doers(verb, scene) if scene.kind(one) not in PRESS)


def _doers(verb: Token, scene: Scene) -> tuple[int, ...]:
    """The doer of a verb, or the speaker where the doer is "we" or the speaker's own."""
    who = doer(verb)
    if who is None:
        return scene.cast.left_of(verb)
    speaker = scene.speaker(verb)
    if who.lower_ in FIRST and speaker is not None:
        return (speaker,)
    found = scene.cast.named(who) if _is_parted(who, verb) else scene.cast.actors_of(who) or _commander(who, scene)
    if for_both(who) and who.pos_ == "NOUN" and scene.pairs:
        return scene.pairs[-1]
    if for_both(who) and len(found) < 2:
        pair = _met_before(who, scene) or scene.cast.before(who)
        near = scene.pairs[-1] if scene.pairs else pair
        return near if near and (not found or who.lower_ == "both" or set(found) <= set(near)) else found
    if (not found or nameless(found, scene)) and child(verb, "nsubj:pass") is None and speaker is not None:
        return (speaker,) if ones_own(who) else found
    return found


def _commander(who: Token, scene: Scene) -> tuple[int, ...]:
    """ "Orlavian forces will leave", "the US military will": whose forces they are."""
    if who.lemma_.lower() not in words().forces:
        return ()
    whose = (scene.cast.named(kid) for kid in children(who, "amod", "compound") if kid.i < who.i)
    return next((found for found in whose if found and all(scene.kind(one) == "country" for one in found)), ())


def doer(verb: Token) -> Token | None:
    """Who does it, also where the subject stands outside of the quoted words: 'Orlavia, he added, "will close it"'."""
    if (
        relation(verb) == "ccomp"
        and own_subject(verb) is None
        and (drawn := _drawn_out(verb) or _doing(verb)) is not None
    ):
        return drawn
    if relation(verb) == "ccomp" and own_subject(verb) is None and tense(verb) in ("future", "would"):
        named = [kid for kid in children(verb.head, "nsubj") if kid.i < verb.i]
        if len(named) > 1 and _is_parted(named[0], verb):
            return named[0]
        if named and verb.i < verb.head.i and any(kid.i > verb.i for kid in children(verb.head, "nsubj")):
            return named[0]  # "Orlavia will close it, its ministry said", where the tree gives both to "said"
        first = [kid for kid in children(verb.head, "ccomp") if kid.i < verb.i and own_subject(kid) is not None]
        if first and child(verb, "cc") is not None:
            return own_subject(first[-1])
    return subject(verb)


def _drawn_out(verb: Token) -> Token | None:
    """ "a deal that she said would end it": the deal will, not she."""
    told, helper, teller = verb.head, child(verb, "aux"), child(verb.head, "nsubj")
    if helper is None or teller is None or not teller.i < told.i == helper.i - 1 or not teller.left_edge.i:
        return None
    before = teller.left_edge.nbor(-1)
    if before.lower_ not in ("that", "which", "who"):
        return None
    return told.head if told.dep_.startswith("acl") else before


def _doing(verb: Token) -> Token | None:
    """ "providing arms would only escalate it", where the tree makes the doing an aside."""
    helper = child(verb, "aux")
    return next(
        (
            kid
            for kid in children(verb, "advcl", "csubj")
            if helper is not None and kid.tag_ == "VBG" and kid.i < verb.i and kid.right_edge.i == helper.i - 1
        ),
        None,
    )


def _is_parted(who: Token, verb: Token) -> bool:
    """Does who says it stand between the doer and the deed: "Kestria, Vint added, “will …”", no list of two?"""
    if relation(verb) != "ccomp" or not any(
        who.i < kid.i < verb.head.i < verb.i for kid in children(verb.head, "nsubj")
    ):
        return False
    edge = who.right_edge
    return "," in (edge.text, edge.nbor().text if edge.i + 1 < verb.i else "")


def ones_own(who: Token) -> bool:
    """Is this somebody's own, who speaks of it: "the army", "our ministers", but not "key foreign ministers"?"""
    if who.lemma_.lower() not in words().own or (who.lemma_.lower() in POLITIES and _is_one_of_many(who)):
        return False
    return who.lemma_.lower() not in OFFICIALS or who.tag_ != "NNS" or child(who, "nmod:poss") is not None


def _is_one_of_many(who: Token) -> bool:
    """ "over 40 nations", "every country": others, or anybody."""
    many = child(who, "nummod") is not None or who.tag_ == "NNS"
    return child(who, "nmod:poss") is None and (many or any(kid.lower_ in ANY for kid in children(who, "det")))


def _met_before(who: Token, scene: Scene) -> tuple[int, ...]:
    """The two of the last talk told before a word."""
    before = (talk for talk in reversed(scene.talks) if talk.evidence.end <= who.idx)
    return next((talk.parties for talk in before if len(talk.parties) == 2), ())


def nameless(found: tuple[int, ...], scene: Scene) -> bool:
    """Are these only groups of which the report does not say whose they are?"""
    return all(scene.cast.voices.party(one) is None and scene.kind(one) == "group" for one in found)


def anybody(found: tuple[int, ...], scene: Scene) -> bool:
    """Is nobody in particular bound: "others offer help", "many promised to come"?"""
    return all(scene.cast.voices.found[one].name.lower() in ANYBODY for one in found)


def conditional(verb: Token) -> bool:
    """Does the verb itself stand under "if", or under "no": "if they agree to …", "no sign that it will …"?"""
    for above in chain(verb):
        marks = {kid.lower_ for kid in children(above, "mark", "advmod")}
        if relation(above) in ("acl", "ccomp") and any(kid.lower_ == "no" for kid in children(above.head, "det")):
            return True
        if marks & {"if", "unless", "whether", "until", "before"}:
            return True
        if relation(above) == "advcl" and "long as " in above.doc[above.left_edge.i : above.i + 1].text.lower():
            return True
        if relation(above) in ("ccomp", "parataxis", "root", "ROOT"):
            return False
    return False
