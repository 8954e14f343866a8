"""Whether the words tell somebody's own undertaking, or what others suspect, fear or foretell of it."""

from spacy.tokens import Token

from onrecord.extract.clause import child, children, negated, predicate, relation, tense
from onrecord.extract.commitments.bond import Scene, bound, nameless
from onrecord.extract.commitments.words import words

__all__ = ["believable", "of_own_side"]

TOLD = ("past", "perfect", "present", "progressive")


def of_own_side(doers: tuple[int, ...], promiser: tuple[int, ...], scene: Scene) -> bool:
    return any(scene.cast.same_side(one, other) for one in doers for other in promiser)


def believable(verb: Token, action: Token, by: tuple[int, ...], kind: str, scene: Scene) -> bool:
    """Is this told as somebody's undertaking, and not as others' suspicion of its plans?"""
    if action.lemma_.lower() in ("be", "disagree", "differ", "die") or child(action, "cop") is not None:
        return False  # "intends to be a good neighbour" is no deed
    if verb.lemma_.lower() in ("willingness", "readiness"):
        return scene.own(scene.speaker(verb), by) or verb.head.lemma_.lower() in words().showing
    if kind == "threaten" and action.lemma_.lower() in words().befalling:
        return False
    if kind == "plan" and verb.pos_ == "VERB" and tense(verb) in ("gerund", "participle"):
        return False  # "flew there intending to stay"
    if kind == "plan" and verb.pos_ == "NOUN":
        return _is_own_plan(verb, by, scene)
    if kind not in ("plan", "announce", "offer"):
        return True
    speaker = scene.speaker(verb)
    if scene.own(speaker, by):
        return True
    near = (action, *children(action, "obj", "xcomp", "conj"))
    if negated(verb) or _is_feared(verb) or any(word.lemma_.lower() in words().hostile for word in near):
        return False
    if speaker is not None or (kind != "plan" and verb.lemma_.lower() != "decide"):
        return True
    if kind == "announce" and tense(verb) in ("past", "perfect"):
        told = relation(verb) in ("root", "ROOT", "conj", "advcl") and not nameless(by, scene)
        return told and all(scene.kind(one) != "person" for one in by)  # "Orlavia decided to suspend it"
    return kind == "plan" and tense(verb) in ("present", "perfect") and not nameless(by, scene)


def _is_own_plan(noun: Token, by: tuple[int, ...], scene: Scene) -> bool:
    """Does the side itself make its plans known: "announced plans to …", "outlined its plan to …"?"""
    head = predicate(noun.head)
    made = head.lemma_.lower()
    told = relation(noun) == "obj" and made in words().showing and made != "discuss" and not negated(head)
    return told and tense(head) in TOLD and not nameless(by, scene) and of_own_side(bound(head, scene), by, scene)


def _is_feared(verb: Token) -> bool:
    return relation(verb) in ("ccomp", "acl") and verb.head.lemma_.lower() in words().unsure
