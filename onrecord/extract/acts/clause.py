"""The main clauses of a content: who acts in each, and the words that say what is done."""

from dataclasses import dataclass, replace
from typing import Final

from onrecord.extract.statements.content import Pieces, tokens_of
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words

__all__ = ["MainClause", "main_clauses"]

_PREDICATES: Final = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV"})
_OURS: Final = frozenset({"its", "our", "my"})
_AHEAD: Final = frozenset({"will", "would", "shall", "'ll", "’ll"})
_OF_STATE: Final = frozenset(
    {"minister", "president", "premier", "chancellor", "king", "queen", "spokesman", "spokeswoman"}
)
_DONE: Final = frozenset({"has", "have", "had", "was", "were"})
_OWNERS: Final = frozenset({"nmod:poss", "amod", "compound", "flat", "nmod", "conj"})
# "We believe that they lied" says that they lied.
_KNOWING: Final = frozenset(
    {"believe", "think", "know", "conclude", "feel", "see", "understand", "find", "want", "say", "guess", "mean",
     "consider"}
)  # fmt: skip
_BEYOND: Final = 4
"""Words kept behind the predicate, so that "is ready to meet" and "has decided to pull back" are whole."""
_MOST: Final = 3
"""Sentences of a long quotation whose clauses are looked at."""
_DEEPEST: Final = 3
_WHOLE: Final = 30
"""Words behind the predicate that belong to what is done, for the rules that ask about more than the predicate."""


@dataclass(frozen=True, slots=True)
class MainClause:
    """`text` runs from the clause's first word to a little behind its predicate, `whole` to its end.

    `own`: the speaker, or the side it speaks for, is the subject. `official`: it speaks for a state or body, and no
    other party is the subject. `theirs`: another party is the subject; `other`: it has done what is told. `bare`: the
    predicate is a mere infinitive with a subject ("that it be closed"). `inner`: it stands inside another main
    clause ("they have evidence that …").
    """

    text: str
    own: bool
    official: bool
    other: bool = False
    theirs: bool = False
    bare: bool = False
    inner: bool = False
    whole: str = ""


def main_clauses(text: str, voices: Voices, content: Pieces, speakers: tuple[int, ...]) -> tuple[MainClause, ...]:
    """The main clauses of a content, one a sentence, the first of them first."""
    words = voices.words
    found = []
    for piece in content[:_MOST]:
        inside = tokens_of(words, *piece)
        numbers = sorted({words.sentence[token] for token in inside})
        for number in numbers[:_MOST]:
            stop = words.begins[number + 1] if number + 1 < len(words.begins) else len(words)
            sentence = range(max(inside.start, words.begins[number]), min(inside.stop, stop))
            found.append(_of_sentence(text, voices, sentence, speakers))
    first = [clauses[0] for clauses in found[:_MOST]]
    return (*first, *(inner for clauses in found[:_MOST] for inner in clauses[1:])) or (MainClause("", False, False),)


def _of_sentence(text: str, voices: Voices, inside: range, speakers: tuple[int, ...]) -> list[MainClause]:
    """The main clause of a sentence, and behind it those that it says something of."""
    words = voices.words
    start = words.start[inside.start]
    top = _top(words, inside)
    if top is None:
        everything = text[start : words.end[inside.stop - 1]]
        return [MainClause(everything, False, False, whole=everything)]
    deeper = _said_there(words, top, inside)
    if deeper != top:
        top, start = deeper, words.start[min(words.subtree(deeper))]
    found = [_clause(text, voices, inside, speakers, top, start)]
    for kid in _inner(words, top, inside):
        begins = words.start[min(words.subtree(kid))]
        found.append(replace(_clause(text, voices, inside, speakers, kid, begins), inner=True))
    return found


def _inner(words: Words, top: int, inside: range) -> list[int]:
    """The predicates under a main one that tell what is known, shown or said there: "papers showing that they left"."""
    found, holders = [], [top]
    for _ in range(_DEEPEST):
        below = [kid for holder in holders for kid in words.children[holder] if kid in inside and kid > top]
        found += [kid for kid in below if words.dep[kid] in ("ccomp", "acl")]
        holders = [kid for kid in below if words.dep[kid] in ("obj", "obl", "ccomp", "acl", "xcomp")]
    return found[:_MOST]


