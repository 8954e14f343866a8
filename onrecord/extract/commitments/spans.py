"""The words of a commitment: its action as the text has it, its condition, its day, and the clause that tells it."""

import re
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.extract.clause import case, children, own_subject, predicate, relation, subject, tense
from onrecord.extract.commitments.bond import Bond
from onrecord.extract.commitments.conditions import Stretch, condition_of
from onrecord.extract.page import Page
from onrecord.extract.said import Said
from onrecord.extract.talks.details import Calendar
from onrecord.extract.talks.words import BESIDE, trigger_of
from onrecord.model.reading import TimeExpression
from onrecord.model.span import Span

__all__ = ["Words", "breaks_off", "wording"]

RELATIVE = 6  # words of an action after which a relative clause is no longer needed to understand it
TRAILING = frozenset({"and", "but", "only", "even", "or"})
AFTER = 5  # words after "and" within which a new clause shows its verb
NEAR = 30  # words between the doer and the word that binds, for one stretch of evidence
AGO = re.compile(r":-\d")
QUOTES = "\"'“”‘’"


class Words(NamedTuple):
    """The spans of one telling of a commitment."""

    action: Span
    evidence: Span
    condition: Span | None
    due: TimeExpression | None


def wording(page: Page, bond: Bond, calendar: Calendar, said: Said) -> Words:
    """The spans of a bond, cut from the report's own text."""
    condition = condition_of(bond.verb, bond.action, said)
    last = _end(bond, condition, said)
    first = _start(bond)
    action = _unquoted(page, page.words(first, last if last.i >= first.i else first))
    doc, day = page.doc, page.report.published.start
    year = None if day is None else day.year
    clause = None if condition is None else page.words(doc[condition.first], doc[condition.last])
    words = Words(
        action, page.words(_unjoined(_left(bond), bond.verb), last), clause, _due(bond, condition, calendar, year)
    )
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


def _start(bond: Bond) -> Token:
    """The first word of the action: after its subject, "that", "to" and helping verbs, but with "not"."""
    action = bond.action
    if action.i > bond.verb.i and any(kid.i == bond.verb.i for kid in children(action, "nsubj")):
        return action
    if action.pos_ in ("NOUN", "PROPN") and relation(action) != "xcomp":
        before = next((kid for kid in action.lefts if relation(kid) not in ("case", "punct")), None)
        return action if before is None else before.left_edge
    who = own_subject(action)
    free = who is not None and who.pos_ == "NOUN" and who.lower_ not in SELVES and not bond.weighed
    if who is not None and free and relation(action) == "ccomp":  # "promised the ship would not go"
        return who.left_edge
    denial = next((kid for kid in action.lefts if kid.lower_ in ("n't", "n’t")), None)
    if denial is not None and denial.i > 0:
        return denial.nbor(-1)
    skip = ("nsubj", "mark", "aux", "cop", "punct", "cc", "advcl", "obl", "discourse", "csubj")
    own = (kid for kid in action.lefts if relation(kid) not in skip and kid.lower_ not in LINKING)
    return next((kid.left_edge for kid in own if who is None or kid.i > who.i), action)


LINKING = frozenset({"due", "then", "also", "now", "therefore", "thus", "nevertheless", "instead"})
SELVES = frozenset({"country", "government", "nation", "side", "both"})  # "his country would …" is he who is bound


def _end(bond: Bond, condition: Stretch | None, said: Said) -> Token:
    """The last word of the action, before its condition and before the words that say who said it."""
    action, doc = bond.action, bond.action.doc
    last = action.right_edge.i
    for kid in action.children:
        if relation(kid) == "parataxis" and kid.left_edge.i - 1 > action.i:
            last = min(last, kid.left_edge.i - 1)
    if condition is not None and condition.first - 1 > action.i:
        last = min(last, condition.first - 1)
    last = _whole(doc, action, last)
    for kid in children(bond.verb, "obj"):  # "agreed to shelve plans", where the tree hangs "plans" on "agreed"
        last = kid.right_edge.i if kid.left_edge.i == last + 1 and bond.verb.i < action.i else last
    last = min(last, breaks_off(doc, action.i, last, said))
    while last > action.i and (doc[last].is_punct or doc[last].lower_ in TRAILING) and doc[last].text not in ")”":
        last -= 1
    return doc[last]


def _whole(doc: Doc, action: Token, last: int) -> int:
    """ "re-open the locks", where the tree takes "re" for the verb: the words go on to the end of the other half."""
    if doc[last].text == "-" and last > action.i:
        last -= 1
    if (
        last + 2 < action.sent.end
        and doc[last + 1].text == "-"
        and not (doc[last].whitespace_ + doc[last + 1].whitespace_)
    ):
        end: int = doc[last + 2].right_edge.i
        return max(last + 2, end)
    return last


def breaks_off(doc: Doc, first: int, last: int, said: Said) -> int:
    """Where the words leave the action: at a line's end, a colon, a relative or new clause, or words of saying."""
    comma = 0
    for at in range(first + 1, last + 1):
        word = doc[at]
        if "\n" in word.text:
            return at - 1
        ended = word.text in (".", "!", "?") and at < last and doc[at + 1].text[:1].isupper()
        if ended or word.text == ":" or (word.pos_ == "CCONJ" and _new_clause(doc, at)):
            return at - 1
        if word.tag_ in ("WDT", "WP") and at - first > RELATIVE and doc[at - 1].pos_ != "VERB":
            return at - 1
        if word.text == ",":
            comma = at
        elif comma and said.carried_by(word) not in (None, said.holding(doc[first])) and word.pos_ == "VERB":
            return comma - 1
    return last


