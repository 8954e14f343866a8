"""Joining things pair by pair, best pair first, so that the outcome never depends on the order of arrival."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
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
) -> list[list[int]]:
    """Groups of the numbers below `count`, each sorted, in order of their first member.

    `pairs` are (score, i, j) worth joining; two groups join only where every pair across them is `allowed`, so that one
    good pair cannot drag together things that contradict each other. Ties are broken by the numbers, which callers
    assign in an order of their own that does not depend on arrival. What people put together is joined first and then
    counts as one thing, which agrees with another where any of it does; what they hold apart never meets.
    """
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
