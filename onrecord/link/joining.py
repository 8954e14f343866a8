"""What reports tell joined to things, and kept so: a new telling is compared with its neighbours alone."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from onrecord.link.clusters import FREE, cluster, held, reached, tied
from onrecord.link.files import Files, Place
from onrecord.link.verdict import Verdict
from onrecord.model.ties import Key, Ties

__all__ = ["Group", "Joining", "Regrouped", "Rule", "Told"]

REASONS = 8  # why tellings were joined, said of one group
UNTIED = Ties()


class Told(Protocol):
    """One report's telling of something, the how manieth of its kind there, and where it stands among all tellings.

    The place does not depend on what else is told. Tellings are equal where all is equal that a record is made of.
    """

    @property
    def report(self) -> str: ...

    @property
    def number(self) -> int: ...

    @property
    def place(self) -> Place: ...


Row = TypeVar("Row", bound=Told)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Row]):
    """When two tellings are of one thing.

    Tellings with a block in common that stand at most `nearest` apart there are compared, and `enough` joins. `face` is
    all of a telling that can forbid its joining one of another report. `order` is where it stands in its files, if
    that is not its place.
    """

    compare: Callable[[Row, Row], Verdict]
    blocks: Callable[[Row], Collection[Hashable]]
    face: Callable[[Row], Hashable]
    enough: float
    nearest: int
    order: Callable[[Row], Place] | None = None


@dataclass(frozen=True, slots=True)
class Group(Generic[Row]):
    """Tellings of one thing in order; what people decided about them, and by what they were joined."""

    rows: tuple[Row, ...]
    decided: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """Its first telling, which is of no other group."""
        return self.rows[0].report, self.rows[0].number


@dataclass(frozen=True, slots=True)
class Regrouped(Generic[Row]):
    """Groups that are no more, and groups that are new; one that holds another telling is both."""

    gone: Sequence[Group[Row]]
    made: Sequence[Group[Row]]


class _Node(Generic[Row]):
    """A telling with those that are enough like it, and its group where that has more than one."""

    __slots__ = ("group", "like", "order", "row")

    def __init__(self, row: Row, order: Place) -> None:
        self.row, self.order = row, order
        self.like: dict[_Node[Row], Verdict] = {}
        self.group: Group[Row] | None = None


class Joining(Generic[Row]):
    """Tellings in groups, as if all had been joined at once, whatever came and went in whatever order.

    Groups join only along pairs that are enough alike, or that people put together. So what hangs together by such
    pairs is grouped by itself, and nothing else needs to be looked at when one of them changes.
    """

    def __init__(self, rule: Rule[Row], ties: Ties = UNTIED) -> None:
        self._rule, self._ties = rule, ties
        self._tied = tied(ties)
        self._nodes: dict[str, dict[int, _Node[Row]]] = {}
        self._files = Files[_Node[Row]](
            rule.nearest, place=lambda node: node.order, keys=lambda node: rule.blocks(node.row)
        )

    def renew(self, reports: Iterable[str], rows: Iterable[Row]) -> Regrouped[Row]:
        """Take `rows` for all that these reports tell now, and group anew what this touches."""
        old, new = self._changed(reports, rows)
        if not self._nodes:
            touched = self._fill(new)
        else:
            touched = {node for one in old for node in self._take(one)}
            touched |= {node for one in new for node in self._put(one)}
            touched.difference_update(old)
        return self._regrouped(old, new, touched)

    def held(self, report: str) -> list[Row]:
        """What a report tells, as it was told last."""
        return [node.row for node in self._nodes.get(report, {}).values()]

    def _changed(self, reports: Iterable[str], rows: Iterable[Row]) -> tuple[list[_Node[Row]], list[_Node[Row]]]:
        """The tellings that are no more, and those that are new; none that is equal to what is held."""
        before = {key: node for report in reports for key, node in self._of(report)}
        new = []
        for row in rows:
            node = before.get((row.report, row.number))
            if node is not None and node.row == row:
                del before[row.report, row.number]
            else:
                new.append(_Node(row, self._rule.order(row) if self._rule.order else row.place))
        return list(before.values()), new

    def _of(self, report: str) -> list[tuple[Key, _Node[Row]]]:
        return [((report, number), node) for number, node in self._nodes.get(report, {}).items()]

    def _fill(self, new: Sequence[_Node[Row]]) -> set[_Node[Row]]:
        self._files.fill(new)
        for node in new:
            self._nodes.setdefault(node.row.report, {})[node.row.number] = node
            for other in self._files.later(node):
                self._compare(node, other)
        return set(new)

    def _put(self, node: _Node[Row]) -> set[_Node[Row]]:
        """Take a telling in; gives those whose likes are others now."""
        self._nodes.setdefault(node.row.report, {})[node.row.number] = node
        touched = {node}
        for one, other in self._files.put(node):
            if other in one.like and not self._files.near(one, other):
                del one.like[other], other.like[one]
                touched |= {one, other}
        for other in self._files.around(node):
            self._compare(node, other)
        return touched

    def _take(self, node: _Node[Row]) -> set[_Node[Row]]:
        """Take a telling out; gives those whose likes are others now."""
        here = self._nodes[node.row.report]
        del here[node.row.number]
        if not here:
            del self._nodes[node.row.report]
        touched = {*node.like, *self._put_together(node)}
        for other in node.like:
            del other.like[node]
        for one, other in self._files.take(node):
            if other not in one.like and self._compare(one, other):
                touched |= {one, other}
        return touched

    def _compare(self, one: _Node[Row], other: _Node[Row]) -> bool:
        first, second = (one, other) if one.row.place < other.row.place else (other, one)
        verdict = self._rule.compare(first.row, second.row)
        if verdict.score < self._rule.enough:
            return False
        one.like[other] = other.like[one] = verdict
        return True

    def _put_together(self, node: _Node[Row]) -> list[_Node[Row]]:
        """Those that people put together with a telling, and it."""
        if not self._tied:
            return []
        block = self._tied.get((node.row.report, node.row.number), ())
        found = (self._nodes.get(report, {}).get(number) for report, number in block)
        return [other for other in found if other is not None]

    def _regrouped(
        self, old: Sequence[_Node[Row]], new: Collection[_Node[Row]], touched: set[_Node[Row]]
    ) -> Regrouped[Row]:
        fresh = frozenset(new)
        gone: dict[int, Group[Row]] = {}
        for node in old:
            self._note(gone, node)
        made: list[Group[Row]] = []
        while touched:
            whole = self._whole(touched.pop())
            touched.difference_update(whole)
            for node in whole:
                if node not in fresh:
                    self._note(gone, node)
            made += self._groups(whole)
        return _differing(gone.values(), made)

    def _note(self, gone: dict[int, Group[Row]], node: _Node[Row]) -> None:
        group = node.group or self._alone(node)
        gone[id(node.group or node)] = group

    def _whole(self, node: _Node[Row]) -> list[_Node[Row]]:
        """All that hangs together with a telling, in order of place."""
        found = reached([node], lambda one: (*one.like, *self._put_together(one)))
        return sorted(found, key=lambda one: one.row.place)

    def _groups(self, nodes: Sequence[_Node[Row]]) -> list[Group[Row]]:
        if len(nodes) == 1:
            nodes[0].group = None
            return [self._alone(nodes[0])]
        number = {node: i for i, node in enumerate(nodes)}
        pairs = [
            (verdict.score, i, j)
            for i, node in enumerate(nodes)
            for other, verdict in node.like.items()
            if i < (j := number[other])
        ]
        rows, compare = [node.row for node in nodes], self._rule.compare
        keys = [(row.report, row.number) for row in rows]
        groups = cluster(
            len(rows),
            pairs,
            lambda i, j: not compare(rows[i], rows[j]).vetoed,
            held(self._ties, keys) if self._tied and not self._tied.keys().isdisjoint(keys) else FREE,
            faces=[self._rule.face(row) for row in rows],
            kin=[row.report for row in rows],
        )
        return [self._group([nodes[i] for i in group]) for group in groups]

    def _group(self, nodes: Sequence[_Node[Row]]) -> Group[Row]:
        if len(nodes) == 1:
            nodes[0].group = None
            return self._alone(nodes[0])
        rows = tuple(node.row for node in nodes)
        group = Group(rows, self._decided(rows), _why(nodes))
        for node in nodes:
            node.group = group
        return group

    def _alone(self, node: _Node[Row]) -> Group[Row]:
        return Group((node.row,), self._decided((node.row,)))

    def _decided(self, rows: Iterable[Row]) -> tuple[str, ...]:
        if not self._tied:
            return ()
        keys = self._tied.keys() & {(row.report, row.number) for row in rows}
        return self._ties.why(keys) if keys else ()


def _why(nodes: Sequence[_Node[Row]]) -> tuple[str, ...]:
    """By what the tellings of a group were joined, in their order, each reason once."""
    at = {node: n for n, node in enumerate(nodes)}
    found: dict[str, None] = {}
    told: set[tuple[str, ...]] = set()
    for n, node in enumerate(nodes):
        new: dict[tuple[str, ...], int] = {}
        for other, verdict in node.like.items():
            if verdict.reasons not in told and (m := at.get(other, 0)) > n:
                new[verdict.reasons] = min(m, new.get(verdict.reasons, m))
        told |= new.keys()
        found |= dict.fromkeys(reason for reasons in sorted(new, key=new.__getitem__) for reason in reasons)
        if len(found) >= REASONS:
            break
    return tuple(found)[:REASONS]


def _differing(gone: Iterable[Group[Row]], made: Iterable[Group[Row]]) -> Regrouped[Row]:
    """Less the groups that were made again as they were."""
    old, new = ({group.key: group for group in groups} for groups in (gone, made))
    same = {key for key, group in new.items() if old.get(key) == group}
    return Regrouped(
        [group for key, group in old.items() if key not in same],
        [group for key, group in new.items() if key not in same],
    )
