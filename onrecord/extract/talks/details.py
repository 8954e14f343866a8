"""When and where a talk is, by what means, and how long it lasted."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Token

from onrecord.extract.clause import case, children, conjuncts, core, predicate, relation, tense
from onrecord.extract.page import Page
from onrecord.extract.talks.words import Trigger, trigger_of, words
from onrecord.model.reading import TimeExpression

__all__ = ["DAYS", "Calendar", "form", "minutes", "place"]

NUMBERS: Mapping[str, float] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
LASTING = re.compile(
    r"(?:\b(?:last(?:ing|ed|s)?|took|spent|ran|for)\s+(?:for\s+)?"
    r"(?:(?:nearly|about|almost|some|more than|over|around|roughly|under|just under|at least|close to)\s+)?"
    r"(?:(?P<half>half an hour)|(?P<n>\d+(?:\.\d+)?|[a-z]+)(?P<and>\s+and a half)?\s+(?P<unit>hours?|minutes?)"
    r"(?:,?\s+(?:and\s+)?(?P<more>\d+|[a-z]+)\s+minutes)?)"
    r"|\b(?:(?P<half3>half an hour)|(?P<n3>\d+(?:\.\d+)?|[a-z]+)\s+(?P<unit3>hours?|minutes?))\s+of\s+"
    r"(?:[a-z-]+\s+){0,2}(?:talks|negotiations|meetings|discussions|consultations)"
    r"|\b(?P<n2>\d+(?:\.\d+)?|[a-z]+)(?:\s*-\s*|\s+)(?P<unit2>hour|minute)(?:\s*-\s*long)?)\b(?!\s+(?:ago|after|before|drive|later))",
    re.IGNORECASE,
)
HALVES = 0.5
AMONG = ("between", "with", "among")
DAYS = ("weekday", "date", "day")
"""How the values of expressions that name a single day begin."""
PARAGRAPH = 120  # words back to look for the day of a paragraph
LEAD = 40  # words after the first sentence that still belong to the opening
STEPS = 4
STORY = 120  # words from the start in which a talk is taken to be the news of the day


class Calendar:
    """The time expressions of a page, by the token where each begins."""

    def __init__(self, page: Page, times: Sequence[TimeExpression]) -> None:
        self._by_token: dict[int, TimeExpression] = {}
        for time in times:
            piece = page.tokens(time.span.start, time.span.end)
            if len(piece):
                self._by_token[piece[0].i] = time
        self._starts = sorted(self._by_token)

    def within(self, first: int, last: int) -> Iterable[tuple[int, TimeExpression]]:
        """The expressions that begin between two tokens, with the token each begins at."""
        for start in self._starts[bisect_left(self._starts, first) : bisect_right(self._starts, last)]:
            yield start, self._by_token[start]

    def of(
        self, token: Token, *, claimed: frozenset[int] = frozenset(), ahead: bool = False, own: bool = False
    ) -> TimeExpression | None:
        """The expression nearest to a token: in its own phrase, else in its clause and those that share its subject.

        `claimed` are tokens of other talks: an expression inside their phrases is theirs. A talk that lies `ahead` does
        not take the day on which it was agreed; `own` looks in its phrase alone.
        """
        first, last = token.left_edge.i, token.right_edge.i
        inside = [
            found
            for found in self.within(first, last)
            if not self._taken(found[0], token, claimed) and not _is_past_measure(token, token.doc[found[0]], found[1])
        ]
        if inside:
            return min(inside, key=lambda found: abs(found[0] - token.i))[1]
        for verb in () if own else core(predicate(token)):
            if ahead and verb.i != predicate(token).i and tense(verb) not in ("future", "present", "infinitive"):
                break
            near = [
                (start, time)
                for start, time in self.within(verb.left_edge.i, verb.right_edge.i)
                if predicate(token.doc[start]).i == verb.i
                and not (ahead and (time.tense == "past" or _goes_with_past(token.doc[start])))
                and not self._taken(start, token, claimed)
                and not _is_past_measure(token, token.doc[start], time)
            ]
            if near:
                return min(near, key=lambda found: abs(found[0] - token.i))[1]
        return None

    def of_saying(self, token: Token) -> TimeExpression | None:
        """The day on which somebody says it: talks that "are going on", she said on Friday, went on that day."""
        verb = predicate(token)
        for _ in range(STEPS):
            if relation(verb) not in ("ccomp", "parataxis", "xcomp", "advcl") or verb.head.i == verb.i:
                return None
            verb = predicate(verb.head)
            near = self.within(verb.left_edge.i, verb.right_edge.i)
            own = (time for start, time in near if predicate(token.doc[start]).i == verb.i)
            found = next((time for time in own if time.value.startswith(DAYS) and time.tense == "past"), None)
            if found is not None:
                return found
        return None

    def told(self, token: Token) -> TimeExpression | None:
        """The day of the story at a word: that of the words before it in its paragraph, else that of the opening.

        So is a meeting dated that a report tells of without saying again on which day it was.
        """
        doc = token.doc
        for start, time in reversed(list(self.within(max(0, token.i - PARAGRAPH), token.sent.start - 1))):
            if "\n" in doc[start : token.i].text:
                break
            if self._dates(doc[start], time):
                return time
        first = next(iter(doc.sents))
        opening = [time for start, time in self.within(0, first.end + LEAD) if self._dates(doc[start], time)]
        lead = [time for time in opening if not time.value.startswith("date")]  # a full date is the page's own
        return lead[0] if lead and token.i < first.end + STORY else None

    @staticmethod
    def _dates(start: Token, time: TimeExpression) -> bool:
        """Does the expression name the day of its sentence's main clause, in the past?"""
        verb = predicate(start)
        main = relation(verb) in ("root", "ROOT", "conj", "ccomp") and tense(verb) in ("past", "participle", "none")
        return main and time.tense == "past" and time.value.startswith(DAYS)

    @staticmethod
    def _taken(start: int, token: Token, claimed: frozenset[int]) -> bool:
        """Does another talk stand between the expression and this token's clause?"""
        word, own = token.doc[start], predicate(token).i
        while word.head.i != word.i and word.i != token.i:
            if word.i in claimed and word.i != own:
                return True
            word = word.head
        return False


