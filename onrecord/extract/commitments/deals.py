"""What a deal that stands has its sides do: "the deal requires …", "under the deal, … would"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.clause import case, child, children, negated, predicate, tense
from onrecord.extract.commitments.bond import Bond, Scene, bound, conditional, nameless, ones_own
from onrecord.extract.commitments.words import Binding, words

__all__ = ["is_dealt", "required", "under_it"]

DEALS = frozenset({"deal", "agreement", "accord", "pact", "treaty", "truce", "ceasefire", "cease-fire"})
UNWILLED = frozenset(
    {"be", "have", "get", "receive", "gain", "lose", "win", "become", "remain", "keep", "retain", "see"}
)


def required(verb: Token, scene: Scene) -> Iterator[Bond]:
    """ "The deal requires Orlavia to …": what a deal that stands asks of a side is what that side agreed to."""
    deal, who = child(verb, "nsubj"), child(verb, "obj")
    action = next((kid for kid in children(verb, "xcomp", "ccomp", "advcl") if tense(kid) == "infinitive"), None)
    if deal is None or who is None or action is None or deal.lemma_.lower() not in words().binding_texts:
        return
    if tense(verb) not in ("present", "past") or negated(verb) or conditional(verb) or _is_draft(deal):
        return
    by = tuple(one for one in scene.cast.actors_of(who) if not scene.cast.person(one))
    if by and not nameless(by, scene):
        yield Bond(verb, action, by, "agree", f"verb:{verb.lemma_.lower()}", scene.said.holding(verb))


def under_it(noun: Token, binding: Binding, scene: Scene) -> Iterator[Bond]:
    """ "an agreement under which Orlavia would open the locks": what it has a side do, that side has agreed to."""
    if conditional(noun) or _is_thought_of(noun):
        return
    for action in children(noun, "acl"):
        under = any(kid.lower_ == "which" and case(kid) in ("under", "in", "by") for kid in children(action, "obl"))
        if not under or tense(action) not in ("future", "would") or child(action, "cop", "nsubj:pass") is not None:
            continue
        who = child(action, "nsubj")
        by = bound(predicate(noun.head) if who is not None and ones_own(who) else action, scene)
        if by and action.lemma_.lower() not in UNWILLED:
            yield Bond(noun, action, by, binding.kind, f"noun:{binding.name}", scene.said.holding(noun))


def is_dealt(verb: Token) -> bool:
    """ "Under the deal, Orlavia would open the locks": a deal that stands, and none that is only thought of."""
    return any(
        case(kid) in ("under", "as part of") and kid.lemma_.lower() in DEALS and not _is_thought_of(kid)
        for kid in children(verb, "obl")
    )


def _is_thought_of(deal: Token) -> bool:
    """ "any deal", "a proposed pact": not one that stands, though it be new and final."""
    marks = {kid.lower_ for kid in children(deal, "det", "amod")}
    return bool(marks & {"any", "no", *words().drafts} - {"final", "new", "comprehensive"})


def _is_draft(deal: Token) -> bool:
    """ "a possible deal", "any agreement", "the proposed pact" bind nobody yet."""
    return any(
        kid.lower_ in ("a", "an", "any", "no") or kid.lower_ in words().drafts for kid in children(deal, "det", "amod")
    )
