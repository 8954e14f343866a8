"""The store over any database that SQLAlchemy speaks to."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Select, func, select, text

from onrecord.errors import NotFound
from onrecord.ledger import changes, judgements, places, samples, search, states, tables, views
from onrecord.ledger.entering import enter, learn
from onrecord.ledger.forms import as_reading, as_report
from onrecord.ledger.notebook import Notebook
from onrecord.ledger.store import Changed, Hit
from onrecord.ledger.trouble import told_plainly
from onrecord.ledger.writing import writing
from onrecord.model.judgement import Withdrawal
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading
from onrecord.model.records import Judgement
from onrecord.model.report import Report, Seen

__all__ = ["SqlStore"]

PAGE = 200
"""Rows taken at a time: no transaction stays open while the caller works, and no more than these are in memory."""

_report, _reading = tables.report.c, tables.reading.c


class SqlStore:
    """A `Store` over an engine whose tables stand at the newest revision; the protocol says what each method does."""

    def __init__(self, engine: Engine, *, place: str) -> None:
        self._engine, self._place = engine, place

    @property
    def place(self) -> str:
        """Where the ledger is, as the user named it."""
        return self._place

    @property
    def notebook(self) -> Notebook:
        """What a watch over this ledger remembers."""
        return Notebook(self._engine, place=self._place)

    def holds(self, report: str) -> bool:
        """Is a report of this id held?"""
        return self.reader_of(report) is not None

    def reader_of(self, report: str) -> str | None:
        """The version of the reader that read a report; None where the report is not held."""
        with self._looking() as connection:
            return connection.scalar(select(_reading.reader).where(_reading.report_id == report))

    def enter(self, report: Report, reading: Reading) -> bool:
        """Take a report in with its reading, in one transaction; False where just that was held already."""
        with writing(self._engine, self._place) as connection:
            return enter(connection, report, reading)

    def learn(self, report: Report) -> bool:
        """Add what another arrival of a held report knows more, such as its day; False where there is nothing."""
        with writing(self._engine, self._place) as connection:
            return learn(connection, report)

    def at_address(self, address: str) -> tuple[Report, ...]:
        """The reports held of an address, however it is written, in the order of their ids."""
        with self._looking() as connection:
            return places.at_address(connection, address)

    def also_seen(self, report: str, seen: Iterable[Seen]) -> bool:
        """Add places at which a held report was found too; False where all were known, or the report is not held."""
        with writing(self._engine, self._place) as connection:
            return places.also_seen(connection, report, seen)

    def copied(self, report: Report) -> str | None:
        """The id of another report held that this one seems to copy, whole or nearly so; None where there is none."""
        with self._looking() as connection:
            return places.copied(connection, report)

    def report(self, report: str) -> Report:
        """One report by its id; raises `NotFound`."""
        row = self._one(select(_report.fields, _report.text).where(_report.id == report), report)
        return as_report(row.fields, row.text)

    def reading(self, report: str) -> Reading:
        """What was read in one report, by the report's id; raises `NotFound`."""
        return as_reading(self._one(select(_reading.data).where(_reading.report_id == report), report).data)

    def reports(self) -> Iterator[Report]:
        """Every report, by id."""
        for row in self._pages(select(_report.id, _report.fields, _report.text)):
            yield as_report(row.fields, row.text)

    def readings(self) -> Iterator[Reading]:
        """Every reading, by the id of its report."""
        for row in self._pages(select(_report.id, _reading.data).join_from(tables.report, tables.reading)):
            yield as_reading(row.data)

    def held(self) -> Iterator[tuple[Report, Reading]]:
        """Every report with its reading, by id."""
        columns = (_report.id, _report.fields, _report.text, _reading.data)
        for row in self._pages(select(*columns).join_from(tables.report, tables.reading)):
            yield as_report(row.fields, row.text), as_reading(row.data)

    def ids(self) -> Iterator[str]:
        """The id of every report, in order."""
        return (row.id for row in self._pages(select(_report.id)))

    def count(self) -> int:
        """How many reports are held."""
        with self._looking() as connection:
            return connection.scalar(select(func.count()).select_from(tables.report)) or 0

    def state(self, day: date | None = None) -> str:
        """A digest of what is held, or of as much of it as counts for the view of a day."""
        with self._looking() as connection:
            return states.holdings(connection).digest(day)

    def revision(self) -> str:
        """What tells this state of this ledger from its others; unlike `state` it takes no longer in a large one."""
        with self._looking() as connection:
            return changes.revision(connection)

    def changed(self, since: int) -> Changed:
        """The reports that came or changed after the change of some number."""
        with self._looking() as connection:
            return changes.since(connection, since)

    def view(self, day: date, *, code: str) -> Ledger | None:
        """The derived ledger of a day, where it was kept from just this state by just this edition of the code."""
        with self._looking() as connection:
            held = states.holdings(connection)
            ledger = views.kept(connection, day=day, state=held.digest(day), code=code)
            later = held.later(day)
        return ledger if ledger is None or later is None else replace(ledger, later=later)

    def days_viewed(self, *, code: str) -> tuple[date, ...]:
        """The days of which a view by this edition of the code is kept and still holds, in order."""
        with self._looking() as connection:
            held = states.holdings(connection)
            kept = views.days(connection, code=code)
        return tuple(day for day, state in kept if state == held.digest(day))

    def keep_view(self, ledger: Ledger, *, code: str, state: str) -> None:
        """Keep a derived ledger for the next who asks; the oldest kept go."""
        with writing(self._engine, self._place) as connection:
            held = states.holdings(connection)
            stale = [day for day, made_from in views.days(connection, code=code) if made_from != held.digest(day)]
            views.keep(connection, ledger, state=state, code=code, stale=stale)

    def samples(self, *, code: str) -> Mapping[str, Sequence[int]]:
        """The samples of reports' words that this edition of the code took, by report."""
        with self._looking() as connection:
            return samples.kept(connection, code=code)

    def keep_samples(self, taken: Mapping[str, Sequence[int]], *, code: str) -> None:
        """Keep samples for the next who asks."""
        with writing(self._engine, self._place) as connection:
            samples.keep(connection, taken, code=code)

    def search(self, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """The places that hold all the words of a query, or else some of them."""
        with self._looking() as connection:
            return search.find(connection, query, limit=limit)

    def judge(self, judgement: Judgement, *, beside: Collection[str] | None = None) -> bool:
        """Add a person's decision; False, and nothing entered, where others stand than those it was made `beside`."""
        with writing(self._engine, self._place) as connection:
            return judgements.add(connection, judgement, beside=beside)

    def withdraw(self, judgement: str, *, at: str, by: str | None = None, note: str | None = None) -> None:
        """Take a decision back; its row stays. Raises `NotFound`."""
        with writing(self._engine, self._place) as connection:
            judgements.withdraw(connection, judgement, at=at, by=by, note=note)

    def judgements(self) -> tuple[Judgement, ...]:
        """The decisions that stand, by id."""
        with self._looking() as connection:
            return judgements.standing(connection)

    def withdrawn(self) -> tuple[Withdrawal, ...]:
        """The decisions that were taken back, by id."""
        with self._looking() as connection:
            return judgements.withdrawn(connection)

    def faults(self) -> Iterator[str]:
        """What the database itself finds wrong with its file; only SQLite can say."""
        if self._engine.dialect.name != "sqlite":
            return
        with self._looking() as connection:
            found = [str(line) for line in connection.scalars(text("PRAGMA integrity_check(100)"))]
            lost = connection.execute(text("PRAGMA foreign_key_check"))
            found += [f"a row of {row[0]} belongs to no {row[2]}" for row in lost]
        yield from (line for line in found if line != "ok")

    def close(self) -> None:
        """Let go of the ledger."""
        with told_plainly(self._place):
            self._engine.dispose()

    def __enter__(self) -> Self:
        """The store itself, to be closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it, whatever happened."""
        self.close()

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with told_plainly(self._place), self._engine.connect() as connection:
            yield connection

    def _one(self, query: Select[Any], report: str) -> Row[Any]:
        with self._looking() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise NotFound(f"no report has the id {report}", where=self._place, hint="`onrecord reports` lists them")
        return row

    def _pages(self, query: Select[Any]) -> Iterator[Row[Any]]:
        """The rows of a query whose first column is the report's id, by that id, a page at a time."""
        after, full = "", True
        while full:
            page = query.where(_report.id > after).order_by(_report.id).limit(PAGE)
            with self._looking() as connection:
                rows = connection.execute(page).all()
            yield from rows
            full = len(rows) == PAGE
            after = rows[-1][0] if rows else after
