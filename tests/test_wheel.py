"""The built package holds all that an install without a network needs: weights, vocabulary, examples, migrations."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel, built from a copy so that no earlier build is mixed in."""
    room = tmp_path_factory.mktemp("project")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, room)
    for name in ("onrecord", "examples"):
        shutil.copytree(ROOT / name, room / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", "dist", "."]
    subprocess.run(build, cwd=room, check=True, capture_output=True)
    (built,) = (room / "dist").glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    "folder", ["onrecord/read/weights", "onrecord/model/kinds", "onrecord/ledger/migrations", "onrecord/web"]
)
def test_every_data_file_of_the_package_is_in_the_wheel(wheel: set[str], folder: str) -> None:
    here = {path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert here
    assert {path.relative_to(ROOT).as_posix() for path in here} - wheel == set()


def test_the_example_reports_are_in_the_wheel(wheel: set[str]) -> None:
    names = {f"onrecord/examples/{path.name}" for path in (ROOT / "examples").iterdir()}
    assert len(names) >= 16
    assert names - wheel == set()


def test_nothing_beside_the_package_is_in_the_wheel(wheel: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"onrecord"}