def _clause(text: str, voices: Voices, inside: range, speakers: tuple[int, ...], top: int, start: int) -> MainClause:
    words = voices.words
    subject = _subject(words, top, inside)
    clause = text[start : words.end[_last(words, top, inside)]]
    whole = text[start : words.end[min(inside.stop, top + _WHOLE) - 1]]
    if subject is None:
        return MainClause(clause, False, False, whole=whole)
    parties = {voices.party(number) or voices.found[number].name for number in speakers}
    official = any(voices.party(number) or voices.found[number].offices for number in speakers)
    theirs = _parties(voices, subject, speakers)
    own = words.lower[subject] in ("i", "we") or bool(theirs & (parties | {"the speaker"}))
    own = own or _they(voices, subject, inside, speakers) or _for_a_state(voices, top, subject, speakers)
    done = any(words.lower[child] in _DONE for child in words.children[top]) or words.tag[top] == "VBD"
    return MainClause(
        clause,
        own,
        own or (official and not theirs),
        other=bool(theirs) and not own and done,
        theirs=not own
        and (bool(theirs) or words.lower[subject] in ("they", "you"))
        and not _only_pass_on(voices, speakers),
        bare=_bare(words, top),
        whole=whole,
    )


def _top(words: Words, inside: range) -> int | None:
    """The predicate on which the rest of the content hangs."""
    tops = [token for token in inside if words.head[token] not in inside or words.head[token] == token]
    tops = [token for token in tops if words.pos[token] in _PREDICATES]
    with_subject = [token for token in tops if _subject(words, token, inside) is not None]
    return next(iter(with_subject or tops), None)


def _subject(words: Words, top: int, inside: range) -> int | None:
    return next(
        (child for child in words.children[top] if words.dep[child].startswith("nsubj") and child in inside), None
    )


def _said_there(words: Words, top: int, inside: range) -> int:
    """The predicate of what somebody in the content knows or believes, where that is the speaker's own knowledge."""
    for _ in range(2):
        subject = _subject(words, top, inside)
        if words.lemma[top] not in _KNOWING or subject is None or words.lower[subject] not in ("i", "we", "he", "she"):
            return top
        if any(words.lower[child] in ("not", "n't", "n’t", "never") for child in words.children[top]):
            return top
        deeper = [kid for kid in words.children[top] if words.dep[kid] == "ccomp" and kid in inside and kid > top]
        if not deeper:
            return top
        top = deeper[0]
    return top


def _last(words: Words, top: int, inside: range) -> int:
    """The last word kept behind a predicate: none of the next clause."""
    last = min(inside.stop, top + 1 + _BEYOND) - 1
    another = (at for at in range(top + 1, last + 1) if words.dep[at].startswith("nsubj") and words.head[at] != top)
    return max(top, next(another, last + 1) - 1)


def _bare(words: Words, top: int) -> bool:
    helpers = [words.lower[child] for child in words.children[top] if words.dep[child].startswith(("aux", "cop"))]
    return helpers == ["be"] or (not helpers and words.tag[top] == "VB" and words.lower[top] != "let")


def _only_pass_on(voices: Voices, speakers: tuple[int, ...]) -> bool:
    return bool(speakers) and all(voices.found[number].kind in ("outlet", "agency") for number in speakers)


def _they(voices: Voices, subject: int, inside: range, speakers: tuple[int, ...]) -> bool:
    """ "The allies said they would": the pronoun that begins what a group says is the group."""
    if voices.words.lower[subject] != "they" or subject > inside.start + 1 or voices.words.quoted[subject]:
        return False
    return any(voices.found[number].kind != "person" for number in speakers)


def _for_a_state(voices: Voices, top: int, subject: int, speakers: tuple[int, ...]) -> bool:
    """A minister of no named state who says what a state will do speaks for it."""
    words = voices.words
    ahead = words.pos[subject] == "PROPN" and any(words.lower[child] in _AHEAD for child in words.children[top])
    states = voices.every(words.start[subject], words.end[subject])
    if not ahead or not states or any(voices.found[number].kind != "country" for number in states):
        return False
    held = {word for number in speakers for office in voices.found[number].offices for word in office.split()}
    return bool(held & _OF_STATE) and all(voices.party(number) is None for number in speakers)


def _parties(voices: Voices, subject: int, speakers: tuple[int, ...]) -> set[str | None]:
    """For whom the subject speaks, its owner ("its forces", "Orlavia's troops") taken as acting too."""
    words = voices.words
    found: set[str | None] = set()
    for token in _owning(words, subject):
        for number in voices.every(words.start[token], words.end[token]):
            if number in speakers:
                found.add("the speaker")
            elif voices.party(number) or voices.found[number].kind != "person":
                found.add(voices.party(number) or voices.found[number].name)
    if any(words.lower[token] in _OURS for token in words.subtree(subject)):
        found.add("the speaker")
    return found


def _owning(words: Words, subject: int) -> list[int]:
    """The subject with the words that say whose it is; of "a round of Orlavian sanctions" those of the sanctions."""
    found = [subject, *(kid for kid in words.children[subject] if words.dep[kid] in _OWNERS)]
    for kid in words.children[subject]:
        if words.dep[kid] == "nmod" and any(words.lower[mark] == "of" for mark in words.children[kid]):
            found += [below for below in words.children[kid] if words.dep[below] in ("amod", "compound", "nmod:poss")]
    return found
