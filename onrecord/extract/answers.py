"""Everything in a report by which somebody takes a stance towards what was said or promised before."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Token

from onrecord.extract.clause import case, child, children, negated, predicate, relation, subject, tense
from onrecord.extract.kinship import gist
from onrecord.extract.page import Page
from onrecord.extract.parties import actors_of
from onrecord.extract.said import Said
from onrecord.extract.voices import Voices
from onrecord.model.acts import Stance
from onrecord.model.kinds import load
from onrecord.model.reading import FoundStatement
from onrecord.model.span import Span

__all__ = ["Answer", "find_answers", "sentence_numbers"]

SIGNS = frozenset({"sign", "evidence", "indication", "proof", "trace"})


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody's stance, its words, and what they are about; `pointing` where they name a claim, a pledge, an offer."""

    by: tuple[int, ...]
    stance: Stance
    evidence: Span
    gist: frozenset[str]
    sides: frozenset[str]
    at: int
    sentence: int
    pointing: bool


def find_answers(page: Page, voices: Voices, said: Said) -> Iterator[Answer]:
    """Every answer, in text order: statements whose act is one, and words that carry a stance by themselves."""
    numbers = sentence_numbers(page)
    spent: set[int] = set()
    for statement in said.statements:
        stance = _stance_of(page, statement)
        if stance is not None and statement.source is not None:
            spent.update(token.i for piece in statement.content for token in page.tokens(piece.start, piece.end))
            if statement.cue is not None:
                spent.update(token.i for token in page.tokens(statement.cue.start, statement.cue.end))
            yield _from_statement(page, voices, statement, stance, numbers)
    for token in page.doc:
        if token.i not in spent and token.pos_ in ("VERB", "NOUN", "ADJ"):
            yield from _from_word(page, voices, said, token, numbers)


def sentence_numbers(page: Page) -> list[int]:
    """Where each sentence starts, in characters; `bisect_right` finds a place's sentence."""
    return [sentence.start_char for sentence in page.sentences]


def _stance_of(page: Page, statement: FoundStatement) -> Stance | None:
    acts = cast("dict[str, Stance]", load("responses")["acts"])
    if statement.act in acts:
        return acts[statement.act]
    for piece in statement.content:
        for token in page.tokens(piece.start, piece.end):
            if token.lemma_.lower() in SIGNS and any(kid.lower_ == "no" for kid in token.children):
                return "contradict"
            if token.lemma_.lower() == "verify":
                return "doubt"
    return None


def _from_statement(page: Page, voices: Voices, statement: FoundStatement, stance: Stance, starts: list[int]) -> Answer:
    tokens = [token for piece in statement.content for token in page.tokens(piece.start, piece.end)]
    first, last = statement.content[0], statement.content[-1]
    at = min(first.start, statement.cue.start if statement.cue else first.start)
    by = () if statement.source is None else (statement.source,)
    evidence = page.span(first.start, last.end) if last.end - first.start < 400 else first
    return Answer(
        by, stance, evidence, gist(tokens), _named(tokens, voices), at, bisect_right(starts, at), _points(tokens)
    )


def _named(tokens: list[Token], voices: Voices) -> frozenset[str]:
    if not tokens:
        return frozenset()
    found = voices.in_range(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    return frozenset(voices.party(one) or voices.found[one].name for one in found)


def _points(tokens: list[Token]) -> bool:
    pointers = cast("list[str]", load("responses")["pointers"])
    return any(
        token.lemma_.lower() in pointers
        and any(
            kid.lower_ in ("the", "this", "that", "these", "those") or kid.dep_ == "nmod:poss" for kid in token.children
        )
        for token in tokens
    )


def _from_word(page: Page, voices: Voices, said: Said, token: Token, starts: list[int]) -> Iterator[Answer]:
    """ "welcomed the announcement", "was sceptical about", "was greeted with scepticism by"."""
    cues = cast("dict[str, dict[str, Stance]]", load("responses")["cues"])
    cue = cues.get(token.lemma_.lower())
    if cue is None or negated(token) or tense(token) in ("future", "would", "could", "should"):
        return
    verb = token if token.pos_ == "VERB" else predicate(token)
    by = _stance_taker(token, verb, voices, said)
    words = [word for word in verb.subtree if word.i != token.i]
    if by and (_points(words) or len(gist(words)) > 1):
        evidence = page.words(verb.left_edge, _last(verb))
        yield Answer(
            by,
            cue["stance"],
            evidence,
            gist(words),
            _named(words, voices),
            token.idx,
            bisect_right(starts, token.idx),
            _points(words),
        )


def _last(verb: Token) -> Token:
    last = verb.right_edge
    while last.i > verb.i and last.is_punct:
        last = last.nbor(-1)
    return last


def _stance_taker(token: Token, verb: Token, voices: Voices, said: Said) -> tuple[int, ...]:
    if token.lemma_.lower() == "contradict":
        thing = child(token, "obj")
        return (
            ()
            if thing is None
            else tuple(
                one
                for kid in children(thing, "nmod", "nmod:poss")
                if case(kid) in ("by", "of", "from", "'s", "’s", "")
                for one in actors_of(kid, voices)
            )
        )
    if token.pos_ == "NOUN":
        return tuple(
            one
            for kid in children(token, "nmod")
            if case(kid) in ("by", "from", "of")
            for one in actors_of(kid, voices)
        ) or tuple(
            one for kid in children(verb, "obl") if case(kid) in ("by", "from") for one in actors_of(kid, voices)
        )
    who = subject(verb)
    if child(verb, "nsubj:pass") is not None:
        return tuple(one for kid in children(verb, "obl") if case(kid) == "by" for one in actors_of(kid, voices))
    return () if who is None or relation(who) == "obj" else actors_of(who, voices)
