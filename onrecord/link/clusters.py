"""Joining things pair by pair, best pair first, so that the outcome never depends on the order of arrival."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from onrecord.model.ties import Key, Ties, blocks

__all__ = ["FREE", "Held", "cluster", "held", "reached", "tied"]


Thing = TypeVar("Thing", bound=Hashable)


def reached(start: Iterable[Thing], near: Callable[[Thing], Iterable[Thing]]) -> set[Thing]:
    """All that can be reached from some things, step by step to what is near, and they themselves."""
    found = set(start)
    ahead = list(found)
    while ahead:
        for other in near(ahead.pop()):
            if other not in found:
                found.add(other)
                ahead.append(other)
    return found


def tied(ties: Ties) -> dict[Key, list[Key]]:
    """Everything that people decided about, with what they put together with it."""
    found = blocks((key for tie in ties.apart for key in (tie.one, tie.other)), ties.together)
    return {key: block for block in found for key in block}


@dataclass(frozen=True, slots=True)
class Held:
    """Pairs of numbers that people put together, and pairs that they hold apart (smaller number first)."""

    together: tuple[tuple[int, int], ...] = ()
    apart: frozenset[tuple[int, int]] = frozenset()


FREE = Held()


def held(ties: Ties, keys: Sequence[Key]) -> Held:
    """Ties between things as pairs of their numbers, where `keys` gives each number's thing."""
    if not ties:
        return FREE
    number = {key: n for n, key in enumerate(keys)}
    ties = ties.among(number)
    together, apart = (
        {_pair(number[tie.one], number[tie.other]) for tie in some} for some in (ties.together, ties.apart)
    )
    return Held(tuple(sorted(together)), frozenset(apart))


def cluster(
    count: int,
    pairs: Iterable[tuple[float, int, int]],
    allowed: Callable[[int, int], bool],
    held: Held = FREE,
    *,
    faces: Sequence[Hashable] = (),
    kin: Sequence[Hashable] = (),
) -> list[list[int]]:
    """Groups of the numbers below `count`, each sorted, in order of their first member.

    `pairs` are (score, i, j) worth joining; two groups join only where every pair across them is `allowed`, so that one
    good pair cannot drag together things that contradict each other. Ties are broken by the numbers, which callers
    assign in an order of their own that does not depend on arrival. What people put together is joined first and then
    counts as one thing, which agrees with another where any of it does; what they hold apart never meets.

    `faces` says of each number all that `allowed` looks at, so that of ten thousand that look alike one is asked; only
    two of one `kin` (of one report, say) are asked themselves.
    """
    groups = _Groups(count, allowed, faces, kin, held)
    return groups.joined(pairs)


Unit = tuple[bool, int]
"""What must agree as one: a set that people put together, by its first number, or all that have one face."""


class _Group:
    """Some numbers, by their units and faces, by their kin, and the numbers that they are held apart from."""

    __slots__ = ("faces", "foes", "kin", "members")

    def __init__(self, member: int, unit: Unit, face: int, kin: int | None, foes: Iterable[int]) -> None:
        self.members = [member]
        self.faces = {(unit, face): [member]}
        self.kin: dict[int, list[int]] = {} if kin is None else {kin: [member]}
        self.foes = set(foes)

    def take(self, other: "_Group") -> None:
        """Take another's members in."""
        self.members += other.members
        self.foes |= other.foes
        for key, members in other.faces.items():
            self.faces.setdefault(key, []).extend(members)
        for kin, members in other.kin.items():
            self.kin.setdefault(kin, []).extend(members)


