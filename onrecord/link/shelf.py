"""Records in the order of their ids, put in order again only where some came or went."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from onrecord.link.renewed import Renewed

__all__ = ["Shelf"]

Record = TypeVar("Record")


class Shelf(Generic[Record]):
    """The order of the records of one part, which holds them itself.

    To sort a million ids that come in any order takes seconds; a few among a million in order, a tenth of one.
    """

    def __init__(self, records: Mapping[str, Record]) -> None:
        self._records = records
        self._ids: list[str] = []
        self._new: set[str] = set()
        self._row: tuple[Record, ...] | None = ()

    def note(self, changed: Renewed[Record]) -> None:
        """Some records changed."""
        if changed.gone or changed.made:
            self._new |= {*changed.made}
            self._row = None

    def row(self) -> tuple[Record, ...]:
        """All records, by id."""
        if self._row is None:
            old = [name for name in self._ids if name in self._records and name not in self._new]
            self._ids = sorted([*old, *sorted(name for name in self._new if name in self._records)])
            self._new.clear()
            self._row = tuple(self._records[name] for name in self._ids)
        return self._row
