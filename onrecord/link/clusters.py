"""Joining things pair by pair, best pair first, so that the outcome never depends on the order of arrival."""

from collections.abc import Callable, Iterable

__all__ = ["cluster"]


def cluster(
    count: int,
    pairs: Iterable[tuple[float, int, int]],
    allowed: Callable[[int, int], bool],
) -> list[list[int]]:
    """Groups of the numbers below `count`, each sorted, in order of their first member.

    `pairs` are (score, i, j) worth joining; two groups join only where every pair across them is `allowed`, so that one
    good pair cannot drag together things that contradict each other. Ties are broken by the numbers, which callers
    assign in an order of their own that does not depend on arrival.
    """
    group = {i: [i] for i in range(count)}
    home = list(range(count))
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = sorted((home[i], home[j]))
        if a == b or not all(allowed(x, y) for x in group[a] for y in group[b]):
            continue
        for member in group[b]:
            home[member] = a
        group[a] = sorted(group[a] + group.pop(b))
    return sorted(group.values())
