"""The records that meet some filters, each kind in its order: oldest first, what has no day before all."""

from onrecord.brief.index import Index
from onrecord.model.period import Period
from onrecord.model.records import Actor, Commitment, Dispute, Figure, ReportRecord, Statement, Talk
from onrecord.queries.events import Event, events
from onrecord.queries.filters import EVERYTHING, Filters
from onrecord.queries.sieve import Sieve
from onrecord.queries.wording import days_of, first_told, in_order

__all__ = [
    "actors", "commitments", "disputes", "figures", "happenings", "made", "passes", "reports", "shown", "statements",
    "talks",
]  # fmt: skip


def reports(index: Index, filters: Filters = EVERYTHING) -> list[ReportRecord]:
    """Reports by day; `about` asks for words of the title, the outlet, the name or an agency."""
    sieve = Sieve(index, filters)
    found = (
        report
        for report in index.ledger.reports
        if sieve.days(report.published.period)
        and sieve.about([report.title, report.outlet, report.name, *report.agencies])
    )
    return in_order(found, lambda report: report.published.period)


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
    passing = (statement for statement in index.ledger.statements if passes(index, sieve, statement))
    return in_order(passing, lambda s: days_of(index, s.said, s.report), place=lambda s: next(iter(s.content), s.cue))


def passes(index: Index, sieve: Sieve, statement: Statement) -> bool:
    """Does a statement meet the filters? Any voice of its chain may be the one of `by`."""
    return (
        sieve.act(statement.act)
        and sieve.by(statement.chain or (statement.source,))
        and sieve.to([statement.addressee])
        and sieve.days(days_of(index, statement.said, statement.report))
        and sieve.about([piece.exact for piece in statement.content], ids=(statement.id, *statement.about))
    )


def talks(index: Index, filters: Filters = EVERYTHING) -> list[Talk]:
    """Talks by day; `by` and `to` both ask for parties."""
    sieve = Sieve(index, filters)
    found = (
        talk
        for talk in index.ledger.talks
        if sieve.status(talk.status)
        and sieve.by(talk.parties)
        and sieve.to(talk.parties)
        and sieve.days(talk.when)
        and sieve.about([talk.where, talk.format, *(mention.evidence.exact for mention in talk.mentions)])
    )
    return in_order(found, lambda talk: talk.when)


def commitments(index: Index, filters: Filters = EVERYTHING) -> list[Commitment]:
    """Commitments by the day of the first report; `since` and `until` ask for what was reported or falls due then."""
    sieve = Sieve(index, filters)
    found = (
        commitment
        for commitment in index.ledger.commitments
        if sieve.status(commitment.status)
        and sieve.by(commitment.by)
        and sieve.to(commitment.to)
        and sieve.days(commitment.due, *(index.published(mention.report) for mention in commitment.mentions))
        and sieve.about([commitment.action, commitment.condition, *(m.evidence.exact for m in commitment.mentions)])
    )
    return in_order(found, lambda commitment: made(index, commitment))


def made(index: Index, commitment: Commitment) -> Period:
    """The days of the first report that tells of a commitment."""
    return first_told(index, (mention.report for mention in commitment.mentions))


def figures(index: Index, filters: Filters = EVERYTHING) -> list[Figure]:
    """Figures, those that count the same thing together, oldest first."""
    sieve = Sieve(index, filters)
    found = (
        figure
        for figure in index.ledger.figures
        if sieve.by([figure.by])
        and sieve.days(days_of(index, figure.said, figure.report))
        and sieve.about([figure.of, figure.where, figure.unit, figure.evidence.exact], ids=[figure.series])
    )
    ordered = in_order(found, lambda figure: days_of(index, figure.said, figure.report))
    series = {figure.series: place for place, figure in reversed(list(enumerate(ordered)))}
    return sorted(ordered, key=lambda figure: series[figure.series])


def disputes(index: Index, filters: Filters = EVERYTHING) -> list[Dispute]:
    """Disputes by the day of the first report; `by` asks for a side and `to` for the other."""
    sieve = Sieve(index, filters)
    found = (
        dispute
        for dispute in index.ledger.disputes
        if _sides(sieve, dispute)
        and sieve.days(*(index.published(mention.report) for mention in dispute.mentions))
        and sieve.about([dispute.claim, *(span.exact for mention in dispute.mentions for span in mention.evidence)])
    )
    return in_order(found, lambda dispute: shown(index, dispute))


def shown(index: Index, dispute: Dispute) -> Period:
    """The days of the first report that shows a dispute."""
    return first_told(index, (mention.report for mention in dispute.mentions))


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
