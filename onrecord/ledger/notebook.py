"""What a watch remembers between its rounds, in the ledger beside the reports, so that a kill loses nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, insert, select, update

from onrecord.ledger import tables
from onrecord.ledger.trouble import told_plainly
from onrecord.ledger.writing import writing

__all__ = ["Notebook", "Outgoing"]

_watched, _outgoing = tables.watched.c, tables.outgoing.c


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message that still has to be delivered: to which output, what, and how often it was tried."""

    number: int
    target: str
    body: str
    tries: int


class Notebook:
    """States by source, each a JSON text, and messages that wait; every method is one transaction.

    Raises `LedgerError` where the ledger cannot be read or written.
    """

    def __init__(self, engine: Engine, *, place: str) -> None:
        self._engine, self._place = engine, place

    def state(self, source: str) -> str | None:
        """What was noted of a source; None where nothing was."""
        with told_plainly(self._place), self._engine.connect() as connection:
            return connection.scalar(select(_watched.state).where(_watched.source == source))

    def note(self, states: Mapping[str, str], *, send: Iterable[tuple[str, str]] = ()) -> None:
        """Note states by source, and messages to send as pairs of output and body: all of it or nothing."""
        with writing(self._engine, self._place) as connection:
            for source, state in states.items():
                _put(connection, source, state)
            rows = [{"target": target, "body": body, "tries": 0, "due": 0.0} for target, body in send]
            if rows:
                connection.execute(insert(tables.outgoing), rows)

    def waiting(self, now: float, *, most: int = 200) -> tuple[Outgoing, ...]:
        """The messages that are due at a time (seconds since 1970), the oldest first."""
        due = select(_outgoing.number, _outgoing.target, _outgoing.body, _outgoing.tries).where(_outgoing.due <= now)
        with told_plainly(self._place), self._engine.connect() as connection:
            return tuple(Outgoing(*row) for row in connection.execute(due.order_by(_outgoing.number).limit(most)))

    def delivered(self, numbers: Iterable[int]) -> None:
        """Forget messages that were delivered, or given up."""
        with writing(self._engine, self._place) as connection:
            connection.execute(delete(tables.outgoing).where(_outgoing.number.in_(list(numbers))))

    def postpone(self, number: int, *, due: float) -> None:
        """Try a message again at a time."""
        later = {"tries": _outgoing.tries + 1, "due": due}
        with writing(self._engine, self._place) as connection:
            connection.execute(update(tables.outgoing).where(_outgoing.number == number).values(later))


def _put(connection: Connection, source: str, state: str) -> None:
    changed = connection.execute(update(tables.watched).where(_watched.source == source).values(state=state))
    if changed.rowcount == 0:
        connection.execute(insert(tables.watched), {"source": source, "state": state})