class _Groups:
    """Groups that grow; what was found of two faces is remembered."""

    def __init__(
        self,
        count: int,
        allowed: Callable[[int, int], bool],
        faces: Sequence[Hashable],
        kin: Sequence[Hashable],
        held: Held,
    ) -> None:
        self._allowed = allowed
        self._kin = _numbered(kin)
        self._face = _numbered(faces) or range(count)
        foes = _foes(held)
        self._tied = {i for pair in held.together for i in pair}
        self._group = [
            _Group(i, (False, self._face[i]), self._face[i], self._kin[i] if self._kin else None, foes.get(i, ()))
            for i in range(count)
        ]
        self._known: dict[tuple[int, int], bool] = {}
        for i, j in held.together:
            self._join(i, j)
        self._unit = {i: (True, min(self._group[i].members)) for i in self._tied}
        for group in {id(self._group[i]): self._group[i] for i in self._tied}.values():
            group.faces = self._units(group)

    def _units(self, group: _Group) -> dict[tuple[Unit, int], list[int]]:
        """The members of a group that people put together, as one unit of several faces."""
        faces: dict[tuple[Unit, int], list[int]] = defaultdict(list)
        for member in group.members:
            faces[self._unit[member], self._face[member]].append(member)
        return dict(faces)

    def joined(self, pairs: Iterable[tuple[float, int, int]]) -> list[list[int]]:
        """The groups after all pairs, the best first."""
        group = self._group
        for _, i, j in sorted((-score, i, j) for score, i, j in pairs):
            a, b = group[i], group[j]
            if a is not b and not self._apart(a, b) and self._agree(a, b):
                self._join(i, j)
        return sorted(sorted(one.members) for one in {id(one): one for one in group}.values())

    def _join(self, i: int, j: int) -> None:
        a, b = self._group[i], self._group[j]
        if a is b:
            return
        big, small = (a, b) if len(a.members) >= len(b.members) else (b, a)
        for member in small.members:
            self._group[member] = big
        big.take(small)

    def _apart(self, a: _Group, b: _Group) -> bool:
        return any(self._group[foe] is b for foe in a.foes)

    def _agree(self, a: _Group, b: _Group) -> bool:
        """Does every pair of units across two groups agree? What people put together does where any part of it does."""
        if not self._singles_agree(a, b):
            return False
        return not self._tied or (self._sets_agree(a, b) and self._sets_agree(b, a))

    def _singles_agree(self, a: _Group, b: _Group) -> bool:
        """Do all pairs agree of those that nobody put together with anything?"""
        for (one, face), mine in a.faces.items():
            for (other, their), theirs in b.faces.items():
                if one[0] or other[0]:
                    continue
                pair = self._strangers(mine, theirs)
                if pair is not None and not self._faces_agree((face, their), pair):
                    return False
        return all(self._allowed(x, y) for x, y in self._related(a, b) if not self._tied.intersection((x, y)))

    def _sets_agree(self, a: _Group, b: _Group) -> bool:
        """Does every set in `a` that people put together agree with all of `b`, in any part of it?"""
        return all(
            any(self._two_agree(x, y) for x in mine for y in theirs)
            for mine in _sets(a).values()
            for theirs in (*_sets(b).values(), *self._told_apart(mine, b))
        )

    def _told_apart(self, mine: Sequence[int], b: _Group) -> Iterator[list[int]]:
        """Of those of one face one that is no kin of `mine`, and each that is, by itself."""
        kin = {self._kin[x] for x in mine} if self._kin else set()
        for (unit, _), members in b.faces.items():
            if not unit[0]:
                related = [y for y in members if kin and self._kin[y] in kin]
                strangers = (y for y in members if not kin or self._kin[y] not in kin)
                yield from ([y] for y in (*related, *islice(strangers, 1)))

    def _two_agree(self, x: int, y: int) -> bool:
        if self._kin and self._kin[x] == self._kin[y]:
            return self._allowed(x, y)
        return self._faces_agree((self._face[x], self._face[y]), (x, y))

    def _related(self, a: _Group, b: _Group) -> Iterator[tuple[int, int]]:
        """The pairs of one kin across two groups."""
        for kin in a.kin.keys() & b.kin.keys():
            for x in a.kin[kin]:
                for y in b.kin[kin]:
                    yield x, y

    def _faces_agree(self, faces: tuple[int, int], pair: tuple[int, int]) -> bool:
        if faces not in self._known:
            self._known[faces] = self._allowed(*pair)
        return self._known[faces]

    def _strangers(self, mine: Sequence[int], theirs: Sequence[int]) -> tuple[int, int] | None:
        """Two that are no kin, if there are such."""
        if not self._kin:
            return mine[0], theirs[0]
        kin = self._kin[mine[0]]
        for other in theirs:
            if self._kin[other] != kin:
                return mine[0], other
        return next(((one, theirs[0]) for one in mine if self._kin[one] != kin), None)


def _sets(group: _Group) -> dict[Unit, list[int]]:
    """The sets in a group that people put together."""
    sets: dict[Unit, list[int]] = defaultdict(list)
    for (unit, _), members in group.faces.items():
        if unit[0]:
            sets[unit] += members
    return sets


def _numbered(values: Sequence[Hashable]) -> list[int]:
    number: dict[Hashable, int] = {}
    return [number.setdefault(value, len(number)) for value in values]


def _foes(held: Held) -> dict[int, list[int]]:
    """From each number that is held apart to those from which it is."""
    foes: dict[int, list[int]] = defaultdict(list)
    for i, j in held.apart:
        foes[i].append(j)
        foes[j].append(i)
    return foes


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
