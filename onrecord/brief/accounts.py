"""Who told of a commitment, and who answered it: one line each, dated, with their words."""

from collections.abc import Iterator, Mapping

from onrecord.brief.index import Index
from onrecord.brief.quoting import quote
from onrecord.brief.telling import Telling
from onrecord.brief.value import Piece, Role
from onrecord.model.records import Commitment, CommitmentMention
from onrecord.model.span import Span

__all__ = ["ANSWERED_BY", "accounts", "answers", "stated_by"]

# The first tellings and the last one show where a promise came from and where it stands; the rest is one command away.
_TELLINGS, _ANSWERS = 3, 5

ANSWERED_BY: Mapping[str, str] = {
    "accept": "accepted by", "confirm": "confirmed by", "doubt": "doubted by", "deny": "denied by",
    "contradict": "contradicted by", "refuse": "refused by", "keep": "reported kept by", "break": "reported broken by",
    "confirmed": "confirmed by", "doubted": "doubted by", "disputed": "disputed by", "denied": "denied by",
    "refused": "refused by", "postponed": "postponed by", "contradicted": "contradicted by",
    "reported kept": "reported kept by", "reported broken": "reported broken by", "withdrawn": "withdrawn by",
}  # fmt: skip
_BINDING = frozenset({"promise", "threaten", "offer", "agree", "announce"})
_STRONG = frozenset({"denied by", "contradicted by", "refused by", "reported broken by", "disputed by"})


def accounts(tell: Telling, commitment: Commitment) -> tuple[tuple[Piece, ...], ...]:
    """The tellings of a commitment, oldest first; beyond three, the first two and the last."""
    mentions = sorted(_once(tell, commitment), key=lambda m: (tell.index.last_day(m.report), m.evidence))
    chosen = mentions if len(mentions) <= _TELLINGS else [*mentions[: _TELLINGS - 1], mentions[-1]]
    rows = [_telling(tell, commitment, mention, first=not place) for place, mention in enumerate(chosen)]
    left = len(mentions) - len(chosen)
    if left:
        rows[-1] = (*rows[-1], Piece(f" and in {left} more report{'s' if left > 1 else ''}"))
    return tuple(rows)


def _once(tell: Telling, commitment: Commitment) -> Iterator[CommitmentMention]:
    """The mentions without those of copies of a report that is among them, and without mere denials."""
    held = {mention.report for mention in commitment.mentions}
    for mention in commitment.mentions:
        report = tell.index.reports.get(mention.report)
        if not mention.only_denied and (report is None or report.copies_of not in held):
            yield mention


def _telling(tell: Telling, commitment: Commitment, mention: CommitmentMention, *, first: bool) -> tuple[Piece, ...]:
    statement = tell.index.said_in(mention.evidence)
    voices = tell.voices(statement, stated_by(tell.index, mention))
    if not voices:
        voices = _reported(tell.index.printed_by(mention.report), first=first)
    else:
        voices = [Piece("stated by " if first else "by "), *voices, Piece(", ")]
    day = Piece(tell.published(mention.report), "day")
    return (*voices, day, Piece(": "), *tell.words(mention.evidence, commitment.id))


def _reported(outlet: str, *, first: bool) -> list[Piece]:
    """What stands where the report itself is the voice: its outlet, or where that is not known nothing but its day."""
    if not outlet:
        return [Piece("reported " if first else "again ")]
    return [Piece("reported by " if first else "by "), Piece(outlet, "who"), Piece(", ")]


def stated_by(index: Index, mention: CommitmentMention) -> tuple[str, ...]:
    """Who states a promise in a report: by its reading, else who binds anybody in the words that tell of it."""
    if mention.stated_by:
        return mention.stated_by
    said = index.said_in(mention.evidence)
    return (said.source,) if said is not None and said.source is not None and said.act in _BINDING else ()


def answers(tell: Telling, commitment: Commitment) -> tuple[tuple[Piece, ...], ...]:
    """Who confirmed, doubted, denied or contradicted it, oldest first, without what the tellings have said already."""
    told = {mention.evidence for mention in commitment.mentions if not mention.only_denied}
    found: dict[Span, tuple[str, tuple[str, ...]]] = {}
    for label, by, span in _answers(commitment):
        if span not in told and label:
            found.setdefault(span, (label, by))
    ordered = sorted(found.items(), key=lambda item: (tell.index.last_day(item[0].report), item[0]))
    rows = [_answer(tell, commitment, label, by, span) for span, (label, by) in ordered[-_ANSWERS:]]
    return tuple(rows)


def _answers(commitment: Commitment) -> Iterator[tuple[str, tuple[str, ...], Span]]:
    for mention in commitment.mentions:
        for response in mention.responses:
            yield ANSWERED_BY[response.stance], response.by, response.evidence
    for step in commitment.history:
        if step.evidence is not None:
            yield ANSWERED_BY.get(step.status, ""), step.by, step.evidence


def _answer(tell: Telling, commitment: Commitment, label: str, by: tuple[str, ...], span: Span) -> tuple[Piece, ...]:
    role: Role = "status" if label in _STRONG else "plain"
    day = Piece(tell.published(span.report), "day")
    said = (Piece(", "), day, Piece(": "), quote(span.exact), Piece(" "), tell.notes.mark(span, commitment.id))
    if by:
        return (Piece(label, role), Piece(" "), tell.who(by), *said)
    # Nobody is named: the report says so itself.
    outlet = tell.index.printed_by(span.report)
    return (Piece(label.removesuffix(" by"), role), *((Piece(" in "), Piece(outlet, "who")) if outlet else ()), *said)
