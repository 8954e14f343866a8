"""Commitments told by a bare "will": what somebody says its side is going to do, and what is to be by its order."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.clause import (
    auxiliaries,
    by_phrase,
    case,
    chain,
    child,
    children,
    negated,
    own_subject,
    relation,
    subject,
    tense,
)
from onrecord.extract.commitments.bond import FIRST, PRESS, Bond, Scene, bound, conditional, doer, nameless, ones_own
from onrecord.extract.commitments.deals import is_dealt
from onrecord.extract.commitments.words import words
from onrecord.extract.parties import for_both

__all__ = ["DAYS", "told_ahead", "unsure"]

DAYS = frozenset(
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "week",
        "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "tonight",
    }
)  # fmt: skip

YEAR = re.compile(r"20\d\d")


def told_ahead(verb: Token, scene: Scene) -> Iterator[Bond]:
    """ "X will …" said by X or its side, and what is to take place by their word."""
    when = tense(verb)
    number = scene.said.holding(verb)
    who = subject(verb)
    if when == "should" and "must" in auxiliaries(verb) and is_dealt(verb) and not negated(verb):
        by = () if who is None else scene.cast.actors_of(who)
        if by and not nameless(by, scene):
            yield Bond(verb, verb, by, "agree", "future:must", number)
        return
    if (meant := _going_to(verb, number, who, scene)) is not None:
        yield meant
        return
    if when == "infinitive" and _is_due(verb):
        when = "future"
    moving = when == "progressive" and number is not None and (_is_moving(verb, who) or _is_own_step(verb, who, scene))
    if moving:
        when = "future"
    if when not in ("future", "would") or "have" in auxiliaries(verb):
        return  # "we will have changed the world" looks back
    if when == "would" and ((who is not None and who.lower_ in FIRST) or _unreal(verb)):
        return  # "I would not fight over it" supposes; what is told as "he would" was "I will" when it was said
    if (
        (when == "would" and number is None and not is_dealt(verb))
        or not (moving or _binds(verb))
        or conditional(verb)
        or unsure(verb)
    ):
        return
    by = _future_by(verb, number, scene)
    if by:
        yield Bond(verb, verb, by, "future", f"future:{when}", number)


def _going_to(verb: Token, number: int | None, who: Token | None, scene: Scene) -> Bond | None:
    """ "We're going to raise every issue": as good as "we will", said by who will do it."""
    deed = next((kid for kid in children(verb, "xcomp") if tense(kid) == "infinitive"), None)
    if verb.lower_ != "going" or tense(verb) != "progressive" or deed is None or number is None or who is None:
        return None
    speaker = scene.speaker(verb)
    if who.lower_ not in FIRST or speaker is None or scene.kind(speaker) in PRESS or "was" in auxiliaries(verb):
        return None
    if not _binds(deed) or conditional(verb) or unsure(verb) or negated(verb):
        return None
    told = (
        verb if negated(verb) else deed
    )  # "not going to pay", so that the deed does not stand there without its "not"
    return Bond(verb, told, (speaker,), "future", "future:going to", number)


def _is_moving(verb: Token, who: Token | None) -> bool:
    """ "We are bringing our troops home": a step under way, by the words of who takes it."""
    if who is None or who.lower_ not in FIRST or verb.lemma_.lower() not in words().moving or negated(verb):
        return False
    step = child(verb, "obj")
    return (
        step is not None
        and step.lemma_.lower() not in ("message", "signal")
        and bool({"are", "'re", "’re", "am", "'m", "’m"} & set(auxiliaries(verb)))
    )


def _is_due(verb: Token) -> bool:
    """ "Is due to visit Kestria on Friday", where the tree hangs "due" on the deed."""
    due = next((kid for kid in verb.children if kid.lower_ == "due" and kid.i < verb.i), None)
    return due is not None and bool({"is", "are"} & set(auxiliaries(due)))


def _is_own_step(verb: Token, who: Token | None, scene: Scene) -> bool:
    """ "Orlavia said it was suspending flights": a step of one's own side, told in the words of the side itself."""
    if who is None or who.lower_ in FIRST or negated(verb) or verb.lemma_.lower() not in words().moving:
        return False
    speaker, named = scene.speaker(verb), scene.cast.actors_of(who)
    if speaker is None or scene.kind(speaker) in PRESS or relation(verb) != "ccomp":
        return False
    return scene.own(speaker, named) and not nameless(named, scene) and child(verb, "obj", "obl") is not None


def _unreal(verb: Token) -> bool:
    """ "if I were not there, they would …"."""
    for kid in children(verb, "advcl"):
        if any(mark.lower_ == "if" for mark in children(kid, "mark")):
            return any(word.lower_ in ("were", "weren’t") for word in (kid, *children(kid, "aux", "cop")))
    return False


def unsure(verb: Token) -> bool:
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
    if relation(verb) == "conj" and child(verb, "nsubj") is None and verb.head.lemma_.lower() in words().unsure:
        return True  # "he does not think it will give way, but will wait": who will wait is not he
    return any(
        kid.lower_ in ("likely", "probably", "perhaps", "possibly", "maybe", "likelihood", "hopefully")
        for kid in verb.children
    )


