"""The words of a commitment: the action as the text has it, its condition, its day, and the clause that is its evidence."""

from typing import NamedTuple

from spacy.tokens import Token

from onrecord.extract.clause import auxiliaries, case, children, predicate, relation, subject, tense
from onrecord.extract.commitments_bonds import Bond
from onrecord.extract.commitments_words import words
from onrecord.extract.page import Page
from onrecord.extract.said import Said
from onrecord.extract.talks_details import Calendar
from onrecord.model.reading import TimeExpression
from onrecord.model.span import Span

__all__ = ["Words", "wording"]

QUOTES = "\"'“”‘’"


class Words(NamedTuple):
    """The spans of one telling of a commitment."""

    action: Span
    evidence: Span
    condition: Span | None
    due: TimeExpression | None


def wording(page: Page, bond: Bond, calendar: Calendar, said: Said) -> Words:
    """The spans of a bond, cut from the report's own text."""
    condition = _condition(bond)
    last = _end(bond, condition)
    first = _start(bond.action)
    action = page.words(first, last if last.i >= first.i else first)
    evidence = page.words(_left(bond), last)
    words = Words(_unquoted(page, action), evidence, _clause(page, condition), _due(bond, condition, calendar))
    return words if bond.said is None else _inside(page, words, bond, said)


def _inside(page: Page, words: Words, bond: Bond, said: Said) -> Words:
    """Cut what runs over the end of the statement in which the commitment is told."""
    number = bond.said
    pieces = () if number is None else said.statements[number].content
    home = next((piece for piece in pieces if piece.start <= bond.action.idx < piece.end), None)
    if home is None:
        return words
    cut = [
        page.span(max(s.start, home.start) if s is words.action else s.start, min(s.end, home.end)) for s in words[:2]
    ]
    whole = all(span.start < span.end for span in cut)
    return words._replace(action=cut[0], evidence=cut[1]) if whole else words


def _start(action: Token) -> Token:
    """The first word of the action: after its subject, "that", "to" and helping verbs, but with "not"."""
    if action.pos_ in ("NOUN", "PROPN") and relation(action) != "xcomp":
        return next((kid for kid in action.lefts if relation(kid) not in ("case", "punct")), action).left_edge
    who = next(children(action, "nsubj"), None)
    if who is not None and who.lower_ not in PRONOUNS and relation(action) == "ccomp" and child_actor(who):
        return who.left_edge
    skip = ("nsubj", "mark", "aux", "cop", "punct", "cc", "advcl", "obl", "discourse", "csubj")
    return next(
        (kid.left_edge for kid in action.lefts if relation(kid) not in skip and (who is None or kid.i > who.i)), action
    )


PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "both"})


def child_actor(who: Token) -> bool:
    """Is the doer of the action a thing rather than somebody: "that troops will be pulled back"?"""
    return who.pos_ == "NOUN"


def _end(bond: Bond, condition: Token | None) -> Token:
    last = bond.action.right_edge
    for kid in bond.action.children:
        attribution = relation(kid) == "parataxis" and kid.i > bond.action.i
        own = condition is not None and kid.i == condition.i and kid.i > bond.action.i
        if (attribution or own) and kid.left_edge.i - 1 > bond.action.i:
            last = min(last, kid.left_edge.nbor(-1), key=lambda token: token.i)
    while (
        last.i > bond.action.i
        and (last.is_punct or last.lower_ in ("and", "but", "only", "even"))
        and last.text not in ")”"
    ):
        last = last.nbor(-1)
    return last


def _left(bond: Bond) -> Token:
    """Where the evidence begins: with the doer, where it stands in the same clause."""
    verb = bond.verb
    if verb.pos_ == "NOUN":
        return verb.left_edge
    who = subject(verb)
    if who is not None and who.i < verb.i and verb.i - who.i < 30 and predicate(who).i == predicate(verb).i:
        return who.left_edge
    edge = verb.left_edge
    return edge if verb.i - edge.i < 20 else verb


def _condition(bond: Bond) -> Token | None:
    """The clause or phrase on which it hangs: "if …", "once …", "should they …", "in exchange for …"."""
    for verb in dict.fromkeys([bond.action, bond.verb, *bond.action.conjuncts]):
        for kid in verb.children:
            if relation(kid) == "advcl" and _marks(kid):
                return kid
            if relation(kid) in ("obl", "nmod") and any(
                _phrase(kid).startswith(p) for p in words().conditional_phrases
            ):
                return kid
    for noun in children(bond.action, "obj", "obl"):
        for kid in children(noun, "advcl", "acl"):
            if _marks(kid):
                return kid
    return None


def _marks(clause: Token) -> bool:
    marks = " ".join(
        kid.text.lower() + "".join(f" {sub.lower_}" for sub in children(kid, "fixed"))
        for kid in children(clause, "mark", "advmod")
    )
    if any(
        marks == name or marks.startswith(f"{name} ") or f" {name}" in f" {marks}"
        for name in words().conditions
        if name not in ("when", "should")
    ):
        return True
    opening = clause.left_edge.lower_
    return (
        opening in ("should", "if", "unless", "once", "provided")
        or (opening == "as" and "soon" in marks)
        or ("should" in auxiliaries(clause) and opening == "should")
    )


def _phrase(token: Token) -> str:
    return f"{token.doc[token.left_edge.i : token.i + 1].text.lower()} "


def _clause(page: Page, condition: Token | None) -> Span | None:
    if condition is None:
        return None
    last = condition.right_edge
    for kid in condition.children:
        if relation(kid) == "parataxis" and kid.i > condition.i and kid.left_edge.i - 1 > condition.i:
            last = min(last, kid.left_edge.nbor(-1), key=lambda token: token.i)
    while last.i > condition.i and last.is_punct and last.text not in ")":
        last = last.nbor(-1)
    return page.words(condition.left_edge, last)


def _due(bond: Bond, condition: Token | None, calendar: Calendar) -> TimeExpression | None:
    """The day by which: a time of the action's own words, else one of its condition."""
    inside = [
        (start, time)
        for start, time in calendar.within(bond.action.left_edge.i, bond.action.right_edge.i)
        if start > bond.verb.i or bond.verb.i == bond.action.i
    ]
    outside = [
        found
        for found in inside
        if condition is None or not condition.left_edge.i <= found[0] <= condition.right_edge.i
    ]
    if not inside and bond.verb.i != bond.action.i:
        after = calendar.within(bond.action.i, bond.verb.right_edge.i)
        outside = [
            found
            for found in after
            if predicate(bond.verb.doc[found[0]]).i == predicate(bond.verb).i and found[1].tense != "past"
        ]
    for start, time in [*outside, *inside]:
        if not _past(bond.action.doc[start], bond.action):
            return time
    if condition is not None:
        return next((time for _, time in calendar.within(condition.left_edge.i, condition.right_edge.i)), None)
    return None


def _past(token: Token, action: Token) -> bool:
    """Does the time belong to something that is over ("the drills that began on Monday")?"""
    clause = predicate(token)
    return clause.i != action.i and tense(clause) in ("past", "perfect") and case(clause) == ""


def _unquoted(page: Page, span: Span) -> Span:
    start, end = span.start, span.end
    if span.exact[:1] in QUOTES and not any(mark in span.exact[1:] for mark in '"”'):
        start += 1
    return page.span(start, end)
