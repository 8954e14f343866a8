"""Records that are made of groups of tellings, by id."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from onrecord.link.files import Place
from onrecord.link.renewed import Renewed

__all__ = ["Made"]

Record = TypeVar("Record")


class Made(Generic[Record]):
    """Records by id; where one sentence tells two things of one id, the one that stands later is shown."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self._places: dict[str, Place] = {}
        self._hidden: dict[str, dict[Place, Record]] = {}

    def renew(self, gone: Iterable[tuple[str, Place]], made: Iterable[tuple[str, Place, Record]]) -> Renewed[Record]:
        """Take some records out, by id and place, and others in; gives what is shown otherwise than before."""
        before: dict[str, Record | None] = {}
        for name, place in gone:
            before.setdefault(name, self.records.get(name))
            self._drop(name, place)
        for name, place, record in made:
            before.setdefault(name, self.records.get(name))
            self._add(name, place, record)
        now = {name: self.records[name] for name in before if name in self.records}
        lost = frozenset(name for name, was in before.items() if was is not None and name not in now)
        return Renewed(lost, {name: record for name, record in now.items() if record != before[name]})

    def _drop(self, name: str, place: Place) -> None:
        hidden = self._hidden.get(name, {})
        if self._places[name] != place:
            del hidden[place]
        elif hidden:
            self._places[name] = max(hidden)
            self.records[name] = hidden.pop(max(hidden))
        else:
            del self._places[name], self.records[name]
        if not hidden:
            self._hidden.pop(name, None)

    def _add(self, name: str, place: Place, record: Record) -> None:
        if name in self.records:
            if place < self._places[name]:
                self._hidden.setdefault(name, {})[place] = record
                return
            self._hidden.setdefault(name, {})[self._places[name]] = self.records[name]
        self._places[name], self.records[name] = place, record
