"""The records of the ledger, resolved and linked over reports, field for field as the contract exports them."""

from dataclasses import dataclass
from datetime import date

from onrecord.model.acts import (
    Act,
    ActorKind,
    ClaimStatus,
    CommitmentStatus,
    Compare,
    Mode,
    Objecting,
    Stance,
    TalkStatus,
)
from onrecord.model.judgement import Judgement
from onrecord.model.period import Period, Published
from onrecord.model.place import Place
from onrecord.model.report import Seen
from onrecord.model.span import Span

__all__ = [
    "Actor", "Claim", "Commitment", "CommitmentMention", "Dispute", "DisputeMention", "Figure", "Judgement",
    "Objection", "OfficeHeld", "ReportRecord", "Response", "Statement", "Step", "Talk", "TalkMention",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """A report as the ledger concludes about it: its day with the basis, its agencies, and what it copies."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    agencies: tuple[str, ...]
    published: Published
    language: str
    text: str
    furniture: tuple[tuple[int, int], ...]
    copies_of: str | None = None
    url: str | None = None
    byline: str | None = None
    why: tuple[str, ...] = ()
    updated: date | None = None
    seen: tuple[Seen, ...] = ()
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office under which reports name a person, and the days of the first and the last report that does."""

    title: str
    first: date | None
    last: date | None
    reports: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that can speak, meet or promise; `party` is the actor for whom it speaks."""

    id: str
    name: str
    kind: ActorKind
    party: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    offices: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    held: tuple[OfficeHeld, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody is on record communicating a content; the chain runs from the outermost voice to the source.

    `answers` is the statement of the same report, a demand, an appeal or an offer, that it refuses or accepts.
    """

    id: str
    report: str
    source: str | None
    source_span: Span | None
    chain: tuple[str, ...]
    cue: Span | None
    content: tuple[Span, ...]
    mode: Mode
    act: Act
    addressee: str | None
    said: Period
    about: tuple[str, ...] = ()
    confidence: float = 1.0
    why: tuple[str, ...] = ()
    answers: str | None = None


@dataclass(frozen=True, slots=True)
class TalkMention:
    """What one report says of a talk."""

    report: str
    evidence: Span
    status: TalkStatus
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """One meeting, call or round, told by any number of reports."""

    id: str
    parties: tuple[str, ...]
    when: Period
    where: str | None
    format: str | None
    minutes: int | None
    status: TalkStatus
    mentions: tuple[TalkMention, ...]
    why: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """What others say of a commitment: who, with which stance, in which words."""

    by: tuple[str, ...]
    stance: Stance
    evidence: Span


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """What one report says of a commitment."""

    report: str
    evidence: Span
    stated_by: tuple[str, ...]
    status: CommitmentStatus
    responses: tuple[Response, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def only_denied(self) -> bool:
        """Is who tells of it here the one who denies it, in the very words? They have not stated it then."""
        return any(
            answer.stance == "deny" and answer.evidence == self.evidence and set(answer.by) & set(self.stated_by)
            for answer in self.responses
        )


@dataclass(frozen=True, slots=True)
class Step:
    """One change in what became of a commitment: the day, the new status, who brought it about, and their words."""

    day: date | None
    status: CommitmentStatus
    by: tuple[str, ...]
    evidence: Span | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A future act or omission that a party bound itself to, and what became of it as of a day."""

    id: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    action: str
    due: Period
    condition: str | None
    status: CommitmentStatus
    status_since: date | None
    history: tuple[Step, ...]
    mentions: tuple[CommitmentMention, ...]
    confidence: float = 1.0
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that somebody counted; figures of one `series` count the same, to which the same befell (`fate`)."""

    id: str
    report: str
    value: float
    high: float | None
    compare: Compare
    unit: str
    of: str
    where: str | None
    by: str | None
    said: Period
    evidence: Span
    series: str
    confidence: float = 1.0
    why: tuple[str, ...] = ()
    place: Place | None = None
    fate: str | None = None


@dataclass(frozen=True, slots=True)
class DisputeMention:
    """What one report shows of a dispute."""

    report: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sides against each other on whether something is so; `claim` is words of a report."""

    id: str
    claim: str
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    statements: tuple[str, ...]
    mentions: tuple[DisputeMention, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """A statement against a claim: it doubts it, denies it, says what cannot hold with it, or takes it back."""

    statement: str
    stance: Objecting
    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said to be so, whoever says it; `origins` counts independent ones, copies and agencies folded.

    `statements` are in order of time, the first report of it first; `grouped` has them by origin.
    """

    id: str
    text: str
    statements: tuple[str, ...]
    outlets: int
    origins: int
    status: ClaimStatus
    why: tuple[str, ...] = ()
    against: tuple[Objection, ...] = ()
    grouped: tuple[tuple[str, ...], ...] = ()
