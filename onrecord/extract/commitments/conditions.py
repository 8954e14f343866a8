"""On what a commitment hangs: "if …", "as soon as …", "unless …", "should they …", "in exchange for …".

Read from the words and not from the tree: a parser hangs such clauses now on the promise, now on the verb of saying,
but they stand where they stand.
"""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.extract.commitments.future import DAYS
from onrecord.extract.commitments.words import words
from onrecord.extract.said import Said

__all__ = ["Stretch", "condition_of", "may_open", "opens_condition"]

ENDS = frozenset({",", ";", ":", ".", "?", "!", "...", "…", "—", "–", "”", '"', "(", ")"})
BEFORE = frozenset({",", "“", '"', "and", "but", "that", "then", ":", ";", "—", "–", "only"})
AFTERWARDS = frozenset({",", "...", "…", "—", "–"})
FAR = 60  # words between a promise and its condition


class Stretch(NamedTuple):
    """Tokens from first to last, both included."""

    first: int
    last: int


def condition_of(verb: Token, action: Token, said: Said) -> Stretch | None:
    """The tokens of the condition, first those after the action and then those that open the sentence."""
    doc, sentence = action.doc, action.sent
    relative = False
    for at in range(action.i + 1, min(sentence.end, action.i + FAR)):
        relative = relative or (doc[at].tag_ in ("WDT", "WP") and doc[at - 1].text == ",")
        if relative or said.carried_by(doc[at]) not in (None, said.holding(action)):
            break  # what else is told there hangs on something else
        if opens_condition(doc, at, sentence.end):
            return _until_end(doc, at, sentence.end)
    start = action.i
    for at in range(max(sentence.start, start - FAR), start):
        if opens_condition(doc, at, sentence.end) and (at == sentence.start or doc[at - 1].lower_ in BEFORE):
            found = _until_end(doc, at, start)
            return found if found is not None and doc[found.last + 1].text in AFTERWARDS else None
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
    if word == "if" and at + 1 < end and doc[at + 1].lower_ in ("anything", "only", "any", "not", "ever", "possible"):
        return False
    if word in words().conditions:
        return at == 0 or doc[at - 1].lower_ not in ("as", "even", "what", "see", "know", "ask", "asked")
    return any(_reads(doc, at, phrase, end) for phrase in _phrases().get(word, ()))


@cache
def may_open() -> frozenset[str]:
    """The words with which a condition can begin, in lower case; all others need not be asked about."""
    return frozenset({"should", *words().conditions, *_phrases()})


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The phrases that open a condition, word by word, by their first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in words().conditional_phrases:
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _doers(auxiliary: Token) -> frozenset[str]:
    """The words before "should" that are its own subject: then it is no question order."""
    head = auxiliary.head
    return frozenset(kid.lower_ for kid in head.children if kid.dep_.startswith("nsubj") and kid.i < auxiliary.i)


def _reads(doc: Doc, at: int, wanted: list[str], end: int) -> bool:
    if at + len(wanted) < end and doc[at + len(wanted)].lower_ in ("possible", "practicable", "feasible"):
        return False  # "as soon as possible" waits for nothing
    if wanted[0] == "as" and at + len(wanted) < end and _is_day(doc[at + len(wanted)]):
        return False  # nor does "as soon as Wednesday"
    return at + len(wanted) <= end and [word.lower_ for word in doc[at : at + len(wanted)]] == wanted


def _is_day(token: Token) -> bool:
    """Is it a day, a month or a year?"""
    return token.lower_ in DAYS or bool(token.like_num)


def _opens_quote(doc: Doc, at: int) -> bool:
    """Do quoted words begin here that go on with the condition: 'as long as they "hold the line"'?"""
    return doc[at].text == "“" or (doc[at].text == '"' and bool(doc[at - 1].whitespace_))


def _until_end(doc: Doc, first: int, end: int) -> Stretch | None:
    if doc[first].lower_ == "until" and first + 1 < end and _is_day(doc[first + 1]):
        return None  # "until 2025" says how long, and hangs on nothing
    last, quoted = first, False
    for at in range(first + 1, end):
        if _opens_quote(doc, at):
            quoted = True
        elif quoted and doc[at].text in '"”':
            quoted = False
        elif doc[at].text in ENDS:
            break
        last = at
    return Stretch(first, last) if last > first else None
