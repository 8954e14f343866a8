"""Derived ledgers worth keeping: a cache that may be thrown away at any time."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, delete, func, insert, select

from onrecord.ledger import tables
from onrecord.ledger.forms import as_ledger, ledger_form
from onrecord.model.ledger import Ledger

__all__ = ["days", "keep", "kept"]

MOST_VIEWS = 16
"""Views kept at most: a brief, its neighbours in time, and a check over the days of one story."""

_view, _report = tables.kept_view.c, tables.report.c


def kept(connection: Connection, *, day: date, state: str, code: str) -> Ledger | None:
    """The view of a day that was made from this state by this edition of the code, or None."""
    same = (_view.day == day.isoformat()) & (_view.state == state) & (_view.code == code)
    data = connection.scalar(select(_view.data).where(same))
    if data is None:
        return None
    texts = connection.execute(select(_report.id, _report.text))
    return as_ledger(data, {row.id: row.text for row in texts})


def days(connection: Connection, *, code: str) -> tuple[tuple[date, str], ...]:
    """The days of which a view by this edition of the code is kept, in order, each with the state it was made from."""
    mine = select(_view.day, _view.state).where(_view.code == code).order_by(_view.day)
    return tuple((date.fromisoformat(row.day), row.state) for row in connection.execute(mine))


def keep(connection: Connection, ledger: Ledger, *, state: str, code: str, stale: Sequence[date] = ()) -> None:
    """Keep a view, in place of those of its day and of `stale` days, of other code, and of the oldest."""
    newest = connection.scalar(select(func.max(_view.number))) or 0
    gone = (_view.code != code) | (_view.number <= newest + 1 - MOST_VIEWS)
    days = [day.isoformat() for day in (*stale, ledger.day)]
    connection.execute(delete(tables.kept_view).where(gone | _view.day.in_(days)))
    row = {"day": ledger.day.isoformat(), "state": state, "code": code, "number": newest + 1}
    connection.execute(insert(tables.kept_view), row | {"data": ledger_form(ledger)})
