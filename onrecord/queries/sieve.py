"""What the filters let through: by whom, to whom, about what, and in which days."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from onrecord.brief.index import Index
from onrecord.errors import NotFound
from onrecord.model.period import Period
from onrecord.queries.filters import Filters
from onrecord.queries.held import HeldIndex, fold

__all__ = ["Sieve", "actors_named"]


class _Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Record)


class Sieve:
    """The filters of one command, to be asked record by record; whoever speaks for an actor counts as that actor."""

    def __init__(self, index: Index, filters: Filters) -> None:
        self._index = index
        self._by = None if filters.by is None else _speakers(index, actors_named(index, filters.by))
        self._to = None if filters.to is None else _speakers(index, actors_named(index, filters.to))
        self._about = filters.about
        self._words = _words(filters.about or "")
        self._days = Period(filters.since, filters.until)
        self._filters = filters
        asked = {name for name in ("by", "to", "about", "act", "status", "kind") if getattr(filters, name)}
        self._asked = asked | ({"days"} if self._days.known else set())

    def asked(self, tests: Mapping[str, Callable[[R], bool]]) -> list[Callable[[R], bool]]:
        """Of some tests, by the names of the filters, those that are asked for."""
        return [test for name, test in tests.items() if name in self._asked]

    def by(self, actors: Iterable[str | None]) -> bool:
        """Is one of these actors, or somebody for whom one speaks, the one of `--by`?"""
        return self._by is None or not self._by.isdisjoint(actors)

    def to(self, actors: Iterable[str | None]) -> bool:
        """The same for `--to`."""
        return self._to is None or not self._to.isdisjoint(actors)

    def about(self, texts: Iterable[str | None], *, ids: Iterable[str] = ()) -> bool:
        """Do all words of `--about` occur in the texts, or is it the id, or its beginning, of one of these records?"""
        return self._about is None or self._names(ids) or self._holds(fold(texts))

    def telling(
        self,
        kind: str,
        records: Sequence[R],
        texts: Callable[[R], Iterable[str | None]],
        *,
        ids: Callable[[R], Iterable[str]] | None = None,
    ) -> Callable[[R], bool]:
        """The same as a test of records of one kind, whose texts the index may hold ready."""
        index = self._index
        ready = index.folded(kind, records, texts) if self._about and isinstance(index, HeldIndex) else {}

        def test(record: R) -> bool:
            held = ready.get(record.id)
            return self._holds(fold(texts(record)) if held is None else held) or (
                ids is not None and self._names(ids(record))
            )

        return test

    def _names(self, ids: Iterable[str]) -> bool:
        wanted = self._about or ""
        return " " not in wanted and any(name.startswith(wanted) for name in ids)

    def _holds(self, held: str) -> bool:
        # Most texts lack a word altogether, and that is seen ten times sooner than their words are counted out.
        for word in self._words:
            if word not in held:
                return False
        return bool(self._words) and self._words <= _words(held)

    def days(self, *periods: Period) -> bool:
        """Does one of these periods share a day with `--since` to `--until`? What has no day is not in any."""
        first, last = self._days.start, self._days.end
        if first is None and last is None:
            return True
        return any(_within(period, self._days) for period in periods)

    def act(self, act: str) -> bool:
        """Is it one of the acts asked for?"""
        return not self._filters.act or act in self._filters.act

    def status(self, *statuses: str) -> bool:
        """Is one of these a status asked for?"""
        return not self._filters.status or any(status in self._filters.status for status in statuses)

    def kind(self, kind: str) -> bool:
        """Is it one of the kinds asked for?"""
        return not self._filters.kind or kind in self._filters.kind


def _speakers(index: Index, wanted: frozenset[str]) -> frozenset[str | None]:
    """The actors that are, or speak for, one of those wanted."""
    return frozenset(actor for actor in (*wanted, *index.actors) if index.speaks_for(actor) & wanted)


def actors_named(index: Index, wanted: str) -> frozenset[str]:
    """The actors with this id or name; else those with all its words in a name; raises `NotFound` for nobody."""
    words = _words(wanted)
    whole: set[str] = set()
    part: set[str] = set()
    for actor in index.ledger.actors:
        names = [_words(name) for name in (actor.name, *actor.aliases)]
        if actor.id == wanted or words in names:
            whole.add(actor.id)
        elif any(words <= name for name in names) or ("-" in wanted and actor.id.startswith(wanted)):
            part.add(actor.id)
    if not words or not (whole or part):
        raise NotFound(f"no actor is called {wanted!r}", hint=_nearest(index, wanted))
    return frozenset(whole or part)


def _nearest(index: Index, wanted: str) -> str:
    names = sorted({actor.name for actor in index.ledger.actors})
    near = difflib.get_close_matches(wanted, names, n=3, cutoff=0.5)
    return f"did you mean {', '.join(near)}?" if near else "onrecord actors lists them"


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _within(period: Period, days: Period) -> bool:
    first, last = period.start or period.end, period.end or period.start
    if first is None or last is None:
        return False
    return (days.start is None or last >= days.start) and (days.end is None or first <= days.end)
