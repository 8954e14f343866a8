"""A digest changes with the data and with nothing else."""

from pathlib import Path

import pytest

from gate.digest import digest


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.txt").write_text("the ferry is late")
    (folder / "deep" / "two.txt").write_text("the ferry is on time")
    return folder


def test_a_letter_changed_is_seen(data: Path) -> None:
    before = digest([data])
    (data / "one.txt").write_text("the ferry is Late")
    assert digest([data]) != before


def test_a_name_changed_is_seen(data: Path) -> None:
    before = digest([data])
    (data / "one.txt").rename(data / "three.txt")
    assert digest([data]) != before


def test_the_order_of_the_places_and_what_python_leaves_behind_do_not_matter(data: Path) -> None:
    before = digest([data / "one.txt", data / "deep"])
    (data / "deep" / "__pycache__").mkdir()
    (data / "deep" / "__pycache__" / "two.cpython-311.pyc").write_bytes(b"\0")
    assert digest([data / "deep", data / "one.txt"]) == before


def test_data_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        digest([tmp_path / "nothing"])
