"""What somebody wants to decide, in terms of the ledger that they look at."""

from dataclasses import dataclass

from onrecord.model.judgement import Decision, Judged

__all__ = ["Proposal", "Wish"]


@dataclass(frozen=True, slots=True)
class Wish:
    """One field and what somebody wants in it; without values and words it is to be emptied.

    For a field of actors each of `values` is an actor's id, the beginning of one, or a name; for any other the first
    is the value as text (a day is `2031-05-03`, a period `2031-05-03/2031-05-06`). `words` are places (start, end) in
    the text of the report: for a field of words the new words, for a field of actors the words that name somebody.
    """

    field: str
    values: tuple[str, ...] = ()
    words: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A decision before it is entered: what is to be done with which record, and why.

    `about` is the id of the record; of a record that is to be added it is the id of the report, and `kind` says what
    is added. `others` are the further records of a merge. `part` is what a split takes out: ids of reports for a talk,
    a commitment or a dispute, of statements for a claim, and for an actor ids of reports or names that it goes by.
    `within` limits a decision about a record that many reports tell of to one of them, and says which report the
    places of `Wish.words` are in.
    """

    decision: Decision
    about: str
    wishes: tuple[Wish, ...] = ()
    others: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    within: str | None = None
    kind: Judged | None = None
    note: str | None = None
