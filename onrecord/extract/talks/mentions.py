"""Each place where a report tells of a talk, before the same talk told twice becomes one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.extract.clause import case, children, predicate, relation, subject
from onrecord.extract.finding import words_in
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.talks.assemblies import assembly
from onrecord.extract.talks.details import DAYS, Calendar, form, minutes, place
from onrecord.extract.talks.parties import WITH, sides
from onrecord.extract.talks.standing import Stand
from onrecord.extract.talks.status import measured, stand
from onrecord.extract.talks.words import BESIDE, Trigger, may_trigger, trigger_of
from onrecord.model.acts import TalkStatus
from onrecord.model.reading import TimeExpression
from onrecord.model.releases import released_by
from onrecord.model.span import Span

__all__ = ["Mention", "find_mentions"]

OPENING = 60  # words of a release
FULL = re.compile(r"date:(\d{4}-\d{2}-\d{2})")
LONG_AGO = 25  # years
NEIGHBOURS = 12  # talks told within so many mentions of each other may share a clause
PLAIN = ("past", "after", "following", "during", "in", "at")
AHEAD = ("planned", "proposed")
LEADING_UP = ("ahead of", "before", "prior to", "in advance of")  # the day of the clause is that of what comes first
OFF = ("refused", "cancelled")
BACK = frozenset({"the", "this", "that", "these", "those", "such", "both"})
ANEW = frozenset(
    {"another", "next", "new", "second", "third", "fourth", "fifth", "further", "more", "fresh", "future", "additional"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a talk is told of: its words, its parties as far as they stand there, and its particulars.

    `back` says that the words point to a talk told before ("the meeting"), `anew` that they mean one more; `dated`
    that the day is the talk's own and not that of the story around it. `attached` says that one side stands behind
    "with", `unnamed` that somebody stands there whom no voice is known for ("with some of them"), `whole` that a body
    of states meets, which needs no other side.
    """

    token: Token
    at: int
    trigger: Trigger
    parties: tuple[int, ...]
    attached: bool
    unnamed: bool
    whole: bool
    both: bool
    back: bool
    anew: bool
    status: TalkStatus | None
    when: TimeExpression | None
    dated: bool
    where: str | None
    format: str | None
    minutes: int | None
    evidence: Span
    why: str


def find_mentions(page: Page, cast: Cast, times: Sequence[TimeExpression]) -> Iterator[Mention]:
    """Every mention of a talk, in text order."""
    near = words_in(page.doc, may_trigger)
    found = [(token, trigger) for token in near if (trigger := trigger_of(token)) is not None]
    calendar = Calendar(page, times)
    for number, (token, trigger) in enumerate(found):
        if _is_part(token) or _is_other_round(token, trigger):
            continue
        standing = stand(token, trigger)
        if not standing.dropped:
            beside = found[max(0, number - NEIGHBOURS) : number + NEIGHBOURS]
            others = frozenset(other.i for other, _ in beside if other.i != token.i and not _is_part(other))
            mention = _mention(page, cast, calendar, token, trigger, standing, others)
            if not _is_history(page, mention):
                yield mention


def _is_other_round(token: Token, trigger: Trigger) -> bool:
    """ "another round of sanctions" is no talk."""
    of = next((kid for kid in token.children if relation(kid) == "nmod" and case(kid) == "of"), None)
    return trigger.name == "round" and of is not None and trigger_of(of) is None


def _is_history(page: Page, mention: Mention) -> bool:
    """Is it told as history: dated by a year of another generation?"""
    day = page.report.published.start
    year = None if mention.when is None else re.search(r"\b(1[0-9]{3}|20[0-9]{2})\b", mention.when.value)
    return day is not None and year is not None and mention.dated and int(year[0]) < day.year - LONG_AGO


def _is_part(token: Token) -> bool:
    """ "meeting room", "summit plans", and the "talks" of "a round of talks", which its own trigger tells."""
    if token.pos_ == "VERB" and relation(token) in ("advcl", "xcomp"):  # "met to negotiate" is one talk
        above = trigger_of(token.head)
        return above is not None and above.alone and case(token) not in ("after", "before")
    if relation(token) == "compound" and token.pos_ in ("NOUN", "PROPN") and token.i < token.head.i:
        return True
    head = trigger_of(token.head) if relation(token) == "nmod" else None
    return head is not None and head.name in ("round", "session")


