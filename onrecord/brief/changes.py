"""What changed between two days: the state of play at the end of one held against that of the other."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from onrecord.brief.claims import line_of as claim_line
from onrecord.brief.commitments import line_of as commitment_line
from onrecord.brief.days import day_words
from onrecord.brief.disputes import line_of as dispute_line
from onrecord.brief.index import Index
from onrecord.brief.notes import Notes
from onrecord.brief.numbers import counted_words, figure_words
from onrecord.brief.talks import line_of as talk_line
from onrecord.brief.telling import MOST, Telling, section
from onrecord.brief.value import Brief, Line, Piece, Section
from onrecord.model.ledger import Ledger
from onrecord.model.records import Claim, Commitment, Dispute, Figure, Talk

__all__ = ["changes"]

T = TypeVar("T", Commitment, Talk, Dispute, Claim)


def changes(before: Ledger, now: Ledger, *, since: date) -> Brief:
    """A brief of what is new or has another status in `now`, compared with the ledger as of the day before `since`."""
    tell = Telling(Index(now), Notes(Index(now)))
    new = len({report.id for report in now.reports} - {report.id for report in before.reports})
    sections = (
        *_commitments(tell, before),
        *_talks(tell, before),
        _disputes(tell, before),
        _claims(tell, before),
        _figures(tell, before),
    )
    days = f"{day_words(since, year=now.day.year)} – {day_words(now.day)}"
    return Brief(
        day=now.day,
        reports=new,
        span="",
        agencies=(),
        undated=0,
        later=now.later,
        sections=tuple(found for found in sections if found.lines),
        evidence=tell.notes.all,
        heading=f"What changed · {days}",
        rests=f"{new:,} new report{'' if new == 1 else 's'} · {len(now.reports):,} in all",
    )


def _commitments(tell: Telling, before: Ledger) -> Iterable[Section]:
    now = tell.index.ledger.commitments
    fresh, moved = _compared(before.commitments, now, lambda c: [m.evidence for m in c.mentions])
    became = [(old, new) for old, new in moved if old.status != new.status]
    became.sort(key=lambda pair: (-tell.independent(m.report for m in pair[1].mentions), pair[1].id))
    fresh.sort(key=lambda c: (-tell.independent(m.report for m in c.mentions), c.id))
    lines = [_changed(commitment_line(tell, new), old.status, new.status) for old, new in became[:MOST]]
    yield section("became", "WHAT BECAME OF PROMISES", lines, "onrecord commitments", total=len(became))
    lines = [commitment_line(tell, one) for one in fresh[:MOST]]
    yield section("promised", "NEWLY PROMISED", lines, "onrecord commitments", total=len(fresh))


def _talks(tell: Telling, before: Ledger) -> Iterable[Section]:
    fresh, moved = _compared(before.talks, tell.index.ledger.talks, lambda t: [m.evidence for m in t.mentions])
    became = [(old, new) for old, new in moved if old.status != new.status or _other_days(old, new)]
    fresh.sort(key=lambda t: (-tell.independent(m.report for m in t.mentions), t.id))
    lines = [_changed(talk_line(tell, new), _stood(tell, old, new), new.status) for old, new in became[:MOST]]
    yield section("moved", "WHAT BECAME OF TALKS", lines, "onrecord talks", total=len(became))
    lines = [talk_line(tell, one) for one in fresh[:MOST]]
    yield section("talks", "NEW TALKS", lines, "onrecord talks", total=len(fresh))


def _other_days(old: Talk, new: Talk) -> bool:
    """Is it for other days now than it was, and not only told more exactly?"""
    return old.when.known and new.when.known and not old.when.touches(new.when)


def _stood(tell: Telling, old: Talk, new: Talk) -> str:
    """How a talk stood: its status, with its days where it has others now."""
    return f"{old.status} for {tell.days(old.when)}" if _other_days(old, new) else old.status


def _disputes(tell: Telling, before: Ledger) -> Section:
    fresh, _ = _compared(
        before.disputes, tell.index.ledger.disputes, lambda d: [span for m in d.mentions for span in m.evidence]
    )
    lines = [dispute_line(tell, one) for one in fresh[:MOST]]
    return section("disputed", "NEWLY DISPUTED", lines, "onrecord disputes", total=len(fresh))


def _claims(tell: Telling, before: Ledger) -> Section:
    """Claims that stand otherwise than before, those on more origins first."""
    _, moved = _compared(before.claims, tell.index.ledger.claims, lambda c: c.statements)
    became = [(old, new) for old, new in moved if old.status != new.status]
    became.sort(key=lambda pair: (-pair[1].origins, pair[1].id))
    lines = [_changed(claim_line(tell, new), old.status, new.status) for old, new in became[:MOST]]
    return section("claims", "WHAT BECAME OF CLAIMS", lines, "onrecord claims", total=len(became))


def _figures(tell: Telling, before: Ledger) -> Section:
    """The newest figure of a series that had another value before, with that value."""
    old, found = _newest(tell, before.figures), []
    for series, figure in sorted(_newest(tell, tell.index.ledger.figures).items()):
        was = old.get(series)
        if was is not None and was.id != figure.id and (was.value, was.high) != (figure.value, figure.high):
            words = tell.words(figure.evidence, figure.id)
            head = (
                Piece(f"{counted_words(figure)}: ", "what"),
                Piece(f"{figure_words(was)} → {figure_words(figure)}", "status"),
            )
            found.append(Line(figure.id, head, (tuple(words),)))
    return section("figures", "NEWER FIGURES", found[:MOST], "onrecord figures", total=len(found))


def _newest(tell: Telling, figures: Sequence[Figure]) -> dict[str, Figure]:
    return {f.series: f for f in sorted(figures, key=lambda f: (tell.index.last_day(f.report), f.id))}


def _changed(line: Line, old: str, new: str) -> Line:
    """The line with what it was and is in front, and not again what it is at its end."""
    was = (Piece(f"{old} → ", "plain"), Piece(new, "status"), Piece(" · "))
    return Line(line.record, (*was, *_without(line.head, new)), line.details)


def _without(head: Sequence[Piece], status: str) -> tuple[Piece, ...]:
    at = next((n for n, piece in enumerate(head) if piece.role == "status" and piece.text == status), None)
    return tuple(head) if at is None or not at else (*head[: at - 1], *head[at + 1 :])


def _compared(
    before: Sequence[T], now: Sequence[T], words: Callable[[T], Iterable[Hashable]]
) -> tuple[list[T], list[tuple[T, T]]]:
    """What has no words in common with anything there was, and what has, beside what it was: ids may move with time."""
    known: dict[Hashable, T] = {span: record for record in before for span in words(record)}
    fresh, moved = [], []
    for record in now:
        old = next((known[span] for span in words(record) if span in known), None)
        if old is None:
            fresh.append(record)
        else:
            moved.append((old, record))
    return fresh, moved
