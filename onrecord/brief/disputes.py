"""What is disputed: the claim in a report's words, and both sides with theirs."""

from collections.abc import Iterable
from datetime import date

from onrecord.brief.quoting import quote
from onrecord.brief.telling import MOST, Telling, section
from onrecord.brief.value import Line, Piece, Section
from onrecord.model.records import Dispute, Statement
from onrecord.model.span import Span

__all__ = ["disputes", "line_of"]

# Two quotes a side show what they say; a third repeats.
_QUOTES = 2


def disputes(tell: Telling) -> Section:
    """Live disputes, those with more independent reports first and then the newest."""
    ordered = sorted(tell.index.ledger.disputes, key=lambda dispute: _importance(tell, dispute))
    lines = [line_of(tell, dispute) for dispute in ordered[:MOST]]
    return section("disputed", "DISPUTED", lines, "onrecord disputes", total=len(ordered))


def _importance(tell: Telling, dispute: Dispute) -> tuple[int, int, int, str]:
    reports = [mention.report for mention in dispute.mentions]
    newest = max((tell.index.last_day(report) for report in reports), default=date.min)
    sided = bool(dispute.asserted_by) and bool(dispute.denied_by)
    return 0 if sided else 1, -tell.independent(reports), -newest.toordinal(), dispute.id


def line_of(tell: Telling, dispute: Dispute) -> Line:
    """One dispute as the brief tells it."""
    head = (quote(dispute.claim.removeprefix("that "), limit=130),)
    sides = [
        _side(tell, dispute, "yes", "asserted by ", dispute.asserted_by),
        _side(tell, dispute, "no", "denied by ", dispute.denied_by),
    ]
    rest = _rest(tell, dispute, [row for side in sides for row in side])
    return Line(dispute.id, head, tuple(row for side in sides for row in side) + rest)


def _side(tell: Telling, dispute: Dispute, side: str, label: str, by: tuple[str, ...]) -> list[tuple[Piece, ...]]:
    if not by:
        return []
    said = _said_by(tell, dispute, by, denying=side == "no")
    opening = (Piece(label, "status" if side == "no" else "plain"), tell.who(by))
    if not said:
        return [opening]
    row: list[Piece] = list(opening)
    for place, statement in enumerate(said[:_QUOTES]):
        row += [Piece("; " if place else ", "), Piece(tell.said(statement), "day"), Piece(": ")]
        row += tell.content(statement, limit=110)
    return [tuple(row)]


def _said_by(tell: Telling, dispute: Dispute, by: tuple[str, ...], *, denying: bool) -> list[Statement]:
    """A side's statements: by itself or by those who speak for it, oldest first, and of both sides' speakers by act."""
    mine = []
    for statement in _statements(tell, dispute):
        if statement.source is None:
            continue
        if _speaks(tell, statement.source, by) and (statement.source in by or _denies(statement) == denying):
            mine.append(statement)
    return sorted(mine, key=lambda s: (tell.index.last_day(s.report), s.id))


def _statements(tell: Telling, dispute: Dispute) -> list[Statement]:
    """What the dispute rests on, and what else is said in the words that show it."""
    named = [found for name in dispute.statements if (found := tell.index.statements.get(name))]
    spans = (span for mention in dispute.mentions for span in mention.evidence)
    shown = [found for span in spans if (found := tell.index.said_in(span))]
    return list({statement.id: statement for statement in (*named, *shown)}.values())


def _denies(statement: Statement) -> bool:
    return statement.act in {"deny", "refuse", "doubt"}


def _speaks(tell: Telling, source: str, by: Iterable[str]) -> bool:
    return bool(tell.index.speaks_for(source) & set(by))


def _rest(tell: Telling, dispute: Dispute, told: list[tuple[Piece, ...]]) -> tuple[tuple[Piece, ...], ...]:
    """The words of the reports themselves where a side's own statement is not held."""
    quoted = sum(piece.role == "mark" for row in told for piece in row)
    if quoted >= 2:
        return ()
    rows = []
    for span in _spans(tell, dispute)[: _QUOTES - quoted + 1]:
        outlet = tell.index.printed_by(span.report)
        where = (Piece("in "), Piece(outlet, "who"), Piece(", ")) if outlet else (Piece("reported "),)
        rows.append(
            (*where, Piece(tell.published(span.report), "day"), Piece(": "), *tell.words(span, dispute.id, limit=110))
        )
    return tuple(rows)


def _spans(tell: Telling, dispute: Dispute) -> list[Span]:
    said = [piece for statement in _statements(tell, dispute) for piece in statement.content]
    spans = {span for mention in dispute.mentions for span in mention.evidence}
    return [span for span in sorted(spans) if not any(span.overlaps(piece) for piece in said)]
