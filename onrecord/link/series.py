"""Figures that count the same, told again and again: each goes on from the one before it that is most like it."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.link.concepts import overlap
from onrecord.link.files import Files, Place
from onrecord.link.renewed import Renewed
from onrecord.model.records import Figure
from onrecord.text.ids import content_id

__all__ = ["MANY", "Counted", "Series"]

SAME_THING = 0.6  # share of the smaller set of concepts of what is counted
NEAREST = 40  # a figure is compared with so many before it that could be of its series, not with all
SILENCE = 56  # days without a word, after which a count begins anew
GROWTH = 10  # times a count can be another of one place and be newer; 3 are no newer 150,000
NAMED_GROWTH = 2  # the same, where no place is named but whose they are: "Orlavian soldiers"
FEW, MANY = 12, 1_000  # so few are counted of anything; so many alike are one count, whatever it is called


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure, without its series, with the concepts of what is counted and where, and of the names in these words.

    `common` are numbers that stand in any report, such as shares and people to whom nothing befell: without a place
    only the number itself, told again, shows that the same is meant. `around` are the names in the sentence of so large
    a number of nobody's that it can be that of one of them.
    """

    place: Place
    figure: Figure
    of: frozenset[str]
    head: str
    where: frozenset[str]
    names: frozenset[str]
    common: bool
    around: frozenset[str] = frozenset()

    @property
    def day(self) -> date | None:
        """The day of its report."""
        day = self.place[0]
        return day if isinstance(day, date) and day != date.max else None


class _Node:
    """A figure in its series: the one that it goes on from, those that go on from it, and the first of all."""

    __slots__ = ("after", "before", "counted", "first")

    def __init__(self, counted: Counted) -> None:
        self.counted = counted
        self.before: _Node | None = None
        self.after: set[_Node] | None = None
        self.first = self


class Series:
    """The figures of all reports, by id, each with the series that it belongs to, whatever came and went."""

    def __init__(self) -> None:
        self.records: dict[str, Figure] = {}
        self._nodes: dict[str, dict[str, _Node]] = {}
        self._files = Files[_Node](
            NEAREST, place=lambda node: node.counted.place, keys=lambda node: _keys(node.counted)
        )

    def renew(self, reports: Iterable[str], counted: Iterable[Counted]) -> Renewed[Figure]:
        """Take `counted` for all that these reports count now."""
        before = {name: node for report in reports for name, node in self._nodes.get(report, {}).items()}
        new: dict[str, _Node] = {}
        for one in counted:
            name, held = one.figure.id, before.get(one.figure.id)
            new[name] = held if held is not None and held.counted == one else _Node(one)
        old = [node for name, node in before.items() if new.get(name) is not node]
        fresh = [node for name, node in new.items() if before.get(name) is not node]
        moved = self._exchanged(old, fresh)
        gone = frozenset(before.keys() - new.keys())
        for name in gone:
            del self.records[name]
        return Renewed(gone, self._entered(moved.difference(old).union(fresh)))

    def _exchanged(self, old: Sequence[_Node], fresh: Sequence[_Node]) -> set[_Node]:
        """Take figures out and others in; gives those that go on from another one now."""
        if not self._nodes:
            return self._fill(fresh)
        moved = {other for node in old for other in self._take(node)}
        return moved.union(*(self._put(node) for node in fresh))

    def _fill(self, fresh: Sequence[_Node]) -> set[_Node]:
        self._files.fill(fresh)
        for node in fresh:
            self._note(node)
            _go_on(node, self._best(node))
        return set(fresh)

    def _note(self, node: _Node) -> None:
        figure = node.counted.figure
        self._nodes.setdefault(figure.report, {})[figure.id] = node

    def _put(self, node: _Node) -> set[_Node]:
        self._note(node)
        parted = {y for x, y in self._files.put(node) if y.before is x and not self._files.near(x, y)}
        for other in parted:
            _go_on(other, self._best(other))
        _go_on(node, self._best(node))
        closer = {other for other in self._files.later(node) if _closer(other, node)}
        for other in closer:
            _go_on(other, node)
        return {node, *parted, *closer}

    def _take(self, node: _Node) -> set[_Node]:
        figure = node.counted.figure
        here = self._nodes[figure.report]
        if here.get(figure.id) is node:
            del here[figure.id]
        if not here:
            del self._nodes[figure.report]
        met = self._files.take(node)
        _go_on(node, None)
        moved = set(node.after or ())
        for other in moved:
            _go_on(other, self._best(other))
        for one, other in met:
            if _closer(other, one):
                _go_on(other, one)
                moved.add(other)
        return moved

    def _best(self, node: _Node) -> _Node | None:
        ranked = ((rank, other) for other in self._files.earlier(node) if (rank := _rank(node.counted, other.counted)))
        return max(ranked, key=lambda pair: pair[0], default=(None, None))[1]

    def _entered(self, moved: Iterable[_Node]) -> dict[str, Figure]:
        """Enter what goes on from another one now, and all that goes on from these."""
        made: dict[str, Figure] = {}
        for node in sorted(moved, key=lambda one: one.counted.place):
            first = node if node.before is None else node.before.first
            for one in _of_another(node, first):
                one.first = first
                figure = one.counted.figure
                made[figure.id] = replace(figure, series=_series(first.counted.figure))
        made = {name: figure for name, figure in made.items() if self.records.get(name) != figure}
        self.records |= made
        return made


