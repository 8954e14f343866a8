"""Tellings kept in groups come to the same as all of them joined at once, whatever came and went before."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.clusters import cluster, held
from onrecord.link.files import Place
from onrecord.link.joining import Group, Joining, Rule
from onrecord.link.verdict import Verdict
from onrecord.model.ties import Tie, Ties

NEAREST = 2


@dataclass(frozen=True, slots=True)
class Told:
    """Something told on a day: kinds close to each other are alike, kinds three apart contradict each other."""

    report: str
    number: int
    day: int
    kind: int
    about: frozenset[str]

    @property
    def place(self) -> Place:
        return (date(2031, 1, 1) + timedelta(days=self.day), self.report, self.number)


def compare(one: Told, other: Told) -> Verdict:
    far = abs(one.kind - other.kind)
    alike = far < 2 or (far < 3 and one.report != other.report)
    return Verdict(3.0 - far if alike else 0.0, (f"{one.kind} and {other.kind}",), not alike)


def backwards(row: Told) -> Place:
    return (-row.kind, *row.place)


def rule(*, filed_by_place: bool) -> Rule[Told]:
    return Rule(
        compare, lambda row: row.about, lambda row: row.kind, 2.0, NEAREST, None if filed_by_place else backwards
    )


def at_once(rows: Collection[Told], rule: Rule[Told], ties: Ties) -> set[Group[Told]]:
    """The rule in its plainest form: all neighbours are compared, and all are grouped together."""
    told = sorted(rows, key=lambda row: row.place)
    files: dict[object, list[int]] = defaultdict(list)
    for i in sorted(range(len(told)), key=lambda i: (rule.order or (lambda row: row.place))(told[i])):
        for key in rule.blocks(told[i]):
            files[key].append(i)
    near = {(min(i, j), max(i, j)) for file in files.values() for n, i in enumerate(file) for j in file[n + 1 : n + 3]}
    alike = {(i, j): found for i, j in near if (found := compare(told[i], told[j])).score >= rule.enough}
    pairs = [(found.score, i, j) for (i, j), found in alike.items()]
    keys = [(row.report, row.number) for row in told]

    def allowed(i: int, j: int) -> bool:
        return not compare(told[i], told[j]).vetoed

    groups = set()
    for group in cluster(len(told), pairs, allowed, held(ties, keys)):
        why = dict.fromkeys(
            reason for i, j in sorted(alike) if i in group and j in group for reason in alike[i, j].reasons
        )
        members = tuple(told[i] for i in group)
        groups.add(Group(members, ties.why([keys[i] for i in group]), tuple(why)[:8]))
    return groups


reports = st.sampled_from("abcdefgh")
rows = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 6), st.frozensets(st.sampled_from("xyz"), max_size=2)), max_size=3
)
steps = st.lists(st.dictionaries(reports, rows, min_size=1, max_size=5), min_size=1, max_size=8)
ours, theirs = (st.tuples(st.sampled_from(some), st.integers(0, 2)) for some in ("abcd", "efgh"))
ties = st.builds(
    Ties,
    st.lists(st.builds(Tie, ours, ours, st.sampled_from(["p", "q"])), max_size=3).map(tuple),
    st.lists(st.builds(Tie, ours, theirs, st.just("r")), max_size=3).map(tuple),
)


def told(report: str, found: Sequence[tuple[int, int, frozenset[str]]]) -> list[Told]:
    return [Told(report, number, *one) for number, one in enumerate(found)]


@given(steps, ties, st.booleans())
def test_groups_that_are_kept_are_those_that_joining_all_at_once_makes(
    steps: list[dict[str, list[tuple[int, int, frozenset[str]]]]], ties: Ties, filed_by_place: bool
) -> None:
    chosen = rule(filed_by_place=filed_by_place)
    joining, standing, here = Joining(chosen, ties), set[Group[Told]](), dict[str, list[Told]]()
    for step in steps:
        for report, found in step.items():
            here[report] = told(report, found)
        changed = joining.renew(step, [row for report in step for row in here[report]])
        assert set(changed.gone) <= standing
        assert not set(changed.gone) & set(changed.made)
        standing = standing.difference(changed.gone).union(changed.made)
        assert standing == at_once([row for some in here.values() for row in some], chosen, ties)


def test_what_is_told_as_before_touches_nothing() -> None:
    joining = Joining(rule(filed_by_place=True))
    found = [Told("a", 0, 0, 1, frozenset("x")), Told("b", 0, 1, 1, frozenset("x"))]
    assert len(joining.renew(["a", "b"], found).made) == 1
    again = joining.renew(["a", "b"], [Told("a", 0, 0, 1, frozenset("x")), Told("b", 0, 1, 1, frozenset("x"))])
    assert not again.gone
    assert not again.made


def test_one_more_telling_asks_only_its_neighbours() -> None:
    asked = 0

    def counted(one: Told, other: Told) -> Verdict:
        nonlocal asked
        asked += 1
        return Verdict(0.0, (), vetoed=True)

    joining = Joining(Rule(counted, lambda row: row.about, lambda row: row.kind, 2.0, NEAREST))
    many = [Told(f"r{n:04}", 0, n, 1, frozenset("x")) for n in range(1_000)]
    joining.renew([row.report for row in many], many)
    asked = 0
    joining.renew(["one more"], [Told("one more", 0, 500, 1, frozenset("x"))])
    assert asked == 2 * NEAREST
