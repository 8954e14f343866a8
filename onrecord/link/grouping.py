"""Lines of statements in groups that say one thing; what hangs together is grouped by itself."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.link.agreeing import Agreeing
from onrecord.link.clusters import FREE, cluster, held, reached, tied
from onrecord.link.sayings import Sayings
from onrecord.model.ties import Ties

__all__ = ["Group", "Grouping", "Regrouped"]

Group = tuple[int, ...]
"""Lines of one claim, each by its first row, in order of time."""


class Regrouped(NamedTuple):
    """Groups that are no more, and groups that are new."""

    gone: Collection[Group]
    made: Collection[Group]


class Grouping:
    """The groups of all lines; a line that says the same as no other is a group by itself, which is not kept.

    Two lines are of one group only where a chain of pairs that say the same, or that people put together, leads from
    one to the other. So nothing outside of what hangs together by such chains bears on how it is grouped.
    """

    def __init__(self, sayings: Sayings, agreeing: Agreeing, ties: Ties) -> None:
        self._sayings, self._agreeing, self._ties = sayings, agreeing, ties
        self._tied = tied(ties)
        self._group: dict[int, Group] = {}

    def renew(self, gone: Collection[int], touched: Collection[int]) -> Regrouped:
        """Group again what hangs together with lines that say the same as others than before."""
        old = {self.of(line) for line in gone}
        lines = {*touched, *(other for line in touched for other in self._put_together(line))}
        lines |= {other for group in old for other in group if other not in gone}
        made: set[Group] = set()
        while lines:
            whole = self._whole(lines.pop())
            lines.difference_update(whole)
            old |= {self.of(line) for line in whole}
            made.update(self._groups(whole))
        for line in (line for group in old for line in group):
            self._group.pop(line, None)
        self._group |= {line: group for group in made if len(group) > 1 for line in group}
        return Regrouped(old - made, made - old)

    def of(self, line: int) -> Group:
        """The group that a line is in."""
        return self._group.get(line, (line,))

    def decided(self, group: Group) -> tuple[str, ...]:
        """What people decided about the statements of a group."""
        if not self._tied:
            return ()
        keys = {self._sayings.rows[row].key for line in group for row in self._sayings.line(line)}
        return self._ties.why(keys & self._tied.keys())

    def _put_together(self, line: int) -> Iterator[int]:
        """The lines that people put together with one."""
        for key in self._tied.get(self._sayings.rows[line].key, ()) if self._tied else ():
            other = self._sayings.number(key)
            if other is not None:
                yield other

    def _whole(self, line: int) -> Sequence[int]:
        """All that hangs together with a line, in order of time."""
        found = reached([line], lambda one: (*self._agreeing.same.get(one, ()), *self._put_together(one)))
        return sorted(found, key=self._sayings.place)

    def _groups(self, lines: Sequence[int]) -> Iterable[Group]:
        if len(lines) == 1:
            return [(lines[0],)]
        at = {line: n for n, line in enumerate(lines)}
        pairs = [
            (score, n, at[other])
            for line, n in at.items()
            for other, score in self._agreeing.same.get(line, {}).items()
            if n < at[other]
        ]

        @cache
        def allowed(one: int, other: int) -> bool:
            return self._agreeing.agree(lines[one], lines[other])

        keys = [self._sayings.rows[line].key for line in lines]
        ties = held(self._ties, keys) if not self._tied.keys().isdisjoint(keys) else FREE
        return [tuple(lines[n] for n in group) for group in cluster(len(lines), pairs, allowed, ties)]