def _new_clause(doc: Doc, joint: int) -> bool:
    """Does "and" begin a clause with a verb of its own ("… and the ministry plans to", "… and is due to")?"""
    for at in range(joint + 1, min(joint + 1 + AFTER, len(doc))):
        word, named = doc[at], at > joint + 1 and doc[at - 1].pos_ in ("NOUN", "PROPN", "PRON")
        if word.tag_ in ("VBZ", "VBP", "MD") or (word.tag_ == "VBD" and named) or (named and _intends(doc, at)):
            return True
        if word.pos_ not in ("DET", "PROPN", "NOUN", "ADJ", "NUM") and not (word.pos_ == "PRON" and at == joint + 1):
            return False
    return False


def _intends(doc: Doc, at: int) -> bool:
    """Is a noun in -s a verb that was misread: "the port plans to build"?"""
    return doc[at].lower_ in ("plans", "vows", "offers", "pledges") and doc[at + 1 : at + 2].text.lower() == "to"


def _unjoined(first: Token, verb: Token) -> Token:
    """The first word behind the "and" or comma that joins a clause to the one before."""
    while first.i < verb.i and (first.is_punct or first.lower_ in TRAILING) and first.text not in QUOTES:
        first = first.nbor(1)
    return first


def _left(bond: Bond) -> Token:
    """Where the evidence begins: with the doer, where it stands in the same clause."""
    verb = bond.verb
    if verb.pos_ == "NOUN":
        head = predicate(verb.head)
        who = subject(head) if relation(verb) == "obj" else None
        return verb.left_edge if who is None or verb.i - who.i > NEAR or who.i > verb.i else who.left_edge
    who = subject(verb)
    if who is not None and who.i < verb.i and verb.i - who.i < NEAR and predicate(who).i == predicate(verb).i:
        return who.left_edge
    edge = verb.left_edge
    return edge if verb.i - edge.i < 20 else verb


def _due(bond: Bond, condition: Stretch | None, calendar: Calendar, year: int | None) -> TimeExpression | None:
    """The day by which: a time of the action's own words, else one beside them, else one of its condition."""
    doc, action = bond.action.doc, bond.action
    first, last = action.left_edge.i, action.right_edge.i
    inside = [found for found in calendar.within(first, last) if found[0] > bond.verb.i or bond.verb.i == action.i]
    if condition is not None:
        inside = [found for found in inside if not condition.first <= found[0] <= condition.last]
    if bond.verb.i != action.i:
        after = calendar.within(action.i, bond.verb.right_edge.i)
        clause = predicate(bond.verb).i
        inside += [
            (start, time)
            for start, time in after
            if predicate(doc[start]).i == clause and (time.tense != "past" or _is_later_year(time, year))
        ]
    for start, time in inside:
        if AGO.search(time.value):
            continue  # "promised to open it about a week ago"
        later = _is_later_year(time, year)
        if (later or (time.tense != "past" and not _past(doc[start], action))) and not _is_name(doc[start], time):
            return time
    if condition is None:
        return _fronted(bond, calendar)
    ahead = (time for _, time in calendar.within(condition.first, condition.last) if time.tense != "past")
    return next(ahead, None)


def _is_later_year(time: TimeExpression, year: int | None) -> bool:
    """ "promised free elections in 2041", told in 2034: ahead whatever the tense."""
    return year is not None and time.value.startswith("year:") and time.value[5:9] > str(year) and "-" not in time.value


def _fronted(bond: Bond, calendar: Calendar) -> TimeExpression | None:
    """ "On Friday, Orlavia is set to open the locks": a day before the doer, where the words themselves look ahead."""
    verb = bond.verb
    if bond.kind not in ("plan", "announce") or tense(verb) not in ("present", "future", "progressive"):
        return None
    who = subject(verb)
    until = verb.i if who is None else who.left_edge.i
    for start, time in calendar.within(verb.sent.start, until):
        if (
            time.tense != "past"
            and predicate(verb.doc[start]).i == predicate(verb).i
            and not _is_name(verb.doc[start], time)
        ):
            return time
    return None


def _past(token: Token, action: Token) -> bool:
    """Does the time belong to something that is over ("the drills that began on Monday")?"""
    clause = predicate(token)
    word = token
    while word.i != action.i and word.head.i != word.i:
        if trigger_of(word) is not None and case(word) in BESIDE:
            return True
        word = word.head
    return clause.i != action.i and tense(clause) in ("past", "perfect") and case(clause) == ""


def _is_name(token: Token, time: TimeExpression) -> bool:
    """ "the 2015 accord": a year that tells which, not when."""
    return (
        time.value.startswith("year")
        and relation(token) in ("amod", "compound", "nummod", "nmod")
        and case(token) == ""
    )


def _unquoted(page: Page, span: Span) -> Span:
    start, end = span.start, span.end
    if span.exact[:1] in QUOTES and not any(mark in span.exact[1:] for mark in '"”'):
        start += 1
    if span.exact[-1:] in '"”' and not any(mark in span.exact[:-1] for mark in '"“'):
        end = start + len(page.text[start : end - 1].rstrip("., "))
    return page.span(start, end)
