"""The exported records as they go over the wire, field for field in the contract's order.

What stands after `# beyond the contract` may grow; what stands before it is relied on by other programs.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypedDict

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
from onrecord.model.judgement import Judged
from onrecord.model.period import Basis
from onrecord.model.place import PlaceKind
from onrecord.model.report import Via

__all__ = [
    "SHAPES", "ActorRow", "AnchorRow", "ChangeRow", "ClaimRow", "CommitmentMentionRow", "CommitmentRow",
    "DisputeMentionRow", "DisputeRow", "FigureRow", "JudgementRow", "ObjectionRow", "PeriodRow", "PlaceRow",
    "PublishedRow", "ReportRow", "ResponseRow", "Row", "SeenRow", "SpanRow", "StatementRow", "StepRow",
    "TalkMentionRow", "TalkRow", "WhoRow",
]  # fmt: skip


class SpanRow(TypedDict):
    """Words of a report: `text[start:end] == exact`."""

    report: str
    start: int
    end: int
    exact: str


class PeriodRow(TypedDict):
    """First and last day, ISO 8601, both inclusive; null where unknown."""

    start: str | None
    end: str | None


class PublishedRow(PeriodRow):
    """The day of a report, and how it is known."""

    basis: Basis


class PlaceRow(TypedDict):
    """A country, a region or a city; `geoname` is its number at geonames.org, degrees are null for areas."""

    name: str
    kind: PlaceKind
    country: str
    geoname: int | None
    latitude: float | None
    longitude: float | None


class SeenRow(TypedDict):
    """A place at which a report was found, and how it came in."""

    at: str
    via: Via


class ReportRow(TypedDict):
    """A report with its full text."""

    type: Literal["report"]
    id: str
    name: str
    outlet: str | None
    title: str | None
    agencies: list[str]
    published: PublishedRow
    language: str
    text: str
    furniture: list[list[int]]
    copies_of: str | None
    # beyond the contract
    url: str | None
    byline: str | None
    why: list[str]
    updated: str | None
    seen: list[SeenRow]
    version_of: str | None


class OfficeRow(TypedDict):
    """An office under which reports name a person, with the days of the first and the last report that does."""

    title: str
    first: str | None
    last: str | None
    reports: int


class ActorRow(TypedDict):
    """Somebody or something that speaks, meets or promises."""

    type: Literal["actor"]
    id: str
    name: str
    kind: ActorKind
    party: str | None
    aliases: list[str]
    wikidata: str | None
    # beyond the contract
    offices: list[str]
    why: list[str]
    held: list[OfficeRow]


class StatementRow(TypedDict):
    """Somebody is on record communicating a content."""

    type: Literal["statement"]
    id: str
    report: str
    source: str | None
    source_span: SpanRow | None
    chain: list[str]
    cue: SpanRow | None
    content: list[SpanRow]
    mode: Mode
    act: Act
    addressee: str | None
    said: PeriodRow
    about: list[str]
    confidence: float
    # beyond the contract
    why: list[str]
    answers: str | None


class TalkMentionRow(TypedDict):
    """What one report says of a talk."""

    report: str
    evidence: SpanRow
    status: TalkStatus
    # beyond the contract
    why: list[str]


class TalkRow(TypedDict):
    """One meeting, call or round."""

    type: Literal["talk"]
    id: str
    parties: list[str]
    when: PeriodRow
    where: str | None
    format: str | None
    minutes: int | None
    status: TalkStatus
    mentions: list[TalkMentionRow]
    # beyond the contract
    why: list[str]
    place: PlaceRow | None


class StepRow(TypedDict):
    """One change in what became of a commitment."""

    day: str | None
    status: CommitmentStatus
    by: list[str]
    evidence: SpanRow | None


class ResponseRow(TypedDict):
    """What others say of a commitment."""

    by: list[str]
    stance: Stance
    evidence: SpanRow


class CommitmentMentionRow(TypedDict):
    """What one report says of a commitment."""

    report: str
    evidence: SpanRow
    stated_by: list[str]
    status: CommitmentStatus
    responses: list[ResponseRow]
    # beyond the contract
    why: list[str]


class CommitmentRow(TypedDict):
    """A future act that a party bound itself to, and what became of it."""

    type: Literal["commitment"]
    id: str
    by: list[str]
    to: list[str]
    action: str
    due: PeriodRow
    condition: str | None
    status: CommitmentStatus
    status_since: str | None
    history: list[StepRow]
    mentions: list[CommitmentMentionRow]
    # beyond the contract
    confidence: float
    why: list[str]


class FigureRow(TypedDict):
    """A number that somebody counted."""

    type: Literal["figure"]
    id: str
    report: str
    value: float
    high: float | None
    compare: Compare
    unit: str
    of: str
    where: str | None
    by: str | None
    said: PeriodRow
    evidence: SpanRow
    series: str
    # beyond the contract
    confidence: float
    why: list[str]
    place: PlaceRow | None
    fate: str | None


class DisputeMentionRow(TypedDict):
    """What one report shows of a dispute."""

    report: str
    evidence: list[SpanRow]


class DisputeRow(TypedDict):
    """Two sides against each other on whether something is so."""

    type: Literal["dispute"]
    id: str
    claim: str
    asserted_by: list[str]
    denied_by: list[str]
    statements: list[str]
    mentions: list[DisputeMentionRow]
    # beyond the contract
    why: list[str]


class ObjectionRow(TypedDict):
    """A statement against a claim, with what it does to it and by what the two do not hold together."""

    statement: str
    stance: Objecting
    why: str


class ClaimRow(TypedDict):
    """What is said to be so, whoever says it."""

    type: Literal["claim"]
    id: str
    text: str
    statements: list[str]
    outlets: int
    origins: int
    status: ClaimStatus
    # beyond the contract
    why: list[str]
    against: list[ObjectionRow]
    grouped: list[list[str]]


class WhoRow(TypedDict):
    """An actor as a person meant it, with words of reports that name it."""

    name: str
    kind: ActorKind
    party: str | None
    words: list[SpanRow]
    named: bool


class ChangeRow(TypedDict):
    """One field and what a person set it to: a value, words of a report, or actors; with none of them it is empty."""

    field: str
    value: str | None
    words: list[SpanRow]
    who: list[WhoRow]


class AnchorRow(TypedDict):
    """The words of one report in which the record stands that was decided about."""

    kind: Judged
    report: str
    words: list[SpanRow]
    name: str
    part: int


class JudgementRow(TypedDict):
    """A person's decision about a record."""

    type: Literal["judgement"]
    id: str
    about: str
    decision: str
    by: str
    at: str
    note: str | None
    # beyond the contract
    kind: Judged | None
    changes: list[ChangeRow]
    anchors: list[AnchorRow]
    others: list[str]
    seen: list[str]


Row = (
    ReportRow | ActorRow | StatementRow | TalkRow | CommitmentRow | FigureRow | DisputeRow | ClaimRow | JudgementRow
)  # fmt: skip

SHAPES: Mapping[str, type] = MappingProxyType(
    {
        "report": ReportRow,
        "actor": ActorRow,
        "statement": StatementRow,
        "talk": TalkRow,
        "commitment": CommitmentRow,
        "figure": FigureRow,
        "dispute": DisputeRow,
        "claim": ClaimRow,
        "judgement": JudgementRow,
    }
)
"""The row of each type of record, by its name."""
