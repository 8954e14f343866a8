"""Things about the same are found from one another, and only these."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.concepts import overlap
from onrecord.link.subjects import AT_LEAST, ENOUGH, Subjects

BEGIN = date(2031, 3, 1)
days = st.one_of(st.none(), st.integers(0, 30).map(lambda n: BEGIN + timedelta(days=n)))
about = st.frozensets(st.sampled_from("abcdefgh"), max_size=6)
tags = st.frozensets(st.sampled_from("xyz"), min_size=1, max_size=2)
things = st.lists(st.tuples(days, tags, about), max_size=12)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= AT_LEAST and overlap(one, other) >= ENOUGH


def _within(day: date | None, since: date | None, count: int) -> bool:
    if day is None or since is None:
        return day is since
    first, last = sorted((since, since + timedelta(days=count)))
    return first <= day <= last


@given(things, st.sets(st.integers(0, 11)), days, st.integers(-20, 20), tags, about)
def test_those_found_are_all_that_share_enough_in_time(
    filed: list[tuple[date | None, frozenset[str], frozenset[str]]],
    out: set[int],
    since: date | None,
    count: int,
    asked: frozenset[str],
    words: frozenset[str],
) -> None:
    subjects = Subjects[int]()
    for n, (day, under, told) in enumerate(filed):
        subjects.add(f"{n:02}", day, under, told, n)
    left = [n for n in range(len(filed)) if n not in out]
    for n in out & set(range(len(filed))):
        subjects.drop(f"{n:02}", filed[n][0], filed[n][1], filed[n][2])
    expected = [
        n for n in left if filed[n][1] & asked and _same(filed[n][2], words) and _within(filed[n][0], since, count)
    ]
    assert subjects.alike(since, count, asked, words) == expected


def test_the_first_and_the_last_day_of_the_calendar_have_neighbours() -> None:
    subjects = Subjects[str]()
    told = frozenset("abc")
    subjects.add("first", date.min, "x", told, "first")
    subjects.add("last", date.max, "x", told, "last")
    assert subjects.alike(date.min, -120, "x", told) == ["first"]
    assert subjects.alike(date.max, 120, "x", told) == ["last"]
