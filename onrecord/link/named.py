"""Records by id where two groups may claim one id: the last of them has it, whichever came first."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from onrecord.link.renewed import Renewed
from onrecord.model.ties import Key

__all__ = ["Named"]


class _Record(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=_Record)


class Named(Generic[Record]):
    """Records by the key of their group; `records` has those that stand, by id."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self._of: dict[Key, Record] = {}
        self._keys: dict[str, list[Key]] = {}

    def renew(self, gone: Iterable[Key], made: Iterable[tuple[Key, Record]]) -> Renewed[Record]:
        """Drop the records of some groups and put others; gives what this changed."""
        before: dict[str, Record | None] = {}
        for key in gone:
            self._drop(key, before)
        for key, record in made:
            self._drop(key, before)
            self._put(key, record, before)
        standing = {one: self.records.get(one) for one in before}
        left = frozenset(one for one, now in standing.items() if now is None and before[one] is not None)
        return Renewed(left, {one: now for one, now in standing.items() if now is not None and now != before[one]})

    def _drop(self, key: Key, before: dict[str, Record | None]) -> None:
        record = self._of.pop(key, None)
        if record is not None:
            self._note(record.id, before)
            self._keys[record.id].remove(key)
            self._stand(record.id)

    def _put(self, key: Key, record: Record, before: dict[str, Record | None]) -> None:
        self._note(record.id, before)
        self._of[key] = record
        self._keys.setdefault(record.id, []).append(key)
        self._stand(record.id)

    def _note(self, name: str, before: dict[str, Record | None]) -> None:
        before.setdefault(name, self.records.get(name))

    def _stand(self, name: str) -> None:
        keys = self._keys[name]
        if keys:
            self.records[name] = self._of[max(keys)]
        else:
            del self._keys[name]
            self.records.pop(name, None)
