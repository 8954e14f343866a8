"""A reading: what one report holds, as extraction finds it and before anything is concluded from it.

Actors are numbered inside the report (`voices`); days are still words (`TimeExpression`), because the day of the report
itself may only become known beside its neighbours. A reading is a pure function of the text and the reader's version.
"""

from dataclasses import dataclass

from onrecord.model.acts import Act, ActorKind, CommitmentStatus, Compare, Mode, Stance, Standing, TalkStatus
from onrecord.model.span import Span

__all__ = [
    "FoundCommitment", "FoundDispute", "FoundFigure", "FoundResponse", "FoundStatement", "FoundTalk",
    "Reading", "Sense", "TimeExpression", "Voice",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a day or a period, and what they mean once the day they count from is known.

    `value` is the meaning in the small language of `onrecord.resolve.days` (for instance `weekday:1`,
    `date:2022-02-20`, `date:--02-20`, `day:-1`, `week:+1`, `coming-days`, `hours:48`). `tense` is that of the clause it
    stands in and decides which Tuesday is meant: `past`, `present` or `future`.
    """

    span: Span
    value: str
    tense: str = "past"


@dataclass(frozen=True, slots=True)
class Voice:
    """An actor as one report knows it: its fullest name there, the other words for it, and for whom it speaks.

    `party` is the canonical name of the state or organisation it speaks for. `named` is false for a source known only
    by a description ("a senior official"), which is never joined to another report's.
    """

    name: str
    kind: ActorKind
    party: str | None = None
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    named: bool = True
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a content comes to in words that can be compared: the deed, who does it to whom, how surely.

    `verbs` are lemmas from the main verb inwards ("agree", "not extend"), with a particle ("pull back"). `by` numbers
    the voices of the doer, `doer` and `done_to` are its words and those of what the deed is done to. `meaning` is the
    content's, as `onrecord.model.meaning` packs it.
    """

    standing: Standing
    verbs: tuple[str, ...] = ()
    by: tuple[int, ...] = ()
    doer: str = ""
    done_to: str = ""
    tense: str = "none"
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """Somebody is reported to communicate a content; `source`, `chain` and `addressee` number `Reading.voices`.

    `answers` numbers the statement of the same report, a demand, an appeal or an offer, that it refuses or accepts.
    `sense` is what its content comes to, for comparing it with others; readings of older readers have none.
    """

    source: int | None
    source_span: Span | None
    chain: tuple[int, ...]
    cue: Span | None
    content: tuple[Span, ...]
    mode: Mode
    act: Act
    addressee: int | None = None
    said: TimeExpression | None = None
    confidence: float = 1.0
    why: tuple[str, ...] = ()
    answers: int | None = None
    sense: Sense | None = None


@dataclass(frozen=True, slots=True)
class FoundTalk:
    """Two or more parties communicate with each other, or mean to, or refuse to."""

    parties: tuple[int, ...]
    evidence: Span
    status: TalkStatus
    when: TimeExpression | None = None
    where: str | None = None
    format: str | None = None
    minutes: int | None = None
    confidence: float = 1.0
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundResponse:
    """What somebody says of a commitment: their stance, and their words."""

    by: tuple[int, ...]
    stance: Stance
    evidence: Span


@dataclass(frozen=True, slots=True)
class FoundCommitment:
    """A party is said to have bound itself to a future act of its own; `statement` numbers `Reading.statements`."""

    by: tuple[int, ...]
    to: tuple[int, ...]
    action: Span
    evidence: Span
    status: CommitmentStatus
    due: TimeExpression | None = None
    condition: Span | None = None
    stated_by: tuple[int, ...] = ()
    statement: int | None = None
    responses: tuple[FoundResponse, ...] = ()
    confidence: float = 1.0
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A counted number: value, what it counts, where, and who gives it (None: the writer).

    `fate` is what befell those counted, `killed` or `displaced`; None where the words tell of nothing.
    """

    value: float
    high: float | None
    compare: Compare
    unit: str
    of: str
    evidence: Span
    where: str | None = None
    by: int | None = None
    when: TimeExpression | None = None
    statement: int | None = None
    confidence: float = 1.0
    why: tuple[str, ...] = ()
    fate: str | None = None


@dataclass(frozen=True, slots=True)
class FoundDispute:
    """Two sides are against each other, in this report, on whether something is so."""

    claim: Span
    asserted_by: tuple[int, ...]
    denied_by: tuple[int, ...]
    evidence: tuple[Span, ...]
    statements: tuple[int, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that extraction found in one report, with the version of the reader that found it.

    `times` are all time expressions of the text, in order, from which the day of an undated report may be worked out.
    """

    report: str
    reader: str
    voices: tuple[Voice, ...] = ()
    statements: tuple[FoundStatement, ...] = ()
    talks: tuple[FoundTalk, ...] = ()
    commitments: tuple[FoundCommitment, ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    disputes: tuple[FoundDispute, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    agencies: tuple[str, ...] = ()
