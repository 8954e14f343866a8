"""What was promised: overdue, due, reported kept or broken, open, and the threats among them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from onrecord.brief.accounts import accounts, answers
from onrecord.brief.days import ago
from onrecord.brief.quoting import deed, shorten
from onrecord.brief.telling import MOST, Telling, joined, section
from onrecord.brief.value import Line, Piece, Section
from onrecord.model.period import Period
from onrecord.model.records import Commitment

__all__ = ["by_kind", "commitments", "kind_of", "line_of"]

# The week ahead is what a morning note looks at.
AHEAD = timedelta(days=7)
SETTLED = frozenset({"reported kept", "reported broken", "withdrawn", "refused"})

_TITLES = {
    "overdue": ("OVERDUE", "onrecord commitments --status overdue"),
    "due": ("DUE", "onrecord commitments --status due"),
    "settled": ("SETTLED, AS REPORTED", "onrecord commitments"),
    "open": ("OPEN", "onrecord commitments"),
    "threat": ("THREATS AND CONDITIONS", "onrecord commitments"),
}


def by_kind(tell: Telling) -> Mapping[str, Sequence[Commitment]]:
    """The commitments by the section they belong to: `overdue`, `due`, `settled`, `open` and `threat`."""
    threats = _threats(tell)
    kinds: dict[str, list[Commitment]] = {key: [] for key in _TITLES}
    for commitment in tell.index.ledger.commitments:
        kind = kind_of(commitment, tell.today)
        if kind != "settled" and commitment.id in threats:
            kind = "threat"  # nobody is waiting for a threat to be kept
        elif kind in {"open", "later"}:
            kind = "threat" if commitment.condition else "open"
        kinds[kind].append(commitment)
    return kinds


def commitments(tell: Telling, key: str, found: Iterable[Commitment]) -> Section:
    """One section of what parties bound themselves to, the most important lines first."""
    title, command = _TITLES[key]
    ordered = sorted(found, key=lambda commitment: _importance(tell, key, commitment))
    return section(key, title, [line_of(tell, c) for c in ordered[:MOST]], command, total=len(ordered))


def kind_of(commitment: Commitment, today: date) -> str:
    """What a commitment is on a day: `settled`, `overdue`, `due` within the week, `later`, or `open` without a day."""
    if commitment.status in SETTLED:
        return "settled"
    last = commitment.due.end or commitment.due.start
    if commitment.status == "overdue" or (commitment.due.end is not None and commitment.due.end < today):
        return "overdue"
    if commitment.status == "due":
        return "due"
    if last is None:
        return "open"
    return "due" if (commitment.due.start or last) <= today + AHEAD and last >= today else "later"


def _threats(tell: Telling) -> frozenset[str]:
    spans = ((c.id, mention.evidence) for c in tell.index.ledger.commitments for mention in c.mentions)
    return frozenset(c for c, span in spans if (said := tell.index.said_in(span)) and said.act == "threaten")


def _importance(tell: Telling, key: str, commitment: Commitment) -> tuple[int, int, int, int, int, str]:
    """What is due next; then more independent reports, more answers, parties that matter more, the newer, and by id."""
    reports = [mention.report for mention in commitment.mentions]
    newest = max((tell.index.last_day(report) for report in reports), default=date.min)
    last = commitment.due.end or commitment.due.start or date.max
    first = last.toordinal() if key == "due" else (0 if commitment.by else 1)
    answered = sum(len(mention.responses) for mention in commitment.mentions) + len(commitment.history)
    weight = tell.index.weight(commitment.by)
    return first, -tell.independent(reports), -answered, -weight, -newest.toordinal(), commitment.id


def line_of(tell: Telling, commitment: Commitment) -> Line:
    """One commitment as the brief tells it."""
    return Line(commitment.id, _head(tell, commitment), (*accounts(tell, commitment), *answers(tell, commitment)))


def _head(tell: Telling, commitment: Commitment) -> tuple[Piece, ...]:
    name = [tell.who(tell.index.sides(commitment.by))]
    others = [actor for actor in tell.index.sides(commitment.to) if actor not in commitment.by]
    if others:
        name += [Piece(" to "), tell.who(others)]
    what = [*name, Piece(": "), Piece(shorten(deed(commitment.action), 110).rstrip("."), "what")]
    return joined((what, _due(tell, commitment), _condition(commitment), _status(commitment)))


def _due(tell: Telling, commitment: Commitment) -> list[Piece]:
    words = tell.days(commitment.due)
    if not words:
        return []
    last = commitment.due.end or commitment.due.start
    near = last is not None and abs((last - tell.today).days) <= 60
    distance = f", {_distance(commitment.due, last, tell.today)}" if near and last is not None else ""
    return [Piece("due "), Piece(words, "day"), Piece(distance)]


def _distance(due: Period, last: date, today: date) -> str:
    """How far the last day is; of a period that it is the end that is meant."""
    if due.exact:
        return ago(last, today)
    return f"{'ended' if last < today else 'ends'} {ago(last, today)}"


def _condition(commitment: Commitment) -> list[Piece]:
    return [Piece(shorten(commitment.condition, 90), "quote")] if commitment.condition else []


def _status(commitment: Commitment) -> list[Piece]:
    # "pledged" is what an open commitment is, and "due" and "overdue" are said by the section.
    return [] if commitment.status in {"pledged", "due", "overdue"} else [Piece(commitment.status, "status")]
