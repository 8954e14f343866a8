"""An edition changes with the rules and the vocabulary, and with nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.edition import edition


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with one stage in it, in place of onrecord."""
    (tmp_path / "link" / "kinds").mkdir(parents=True)
    (tmp_path / "link" / "talks.py").write_text("NEAR = 1\n")
    (tmp_path / "link" / "kinds" / "words.yaml").write_text("meet: [met]\n")
    monkeypatch.setattr("onrecord.edition.files", lambda package: tmp_path)
    edition.cache_clear()
    yield tmp_path
    edition.cache_clear()


def again(*parts: str) -> str:
    edition.cache_clear()
    return edition(*parts)


@pytest.mark.parametrize("file", ["talks.py", "kinds/words.yaml"])
def test_a_changed_rule_or_word_makes_another_edition(package: Path, file: str) -> None:
    before = again("link")
    assert again("link") == before
    place = package / "link" / file
    place.write_text(place.read_text() + "# changed\n")
    assert again("link") != before


def test_a_renamed_rule_makes_another_edition(package: Path) -> None:
    before = again("link")
    (package / "link" / "talks.py").rename(package / "link" / "rounds.py")
    assert again("link") != before


def test_what_python_leaves_behind_makes_no_difference(package: Path) -> None:
    before = again("link")
    (package / "link" / "__pycache__").mkdir()
    (package / "link" / "__pycache__" / "talks.cpython-311.pyc").write_bytes(b"\0")
    assert again("link") == before


def test_the_stages_of_onrecord_have_editions_of_their_own() -> None:
    assert len({edition("link"), edition("resolve"), edition("link", "resolve")}) == 3