def _keys(counted: Counted) -> list[Hashable]:
    """Under what a figure is filed: its place; without one its report, whose it is, and the number itself."""
    same = counted.head, counted.figure.fate
    if counted.where:
        return [("at", *same, concept) for concept in sorted(counted.where)]
    keys: list[Hashable] = [] if counted.common else [("in", *same, counted.figure.report)]
    if not counted.common:
        keys += [("of", *same, name) for name in sorted(counted.names or counted.around)]
    if _telling(counted):
        keys.append(("number", *same, counted.of, counted.figure.value))
    return keys


def _telling(counted: Counted) -> bool:
    """Is this number of this thing known again by itself, when another report tells it?"""
    value = abs(counted.figure.value)
    return (len(counted.of) > 1 and value > FEW) or (value >= MANY and not counted.common)


Rank = tuple[bool, bool, float, Place]


def _rank(one: Counted, before: Counted) -> Rank | None:
    """How near a figure comes to an earlier one of which it could be the newer count; None where it could not."""
    alike = overlap(one.of, before.of)
    if alike < SAME_THING or not _one_place(one, before) or not _within(one, before):
        return None
    if one.day and before.day and (one.day - before.day).days > SILENCE:
        return None
    return one.where == before.where, one.of == before.of, alike, before.place


def _one_place(one: Counted, before: Counted) -> bool:
    """Is the place that of the earlier one, or a wider one? Without places they must be of the same people."""
    if one.where and before.where:
        return one.where <= before.where and (one.names <= before.names or before.names <= one.names)
    if one.where or before.where:
        return False
    told_again = one.of == before.of and one.figure.value == before.figure.value
    known = one.figure.report == before.figure.report or bool(one.names)
    return told_again or (known and one.names == before.names) or _whose(one, before)


def _whose(one: Counted, other: Counted) -> bool:
    """Does one of two say whose it is that it counts, and the other name them in its sentence?"""
    return any(a.names and a.names <= b.around for a, b in ((one, other), (other, one)))


def _within(one: Counted, before: Counted) -> bool:
    """Could the one number have become the other?"""
    by_name = not one.where and one.figure.report != before.figure.report
    low, high = sorted((abs(one.figure.value), abs(before.figure.value)))
    return high <= low * (NAMED_GROWTH if by_name else GROWTH)


def _closer(node: _Node, other: _Node) -> bool:
    """Would a figure rather go on from another one than from that which it does?"""
    rank = _rank(node.counted, other.counted)
    if rank is None:
        return False
    now = _rank(node.counted, node.before.counted) if node.before else None
    return now is None or rank > now


def _go_on(node: _Node, before: _Node | None) -> None:
    if node.before is not None and node.before.after is not None:
        node.before.after.discard(node)
        node.before.after = node.before.after or None
    node.before = before
    if before is not None:
        before.after = before.after or set()
        before.after.add(node)


def _of_another(node: _Node, first: _Node) -> Iterator[_Node]:
    """A figure, and all after it that do not belong to this series yet."""
    ahead = [node]
    while ahead:
        one = ahead.pop()
        yield one
        ahead += (after for after in one.after or () if after.first is not first)


def _series(first: Figure) -> str:
    evidence = [first.evidence.start, first.evidence.end]
    return content_id(
        "series", {"report": first.report, "evidence": evidence, "value": first.value, "unit": first.unit}
    )
