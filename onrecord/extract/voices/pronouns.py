"""Pronouns: whom "he", "it", "they" and "which" take up."""

from collections.abc import Callable
from typing import Final

from onrecord.extract.voices.ground import SUBJECT, Ground
from onrecord.extract.voices.groups import pair
from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.trail import Step

__all__ = ["pronoun"]

_PEOPLE: Final = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
_THINGS: Final = frozenset({"it", "its", "itself"})
_MANY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
_SPEAKER: Final = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_FEMALE: Final = frozenset({"she", "her", "hers", "herself"})
_NEAR: Final = 2  # sentences
_PASSING: Final = 0.3
"""How little an outlet is meant by "it", which rather takes up the one whose words it gave."""

Resolve = Callable[[Mention], tuple[int, ...]]


def pronoun(ground: Ground, mention: Mention, resolve: Resolve) -> tuple[int, ...]:
    word = mention.name
    if word in _SPEAKER:
        return ()
    if word in _RELATIVE:
        return _antecedent(ground, mention)
    if word == "both":
        return pair(ground, mention)
    sentence = ground.words.sentence[mention.head]
    ahead = _ahead(ground, mention, resolve)
    if ahead:
        return ahead
    told = ground.says.get(mention.head, ())

    def fits(step: Step) -> float:
        named = step.token in ground.by_head and any(step.token in words for words in told)
        return 0.0 if named else _suits(ground, word, step)  # who says "Vint will go" calls himself by no name

    step = ground.trail.best(sentence, fits, line=ground.line(mention.head))
    if step is None:
        return ()
    if word in _PEOPLE and len(step.voices) == 1 and step.weight >= SUBJECT and _sure(ground, mention, step):
        entry = ground.roll.entries[step.voices[0]]
        entry.gender = entry.gender or ("f" if word in _FEMALE else "m")
    if word in _MANY:
        return _together(ground, step)
    return tuple(number for number in step.voices if _suits_one(ground, word, number))[:1]


def _ahead(ground: Ground, mention: Mention, resolve: Resolve) -> tuple[int, ...]:
    """The subject still to come, where the pronoun stands in a phrase before it: "in spite of its pledge, Orlavia".

    So does one that calls something by its name: "in what it says is a defensive move, Orlavia has sent troops".
    """
    words, token = ground.words, mention.head
    if words.tag[token] != "PRP$" and not (token and words.lower[token - 1] == "what"):
        return ()
    for _ in range(8):
        if words.head[token] == token:
            return ()
        token, below = words.head[token], token
        if words.pos[token] == "VERB" and words.dep[below] in ("obl", "advcl") and below < token:
            subject = next((child for child in words.children[token] if words.dep[child].startswith("nsubj")), -1)
            found = ground.by_head.get(subject)
            if found is None or subject < mention.head or found.kind not in ("term", "name"):
                return ()
            voices = resolve(found)
            return tuple(number for number in voices if _suits_one(ground, mention.name, number))[:1]
    return ()


def _sure(ground: Ground, mention: Mention, step: Step) -> bool:
    """Does the pronoun tell whether it is a man or a woman? In a quotation it may mean others, ships and countries."""
    near = ground.words.sentence[mention.head] - step.sentence <= _NEAR
    return near and not ground.words.quoted[mention.head]


def _suits(ground: Ground, word: str, step: Step) -> float:
    if word in _MANY:
        return (
            1.5
            if len(step.voices) > 1 or _beside(ground, step)
            else max(_suits_one(ground, word, number) for number in step.voices)
        )
    return max((_suits_one(ground, word, number) for number in step.voices), default=0.0)


def _suits_one(ground: Ground, word: str, number: int) -> float:
    entry = ground.roll.entries[number]
    if word in _PEOPLE:
        gender = "f" if word in _FEMALE else "m"
        return (
            0.0
            if entry.kind != "person" or (entry.gender and entry.gender != gender)
            else (1.4 if entry.gender else 1.0)
        )
    if word in _THINGS:
        body = (
            entry.kind in ("country", "organisation", "office", "outlet", "agency")
            or entry.role in ground.roles.institutions
        )
        return (_PASSING if entry.kind in ("outlet", "agency") or entry.role == "media" else 1.0) if body else 0.0
    return {"group": 1.2, "person": 0.1, "country": 0.3}.get(entry.kind, 0.5)


def _beside(ground: Ground, step: Step) -> tuple[Step, ...]:
    """Those joined to a step by "and"."""
    head = step.token
    above = ground.words.head[head]
    top = above if ground.words.dep[head] == "conj" else head
    joined = {top, *(child for child in ground.words.children[top] if ground.words.dep[child] == "conj")}
    if len(joined) < 2:
        return ()
    return tuple(other for other in ground.trail.back() if other.token in joined)


def _together(ground: Ground, step: Step) -> tuple[int, ...]:
    numbers = [number for other in _beside(ground, step) for number in other.voices]
    return tuple(dict.fromkeys(sorted(numbers))) or step.voices


def _antecedent(ground: Ground, mention: Mention) -> tuple[int, ...]:
    """Whom a relative pronoun takes up: the phrase its clause hangs on, else the one right before it."""
    token, words = mention.head, ground.words
    for _ in range(6):
        if words.dep[token].startswith("acl"):
            break
        if words.head[token] == token:
            return _before(ground, mention)
        token = words.head[token]
    before = ground.by_head.get(words.head[token])
    if before is None or before.start >= mention.start or not before.voices:
        return _before(ground, mention, before)
    if words.text[mention.start - 1] == ",":
        return _together(ground, Step(before.head, 0, 1.0, before.voices))
    return before.voices


def _before(ground: Ground, mention: Mention, group: Mention | None = None) -> tuple[int, ...]:
    """Who stands right before a relative pronoun; in "Orlavian companies that asked" it is not Orlavia that did."""
    for step in ground.trail.back():
        inside = group is not None and group.kind == "group" and group.start <= step.token < group.end
        if mention.start - 3 <= step.token < mention.start and not inside:
            return _together(ground, step) if ground.words.text[mention.start - 1] == "," else step.voices
    return ()
