"""People's decisions as pages and API enter them: who may, what a form offers, and what is noted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.errors import OnrecordError
from onrecord.export.rows import TYPES, Record
from onrecord.model.judgement import Judged, Judgement
from onrecord.model.records import Actor, Claim, Commitment, Dispute, Talk
from onrecord.queries.facts import title
from onrecord.review import FIELDS, MERGEABLE, REJECTABLE, Proposal, decide, withdraw
from onrecord.web.here import Here
from onrecord.web.problem import Problem
from onrecord.web.view import View
from onrecord.web.wishing import Filled, called, filled, report_of

__all__ = ["Deciding", "Option", "deciding", "enter", "judged", "people_near", "sealed", "take_back"]

MOST_NAMES, MOST_OTHERS = 80, 12


@dataclass(frozen=True, slots=True)
class Option:
    """Something to tick: its id and what it is in words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Deciding:
    """All that the forms beside a record show: the decisions that stand, its fields, and what can be merged or split.

    `told_in` are the reports that tell of it where there are several; `report` is the one whose words are shown.
    """

    kind: Judged
    decisions: tuple[Judgement, ...]
    rows: tuple[Filled, ...]
    report: str
    told_in: tuple[Option, ...]
    others: tuple[Option, ...]
    parts: tuple[Option, ...]
    names: tuple[str, ...]
    rejectable: bool
    mergeable: bool

    @property
    def seen(self) -> str:
        """The ids of the decisions that whoever looks at the page has seen."""
        return " ".join(judgement.id for judgement in self.decisions)


def deciding(here: Here, record: Record, *, within: str = "") -> Deciding | None:
    """What the forms beside a record need; None for visitors who may not decide."""
    if here.visitor is None or not here.visitor.may("review"):
        return None
    if TYPES[type(record)] not in FIELDS:
        return None
    view, kind = here.view, judged(record)
    reports = _reports(record)
    told_in = tuple(Option(r, f"{view.index.outlet(r)}, {view.index.last_day(r)}") for r in reports)
    return Deciding(
        kind=kind,
        decisions=view.decided(record.id),
        rows=filled(view, kind, record, within=within),
        report=report_of(record, within),
        told_in=told_in if len(told_in) > 1 else (),
        others=tuple(islice(_others(view, record), MOST_OTHERS)),
        parts=_parts(view, record) if kind in MERGEABLE else (),
        names=people_near(view, record),
        rejectable=kind in REJECTABLE,
        mergeable=kind in MERGEABLE,
    )


def judged(record: Record) -> Judged:
    """The kind of a record, where people decide about that kind; else raises `Problem`."""
    kind = TYPES[type(record)]
    if kind not in FIELDS:
        raise Problem(422, f"nothing is decided about a {kind}")
    return kind  # type: ignore[return-value]


def _reports(record: Record) -> tuple[str, ...]:
    if isinstance(record, Talk | Commitment | Dispute):
        return tuple(dict.fromkeys(mention.report for mention in record.mentions))
    return ()


def people_near(view: View, record: Record) -> tuple[str, ...]:
    """Names to choose from: who speaks in the record's reports, then who speaks most."""
    near = [s.source for report in (_reports(record) or (report_of(record),)) for s in view.said_in.get(report, ())]
    often = sorted(view.said_by, key=lambda actor: -len(view.said_by[actor]))
    ids = dict.fromkeys([*(actor for actor in near if actor), *often[:MOST_NAMES]])
    return tuple(called(view, actor) for actor in islice(ids, MOST_NAMES))


def _others(view: View, record: Record) -> Sequence[Option]:
    """Records of the same kind with somebody in common: what may be the same."""
    found: Sequence[Record] = ()
    if isinstance(record, Talk):
        found = [talk for party in record.parties for talk in view.talks_of.get(party, ())]
    elif isinstance(record, Commitment):
        found = [c for party in record.by for c in view.owed_by.get(party, ())]
    elif isinstance(record, Dispute):
        mine = {*record.asserted_by, *record.denied_by}
        found = [d for d in view.ledger.disputes if mine & {*d.asserted_by, *d.denied_by}]
    unique = {other.id: other for other in found if other.id != record.id}
    return [Option(other.id, title(other, view.index)) for other in unique.values()]


def _parts(view: View, record: Record) -> tuple[Option, ...]:
    """What can be taken out of a record by a split."""
    if isinstance(record, Actor):
        parts = [Option(name, name) for name in record.aliases if name != record.name]
    elif isinstance(record, Claim):
        held = [view.index.statements[name] for name in record.statements if name in view.index.statements]
        parts = [Option(s.id, title(s, view.index)) for s in held]
    else:
        parts = [Option(r, f"{view.index.outlet(r)}, {view.index.last_day(r)}") for r in _reports(record)]
    return tuple(parts) if len(parts) > 1 or isinstance(record, Actor) else ()


def enter(here: Here, proposal: Proposal, *, seen: Collection[str] | None) -> Judgement:
    """Enter a decision, noted with who made it; raises as `onrecord.review.decide` does."""
    visitor = here.need("review")
    audit = here.server.audit
    audit.note(visitor.name, here.address, f"decided: {proposal.decision}", proposal.about)
    try:
        made = decide(here.desk.store, here.view.ledger, proposal, by=visitor.name, seen=seen)
    except OnrecordError as error:
        audit.note(visitor.name, here.address, f"was refused: {error}"[:200], proposal.about)
        raise
    here.desk.wait(here.view.day)
    return made


def take_back(here: Here, judgement: str, note: str) -> Judgement:
    """Withdraw a decision, noted with who did."""
    visitor = here.need("review")
    here.server.audit.note(visitor.name, here.address, "withdrew a decision", judgement)
    taken = withdraw(here.desk.store, judgement, by=visitor.name, note=note or None)
    here.desk.wait(here.view.day)
    return taken


def sealed(here: Here, seal: str) -> None:
    """May this visitor decide, and does the form come from a page of ours? Else raises `Problem`."""
    here.need("review")
    if not here.server.seals.holds(here.request, seal):
        raise Problem(403, "this form has grown old; open the page again")
