"""Digests of what a ledger holds: of everything, and of what counts by a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

import msgspec
from sqlalchemy import Connection, select

from onrecord.ledger import judgements, tables
from onrecord.model.period import Published

__all__ = ["Holdings", "holdings"]

_report, _reading = tables.report.c, tables.reading.c


class _Fields(msgspec.Struct):
    """Of a report's fields those that say when it counts."""

    published: Published = Published()


_fields = msgspec.json.Decoder(_Fields)


@dataclass(frozen=True, slots=True)
class Holdings:
    """Each report that is held as a line of what would change a view, with the day from which it counts; judgements.

    Where every report has its day and nobody decided anything, a day's view rests on the reports of that day and
    before: a later one leaves it as it is. An undated report takes its day from all others, a decision may reach any.
    """

    reports: tuple[tuple[str, date | None], ...]
    judgements: tuple[str, ...]

    def digest(self, day: date | None = None) -> str:
        """The state of everything, or of as much of it as counts for the view of a day."""
        lines: Iterable[str] = (line for line, _ in self.reports)
        if day is not None and self._settled:
            lines = (line for line, last in self.reports if last is not None and last <= day)
        digest = blake2b(digest_size=16)
        for line in (*lines, *self.judgements):
            digest.update(f"{line}\n".encode())
        return digest.hexdigest()

    def later(self, day: date) -> int | None:
        """How many reports are of a later day; None where that takes more than their own days."""
        return sum(last is not None and last > day for _, last in self.reports) if self._settled else None

    @property
    def _settled(self) -> bool:
        return not self.judgements and all(last is not None for _, last in self.reports)


def holdings(connection: Connection) -> Holdings:
    """What is held, by id."""
    columns = select(_reading.report_id, _reading.reader, _report.fields).join_from(tables.reading, tables.report)
    rows = connection.execute(columns.order_by(_reading.report_id))
    reports = tuple((f"{row.report_id} {row.reader} {row.fields}", _last(row.fields)) for row in rows)
    return Holdings(reports, tuple(judgements.ids(connection)))


def _last(fields: str) -> date | None:
    try:
        published = _fields.decode(fields).published
    except msgspec.DecodeError:
        return None  # whoever takes the report out says that it is damaged
    return published.end or published.start
