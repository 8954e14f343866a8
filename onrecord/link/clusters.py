"""Joining things pair by pair, best pair first, so that the outcome never depends on the order of arrival."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.model.ties import Key, Ties

__all__ = ["FREE", "Held", "cluster", "held"]


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
    if held == FREE:
        return _Groups(count, allowed, faces, kin).joined(pairs)
    group = {i: [i] for i in range(count)}
    home = list(range(count))

    def join(i: int, j: int) -> None:
        a, b = sorted((home[i], home[j]))
        if a != b:
            for member in group[b]:
                home[member] = a
            group[a] = sorted(group[a] + group.pop(b))

    for i, j in held.together:
        join(i, j)
    one = tuple(home) if held.together else ()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = group[home[i]], group[home[j]]
        if a is not b and not _apart(held, a, b) and _agree(a, b, allowed, one):
            join(i, j)
    return sorted(group.values())


class _Group:
    """Some numbers, by their faces and by their kin."""

    __slots__ = ("faces", "kin", "members")

    def __init__(self, member: int, face: int, kin: int | None) -> None:
        self.members = [member]
        self.faces = {face: [member]}
        self.kin: dict[int, list[int]] = {} if kin is None else {kin: [member]}

    def take(self, other: "_Group") -> None:
        """Take another's members in."""
        self.members += other.members
        for mine, theirs in ((self.faces, other.faces), (self.kin, other.kin)):
            for key, members in theirs.items():
                mine.setdefault(key, []).extend(members)


class _Groups:
    """Groups that grow; what was found of two faces is remembered."""

    def __init__(
        self, count: int, allowed: Callable[[int, int], bool], faces: Sequence[Hashable], kin: Sequence[Hashable]
    ) -> None:
        self._allowed = allowed
        self._kin = _numbered(kin)
        face = _numbered(faces) or range(count)
        self._group = [_Group(i, face[i], self._kin[i] if self._kin else None) for i in range(count)]
        self._known: dict[tuple[int, int], bool] = {}

    def joined(self, pairs: Iterable[tuple[float, int, int]]) -> list[list[int]]:
        """The groups after all pairs, the best first."""
        group = self._group
        for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            a, b = group[i], group[j]
            if a is not b and self._agree(a, b):
                big, small = (a, b) if len(a.members) >= len(b.members) else (b, a)
                for member in small.members:
                    group[member] = big
                big.take(small)
        return sorted(sorted(one.members) for one in {id(one): one for one in group}.values())

    def _agree(self, a: _Group, b: _Group) -> bool:
        for one, mine in a.faces.items():
            for other, theirs in b.faces.items():
                pair = self._strangers(mine, theirs)
                if pair is not None and not self._faces_agree((one, other), pair):
                    return False
        shared = a.kin.keys() & b.kin.keys()
        return all(self._allowed(x, y) for kin in shared for x in a.kin[kin] for y in b.kin[kin])

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


def _numbered(values: Sequence[Hashable]) -> list[int]:
    number: dict[Hashable, int] = {}
    return [number.setdefault(value, len(number)) for value in values]


def _apart(held: Held, a: Sequence[int], b: Sequence[int]) -> bool:
    return bool(held.apart) and any(_pair(x, y) in held.apart for x in a for y in b)


def _agree(a: Sequence[int], b: Sequence[int], allowed: Callable[[int, int], bool], one: Sequence[int]) -> bool:
    """Is every pair across two groups allowed? `one` gives the thing of which each number is a part, empty for none."""
    if not one:
        return all(allowed(x, y) for x in a for y in b)
    agree: dict[tuple[int, int], bool] = defaultdict(bool)
    for x in a:
        for y in b:
            agree[one[x], one[y]] = agree[one[x], one[y]] or allowed(x, y)
    return all(agree.values())


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