def _binds(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in ("rule", "exclude") and negated(verb):
        return False  # who will not rule a thing out has not bound himself to it
    if lemma == "commit" and negated(verb):
        return False  # who "would not commit to sending troops" does not refuse to send them either
    if relation(verb) == "conj" and verb.tag_ == "VBN" and child(verb.head, "nsubj:pass") is not None:
        return False  # "I will be jailed and beaten" befalls the speaker
    first = verb
    while relation(first) == "conj" and first.head.i != first.i and child(first, "nsubj") is None:
        first = first.head
    if _is_state(verb) or relation(first) in ("acl", "advcl", "amod"):
        return False
    if lemma in words().unbinding:
        things = list(children(verb, "obj", "nsubj"))
        if lemma == "bring" and any(ones_own(kid) for kid in things):
            return True  # "our troops will be brought home"
        if lemma == "take" and any(kid.lemma_.lower() == "time" for kid in things):
            return False
        return lemma in words().taking_place or any(kid.lemma_.lower() in words().binding_objects for kid in things)
    return True


def _is_state(verb: Token) -> bool:
    """ "It will be a beautiful day", but not "it is to send troops", where the tree has "is" link the two."""
    link = child(verb, "cop")
    meant = link is not None and link.lower_ in ("is", "are") and verb.tag_ == "VB" and tense(verb) == "future"
    return link is not None and (not meant or any(kid.lower_ == "for" for kid in children(verb, "mark")))


def _future_by(verb: Token, number: int | None, scene: Scene) -> tuple[int, ...]:
    who = doer(verb)
    if who is None or who.lower_ in ("this", "that", "which", "what", "there", "who"):
        return ()
    if verb.lemma_.lower() in ("happen", "occur") or (who.pos_ == "PRON" and child(verb, "nsubj:pass") is not None):
        return ()  # "they will not be named" befalls them
    speaker = scene.speaker(verb)
    if who.pos_ == "PROPN" and child(verb, "nsubj:pass") is not None:
        return ()  # "Kestria will be joined by others" befalls it
    if who.lower_ in FIRST:
        return () if speaker is None or scene.kind(speaker) in PRESS else (speaker,)
    found = () if who.lemma_.lower() in words().events else bound(verb, scene)
    if number is None or (speaker is not None and scene.kind(speaker) in PRESS):
        return found if _is_firm(verb) and not nameless(found, scene) else ()
    if speaker is None:
        return ()
    if who.lower_ == "it" and found and all(map(scene.cast.person, found)):
        return ()  # "it will take some time"
    if found and not nameless(found, scene):
        group = for_both(who) or any(scene.kind(one) == "group" for one in found)
        if who.pos_ == "PRON" and len(found) == 1 and scene.cast.voices.party(found[0]) is not None:
            group = False  # what one side says the other will do is foretold
        if who.lower_ in ("he", "she") and found == (speaker,) and scene.cast.voices.words.quoted[who.i]:
            return ()  # in what somebody is quoted as saying, "she" is another
        if who.lower_ == "they" and _stands_apart(verb, speaker, found, scene):
            return (speaker,) if scene.kind(speaker) in ("group", "organisation") else ()
        return found if scene.own(speaker, found) or group else ()
    if who.lower_ == "they" and speaker in found and scene.cast.voices.found[speaker].kind == "group":
        return found  # "the lawmakers said they would"
    known = not nameless((speaker,), scene)  # not "according to reports"
    return (speaker,) if known and _by_order(verb, who, speaker, scene) else ()


def _stands_apart(verb: Token, speaker: int, found: tuple[int, ...], scene: Scene) -> bool:
    """Does the speaker foretell what others will do, and not pass on what they said of themselves?"""
    teller = own_subject(verb.head) if relation(verb) == "ccomp" else None
    if teller is not None and teller.tag_ in ("NNS", "NNPS"):
        return False  # "the founders said they would": they speak of themselves
    return scene.cast.voices.party(speaker) is not None and not scene.own(speaker, found)


def _is_firm(verb: Token) -> bool:
    """In the writer's own voice only what has a day, or a deal behind it: "will hold talks on June 12"."""
    if is_dealt(verb):
        return True
    if any(kid.i < verb.i and any(word.lower_ in DAYS for word in kid.subtree) for kid in children(verb, "obl")):
        return True  # "On Tuesday night, the council will vote"
    after = verb.doc[verb.i : min(verb.right_edge.i + 1, verb.i + 40)]
    return any(word.lower_ in DAYS or _is_year(word) for word in after)


def _is_year(word: Token) -> bool:
    """ "In 2034", "by 2034", but not "the 2034 budget"."""
    named = YEAR.fullmatch(word.text) is not None
    return named and relation(word) == "obl" and case(word) in ("in", "by", "until", "through", "from")


def _by_order(verb: Token, who: Token, speaker: int, scene: Scene) -> bool:
    """What an official says will be done or will take place, without naming the doer, its own side will do."""
    noun = who.lemma_.lower()
    if ones_own(who):
        return True
    if not {"will", "would", "shall", "'ll", "’ll"} & set(auxiliaries(verb)):
        return False  # "the next steps are to …" says what they are
    placed = scene.cast.voices.party(speaker) is not None or scene.unplaced(speaker)
    if not placed and noun not in words().events:
        return False
    if child(verb, "nsubj:pass") is not None and by_phrase(verb) is None:
        return verb.lemma_.lower() not in words().undergone
    return noun in words().events and verb.lemma_.lower() in words().taking_place and not negated(verb)
