"""The records that meet some filters, each kind in its order: oldest first, what has no day before all."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from onrecord.brief.index import Index
from onrecord.model.period import Period
from onrecord.model.records import Actor, Claim, Commitment, Dispute, Figure, ReportRecord, Statement, Talk
from onrecord.queries.events import Event, events
from onrecord.queries.filters import EVERYTHING, Filters
from onrecord.queries.held import sifted
from onrecord.queries.sieve import Sieve
from onrecord.queries.wording import days_of, first_told, in_order

__all__ = [
    "actors", "claims", "commitments", "disputes", "figures", "happenings", "made", "passes", "reports", "shown",
    "statements", "talks", "told",
]  # fmt: skip


R = TypeVar("R")
Tests = Mapping[str, Callable[[R], bool]]
"""What each filter asks of a record; only those that are set are asked."""


def reports(index: Index, filters: Filters = EVERYTHING) -> list[ReportRecord]:
    """Reports by day; `about` asks for words of the title, the outlet, the name or an agency."""
    sieve = Sieve(index, filters)
    tests: Tests[ReportRecord] = {
        "days": lambda r: sieve.days(r.published.period),
        "about": sieve.telling("reports", index.ledger.reports, lambda r: (r.title, r.outlet, r.name, *r.agencies)),
    }

    def order(found: Iterable[ReportRecord]) -> list[ReportRecord]:
        return in_order(found, lambda report: report.published.period)

    return sifted(index, index.ledger.reports, sieve.asked(tests), kind="reports", order=order)


def actors(index: Index, filters: Filters = EVERYTHING) -> list[Actor]:
    """Actors by id; `by` asks for an actor and all who speak for it, `about` for words of a name or an office."""
    sieve = Sieve(index, filters)
    return [
        actor
        for actor in index.ledger.actors
        if sieve.kind(actor.kind) and sieve.by([actor.id]) and sieve.about([actor.name, *actor.aliases, *actor.offices])
    ]


def statements(index: Index, filters: Filters = EVERYTHING) -> list[Statement]:
    """Statements by the day on which they were made, those of one report in the order of its text."""
    sieve = Sieve(index, filters)

    def order(found: Iterable[Statement]) -> list[Statement]:
        return in_order(found, lambda s: days_of(index, s.said, s.report), place=lambda s: next(iter(s.content), s.cue))

    tests = sieve.asked(_statement_tests(index, sieve))
    return sifted(index, index.ledger.statements, tests, kind="statements", order=order)


def passes(index: Index, sieve: Sieve, statement: Statement) -> bool:
    """Does a statement meet the filters? Any voice of its chain may be the one of `by`."""
    return all(test(statement) for test in sieve.asked(_statement_tests(index, sieve)))


def _statement_tests(index: Index, sieve: Sieve) -> Tests[Statement]:
    return {
        "act": lambda s: sieve.act(s.act),
        "by": lambda s: sieve.by(s.chain or (s.source,)),
        "to": lambda s: sieve.to((s.addressee,)),
        "days": lambda s: sieve.days(days_of(index, s.said, s.report)),
        "about": sieve.telling(
            "statements",
            index.ledger.statements,
            lambda s: [piece.exact for piece in s.content],
            ids=lambda s: (s.id, *s.about),
        ),
    }


def talks(index: Index, filters: Filters = EVERYTHING) -> list[Talk]:
    """Talks by day; `by` and `to` both ask for parties."""
    sieve = Sieve(index, filters)
    tests: Tests[Talk] = {
        "status": lambda t: sieve.status(t.status),
        "by": lambda t: sieve.by(t.parties),
        "to": lambda t: sieve.to(t.parties),
        "days": lambda t: sieve.days(t.when),
        "about": sieve.telling(
            "talks", index.ledger.talks, lambda t: (t.where, t.format, *(m.evidence.exact for m in t.mentions))
        ),
    }

    def order(found: Iterable[Talk]) -> list[Talk]:
        return in_order(found, lambda talk: talk.when)

    return sifted(index, index.ledger.talks, sieve.asked(tests), kind="talks", order=order)


def commitments(index: Index, filters: Filters = EVERYTHING) -> list[Commitment]:
    """Commitments by the day of the first report; `since` and `until` ask for what was reported or falls due then."""
    sieve = Sieve(index, filters)
    tests: Tests[Commitment] = {
        "status": lambda c: sieve.status(c.status),
        "by": lambda c: sieve.by(c.by),
        "to": lambda c: sieve.to(c.to),
        "days": lambda c: sieve.days(c.due, *(index.published(m.report) for m in c.mentions)),
        "about": sieve.telling(
            "commitments",
            index.ledger.commitments,
            lambda c: (c.action, c.condition, *(m.evidence.exact for m in c.mentions)),
        ),
    }

    def order(found: Iterable[Commitment]) -> list[Commitment]:
        return in_order(found, lambda commitment: made(index, commitment))

    return sifted(index, index.ledger.commitments, sieve.asked(tests), kind="commitments", order=order)


def made(index: Index, commitment: Commitment) -> Period:
    """The days of the first report that tells of a commitment."""
    return first_told(index, (mention.report for mention in commitment.mentions))


def figures(index: Index, filters: Filters = EVERYTHING) -> list[Figure]:
    """Figures, those that count the same thing together, oldest first."""
    sieve = Sieve(index, filters)
    tests: Tests[Figure] = {
        "by": lambda f: sieve.by((f.by,)),
        "days": lambda f: sieve.days(days_of(index, f.said, f.report)),
        "about": sieve.telling(
            "figures",
            index.ledger.figures,
            lambda f: (f.of, f.where, f.unit, f.evidence.exact),
            ids=lambda f: (f.series,),
        ),
    }

    def order(found: Iterable[Figure]) -> list[Figure]:
        return in_order(found, lambda figure: days_of(index, figure.said, figure.report))

    ordered = sifted(index, index.ledger.figures, sieve.asked(tests), kind="figures", order=order)
    series = {figure.series: place for place, figure in reversed(list(enumerate(ordered)))}
    return sorted(ordered, key=lambda figure: series[figure.series])


def disputes(index: Index, filters: Filters = EVERYTHING) -> list[Dispute]:
    """Disputes by the day of the first report; `by` asks for a side and `to` for the other."""
    sieve = Sieve(index, filters)
    tests: Tests[Dispute] = {
        "by": lambda d: _sides(sieve, d),
        "to": lambda d: _sides(sieve, d),
        "days": lambda d: sieve.days(*(index.published(m.report) for m in d.mentions)),
        "about": sieve.telling(
            "disputes", index.ledger.disputes, lambda d: (d.claim, *(s.exact for m in d.mentions for s in m.evidence))
        ),
    }

    def order(found: Iterable[Dispute]) -> list[Dispute]:
        return in_order(found, lambda dispute: shown(index, dispute))

    return sifted(index, index.ledger.disputes, sieve.asked(tests), kind="disputes", order=order)


def shown(index: Index, dispute: Dispute) -> Period:
    """The days of the first report that shows a dispute."""
    return first_told(index, (mention.report for mention in dispute.mentions))


def claims(index: Index, filters: Filters = EVERYTHING) -> list[Claim]:
    """Claims by the day on which they were first said; `by` asks for who says so, `to` for who speaks against it."""
    sieve = Sieve(index, filters)

    def voices(names: Iterable[str]) -> list[str | None]:
        return [
            voice for name in names if (said := index.statements.get(name)) for voice in said.chain or (said.source,)
        ]

    tests: Tests[Claim] = {
        "status": lambda c: sieve.status(c.status),
        "by": lambda c: sieve.by(voices(c.statements)),
        "to": lambda c: sieve.to(voices(objection.statement for objection in c.against)),
        "days": lambda c: sieve.days(*(told(index, name) for name in c.statements)),
        "about": sieve.telling("claims", index.ledger.claims, lambda c: (c.text,), ids=lambda c: (c.id, *c.statements)),
    }

    def order(found: Iterable[Claim]) -> list[Claim]:
        return in_order(found, lambda claim: told(index, claim.statements[0]))

    return sifted(index, index.ledger.claims, sieve.asked(tests), kind="claims", order=order)


def told(index: Index, name: str) -> Period:
    """The days of a statement, by its id."""
    said = index.statements.get(name)
    return Period() if said is None else days_of(index, said.said, said.report)


def _sides(sieve: Sieve, dispute: Dispute) -> bool:
    sides = (dispute.asserted_by, dispute.denied_by)
    return any(sieve.by(mine) and sieve.to(theirs) for mine, theirs in (sides, sides[::-1]))


def happenings(index: Index, filters: Filters = EVERYTHING) -> list[Event]:
    """What happened, day by day: talks, promises and what became of them, disputes."""
    sieve = Sieve(index, filters)
    return [
        event
        for event in events(index)
        if sieve.by(event.actors) and sieve.days(event.when) and sieve.about([event.words], ids=[event.about])
    ]
