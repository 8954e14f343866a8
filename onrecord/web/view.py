"""One day's ledger with everything at hand that a page looks up; made once and then only read."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from threading import Lock
from typing import TypeVar

from onrecord.brief import Brief, brief
from onrecord.brief.index import Index
from onrecord.errors import NotFound
from onrecord.export.rows import Record
from onrecord.model.judgement import Judgement
from onrecord.model.ledger import Ledger
from onrecord.model.period import Period
from onrecord.model.records import Claim, Commitment, Dispute, Figure, Statement, Talk
from onrecord.queries.chosen import (
    actors,
    commitments,
    disputes,
    figures,
    made,
    reports,
    shown,
    statements,
    talks,
)
from onrecord.queries.events import Event, events
from onrecord.queries.filters import EVERYTHING, Filters
from onrecord.queries.find import find
from onrecord.queries.held import HeldIndex
from onrecord.queries.wording import days_of, first_told
from onrecord.review import Item, decided, queue

__all__ = ["View"]

R = TypeVar("R")

MOST_LISTS = 64
"""Filtered lists remembered, so that the second page of a list costs nothing."""
SOME = Filters(about="a")
"""Asks for every record's words."""


class View:
    """A ledger as of a day and its look-ups; `state` is the digest of what the ledger held when it was made."""

    def __init__(self, ledger: Ledger, *, state: str) -> None:
        self.ledger, self.state, self.day = ledger, state, ledger.day
        self.index = HeldIndex(ledger)
        self._lists: OrderedDict[tuple[object, Filters], Sequence[object]] = OrderedDict()
        self._decided: dict[str, tuple[Judgement, ...]] = {}
        self._lock = Lock()

    def record(self, ident: str) -> Record:
        """A record by its id or the beginning of it; raises `NotFound` or `UsageError`."""
        found = self._by_id.get(ident)
        if found is not None:
            return found
        if len(ident) > 80:
            raise NotFound(f"no record as of {self.day} has this id")
        return find(self.ledger, ident)

    def asked(self, query: Callable[[Index, Filters], Sequence[R]], filters: Filters) -> Sequence[R]:
        """What a query of `onrecord.queries` answers, remembered for the next page."""
        with self._lock:
            held = self._lists.get((query, filters))
            if held is not None:
                self._lists.move_to_end((query, filters))
                return held  # type: ignore[return-value]
        found = query(self.index, filters)
        with self._lock:
            self._lists[query, filters] = found
            while len(self._lists) > MOST_LISTS:
                self._lists.popitem(last=False)
        return found

    def warm(self) -> None:
        """Work out beforehand what the first visitor of each page would wait for."""
        _ = self.brief, self.news, self.counted, self.said_in, self.said_by, self.claim_of, self.runs, self.shown
        _ = self._by_id, self.series, self.told_in, self.copies, self.talks_of, self.owed_by, self.speakers
        _ = self.queue, self.named, self.tops
        for query in (reports, statements, talks, commitments, figures, disputes, actors):
            self.asked(query, EVERYTHING)
            query(self.index, SOME)

    @cached_property
    def brief(self) -> Brief:
        """The state of play."""
        return brief(self.ledger)

    @cached_property
    def queue(self) -> Sequence[Item]:
        """What a person should look at first."""
        return queue(self.ledger)

    @cached_property
    def named(self) -> Mapping[str, Sequence[str]]:
        """The actors of each name."""
        found = _grouped((self.index.name(actor.id), actor.id) for actor in self.ledger.actors)
        return {name: tuple(ids) for name, ids in found.items()}

    def decided(self, ident: str) -> tuple[Judgement, ...]:
        """The standing decisions that touched a record; looking for them takes 0.02 s in 100,000 statements."""
        if not self.ledger.judgements:
            return ()
        found = self._decided.get(ident)
        if found is None:
            found = self._decided[ident] = decided(self.ledger, ident)
        return found

    def has(self, ident: str) -> bool:
        """Is there a record of just this id?"""
        return ident in self._by_id

    @cached_property
    def events(self) -> Sequence[Event]:
        """What happened, day by day."""
        return events(self.index)

    @cached_property
    def news(self) -> Sequence[tuple[date, Event]]:
        """Each event with the day on which it became known, newest first; a talk is news when it is first told of."""
        told = {talk.id: first_told(self.index, (m.report for m in talk.mentions)) for talk in self.ledger.talks}
        known = ((told.get(event.about, event.when), event) for event in self.events)
        dated = [(day, event) for period, event in known if (day := period.end or period.start)]
        return sorted(dated, key=lambda pair: (pair[0], pair[1].about), reverse=True)

    @cached_property
    def counted(self) -> Sequence[tuple[date, Figure]]:
        """The newest figure of each series that several count, with its day, newest first."""
        found = []
        for together in self.series.values():
            day, newest = max(((self._said(f), f) for f in together), key=lambda pair: (pair[0], pair[1].id))
            if newest.by and len(together) > 1:
                found.append((day, newest))
        return sorted(found, key=lambda pair: (pair[0], pair[1].id), reverse=True)

    def _said(self, figure: Figure) -> date:
        period = days_of(self.index, figure.said, figure.report)
        return period.start or period.end or date.min

    @cached_property
    def made(self) -> Mapping[str, Period]:
        """The days of the first report of each commitment."""
        return {commitment.id: made(self.index, commitment) for commitment in self.ledger.commitments}

    @cached_property
    def runs(self) -> Mapping[str, tuple[date | None, date | None]]:
        """From when to when each commitment runs: from its first report to its day, without one to its newest step."""
        return {commitment.id: self._runs(commitment) for commitment in self.ledger.commitments}

    def _runs(self, commitment: Commitment) -> tuple[date | None, date | None]:
        told = self.made[commitment.id]
        begun = told.start or told.end
        steps = [step.day for step in commitment.history if step.day]
        last = commitment.due.end or commitment.due.start or max(steps, default=begun)
        if begun is None or last is None:
            return begun or last, last or begun
        return min(begun, last), max(begun, last)

    @cached_property
    def shown(self) -> Mapping[str, Period]:
        """The days of the first report of each dispute."""
        return {dispute.id: shown(self.index, dispute) for dispute in self.ledger.disputes}

    @cached_property
    def first(self) -> date | None:
        """The day of the oldest report."""
        days = [day for r in self.ledger.reports if (day := r.published.start or r.published.end)]
        return min(days, default=None)

    @cached_property
    def newest(self) -> date | None:
        """The day of the newest report."""
        days = [day for r in self.ledger.reports if (day := r.published.end or r.published.start)]
        return max(days, default=None)

    @cached_property
    def said_in(self) -> Mapping[str, Sequence[Statement]]:
        """The statements of each report, in the order of its text."""
        return _grouped((s.report, s) for s in sorted(self.ledger.statements, key=_place))

    @cached_property
    def said_by(self) -> Mapping[str, Sequence[Statement]]:
        """The statements of each source, oldest first."""
        ordered = sorted(self.ledger.statements, key=lambda s: (self.index.last_day(s.report), s.report, _place(s)))
        return _grouped((s.source, s) for s in ordered if s.source)

    @cached_property
    def claim_of(self) -> Mapping[str, Claim]:
        """The claim that each statement makes."""
        return {name: claim for claim in self.ledger.claims for name in claim.statements}

    @cached_property
    def series(self) -> Mapping[str, Sequence[Figure]]:
        """The figures that count the same thing, the series with most givers first."""
        found = _grouped((figure.series, figure) for figure in self.ledger.figures)
        return dict(sorted(found.items(), key=lambda item: (-_givers(item[1]), -len(item[1]), item[0])))

    @cached_property
    def talks_of(self) -> Mapping[str, Sequence[Talk]]:
        """The talks of each party."""
        return _grouped((party, talk) for talk in self.ledger.talks for party in talk.parties)

    @cached_property
    def owed_by(self) -> Mapping[str, Sequence[Commitment]]:
        """The commitments of each party, by the day they were made."""
        ordered = sorted(self.ledger.commitments, key=lambda c: (self.made[c.id].start or date.min, c.id))
        return _grouped((party, commitment) for commitment in ordered for party in commitment.by)

    @cached_property
    def tops(self) -> Mapping[str, str]:
        """The state or body behind each actor: itself, where it speaks for nobody."""
        return {actor.id: self._top(actor.id) for actor in self.ledger.actors}

    def _top(self, actor: str) -> str:
        seen = {actor}
        while (found := self.index.actors.get(actor)) and found.party and found.party not in seen:
            seen.add(found.party)
            actor = found.party
        return actor

    @cached_property
    def speakers(self) -> Mapping[str, Sequence[str]]:
        """Who speaks for each party."""
        return _grouped((actor.party, actor.id) for actor in self.ledger.actors if actor.party)

    @cached_property
    def copies(self) -> Mapping[str, Sequence[str]]:
        """The copies of each report."""
        return _grouped((report.copies_of, report.id) for report in self.ledger.reports if report.copies_of)

    @cached_property
    def told_in(self) -> Mapping[str, Sequence[Talk | Commitment | Figure | Dispute]]:
        """The talks, commitments, figures and disputes of which each report tells."""
        ledger = self.ledger
        families: tuple[Sequence[Talk | Commitment | Figure | Dispute], ...] = (
            ledger.talks, ledger.commitments, ledger.disputes, ledger.figures,
        )  # fmt: skip
        return _grouped((report, record) for family in families for record in family for report in _reports(record))

    @cached_property
    def _by_id(self) -> Mapping[str, Record]:
        return {record.id: record for records in self.ledger.families for record in records}


def _grouped(pairs: Iterable[tuple[str, R]]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _place(statement: Statement) -> tuple[int, str]:
    first = statement.content[0] if statement.content else statement.cue
    return (first.start if first else 0), statement.id


def _givers(found: Sequence[Figure]) -> int:
    return len({figure.by for figure in found if figure.by})


def _reports(record: Talk | Commitment | Figure | Dispute) -> set[str]:
    if isinstance(record, Figure):
        return {record.report}
    return {mention.report for mention in record.mentions}
