"""Which decisions stand, and whether their words are still found."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from onrecord.ledger import Store
from onrecord.model.decisions import named_in
from onrecord.model.judgement import Judgement
from onrecord.model.ledger import Concluded, Ledger
from onrecord.model.records import Commitment, Talk
from onrecord.model.span import Span
from onrecord.review.apply import Outcome, Place, apply
from onrecord.review.ground import reports_of

__all__ = ["Standing", "decided", "in_view", "standing", "touched"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision that was not taken back and what has become of it since the reports were read again.

    `state` is `applies`; `near` where the reader marks the words otherwise now and it was applied to what overlaps
    them most; or `waits` where nothing there answers to its words any more.
    """

    judgement: Judgement
    state: Literal["applies", "near", "waits"]


def standing(store: Store) -> tuple[Standing, ...]:
    """Every decision about records that stands, oldest first; grades of outlets are not among them."""
    judgements = [judgement for judgement in store.judgements() if judgement.kind is not None or judgement.anchors]
    everywhere = any(not anchor.report for judgement in judgements for anchor in judgement.anchors)
    names = sorted(name for name in reports_of(judgements) if store.holds(name))
    held = list(store.held()) if everywhere else [(store.report(name), store.reading(name)) for name in names]
    outcomes = apply(held, judgements).outcomes
    settled: set[Place] = set()
    found: list[Standing] = []
    for judgement in sorted(judgements, key=lambda judgement: (judgement.at, judgement.id), reverse=True):
        outcome = outcomes.get(judgement.id, Outcome())
        found.append(Standing(judgement, _state(judgement, outcome, settled)))
        settled |= {place for place, _ in outcome.places if not outcome.near}
    return tuple(reversed(found))


def _state(judgement: Judgement, outcome: Outcome, settled: Collection[Place]) -> Literal["applies", "near", "waits"]:
    """What has become of a decision; where somebody has decided since about what it came near to, it is settled."""
    parts = {part for _, part in outcome.places}
    wanted = {anchor.part for anchor in judgement.anchors}
    if not parts or (len(wanted) > 1 and len(parts) < 2):
        return "waits"
    looked_at = all(place in settled for place, _ in outcome.places)
    return "near" if outcome.near and not looked_at else "applies"


def decided(ledger: Ledger, record: str) -> tuple[Judgement, ...]:
    """The standing decisions that have touched a record of this ledger, oldest first.

    Of a report they are all that are tied to words of it, also those that took something out of it.
    """
    if not ledger.judgements:
        return ()
    found = {name for one in chain.from_iterable(ledger.concluded) if one.id == record for name in _touching(one)}
    if any(report.id == record for report in ledger.reports):
        found |= {judgement.id for judgement in ledger.judgements if record in reports_of([judgement])}
    touched = [judgement for judgement in ledger.judgements if judgement.id in found or judgement.about == record]
    return tuple(sorted(touched, key=lambda judgement: (judgement.at, judgement.id)))


def touched(ledger: Ledger, judgement: str) -> tuple[str, ...]:
    """The ids of the records of this ledger that a decision has touched; none of what it rejected."""
    return tuple(
        dict.fromkeys(record.id for record in chain.from_iterable(ledger.concluded) if judgement in _touching(record))
    )


def _touching(record: Concluded) -> frozenset[str]:
    """The ids of the decisions that stand among the reasons of a record and of its mentions."""
    mentions = record.mentions if isinstance(record, Talk | Commitment) else ()
    reasons = (record.why, *(mention.why for mention in mentions))
    return frozenset(name for some in reasons for name in named_in(some))


def in_view(ledger: Ledger, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The decisions whose words all stand in reports of a ledger: of what is not published yet nothing is told."""
    here = {report.id for report in ledger.reports}
    return tuple(j for j in judgements if reports_of([j]) | {span.report for span in _spans(j)} <= here)


def _spans(judgement: Judgement) -> Iterator[Span]:
    for change in judgement.changes:
        yield from change.words
        for who in change.who:
            yield from who.words
