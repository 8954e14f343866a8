"""From merges and splits to ties that do not contradict each other: of two that do, the later counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.model.ties import Key, Tie, Ties

__all__ = ["Drawn", "ties_of"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A merge or a split with the things of each part as they are found now, and the words that say who decided it."""

    split: bool
    parts: Mapping[int, Sequence[Key]]
    why: str


def ties_of(drawn: Iterable[Drawn]) -> Ties:
    """The ties of decisions that are given in the order in which they were made."""
    table = _Table()
    for one in reversed(list(drawn)):
        if one.split:
            table.split(one)
        else:
            table.join([key for part in sorted(one.parts) for key in one.parts[part]], one.why)
    return Ties(tuple(sorted(table.together)), tuple(sorted(table.apart)))


class _Table:
    """Ties as they are taken up, newest first; what an older decision says against a newer one is left out."""

    def __init__(self) -> None:
        self.together: set[Tie] = set()
        self.apart: set[Tie] = set()
        self._home: dict[Key, Key] = {}

    def join(self, keys: Sequence[Key], why: str) -> list[Key]:
        """Put things together as far as nothing newer holds them apart; one of each set that came of it."""
        firsts: list[Key] = []
        for key in dict.fromkeys(keys):
            first = next((one for one in firsts if not self._held(one, key)), None)
            if first is None:
                firsts.append(key)
            else:
                self._home[self._root(key)] = self._root(first)
                self.together.add(Tie(first, key, why))
        return firsts

    def split(self, one: Drawn) -> None:
        """Hold the parts apart, each of them together."""
        parts = [self.join(one.parts[part], one.why) for part in sorted(one.parts)]
        for stays, leaves in combinations(parts, 2):
            for a in stays:
                for b in leaves:
                    if self._root(a) != self._root(b):
                        self.apart.add(Tie(a, b, one.why))

    def _root(self, key: Key) -> Key:
        while (up := self._home.get(key, key)) != key:
            key = up
        return key

    def _held(self, a: Key, b: Key) -> bool:
        """Does a newer decision hold the sets of two things apart?"""
        pair = {self._root(a), self._root(b)}
        return any({self._root(tie.one), self._root(tie.other)} == pair for tie in self.apart if len(pair) == 2)
