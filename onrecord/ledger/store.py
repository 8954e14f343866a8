"""What every ledger can do, whichever database keeps it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, Self

from onrecord.ledger.notebook import Notebook
from onrecord.model.judgement import Withdrawal
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading
from onrecord.model.records import Judgement
from onrecord.model.report import Report, Seen
from onrecord.model.span import Span

__all__ = ["Changed", "Hit", "Store"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a report that answers a search, best first; `score` is higher for a better answer and has no unit.

    `span` is the content of a statement, or the line of a report that holds most of the words asked for.
    """

    kind: Literal["report", "statement"]
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Changed:
    """The reports that came or changed, by id, in the order of their newest change, and the number of the last."""

    number: int
    reports: tuple[str, ...]


class Store(Protocol):
    """A ledger's memory: reports with their readings, people's judgements, and views worth keeping.

    One report is one transaction. Every method raises `LedgerError` where the ledger cannot be read or written.
    """

    @property
    def place(self) -> str:
        """Where the ledger is, as the user named it."""

    @property
    def notebook(self) -> Notebook:
        """What a watch over this ledger remembers."""

    def holds(self, report: str) -> bool:
        """Is a report of this id held?"""

    def reader_of(self, report: str) -> str | None:
        """The version of the reader that read a report; None where the report is not held."""

    def enter(self, report: Report, reading: Reading) -> bool:
        """Take a report in with its reading; False where just that was held already.

        A reading by another reader replaces the one held, together with the marks that go with it (furniture,
        language); the report's text, name and origin stay as they first came. Raises `Refused` for text that no file
        could hold, and `ValueError` for a reading that is not of this report or quotes what does not stand in it.
        """

    def learn(self, report: Report) -> bool:
        """Add what another arrival of a held report knows more, such as its day; False where there is nothing.

        The outcome is the same whichever came first. The reading stays: it rests on the text alone.
        """

    def at_address(self, address: str) -> tuple[Report, ...]:
        """The reports held of an address, however it is written, in the order of their ids."""

    def also_seen(self, report: str, seen: Iterable[Seen]) -> bool:
        """Add places at which a held report was found too; False where all were known, or the report is not held."""

    def copied(self, report: Report) -> str | None:
        """The id of another report held that this one seems to copy, whole or nearly so; None where there is none."""

    def report(self, report: str) -> Report:
        """One report by its id; raises `NotFound`."""

    def reading(self, report: str) -> Reading:
        """What was read in one report, by the report's id; raises `NotFound`."""

    def reports(self) -> Iterator[Report]:
        """Every report, by id."""

    def readings(self) -> Iterator[Reading]:
        """Every reading, by the id of its report."""

    def held(self) -> Iterator[tuple[Report, Reading]]:
        """Every report with its reading, by id."""

    def ids(self) -> Iterator[str]:
        """The id of every report, in order."""

    def count(self) -> int:
        """How many reports are held."""

    def state(self, day: date | None = None) -> str:
        """A digest of what is held; two ledgers of the same reports, readings and judgements have the same.

        With a day, of as much of it as counts for that day's view: a later report leaves it as it is, where every
        report came with its day and nobody decided anything.
        """

    def revision(self) -> str:
        """What tells this state of this ledger from its others; unlike `state` it takes no longer in a large one."""

    def changed(self, since: int) -> Changed:
        """The reports that came or changed after the change of some number (0: all that are held)."""

    def view(self, day: date, *, code: str) -> Ledger | None:
        """The derived ledger of a day, where it was kept from just this state by just this edition of the code."""

    def days_viewed(self, *, code: str) -> tuple[date, ...]:
        """The days of which a view by this edition of the code is kept and still holds, in order."""

    def keep_view(self, ledger: Ledger, *, code: str, state: str) -> None:
        """Keep a derived ledger for the next who asks; the oldest kept go."""

    def samples(self, *, code: str) -> Mapping[str, Sequence[int]]:
        """The samples of reports' words that were taken by this edition of the code and still hold, by report."""

    def keep_samples(self, taken: Mapping[str, Sequence[int]], *, code: str) -> None:
        """Keep samples for the next who asks; of a report that is not held nothing is kept."""

    def search(self, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """The places that hold all the words of a query, or else some of them; "quoted words" stand together."""

    def judge(self, judgement: Judgement, *, beside: Collection[str] | None = None) -> bool:
        """Add a person's decision; entering the same again changes nothing.

        `beside` are the ids of the decisions that stood when it was made: where others stand now it is not entered, and
        the answer is False.
        """

    def withdraw(self, judgement: str, *, at: str, by: str | None = None, note: str | None = None) -> None:
        """Take a decision back; its row stays. Raises `NotFound`."""

    def judgements(self) -> tuple[Judgement, ...]:
        """The decisions that stand, by id."""

    def withdrawn(self) -> tuple[Withdrawal, ...]:
        """The decisions that were taken back, by id."""

    def faults(self) -> Iterator[str]:
        """What the database itself finds wrong with its file, a line each; nothing for a sound one."""

    def close(self) -> None:
        """Let go of the ledger."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
