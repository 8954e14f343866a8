"""What the content of a statement comes to: the deed, who does it to whom, how surely, and its meaning as a vector."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from spacy.tokens import Token

from onrecord.extract.clause import by_phrase, case, child, children, negated, relation, subject, tense
from onrecord.extract.factual import head_of, standing
from onrecord.extract.page import Page
from onrecord.extract.voices.find import Voices
from onrecord.model.meaning import packed
from onrecord.model.reading import FoundStatement, Sense
from onrecord.model.span import Span

__all__ = ["meaning_of", "sense_of", "with_sense"]

DEEPEST: Final = 4  # verbs from the main one inwards: "agreed to try to begin to leave"
LONGEST: Final = 8  # words of a doer or a thing; what hangs on it further tells no more
NEAR: Final = frozenset({"compound", "amod", "nummod", "flat", "fixed", "nmod", "det", "case"})

TOUCHING: Final = frozenset({"on", "to", "of", "from", "in", "at", "into", "out of", "inside"})
DAYS: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december", "day", "week", "month",
     "year", "morning", "evening", "night", "hour", "today", "tomorrow", "time"}
)  # fmt: skip
PARTICLES: Final = frozenset({"back", "out", "off", "up", "down", "away", "over", "in", "on"})
SELF: Final = frozenset({"it", "its", "they", "their", "he", "his", "she", "her", "i", "my", "we", "our"})


def with_sense(page: Page, voices: Voices, statements: Sequence[FoundStatement]) -> tuple[FoundStatement, ...]:
    """The statements, each with what its content comes to."""
    return tuple(replace(one, sense=sense_of(page, voices, one)) for one in statements)


def sense_of(page: Page, voices: Voices, statement: FoundStatement) -> Sense:
    """What the content of one statement comes to; without a predicate only its thing and its meaning."""
    found = Sense(standing(page, statement), meaning=meaning_of(page, statement.content))
    head = head_of(page, statement)
    if head is None:
        return found
    if head.pos_ not in ("VERB", "AUX") and child(head, "nsubj", "cop") is None:
        return replace(found, done_to=_phrase(head))
    verbs = list(_inwards(head))
    own = subject(head)
    passive = child(verbs[-1], "nsubj:pass") is not None
    doer = _agent(verbs[-1]) if passive else own
    thing = own if passive else _thing(verbs)
    return replace(
        found,
        verbs=tuple(map(_verb, verbs)),
        by=() if doer is None else _voices(voices, doer, statement.source),
        doer="" if doer is None else _phrase(doer),
        done_to="" if thing is None else _phrase(thing),
        tense=tense(head),
    )


def meaning_of(page: Page, spans: Sequence[Span]) -> str | None:
    """The meaning of some words of a report together; None where the reader gave no vectors."""
    vectors = page.doc._.meaning
    if vectors is None:
        return None
    total = np.zeros(vectors.shape[1], np.float32)
    for span in spans:
        words = page.tokens(span.start, span.end)
        total += vectors[words.start : words.end].sum(0)
    return packed(total.tolist())


def _thing(verbs: Sequence[Token]) -> Token | None:
    """What a deed is done to: "agreed on a ceasefire", "stayed in the valley", but not "opened on Monday"."""
    found = next((kid for verb in reversed(verbs) for kid in children(verb, "obj")), None)
    if found is None and _placed(verbs[-1]):
        return verbs[-1]
    others = (kid for verb in reversed(verbs) for kid in children(verb, "obl") if case(kid) in TOUCHING)
    return found or next((kid for kid in others if kid.pos_ != "NUM" and kid.lemma_.lower() not in DAYS), None)


def _agent(verb: Token) -> Token | None:
    found = by_phrase(verb)
    return None if found is None or found.pos_ == "NUM" else found  # "by 20 March" is a day


def _voices(voices: Voices, doer: Token, source: int | None) -> tuple[int, ...]:
    """Who a doer is; of "its troops" and "Orlavian troops" whose they are; "it" that is left over is who speaks."""
    found = voices.every(doer.idx, doer.idx + len(doer.text))
    if not found:
        owners = [kid for kid in children(doer, "nmod:poss", "amod", "compound") if kid.i < doer.i]
        number = next((one for kid in owners if (one := voices.at(kid.idx, kid.idx + len(kid.text))) is not None), None)
        found = () if number is None else (number,)
    spoken = doer.lower_ in SELF or any(kid.lower_ in SELF for kid in children(doer, "nmod:poss"))
    return found or ((source,) if spoken and source is not None else ())


def _inwards(head: Token) -> Iterator[Token]:
    """The main verb and those that share its doer: "agreed", "withdraw" of "agreed to withdraw"."""
    verb: Token | None = head
    for _ in range(DEEPEST):
        if verb is None:
            return
        yield verb
        verb = next((kid for kid in children(verb, "xcomp") if kid.pos_ in ("VERB", "AUX", "ADJ")), None)


def _verb(verb: Token) -> str:
    """The lemma with its particle, "not" before it where it is denied."""
    particles = [kid.lower_ for kid in children(verb, "compound:prt", "advmod") if kid.lower_ in PARTICLES]
    lemma = "be at" if _placed(verb) else verb.lemma_.lower()
    words = [*(["not"] if negated(verb) else []), lemma, *particles]
    return " ".join(words)


def _placed(word: Token) -> bool:
    """ "Was in the valley": a place is what is said of somebody."""
    return child(word, "cop") is not None and child(word, "case") is not None


def _phrase(head: Token) -> str:
    """A noun with what stands close to it: "the gates of the Karsh dam"."""
    kept, edge = [head], [kid for kid in head.children if relation(kid) in NEAR - {"case"}]
    while edge:
        kept += edge
        edge = [kid for word in edge for kid in word.children if relation(kid) in NEAR]
    words = [word.text for word in sorted(kept, key=lambda word: word.i) if not word.is_space]
    return " ".join(words[:LONGEST])
