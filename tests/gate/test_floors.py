"""Floors rise, hold, and go down only where somebody says so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gate.floors import Floor, Floors, Line, RegressionError, compare, load, raised, save

shares = st.floats(min_value=0, max_value=1, allow_nan=False)


def floors_of(**figures: Floor) -> Floors:
    return Floors({"tides": figures}, {"tides": "sha256:old"}, {"program": "p", "weights": "w"})


def test_a_figure_at_its_floor_holds_and_one_below_it_does_not() -> None:
    assert Line("height", 0.6, 0.6).holds
    assert Line("height", 0.599, 0.6).holds, "within the slack of another processor"
    assert not Line("height", 0.597, 0.6).holds


def test_a_floor_nobody_measured_any_more_fails() -> None:
    (line,) = compare({"height": Floor(reached=0.6)}, {})
    assert line.figure is None
    assert not line.holds


def test_a_new_figure_has_no_floor_yet_and_holds() -> None:
    (line,) = compare({}, {"depth": 0.1})
    assert line.floor is None
    assert line.holds


def test_the_least_asked_for_holds_even_where_less_was_reached() -> None:
    (line,) = compare({"height": Floor(reached=0.4, least=0.65)}, {"height": 0.5})
    assert line.floor == 0.65
    assert not line.holds


def test_floors_rise_to_what_was_measured() -> None:
    new = raised(floors_of(height=Floor(reached=0.6, least=0.5)), "tides", {"height": 0.71239}, data="sha256:new")
    assert new.suites["tides"]["height"] == Floor(reached=0.712, least=0.5)
    assert new.data["tides"] == "sha256:new"


def test_floors_do_not_fall_unless_that_is_allowed() -> None:
    old = floors_of(height=Floor(reached=0.6))
    with pytest.raises(RegressionError, match="height"):
        raised(old, "tides", {"height": 0.5}, data="d")
    lowered = raised(old, "tides", {"height": 0.5}, data="d", allow_regression=True)
    assert lowered.suites["tides"]["height"].value == 0.5


def test_the_least_asked_for_survives_a_lowering_and_a_measure_that_vanished() -> None:
    old = floors_of(
        height=Floor(reached=0.7, least=0.65), depth=Floor(reached=0.7, least=0.4), width=Floor(reached=0.9)
    )
    new = raised(old, "tides", {"height": 0.5}, data="d", allow_regression=True).suites["tides"]
    assert new["height"].value == 0.65
    assert new["depth"] == Floor(least=0.4)
    assert "width" not in new


def test_a_suite_that_was_not_run_keeps_its_floors() -> None:
    old = floors_of(height=Floor(reached=0.6))
    new = raised(old, "winds", {"speed": 12.0}, data="d")
    assert new.suites["tides"] == old.suites["tides"]
    assert new.data == {"tides": "sha256:old", "winds": "d"}


@given(shares, shares)
def test_without_leave_a_floor_never_falls(reached: float, figure: float) -> None:
    old = floors_of(height=Floor(reached=reached))
    try:
        new = raised(old, "tides", {"height": figure}, data="d")
    except RegressionError:
        assert figure < reached
    else:
        assert new.suites["tides"]["height"].value >= reached


@given(shares)
def test_what_was_just_measured_holds_afterwards(figure: float) -> None:
    new = raised(Floors(), "tides", {"height": figure}, data="d")
    assert all(line.holds for line in compare(new.suites["tides"], {"height": figure}))


def test_floors_are_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    floors = floors_of(height=Floor(reached=0.6, least=0.5), depth=Floor(least=0.4))
    save(floors, tmp_path / "floors.json")
    assert load(tmp_path / "floors.json") == floors


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert load(tmp_path / "floors.json") == Floors()