def _is_past_measure(token: Token, start: Token, time: TimeExpression) -> bool:
    """ "the first such call since the 1970s", "since it left the accord in 2018": a year that only measures."""
    if not time.value.startswith(("year", "decade")):
        return False
    word = start
    for _ in range(8):
        if word.i == token.i or word.head.i == word.i:
            return False
        if any(mark.lower_ == "since" for mark in children(word, "case", "mark")):
            return True
        word = word.head
    return False


def _goes_with_past(start: Token) -> bool:
    """ "said Sunday", "said on Sunday": the day is that of the verb right before it."""
    before = start.doc[start.sent.start : start.i]
    if len(before) > 1 and before[-1].tag_ == "IN":
        before = before[:-1]
    return bool(len(before) and before[-1].tag_ == "VBD")


def form(token: Token, trigger: Trigger) -> str | None:
    """The format of a talk: its trigger's, or what a word of its phrase or clause says ("by video link")."""
    if trigger.format in ("summit", "joint news conference"):
        return trigger.format
    beside = (
        kid for kid in predicate(token).children if relation(kid) in ("obl", "advmod") and trigger_of(kid) is None
    )
    for kid in (*token.children, *beside):
        for word in (kid, *children(kid, "compound", "amod", "flat")):
            medium = words().media.get(word.lower_)
            if medium is not None:
                return medium
    if trigger.name == "round":
        return "negotiation round"
    return trigger.format


def place(token: Token) -> str | None:
    """The place that hangs on a talk or its verb: "in Brenport", "at the border town of Sel"."""
    among = (part for kid in children(token, "nmod", "obl") if case(kid) in AMONG for part in conjuncts(kid))
    for anchor in dict.fromkeys([token, *among, predicate(token)]):
        for kid in children(anchor, "nmod", "obl"):
            if case(kid) in ("in", "at", "near", "on", "outside") and kid.i > anchor.left_edge.i:
                found = _location(kid)
                if found is not None:
                    return found
    return None


def _location(token: Token) -> str | None:
    for word in (token, *children(token, "nmod", "flat", "compound", "appos")):
        if word.ent_type_ in ("LOC", "GPE", "FAC"):
            return _named(word)
    return None


def _named(word: Token) -> str:
    """The whole name that a word is part of; spaCy would go through all names of the report for it."""
    first = last = word
    while first.ent_iob_ == "I" and first.i:
        first = first.nbor(-1)
    while last.i + 1 < len(word.doc) and last.nbor().ent_iob_ == "I":
        last = last.nbor()
    return str(word.doc[first.i : last.i + 1].text)


def minutes(text: str) -> int | None:
    """How long the words say it lasted, in minutes; None where they say no number."""
    found = LASTING.search(text)
    if found is None:
        return None
    if found["half"] or found["half3"]:
        return 30
    number = _number(found["n"] or found["n2"] or found["n3"])
    if number is None:
        return None
    number += HALVES if found["and"] else 0
    whole = number * (60 if (found["unit"] or found["unit2"] or found["unit3"]).lower().startswith("hour") else 1)
    return round(whole + ((_number(found["more"]) or 0) if found["more"] else 0))


def _number(word: str) -> float | None:
    return float(word) if word.replace(".", "", 1).isdigit() else NUMBERS.get(word.lower())
