"""On what a commitment hangs: "if …", "as soon as …", "unless …", "should they …", "in exchange for …".

Read from the words and not from the tree: a parser hangs such clauses now on the promise, now on the verb of saying,
but they stand where they stand.
"""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.extract.commitments.words import words

__all__ = ["Stretch", "condition_of", "opens_condition"]

ENDS = frozenset({",", ";", ":", ".", "?", "!", "—", "–", "”", '"', "(", ")"})
BEFORE = frozenset({",", "“", '"', "and", "but", "that", "then", ":", ";", "—", "–", "only"})
FAR = 60  # words between a promise and its condition


class Stretch(NamedTuple):
    """Tokens from first to last, both included."""

    first: int
    last: int


def condition_of(verb: Token, action: Token) -> Stretch | None:
    """The tokens of the condition, first those after the action and then those that open the sentence."""
    doc, sentence = action.doc, action.sent
    for at in range(action.i + 1, min(sentence.end, action.i + FAR)):
        if opens_condition(doc, at, sentence.end):
            return _until_end(doc, at, sentence.end)
    start = min(verb.i, action.i)
    for at in range(max(sentence.start, start - FAR), start):
        if opens_condition(doc, at, sentence.end) and (at == sentence.start or doc[at - 1].lower_ in BEFORE):
            found = _until_end(doc, at, start)
            return found if found is not None and doc[found.last + 1].text == "," else None
    return None


def opens_condition(doc: Doc, at: int, end: int) -> bool:
    """Does a condition begin at this token?"""
    word = doc[at].lower_
    if word == "should":
        after = doc[at + 1] if at + 1 < end else None
        asked = (
            after is not None
            and after.pos_ in ("PRON", "PROPN", "DET", "NOUN")
            and after.lower_ not in ("that", "there")
        )
        return asked and (
            at == 0 or doc[at - 1].pos_ not in ("PRON", "PROPN", "NOUN") or doc[at - 1].lower_ not in _doers(doc[at])
        )
    if word in words().conditions:
        return at == 0 or doc[at - 1].lower_ not in ("as", "even", "what", "see", "know", "ask", "asked")
    return any(_reads(doc, at, phrase, end) for phrase in words().conditional_phrases if phrase.startswith(word))


def _doers(auxiliary: Token) -> frozenset[str]:
    """The words before "should" that are its own subject: then it is no question order."""
    head = auxiliary.head
    return frozenset(kid.lower_ for kid in head.children if kid.dep_.startswith("nsubj") and kid.i < auxiliary.i)


def _reads(doc: Doc, at: int, phrase: str, end: int) -> bool:
    wanted = phrase.split()
    return at + len(wanted) <= end and [word.lower_ for word in doc[at : at + len(wanted)]] == wanted


def _until_end(doc: Doc, first: int, end: int) -> Stretch | None:
    last = first
    for at in range(first + 1, end):
        if doc[at].text in ENDS and not (doc[at].text in ('"', "“") and at < first + 3):
            break
        last = at
    return Stretch(first, last) if last > first else None
