"""What a person should look at first: what the reader was unsure of and much hangs on."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

from onrecord.model.decisions import named_in
from onrecord.model.judgement import Judged
from onrecord.model.ledger import Ledger
from onrecord.model.records import Commitment, Dispute, Figure, Statement, Talk
from onrecord.resolve.unsure import unsure

__all__ = ["Item", "queue"]

UNSURE, WEIGHTY = 0.6, 0.8
"""What the reader is less sure of is looked at for that alone, anything else where so much hangs on it.

Half of what our reader finds in news has a confidence under 0.65, a quarter one under 0.6.
"""
NOTED, DISPUTED, PAIRED = 0.3, 0.35, 0.5
"""How unsure a record is that a rule noted a doubt about, a dispute, and a pair of actors left apart."""


@dataclass(frozen=True, slots=True)
class Item:
    """A record to look at, or a pair of actors that may be one.

    `weight` is higher for what should be looked at sooner and has no unit: how unsure it is, times how much hangs on
    it. `reasons` say both in words. `other` is the second actor of a pair: merge them, or accept that they are two.
    """

    record: str
    kind: Judged
    weight: float
    reasons: tuple[str, ...]
    other: str | None = None


def queue(ledger: Ledger, *, kinds: Collection[Judged] = (), limit: int | None = None) -> tuple[Item, ...]:
    """What nobody has decided about yet in a ledger, what matters most first; `kinds` narrows it, empty for all."""
    desk = _Desk(ledger)
    items = [item for item in desk.items() if not kinds or item.kind in kinds]
    return tuple(sorted(items, key=lambda item: (-item.weight, item.kind, item.record, item.other or "")))[:limit]


class _Desk:
    """A ledger with the counts that tell how much hangs on a record."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def items(self) -> Iterator[Item]:
        """Every record that is worth a look, in no order."""
        for statement in self.ledger.statements:
            yield from self._statement(statement)
        for commitment in self.ledger.commitments:
            yield from self._commitment(commitment)
        for talk in self.ledger.talks:
            yield from self._talk(talk)
        for figure in self.ledger.figures:
            yield from self._figure(figure)
        for dispute in self.ledger.disputes:
            yield from self._dispute(dispute)
        yield from self._pairs()

    def _statement(self, one: Statement) -> Iterator[Item]:
        if _looked_at(one.why):
            return
        hangs = [
            (len(one.about), "record rests on it", "records rest on it"),
            (self.claims.get(one.id, 1) - 1, "more origin says so", "more origins say so"),
        ]
        yield from _item(one.id, "statement", 1 - one.confidence, _sure(one.confidence), hangs)

    def _commitment(self, one: Commitment) -> Iterator[Item]:
        if _looked_at(one.why, *(mention.why for mention in one.mentions)):
            return
        told = {mention.report for mention in one.mentions}
        elsewhere = sum(step.evidence is not None and step.evidence.report not in told for step in one.history)
        doubts = [(not one.by, "nobody is bound by it"), (elsewhere > 0, "what became of it is told in other reports")]
        unsure_of = [words for doubted, words in doubts if doubted] or [_sure(one.confidence)]
        hangs = [
            (len(one.history), "step in what became of it", "steps in what became of it"),
            (self._origins(told) - 1, "more report tells of it", "more reports tell of it"),
        ]
        doubt = max(1 - one.confidence, NOTED if one.confidence == 1 and unsure_of != [_sure(1.0)] else 0.0)
        yield from _item(one.id, "commitment", doubt, "; ".join(unsure_of), hangs)

    def _talk(self, one: Talk) -> Iterator[Item]:
        if _looked_at(one.why, *(mention.why for mention in one.mentions)):
            return
        reports = {mention.report for mention in one.mentions}
        states = {mention.status for mention in one.mentions}
        doubts = [
            (len(one.parties) < 2, "only one side is named"),
            (not one.when.known, "its day is not known"),
            (len(states) > 2, f"reports tell it as {', '.join(sorted(states))}"),
        ]
        told = [words for doubted, words in doubts if doubted]
        hangs = [
            (self._origins(reports) - 1, "more report tells of it", "more reports tell of it"),
            (self.deeds.get(one.id, 0), "promise hangs on it", "promises hang on it"),
        ]
        if told:
            yield from _item(one.id, "talk", NOTED, "; ".join(told), hangs)

    def _figure(self, one: Figure) -> Iterator[Item]:
        if not _looked_at(one.why):
            hangs = [(self.series[one.series] - 1, "other figure counts the same", "other figures count the same")]
            yield from _item(one.id, "figure", 1 - one.confidence, _sure(one.confidence), hangs)

    def _dispute(self, one: Dispute) -> Iterator[Item]:
        if not _looked_at(one.why):
            hangs = [
                (len(one.statements), "statement is for or against it", "statements are for or against it"),
                (self._origins({m.report for m in one.mentions}) - 1, "more report shows it", "more reports show it"),
            ]
            yield from _item(one.id, "dispute", DISPUTED, "who disputes what is hard to read", hangs)

    def _pairs(self) -> Iterator[Item]:
        """Actors that were left apart and may be one, unless somebody said what they are."""
        by_id = {actor.id: actor for actor in self.ledger.actors}
        for pair in unsure(self.ledger.actors):
            one, other = by_id[pair.one], by_id[pair.other]
            if {*named_in(one.why)} & {*named_in(other.why)}:
                continue
            fewer = min(self.used[pair.one], self.used[pair.other])
            hangs = [(fewer, "record hangs on the rarer one", "records hang on the rarer one")]
            for item in _item(pair.one, "actor", PAIRED, pair.reason, hangs):
                yield Item(item.record, item.kind, item.weight, item.reasons, pair.other)

    def _origins(self, reports: Collection[str]) -> int:
        return len({self.copies.get(report, report) for report in reports})

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """The report that each copy copies."""
        return {report.id: report.copies_of for report in self.ledger.reports if report.copies_of}

    @cached_property
    def claims(self) -> Mapping[str, int]:
        """The independent origins of the claim that each statement makes."""
        return {name: claim.origins for claim in self.ledger.claims for name in claim.statements}

    @cached_property
    def series(self) -> Counter[str]:
        """How many figures count the same thing."""
        return Counter(figure.series for figure in self.ledger.figures)

    @cached_property
    def deeds(self) -> Mapping[str, int]:
        """How many commitments take a step on the words of each talk."""
        talks = {mention.evidence: talk.id for talk in self.ledger.talks for mention in talk.mentions}
        steps = {
            (talks[step.evidence], commitment.id)
            for commitment in self.ledger.commitments
            for step in commitment.history
            if step.evidence in talks
        }
        return Counter(talk for talk, _ in steps)

    @cached_property
    def used(self) -> Counter[str]:
        """How many records name each actor."""
        found: Counter[str] = Counter()
        for said in self.ledger.statements:
            found.update({*said.chain, *((said.addressee,) if said.addressee else ())})
        for talk in self.ledger.talks:
            found.update(set(talk.parties))
        for bound in self.ledger.commitments:
            found.update({*bound.by, *bound.to})
        found.update(figure.by for figure in self.ledger.figures if figure.by)
        for dispute in self.ledger.disputes:
            found.update({*dispute.asserted_by, *dispute.denied_by})
        return found


def _looked_at(*reasons: Sequence[str]) -> bool:
    """Has somebody decided about it?"""
    return any(True for some in reasons for _ in named_in(some))


def _sure(confidence: float) -> str:
    return f"the reader is {confidence:.0%} sure"


def _item(
    record: str, kind: Judged, doubt: float, unsure_of: str, hangs: Sequence[tuple[int, str, str]]
) -> Iterator[Item]:
    """The item of a record that is unsure enough, or unsure and much used; `hangs` has words for one and for many."""
    used = [(count, one if count == 1 else many) for count, one, many in hangs if count > 0]
    weight = doubt * (1 + log2(1 + sum(count for count, _ in used)))
    if doubt > 1 - UNSURE or (doubt > 0 and weight >= WEIGHTY) or (doubt >= NOTED and kind != "statement"):
        reasons = (unsure_of, *(f"{count} {words}" for count, words in used))
        yield Item(record, kind, round(weight, 4), reasons)
