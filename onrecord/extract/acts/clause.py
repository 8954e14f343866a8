"""The main clause of a content: who acts in it, and the words that say what is done."""

from dataclasses import dataclass
from typing import Final

from onrecord.extract.statements.content import Pieces, tokens_of
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words

__all__ = ["MainClause", "main_clause"]

_PREDICATES: Final = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV"})
_OURS: Final = frozenset({"its", "our", "my"})
_DONE: Final = frozenset({"has", "have", "had", "was", "were"})
_BEYOND: Final = 4
"""Words kept behind the predicate, so that "is ready to meet" and "has decided to pull back" are whole."""


@dataclass(frozen=True, slots=True)
class MainClause:
    """`text` runs from the content's first word to a little behind its predicate.

    `own`: the speaker, or the side it speaks for, is the subject. `official`: it speaks for a state or body, and no
    other party is the subject. `other`: another party has done what is told.
    """

    text: str
    own: bool
    official: bool
    other: bool = False


def main_clause(text: str, voices: Voices, content: Pieces, speakers: tuple[int, ...]) -> MainClause:
    """The main clause of the first piece of a content."""
    words = voices.words
    inside = tokens_of(words, *content[0])
    top = _top(words, inside)
    if top is None:
        return MainClause(text[content[0][0] : content[0][1]], False, False)
    subject = next(
        (child for child in words.children[top] if words.dep[child].startswith("nsubj") and child in inside), None
    )
    last = min(inside.stop, top + 1 + _BEYOND) - 1
    another = (at for at in range(top + 1, last + 1) if words.dep[at].startswith("nsubj") and words.head[at] != top)
    last = max(top, next(another, last + 1) - 1)
    clause = text[content[0][0] : words.end[last]]
    mine = {voices.party(number) or voices.found[number].name for number in speakers}
    official = any(voices.party(number) or voices.found[number].offices for number in speakers)
    if subject is None:
        return MainClause(clause, False, False)
    theirs = _parties(voices, subject, speakers)
    own = words.lower[subject] in ("i", "we") or bool(theirs & (mine | {"the speaker"}))
    done = any(words.lower[child] in _DONE for child in words.children[top]) or words.tag[top] == "VBD"
    return MainClause(clause, own, official and (own or not theirs), bool(theirs) and not own and done)


def _top(words: Words, inside: range) -> int | None:
    """The predicate on which the rest of the content hangs."""
    tops = [token for token in inside if words.head[token] not in inside or words.head[token] == token]
    tops = [token for token in tops if words.pos[token] in _PREDICATES]
    with_subject = [
        token for token in tops if any(words.dep[child].startswith("nsubj") for child in words.children[token])
    ]
    return next(iter(with_subject or tops), None)


def _parties(voices: Voices, subject: int, speakers: tuple[int, ...]) -> set[str | None]:
    """For whom the subject speaks, its owner ("its forces", "Orlavia's troops") taken as acting too."""
    words = voices.words
    found: set[str | None] = set()
    for token in [subject, *words.children[subject]]:
        if token != subject and words.dep[token] not in ("nmod:poss", "amod", "compound", "flat", "nmod", "conj"):
            continue
        for number in voices.every(words.start[token], words.end[token]):
            if number in speakers:
                found.add("the speaker")
            elif voices.party(number) or voices.found[number].kind != "person":
                found.add(voices.party(number) or voices.found[number].name)
    if any(words.lower[token] in _OURS for token in words.subtree(subject)):
        found.add("the speaker")
    return found
