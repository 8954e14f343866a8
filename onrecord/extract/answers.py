"""Everything in a report by which somebody takes a stance towards what was said or promised before."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extract.clause import case, child, children, core, long_after, negated, predicate, subject, tense
from onrecord.extract.finding import words_in
from onrecord.extract.kinship import gist
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.responses.words import words
from onrecord.extract.said import Said
from onrecord.model.acts import Stance
from onrecord.model.reading import FoundStatement
from onrecord.model.span import Span

__all__ = ["Answer", "find_answers", "sentence_numbers"]

ABOUT = 60  # words of an answer that say what it is about
LONG = 400  # longer than that, the first piece of a quotation is evidence enough
SILENT = frozenset(
    {
        "say",
        "comment",
        "answer",
        "discuss",
        "confirm",
        "disclose",
        "reveal",
        "specify",
        "elaborate",
        "name",
        "speculate",
        "tell",
    }
)
SUPPOSING = frozenset({"if", "unless", "whether", "lest", "until", "should"})
SIGNS = frozenset({"sign", "evidence", "indication", "proof", "trace"})


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody's stance, its words, and what they are about.

    `points` are the words that point back ("the claim"), `owners` whose it is, `sides` for whom the answerers speak.
    """

    by: tuple[int, ...]
    stance: Stance
    evidence: Span
    gist: frozenset[str]
    owners: frozenset[str]
    sides: frozenset[str]
    at: int
    sentence: int
    points: frozenset[str]


def find_answers(page: Page, cast: Cast, said: Said) -> Iterator[Answer]:
    """Every answer, in text order: statements whose act is one, and words that carry a stance by themselves."""
    numbers = sentence_numbers(page)
    spent: set[int] = set()
    for statement in said.statements:
        stance = _stance_of(page, statement)
        if stance is not None and statement.source is not None:
            spent.update(token.i for piece in statement.content for token in page.tokens(piece.start, piece.end))
            if statement.cue is not None:
                spent.update(token.i for token in page.tokens(statement.cue.start, statement.cue.end))
            yield _from_statement(page, cast, statement, stance, numbers)
    for token in words_in(page.doc, words().cues.__contains__):
        free = token.i not in spent or token.lemma_ == "contradict"
        if free and token.pos_ in ("VERB", "NOUN", "ADJ"):
            yield from _from_word(page, cast, token, numbers)


def sentence_numbers(page: Page) -> list[int]:
    """Where each sentence starts, in characters; `bisect_right` finds a place's sentence."""
    return [sentence.start_char for sentence in page.sentences]


def _stance_of(page: Page, statement: FoundStatement) -> Stance | None:
    cues = words().cues
    for token in () if statement.cue is None else page.tokens(statement.cue.start, statement.cue.end):
        if token.lemma_.lower() in cues and token.pos_ == "VERB":
            return None  # told by the word itself, with its own stance
    if statement.cue is not None and any(
        _keeps_silent(token) for token in page.tokens(statement.cue.start, statement.cue.end)
    ):
        return None
    if statement.act in words().acts:
        return words().acts[statement.act]
    for piece in statement.content:
        for token in page.tokens(piece.start, piece.end):
            if token.lemma_.lower() in SIGNS and any(kid.lower_ == "no" for kid in token.children):
                return "contradict"
            if token.lemma_.lower() == "verify":
                return "doubt"
    return None


def _from_statement(page: Page, cast: Cast, statement: FoundStatement, stance: Stance, starts: list[int]) -> Answer:
    tokens = [token for piece in statement.content for token in page.tokens(piece.start, piece.end)]
    first, last = statement.content[0], statement.content[-1]
    at = min(first.start, statement.cue.start if statement.cue else first.start)
    by = () if statement.source is None else (statement.source,)
    evidence = page.span(first.start, last.end) if last.end - first.start < LONG else first
    number = bisect_right(starts, at)
    return Answer(
        by,
        stance,
        evidence,
        gist(tokens, names=False),
        _owners(tokens, cast),
        cast.parties(by),
        at,
        number,
        _points(tokens),
    )