def _mention(
    page: Page,
    cast: Cast,
    calendar: Calendar,
    token: Token,
    trigger: Trigger,
    standing: Stand,
    others: frozenset[int],
) -> Mention:
    parties, both = sides(token, trigger, cast)
    body = assembly(token, trigger, cast) if len(cast.parties(parties)) < 2 else ()
    parties = body or parties
    evidence = _evidence(page, token, trigger)
    marks = {kid.lower_ for kid in token.children if relation(kid) in ("det", "amod", "nummod", "advmod")}
    when = _when(calendar, token, standing, others)
    standing = _gone_by(page, _still_ahead(standing, when), when)
    attached = trigger.noun and any(case(kid) in WITH for kid in children(token, "nmod", "obl"))
    timed = any(kid.dep_ == "nmod:poss" and not cast.named(kid) for kid in token.children)
    return Mention(
        token=token,
        at=token.i,
        trigger=trigger,
        parties=parties,
        attached=attached and bool(parties),
        unnamed=attached and not parties,
        whole=bool(body),
        both=both,
        back=trigger.noun and (bool(marks & BACK) or timed),
        anew=bool(marks & ANEW),
        status=standing.status,
        when=when
        or _of_story(token, standing, calendar)
        or _of_release(page, token, standing)
        or (calendar.of_saying(token) if standing.status == "under way" else None),
        dated=when is not None,
        where=place(token),
        format=form(token, trigger),
        minutes=minutes(page.words(*_clause(predicate(token))).exact),
        evidence=evidence,
        why=f"talk:{trigger.name}, {standing.status}:{standing.why}",
    )


def _when(calendar: Calendar, token: Token, standing: Stand, others: frozenset[int]) -> TimeExpression | None:
    """The talk's own day; "on Thursday she cancelled their summit" tells only when it was called off.

    A week or a month in which a talk was called off is mostly also that for which it was planned.
    """
    when = calendar.of(token, claimed=others, ahead=standing.status in AHEAD, own=case(token) in LEADING_UP)
    put_off = standing.status in OFF and standing.why == predicate(token).lower_
    if put_off and when is not None and when.value.startswith(DAYS):
        return calendar.of(token, claimed=others, ahead=True)
    return when


def _still_ahead(standing: Stand, when: TimeExpression | None) -> Stand:
    """What is told in the present with a day to come has not been held: "they meet next week"."""
    met = standing.status == "under way" and standing.why == "progressive"
    if met and when is not None and when.tense == "past":
        return standing._replace(status="held")  # "were meeting last week"
    if standing.status != "held" or standing.why != "present" or when is None:
        return standing
    named = when.value.startswith(("weekday", "date:--")) and when.tense in ("present", "future")
    return standing._replace(status="planned") if named or ":+" in when.value else standing


def _gone_by(page: Page, standing: Stand, when: TimeExpression | None) -> Stand:
    """ "The letter describes a 5 January 2031 meeting between them": with a full date that is over it has been held."""
    day = page.report.published.start
    dated = None if when is None else FULL.match(when.value)
    if standing.status is None and day is not None and dated is not None and dated[1] < day.isoformat():
        return standing._replace(status="held")
    return standing


def _of_story(token: Token, standing: Stand, calendar: Calendar) -> TimeExpression | None:
    """A talk told in the plain past, without a day of its own, is of the day of the story."""
    if standing.status != "held" or standing.why not in PLAIN:
        return None
    return calendar.told(token)


def _of_release(page: Page, token: Token, standing: Stand) -> TimeExpression | None:
    """What a government's release opens with took place on its day or the day before, where no day is told."""
    if standing.status != "held" or standing.why not in PLAIN or token.i > OPENING:
        return None
    if released_by(page.report.outlet) is None:
        return None
    return TimeExpression(page.words(token, token), "range(day:-1,day:0)")


def _evidence(page: Page, token: Token, trigger: Trigger) -> Span:
    """The words of the clause that tells of the talk; of its phrase alone where it only stands beside another event."""
    verb = predicate(token)
    aside = relation(token) == "nmod" or case(token) in BESIDE or case(token) == "for"
    if trigger.noun and verb.i != token.i and relation(token) in ("obl", "nmod") and aside:
        return page.words((token.head if measured(token) else token).left_edge, token.right_edge)
    first, last = _clause(verb)
    who = subject(verb)
    if who is not None and who.i < first.i and first.i - who.i < 30 and who.sent.start == first.sent.start:
        first = who.left_edge
    return page.words(first, last)


def _clause(verb: Token) -> tuple[Token, Token]:
    """The first and last word of a clause, without the attribution after it ("…, the ministry said")."""
    first, last = verb.left_edge, verb.right_edge
    for kid in verb.children:
        if relation(kid) == "parataxis" and kid.i > verb.i and kid.left_edge.i > first.i:
            last = min(last, kid.left_edge.nbor(-1), key=lambda token: token.i)
            break
    while last.i > verb.i and last.is_punct:
        last = last.nbor(-1)
    return first, last
