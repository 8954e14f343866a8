"""Which statements are compared: those about one thing, those of one wording however cut, those of one deed."""

from collections.abc import Mapping
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.link import meeting
from onrecord.link.claims import link_claims
from onrecord.link.meeting import Files, Place, blocks, candidates, traces
from onrecord.link.said import Said, said_in
from onrecord.link.statements import link_statements
from onrecord.model.period import Published
from onrecord.model.records import Claim
from onrecord.model.report import Report
from tests.link.scenes import scene_of

LONG = (
    "“When you hear the loud critics of the harbour accord sound off in the capital this week, do you really think "
    "that it is a worse choice than one more winter without bread?” Mara Vint said."
)
CUT = "Do you “really think that it is a worse choice than one more winter without bread?” Mara Vint asked."
FREED = "Mara Vint said three divers who had been jailed on Karn were freed on Monday evening after a long mission."
RELEASED = "Edvar Holt said that the divers had been released and would be flown to their families at Sorn."
BREAD = "Edvar Holt said bread in Tessmark had become dearer again this winter."
EMPTY = (
    "Mara Vint mentioned a likely Orlavian accord on fish in the harbour.",
    "Edvar Holt mentioned a costly Orlavian accord on fish in the harbour.",
)


def reports(*texts: str) -> list[Report]:
    day = Published(date(2031, 3, 3), date(2031, 3, 3), "given")
    return [Report(f"r-{n}", f"{n}.txt", text, outlet=f"Paper {n}", published=day) for n, text in enumerate(texts)]


def said(*texts: str) -> list[Said]:
    """The first statement of each report."""
    scene = scene_of(reports(*texts))
    found = said_in(scene, link_statements(scene))
    return [next(one for one in found if one.statement.report == f"r-{n}") for n in range(len(texts))]


def claims(*texts: str) -> tuple[Claim, ...]:
    scene = scene_of(reports(*texts))
    return link_claims(scene, link_statements(scene), (), {})


def test_a_quotation_cut_short_meets_the_whole_by_the_order_of_its_words() -> None:
    whole, cut, bread = said(LONG, CUT, BREAD)
    assert len(traces(whole) & traces(cut)) >= 4
    assert [(met.one, met.other) for met in candidates([whole, cut, bread], [0, 1, 2])] == [(0, 1)]


def test_one_deed_told_by_two_verbs_meets_and_is_no_objection_when_it_is_not_near() -> None:
    freed, released = said(FREED, RELEASED)
    assert len(blocks(freed) & blocks(released)) < 2
    assert [met.near for met in candidates([freed, released], [0, 1])] == [False]


def test_a_cut_quotation_is_one_claim_with_the_whole() -> None:
    (claim,) = claims(LONG, CUT, BREAD)
    assert len(claim.statements) == 2


def test_two_names_for_a_thing_that_tell_no_deed_say_nothing_and_are_no_claim() -> None:
    assert all(not one.deeds for one in said(*EMPTY))
    assert claims(*EMPTY) == ()


puts = st.lists(st.tuples(st.integers(0, 11), st.frozensets(st.integers(0, 3), max_size=3)), max_size=30)


@given(puts)
def test_what_is_kept_filed_meets_as_if_it_had_been_filed_at_once(puts: list[tuple[int, frozenset[int]]]) -> None:
    """Each number comes, and goes when it is named again; every pair whose meetings change is named."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(meeting, "NEAREST", 2)
        files, held = Files(place), dict[int, frozenset[int]]()
        for number, keys in puts:
            before = {pair: times(held, *pair) for pair in combinations(sorted(held), 2)}
            if number in held:
                named = set(files.take(number, held.pop(number)))
            else:
                held[number] = keys
                named = set(files.put(number, keys))
            moved = {pair for pair in combinations(sorted(held), 2) if before.get(pair, 0) != times(held, *pair)}
            assert {pair for pair in moved if number not in pair} <= named
            for one in held:
                met = {other for other in held if other != one and times(held, *sorted((one, other))) >= 2}
                assert files.met(one, held[one], 2, (1, 1)) == met


def place(number: int) -> Place:
    return (date(2031, 3, 3), ""), number


def times(held: Mapping[int, frozenset[int]], one: int, other: int) -> int:
    """Under how many keys two that follow each other stand at most two apart."""
    found = 0
    for key in held[one] & held[other]:
        file = sorted(number for number in held if key in held[number])
        found += file.index(other) - file.index(one) <= 2
    return found
