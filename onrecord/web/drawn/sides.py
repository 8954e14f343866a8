"""A talk as its sides tell it: what each says around it, and who printed what."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.records import Dispute, ReportRecord, Statement, Talk, TalkMention
from onrecord.web.view import View

__all__ = ["Account", "Accounts", "Origin", "accounts"]

NEAR = 700
"""Characters around the words that tell of a talk, in which what is said is taken to be said of it."""


@dataclass(frozen=True, slots=True)
class Account:
    """One thing that a side says, in the words of one report, and how many reports carry it."""

    statement: Statement
    reports: int


@dataclass(frozen=True, slots=True)
class Origin:
    """A report that is nobody's copy, what it says of the talk, and the copies of it."""

    report: ReportRecord
    mentions: tuple[TalkMention, ...]
    copies: tuple[ReportRecord, ...]


@dataclass(frozen=True, slots=True)
class Accounts:
    """What each party says (`sides`), what is disputed among it, and who printed what."""

    sides: tuple[tuple[str, tuple[Account, ...]], ...]
    disputes: tuple[Dispute, ...]
    origins: tuple[Origin, ...]


def accounts(view: View, talk: Talk) -> Accounts:
    """The accounts of one talk."""
    said = _near(view, talk)
    claims: dict[str, list[Statement]] = {}
    for statement in said:
        claim = view.claim_of.get(statement.id)
        claims.setdefault(claim.id if claim else statement.id, []).append(statement)
    parties = tuple(dict.fromkeys(_side(view, party, talk) for party in talk.parties))
    told: dict[str, list[Account]] = {party: [] for party in parties}
    for group in claims.values():
        by = {side for s in group if s.source and (side := _side(view, s.source, talk)) in told}
        account = Account(group[0], len({s.report for s in group}))
        for side in by:
            told[side].append(account)
    reports = {mention.report for mention in talk.mentions}
    near = {s.id for s in said}
    disputes = tuple(
        dispute
        for report in sorted(reports)
        for dispute in view.told_in.get(report, ())
        if isinstance(dispute, Dispute) and near & set(dispute.statements)
    )
    sides = tuple((party, tuple(_first(found))) for party, found in told.items())
    return Accounts(sides, tuple(dict.fromkeys(disputes)), _origins(view, talk))


def _first(found: list[Account], most: int = 12) -> Sequence[Account]:
    return sorted(found, key=lambda a: (-a.reports, a.statement.report, a.statement.id))[:most]


def _near(view: View, talk: Talk) -> list[Statement]:
    found: dict[str, Statement] = {}
    for mention in talk.mentions:
        low, high = mention.evidence.start - NEAR, mention.evidence.end + NEAR
        for statement in view.said_in.get(mention.report, ()):
            if statement.content and statement.content[0].start < high and statement.content[-1].end > low:
                found[statement.id] = statement
    return list(found.values())


def _side(view: View, actor: str, talk: Talk) -> str:
    """The party of the talk for which an actor speaks; itself where that is none."""
    for party in talk.parties:
        if actor == party or party in view.index.speaks_for(actor):
            return _top(view, party, talk)
    for party in talk.parties:
        if view.index.speaks_for(party) & view.index.speaks_for(actor):
            return _top(view, party, talk)
    return actor


def _top(view: View, party: str, talk: Talk) -> str:
    """Of a state and its president, who both are named as parties, the state."""
    return next((p for p in talk.parties if p != party and p in view.index.speaks_for(party)), party)


def _origins(view: View, talk: Talk) -> tuple[Origin, ...]:
    told: dict[str, list[TalkMention]] = {}
    for mention in talk.mentions:
        told.setdefault(mention.report, []).append(mention)
    held = view.index.reports
    firsts = sorted({view.index.original(report) for report in told}, key=lambda r: (view.index.last_day(r), r))
    return tuple(
        Origin(
            held[first],
            tuple(told.get(first, ())),
            tuple(held[copy] for copy in view.copies.get(first, ()) if copy in told),
        )
        for first in firsts
        if first in held
    )
