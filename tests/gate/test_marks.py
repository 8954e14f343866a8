"""Marks are full for a ledger that holds what a reader enters, and fall for each thing amiss."""

from gate.examples import broken_spans
from gate.marks import marks
from gate.world import World, pairs_of, shared_days
from tests.gate.world import lighthouse, lighthouse_gold


def without(world: World, kind: str) -> World:
    return World([record for record in world.records if record["type"] != kind])


def test_a_ledger_that_holds_all_of_it_has_full_marks() -> None:
    assert set(marks(lighthouse(), [lighthouse_gold()]).values()) == {1.0}


def test_what_is_missing_lowers_its_mark_and_no_other() -> None:
    for kind, mark in (("talk", "talks"), ("commitment", "commitments"), ("figure", "figures")):
        found = marks(without(lighthouse(), kind), [lighthouse_gold()])
        assert found.pop(mark) == 0.0
        assert set(found.values()) == {1.0}


def test_a_statement_with_another_source_counts_by_content_only() -> None:
    gold = lighthouse_gold()
    gold["statements"][0]["source"] = "Berit"
    found = marks(lighthouse(), [gold])
    assert found["statements: content"] == 1.0
    assert found["statements: content and source"] == 0.0


def test_a_statement_too_many_lowers_precision() -> None:
    gold = lighthouse_gold()
    gold["statements"] = []
    assert marks(lighthouse(), [gold])["statements: content"] == 0.0


def test_a_wrong_value_is_no_figure() -> None:
    gold = lighthouse_gold()
    gold["figures"][0]["value"] = 5
    assert marks(lighthouse(), [gold])["figures"] == 0.0


def test_a_line_of_furniture_not_marked_lowers_its_mark() -> None:
    gold = lighthouse_gold()
    gold["furniture"].append("Anders promised to relight the lamp by 4 May. Berit doubted it.")
    assert 0.6 < marks(lighthouse(), [gold])["furniture lines"] < 0.7


def test_a_span_that_does_not_read_its_text_is_found_wherever_it_stands() -> None:
    world = lighthouse()
    assert broken_spans(world) == []
    commitment = world.of("commitment")[0]
    commitment["mentions"][0]["responses"][0]["evidence"]["exact"] = "Berit denied it"
    assert [span["exact"] for span in broken_spans(world)] == ["Berit denied it"]


def test_each_side_of_a_pair_is_used_once_the_best_first() -> None:
    assert pairs_of({(0, 0): 0.6, (0, 1): 0.9, (1, 1): 0.8, (1, 0): 0.0}) == [(0, 1)]


def test_days_meet_where_the_periods_share_one() -> None:
    week = {"start": "2019-05-01", "end": "2019-05-07"}
    assert shared_days(week, "2019-05-07", "2019-05-09")
    assert not shared_days(week, "2019-05-08", "2019-05-09")
    assert shared_days({"start": None, "end": "2019-05-07"}, "2019-05-08", "2019-05-08", slack=1)
    assert not shared_days({"start": None, "end": None}, "2019-05-08", "2019-05-08")
