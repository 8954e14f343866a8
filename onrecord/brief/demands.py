"""Demands with what was answered, and what parties announced: statements, one line for each thing said."""

from collections.abc import Iterable
from datetime import date

from onrecord.brief.telling import Telling, section
from onrecord.brief.value import Line, Piece, Section
from onrecord.model.records import Statement

__all__ = ["announced", "demands"]

_DEMANDS, _ANNOUNCED = 6, 6


def demands(tell: Telling) -> Section:
    """What one side requires of another, the most repeated first, each with the refusals that the reports hold."""
    groups = _groups(tell, {"demand"})
    lines = [_demand(tell, group) for group in groups[:_DEMANDS]]
    return section("demands", "DEMANDS", lines, "onrecord statements --act demand", total=len(groups))


def announced(tell: Telling) -> Section:
    """Measures that parties made known, newest first, without what stands among commitments and talks already."""
    taken = [m.evidence for c in tell.index.ledger.commitments for m in c.mentions]
    taken += [m.evidence for t in tell.index.ledger.talks for m in t.mentions]
    places: dict[str, list[tuple[int, int]]] = {}
    for span in taken:
        places.setdefault(span.report, []).append((span.start, span.end))
    groups = [g for g in _groups(tell, {"announce"}) if not any(_within(s, places.get(s.report, ())) for s in g)]
    groups.sort(key=lambda group: (-_newest(tell, group).toordinal(), group[0].id))
    lines = [Line(group[0].id, _said(tell, group)) for group in groups[:_ANNOUNCED]]
    return section("announced", "ANNOUNCED", lines, "onrecord statements --act announce", total=len(groups))


def _within(statement: Statement, places: Iterable[tuple[int, int]]) -> bool:
    places = tuple(places)
    return any(start < piece.end and piece.start < end for piece in statement.content for start, end in places)


def _groups(tell: Telling, acts: set[str]) -> list[list[Statement]]:
    """Statements with a named source, those of one claim by one source together, the most reported first."""
    claims = {name: claim.id for claim in tell.index.ledger.claims for name in claim.statements}
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in tell.index.ledger.statements:
        if statement.act in acts and statement.source and statement.content:
            groups.setdefault((statement.source, claims.get(statement.id, statement.id)), []).append(statement)
    for group in groups.values():
        group.sort(key=lambda s: (tell.index.last_day(s.report), s.id))
    return sorted(groups.values(), key=lambda g: (-_reports(tell, g), -_newest(tell, g).toordinal(), g[0].id))


def _reports(tell: Telling, group: list[Statement]) -> int:
    return tell.independent(statement.report for statement in group)


def _newest(tell: Telling, group: list[Statement]) -> date:
    return max(tell.index.last_day(statement.report) for statement in group)


def _demand(tell: Telling, group: list[Statement]) -> Line:
    refusals = _refusals(tell, group)
    return Line(group[0].id, _said(tell, group), tuple(_refusal(tell, refusal) for refusal in refusals[:2]))


def _said(tell: Telling, group: list[Statement]) -> tuple[Piece, ...]:
    """Who says it to whom, in the words of the newest telling, and on which other days."""
    newest = group[-1]
    who = [*tell.voices(newest, [newest.source or ""])]
    if newest.addressee:
        who += [Piece(" to "), tell.who([newest.addressee])]
    row = [*who, Piece(", "), Piece(tell.said(newest), "day"), Piece(": "), *tell.content(newest)]
    others = list(dict.fromkeys(tell.said(statement) for statement in group[:-1]))
    others = [day for day in others if day != tell.said(newest)][:4]
    return tuple(row + ([Piece(" · also "), Piece(", ".join(others), "day")] if others else []))


def _refusals(tell: Telling, group: list[Statement]) -> list[Statement]:
    """Refusals that name the demand, or its addressee's in the same report."""
    named = {statement.id for statement in group}
    reports = {statement.report for statement in group}
    asked = {side for s in group if s.addressee for side in tell.index.speaks_for(s.addressee)}
    found = []
    for refusal in tell.index.ledger.statements:
        if refusal.act != "refuse" or not refusal.source or not refusal.content:
            continue
        same = refusal.report in reports and bool(tell.index.speaks_for(refusal.source) & asked)
        if named & set(refusal.about) or same:
            found.append(refusal)
    return sorted(found, key=lambda s: (tell.index.last_day(s.report), s.id))


def _refusal(tell: Telling, refusal: Statement) -> tuple[Piece, ...]:
    who = [Piece("refused by", "status"), Piece(" "), tell.who([refusal.source or ""])]
    return (*who, Piece(", "), Piece(tell.said(refusal), "day"), Piece(": "), *tell.content(refusal, limit=110))
