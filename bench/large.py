"""A large ledger of an invented quarrel: reports, what was read in them, and what that comes to, without a model."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from onrecord.ledger import open_ledger
from onrecord.model.acts import Act
from onrecord.model.ledger import Ledger
from onrecord.model.period import Period, Published
from onrecord.model.reading import FoundStatement, Reading, Voice
from onrecord.model.records import (
    Actor,
    Claim,
    Commitment,
    CommitmentMention,
    Dispute,
    DisputeMention,
    Figure,
    ReportRecord,
    Statement,
    Step,
    Talk,
    TalkMention,
)
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.viewing import linking_edition

__all__ = ["large_ledger"]

EACH = 14
"""Statements a report, as measured on news reports."""
FIRST, A_DAY = date(2019, 1, 1), 20
LANDS = (
    "Varnholt",
    "Oska",
    "Brenland",
    "Tarsk",
    "Midsound",
    "Harrow",
    "Selm",
    "Quist",
    "Dovra",
    "Pell",
    "Ruun",
    "Ister",
)
THINGS = (
    "light",
    "harbour",
    "bridge",
    "ferry",
    "pass",
    "dam",
    "railway",
    "customs house",
    "cable",
    "reef",
    "mine",
    "school",
)
DEEDS = ("reopen", "guard", "hand over", "inspect", "repair", "close", "survey", "share", "rebuild", "leave")
ACTS: Sequence[Act] = (
    "assert",
    "assert",
    "assert",
    "announce",
    "promise",
    "demand",
    "warn",
    "deny",
    "accuse",
    "confirm",
)


@dataclass
class Draft:
    """The records so far."""

    chance: random.Random
    reports: list[ReportRecord] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def large_ledger(place: Path, *, statements: int) -> tuple[Ledger, date]:
    """Make a ledger with so many statements at a place, its views for its newest day and for today kept."""
    draft = Draft(random.Random(5))  # noqa: S311
    actors = tuple(_actors())
    with open_ledger(str(place), create=True) as store:
        for number in range(-(-statements // EACH)):
            report, reading = _report(draft, number, actors)
            store.enter(report, reading)
        newest = draft.reports[-1].published.start or FIRST
        ledger = _ledger(draft, actors, newest)
        for day in (newest, date.today()):
            held = ledger if day == newest else _ledger(draft, actors, day)
            store.keep_view(held, code=linking_edition(), state=store.state())
    return ledger, newest


def _ledger(draft: Draft, actors: tuple[Actor, ...], day: date) -> Ledger:
    return Ledger(
        day,
        reports=tuple(draft.reports),
        actors=actors,
        statements=tuple(sorted(draft.statements, key=lambda s: s.id)),
        talks=tuple(draft.talks),
        commitments=tuple(draft.commitments),
        figures=tuple(draft.figures),
        disputes=tuple(draft.disputes),
        claims=tuple(draft.claims),
    )


def _actors() -> Iterator[Actor]:
    for land in LANDS:
        yield Actor(f"a-{land.lower()}", land, "country")
        for number in range(50):
            name = f"{land[:2]}{'aeiou'[number % 5]}n {land[:3]}{'bdgklmrst'[number % 9]}{'aeiou'[number // 9 % 5]}"
            yield Actor(
                f"a-{land.lower()}-{number}", name, "person", f"a-{land.lower()}", (), None, (f"minister {number}",)
            )


def _report(draft: Draft, number: int, actors: Sequence[Actor]) -> tuple[Report, Reading]:
    chance, ident = draft.chance, f"r-{number:06}"
    day = FIRST + timedelta(days=number // A_DAY)
    people = [actor for actor in chance.sample(actors, 8) if actor.kind == "person"] or [actors[1]]
    text, places = f"The quarrel, day {number // A_DAY}\n\n", []
    for _ in range(EACH):
        who, act = chance.choice(people), chance.choice(ACTS)
        deed = f"{chance.choice(DEEDS)} the {chance.choice(THINGS)}"
        what = f"that {chance.choice(LANDS)} would {deed} with {chance.randint(2, 900)} men"
        begin = len(text)
        text += f"{who.name} said {what} and gave no further reason for it. "
        places.append(
            (who, act, begin, begin + len(who.name), begin + len(who.name) + 6, begin + len(who.name) + 6 + len(what))
        )
        text += "\n\n" if chance.random() < 0.3 else ""
    published, outlet = Published(day, day, "given"), f"{chance.choice(LANDS)} Post {number % 40}"
    found = [_said(draft, ident, text, day, place, n) for n, place in enumerate(places)]
    title = f"Quarrel over the {chance.choice(THINGS)}"
    draft.reports.append(ReportRecord(ident, f"{ident}.txt", outlet, title, (), published, "en", text, ()))
    _concluded(draft, number, ident, day, found)
    report = Report(ident, f"{ident}.txt", text, title=title, outlet=outlet, published=published)
    return report, Reading(ident, "by-hand", *_read(people, found))


def _said(
    draft: Draft, report: str, text: str, day: date, place: tuple[Actor, Act, int, int, int, int], n: int
) -> Statement:
    who, act, begin, name, start, end = place
    statement = Statement(
        id=f"s-{report[2:]}{n:02}",
        report=report,
        source=who.id,
        source_span=Span.of(report, text, begin, name),
        chain=(who.id,),
        cue=Span.of(report, text, name + 1, name + 5),
        content=(Span.of(report, text, start, end),),
        mode="indirect",
        act=act,
        addressee=None,
        said=Period.day(day),
    )
    draft.statements.append(statement)
    return statement


def _read(people: Sequence[Actor], said: Sequence[Statement]) -> tuple[tuple[Voice, ...], tuple[FoundStatement, ...]]:
    numbers = {actor.id: n for n, actor in enumerate(people)}
    voices = tuple(Voice(actor.name, actor.kind) for actor in people)
    found = (
        FoundStatement(
            numbers[s.source or ""], s.source_span, (numbers[s.source or ""],), s.cue, s.content, s.mode, s.act
        )
        for s in said
    )
    return voices, tuple(found)


def _concluded(draft: Draft, number: int, report: str, day: date, said: Sequence[Statement]) -> None:
    """A promise and two figures a report, a talk in every fourth, a dispute in every tenth, a claim a statement."""
    first, second = said[0], said[1]
    land = (first.source or "").rsplit("-", 1)[0]
    words = first.content[0]
    due = Period.day(day + timedelta(days=draft.chance.randint(1, 60)))
    status = draft.chance.choice(("pledged", "overdue", "confirmed", "doubted", "reported kept"))
    draft.commitments.append(
        Commitment(
            f"c-{number:06}",
            (land,),
            (),
            words.exact.partition("would ")[2],
            due,
            None,
            status,
            day,
            (Step(day, "pledged", (land,), words),),
            (CommitmentMention(report, words, (first.source or "",), "pledged"),),
        )
    )
    draft.figures += [_figure(draft, number, n, day, statement) for n, statement in enumerate(said[2:4])]
    if number % 4 == 0:
        parties = (first.source or "", second.source or "")
        draft.talks.append(
            Talk(
                f"t-{number:06}",
                parties,
                Period.day(day),
                "Midsound",
                "meeting",
                None,
                "held",
                (TalkMention(report, second.content[0], "held"),),
            )
        )
    if number % 10 == 0:
        draft.disputes.append(
            Dispute(
                f"d-{number:06}",
                words.exact,
                (first.source or "",),
                (second.source or "",),
                (first.id, second.id),
                (DisputeMention(report, (words, second.content[0])),),
            )
        )
    draft.claims += [Claim(f"k-{s.id[2:]}", s.content[0].exact, (s.id,), 1, 1, "unchallenged") for s in said]


def _figure(draft: Draft, number: int, n: int, day: date, statement: Statement) -> Figure:
    span = statement.content[0]
    return Figure(
        id=f"f-{number:06}{n}",
        report=statement.report,
        value=float(span.exact.rsplit(" ", 2)[1]),
        high=None,
        compare="exactly",
        unit="men",
        of="men",
        where=None,
        by=statement.source,
        said=Period.day(day),
        evidence=span,
        series=f"f{draft.chance.randint(0, 299):03}",
    )
