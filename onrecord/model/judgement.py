"""A person's decision about a record: a row of its own, never an edit, tied to the words of reports.

A record's id changes when a better reader marks its words otherwise; the words of the report never do. So a decision
names the record by its id for people, and by its words for the program, which looks for them in every new reading.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.acts import ActorKind
from onrecord.model.span import Span

__all__ = ["Anchor", "Change", "Decision", "Judged", "Judgement", "Who", "Withdrawal"]

Decision = Literal["accept", "reject", "correct", "merge", "split", "add"]
"""What can be decided about a record; a grade of an outlet is another kind of row (`onrecord.model.grades`)."""

Judged = Literal["report", "actor", "statement", "talk", "commitment", "figure", "dispute", "claim"]
"""What a decision can be about."""


@dataclass(frozen=True, slots=True)
class Who:
    """An actor as a person meant it: its name, and the words of reports that name it, which outlast its id."""

    name: str
    kind: ActorKind = "person"
    party: str | None = None
    words: tuple[Span, ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """One field and what it is to be: a value as text, words of a report, or actors; with none of them it is empty."""

    field: str
    value: str | None = None
    words: tuple[Span, ...] = ()
    who: tuple[Who, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where one report tells of the record that is decided about: the words that the record rests on there.

    `name` tells two records of the same words apart: who speaks, who meets. `part` numbers the records of a merge, and
    of a split what stays (0) and what comes out (1). An anchor without a report is an actor known by its name alone.
    """

    kind: Judged
    report: str
    words: tuple[Span, ...] = ()
    name: str = ""
    part: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision about a record: who made it, when (ISO 8601) and why.

    `others` are the further records of a merge, `seen` the ids of the decisions about the same that its maker knew.
    """

    id: str
    about: str
    decision: str
    by: str
    at: str
    note: str | None = None
    kind: Judged | None = None
    changes: tuple[Change, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    others: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A decision that was taken back, by whom, when and why."""

    judgement: Judgement
    at: str
    by: str | None = None
    note: str | None = None
