"""The gate as a command, on invented suites whose figures the test sets."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import gate.__main__ as command
from gate.floors import Floor, Floors, load, save


@dataclass
class Tides:
    """A suite whose figures are what the test says, on a folder of the test's own."""

    folder: Path
    figures: Mapping[str, float]
    name: str = "tides"

    def places(self, shared: Path) -> tuple[Path, ...]:
        return (self.folder,)

    def missing(self, shared: Path) -> tuple[Path, ...]:
        return () if self.folder.exists() else (self.folder,)

    def measure(self, shared: Path) -> Mapping[str, float]:
        if not self.figures:
            raise RuntimeError("the tide gauge is broken")
        return self.figures


@pytest.fixture
def tides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tides:
    folder = tmp_path / "tides"
    folder.mkdir()
    (folder / "high.txt").write_text("4.2 metres")
    suite = Tides(folder, {"height": 0.6})
    monkeypatch.setattr(command, "SUITES", (suite,))
    return suite


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "floors.json"


def run(kept: Path, *words: str) -> int:
    return command.main(["--floors", str(kept), *words])


def test_a_figure_below_its_floor_fails_the_gate(tides: Tides, kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(kept, "--update") == 0
    tides.figures = {"height": 0.5}
    assert run(kept) == 1
    assert "FAIL" in capsys.readouterr().out


def test_a_better_figure_passes_and_update_makes_it_the_floor(tides: Tides, kept: Path) -> None:
    run(kept, "--update")
    tides.figures = {"height": 0.9}
    assert run(kept) == 0
    assert load(kept).suites["tides"]["height"].value == 0.6
    assert run(kept, "--update") == 0
    assert load(kept).suites["tides"]["height"].value == 0.9


def test_update_refuses_to_lower_a_floor(tides: Tides, kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(kept, "--update")
    tides.figures = {"height": 0.5}
    assert run(kept, "--update") == 1
    assert load(kept).suites["tides"]["height"].value == 0.6
    assert "--allow-regression" in capsys.readouterr().out
    assert run(kept, "--update", "--allow-regression") == 0
    assert load(kept).suites["tides"]["height"].value == 0.5


def test_other_data_than_that_of_the_floors_fails_until_it_is_accepted(tides: Tides, kept: Path) -> None:
    run(kept, "--update")
    (tides.folder / "high.txt").write_text("4.3 metres")
    assert run(kept) == 1
    assert run(kept, "--update") == 0
    assert run(kept) == 0


def test_data_that_a_clone_does_not_have_is_skipped_and_said(
    tides: Tides, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(Floors({"tides": {"height": Floor(reached=0.6)}}), kept)
    (tides.folder / "high.txt").unlink()
    tides.folder.rmdir()
    assert run(kept) == 0
    assert "skipped" in capsys.readouterr().out


def test_a_suite_that_cannot_be_measured_fails_with_its_reason_and_keeps_its_floors(
    tides: Tides, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(kept, "--update")
    tides.figures = {}
    assert run(kept, "--update") == 1
    assert "the tide gauge is broken" in capsys.readouterr().out
    assert load(kept).suites["tides"]["height"].value == 0.6


def test_lowering_floors_without_updating_is_wrong_usage(tides: Tides, kept: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        run(kept, "--allow-regression")
    assert ended.value.code == 2
