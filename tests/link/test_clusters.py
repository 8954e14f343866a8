"""Groups grow best pair first; what looks alike is asked once, and that changes nothing."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.clusters import Held, cluster

Things = list[tuple[int, int]]


def by_asking_all(things: Things, pairs: list[tuple[float, int, int]]) -> list[list[int]]:
    """The rule in its plainest form: every pair across two groups is asked."""
    groups = [[i] for i in range(len(things))]
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = (next(group for group in groups if n in group) for n in (i, j))
        if a is not b and all(agree(things, x, y) for x in a for y in b):
            groups = [group for group in groups if group is not a and group is not b] + [sorted(a + b)]
    return sorted(groups)


def agree(things: Things, x: int, y: int) -> bool:
    """Faces three apart forbid each other; so does, within one kin, any difference."""
    (face, kin), (other, their_kin) = things[x], things[y]
    return abs(face - other) < 3 and (kin != their_kin or face == other)


things_and_pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=9).flatmap(
    lambda things: st.tuples(
        st.just(things),
        st.lists(
            st.sampled_from(list(combinations(range(len(things)), 2)) or [(0, 0)]), max_size=14, unique=True
        ).flatmap(
            lambda pairs: st.lists(st.integers(1, 3), min_size=len(pairs), max_size=len(pairs)).map(
                lambda scores: [(float(score), *pair) for score, pair in zip(scores, pairs, strict=True)]
            )
        ),
    )
)


@given(things_and_pairs)
def test_asking_one_of_each_face_comes_to_the_same_as_asking_all(
    given: tuple[Things, list[tuple[float, int, int]]],
) -> None:
    things, pairs = given
    faces, kin = [face for face, _ in things], [kin for _, kin in things]
    pairs = [pair for pair in pairs if pair[1] != pair[2]]
    found = cluster(len(things), pairs, lambda x, y: agree(things, x, y), faces=faces, kin=kin)
    assert found == by_asking_all(things, pairs)


@given(things_and_pairs)
def test_without_faces_each_is_asked_for_itself(given: tuple[Things, list[tuple[float, int, int]]]) -> None:
    things, pairs = given
    pairs = [pair for pair in pairs if pair[1] != pair[2]]
    assert cluster(len(things), pairs, lambda x, y: agree(things, x, y)) == by_asking_all(things, pairs)


@given(things_and_pairs, st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=3))
def test_with_what_people_put_together_too_asking_one_of_each_face_comes_to_the_same(
    given: tuple[Things, list[tuple[float, int, int]]], tied: list[tuple[int, int]]
) -> None:
    things, pairs = given
    pairs = [pair for pair in pairs if pair[1] != pair[2]]
    together = Held(tuple((i, j) for i, j in tied if i < j < len(things)))
    faces, kin = [face for face, _ in things], [kin for _, kin in things]
    plain = cluster(len(things), pairs, lambda x, y: agree(things, x, y), together)
    assert cluster(len(things), pairs, lambda x, y: agree(things, x, y), together, faces=faces, kin=kin) == plain


def test_of_thousands_that_look_alike_a_handful_is_asked() -> None:
    asked = 0

    def allowed(i: int, j: int) -> bool:
        nonlocal asked
        asked += 1
        return i % 5 == j % 5

    count = 5_000
    pairs = [(1.0, i, j) for i in range(count) for j in range(i + 1, min(i + 7, count))]
    groups = cluster(count, pairs, allowed, faces=[i % 5 for i in range(count)], kin=range(count))
    assert [len(group) for group in groups] == [1_000] * 5
    assert asked <= 25