def _points(tokens: list[Token]) -> frozenset[str]:
    """The words that point back to something said before: "this claim", "the pledge"."""
    pointers = words().pointers
    return frozenset(
        token.lemma_.lower()
        for token in tokens
        if token.lemma_.lower() in pointers
        and any(
            kid.lower_ in ("the", "this", "that", "these", "those") or kid.dep_ == "nmod:poss" for kid in token.children
        )
    )


def _owners(tokens: list[Token], cast: Cast) -> frozenset[str]:
    """The sides whose claim or pledge it is: "Orlavia's claims", "the Orlavian offer", "the offer from Orlavia"."""
    pointers = words().pointers
    found: set[str] = set()
    for token in tokens:
        if token.lemma_.lower() in pointers:
            for kid in children(token, "nmod:poss", "amod", "nmod", "compound"):
                found |= cast.parties(cast.named(kid))
    return frozenset(found)


def _from_word(page: Page, cast: Cast, token: Token, starts: list[int]) -> Iterator[Answer]:
    """ "welcomed the announcement", "was sceptical about", "was greeted with scepticism by"."""
    stance = words().cues.get(token.lemma_.lower())
    if _keeps_silent(token):
        return
    if tense(token) in ("past", "perfect"):
        stance = words().done.get(token.lemma_.lower(), stance)
    if stance is None or negated(token) or tense(token) in ("future", "would", "could", "should"):
        return
    verb = token if token.pos_ == "VERB" else predicate(token)
    if _supposed(verb) or (stance in ("break", "keep") and long_after(verb)):
        return
    by = _stance_taker(token, verb, cast)
    last = _last(verb) if stance != "contradict" else token.sent[-1]
    about = [word for word in token.doc[verb.left_edge.i : last.i + 1] if word.i != token.i][:ABOUT]
    points = _points(about)
    if by and (points or len(gist(about, names=False)) > 1):
        evidence = page.words(verb.left_edge, last)
        matter, owners = gist(about, names=False), _owners(about, cast)
        number = bisect_right(starts, token.idx)
        yield Answer(by, stance, evidence, matter, owners, cast.parties(by), token.idx, number, points)


def _supposed(verb: Token) -> bool:
    """ "If Orlavia refuses the offer", "asked whether it was accepted": nobody is told to have done so."""
    return any(mark.lower_ in SUPPOSING for one in core(verb) for mark in children(one, "mark"))


def _keeps_silent(token: Token) -> bool:
    """ "refused to say whether", "declined to comment": nothing is turned down."""
    return any(kid.lemma_.lower() in SILENT for kid in children(token, "xcomp", "advcl") if kid.i > token.i)


def _last(verb: Token) -> Token:
    """The last word of what this verb says, before what is joined to it by "and" or "but"."""
    last = verb.right_edge
    for kid in children(verb, "conj", "parataxis"):
        if kid.i > verb.i and kid.left_edge.i - 1 > verb.i:
            last = min(last, kid.left_edge.nbor(-1), key=lambda token: token.i)
    while last.i > verb.i and (last.is_punct or last.lower_ in ("and", "but")):
        last = last.nbor(-1)
    return last


def _stance_taker(token: Token, verb: Token, cast: Cast) -> tuple[int, ...]:
    if token.lemma_.lower() == "contradict":
        thing = child(token, "obj")
        return () if thing is None else _from(thing, cast, ("by", "of", "from"))
    if token.pos_ == "NOUN":
        return _from(token, cast, ("by", "from", "of", "among")) or _from(verb, cast, ("by", "from", "among"))
    if child(verb, "nsubj:pass") is not None:
        return _from(verb, cast, ("by",))
    who = subject(verb)
    return () if who is None else cast.actors_of(who)


def _from(token: Token, cast: Cast, prepositions: tuple[str, ...]) -> tuple[int, ...]:
    phrases = (kid for kid in children(token, "nmod", "obl") if case(kid) in prepositions)
    return tuple(dict.fromkeys(one for kid in phrases for one in cast.actors_of(kid)))
