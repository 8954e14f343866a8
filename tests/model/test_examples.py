"""Every rule of the vocabulary has an example that a test reads, and every list of it is asked for by the code."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from onrecord.model.kinds import load

ROOT = Path(__file__).resolve().parents[2]
KINDS = ROOT / "onrecord/model/kinds"
TESTS = ROOT / "tests"
PATTERN = frozenset({"when", "pattern", "match", "regex"})
READ_BY = {
    "acts": ("extract/test_acts.py", "extract/test_examples_rules.py"),
    "reporting": ("extract/test_acts.py", "extract/test_examples_rules.py"),
    "commitments": ("extract/test_commitments.py", "extract/test_examples_told.py"),
    "responses": ("extract/test_commitments.py", "extract/test_examples_told.py"),
    "talks": ("extract/test_talks.py", "extract/test_examples_told.py"),
    "times": ("extract/test_times.py", "extract/test_examples_rules.py"),
    "furniture": ("clean/test_rules.py", "extract/test_examples_rules.py"),
    "numbers": ("extract/test_figures.py", "extract/test_examples_rules.py"),
    "walls": ("ingest/test_page_file.py",),
}


def entries(value: object, name: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every mapping of a vocabulary with its place, the innermost included."""
    if isinstance(value, Mapping):
        yield name, value
        for key, inner in value.items():
            yield from entries(inner, f"{name}/{key}")
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            place = inner.get("name", number) if isinstance(inner, Mapping) else number
            yield from entries(inner, f"{name}/{place}")


STEMS = sorted(path.stem for path in KINDS.glob("*.yaml"))
ALL = [found for stem in STEMS for found in entries(load(stem), stem)]
CODE = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "onrecord").rglob("*.py"))]


@pytest.mark.parametrize("entry", [pytest.param(row, id=name) for name, row in ALL if PATTERN & set(row)])
def test_every_pattern_has_an_example_sentence(entry: Mapping[str, object]) -> None:
    example = entry.get("example")
    assert isinstance(example, str), entry
    assert example.strip()


@pytest.mark.parametrize(("name", "row"), [pytest.param(name, row, id=name) for name, row in ALL])
def test_where_one_entry_has_an_example_all_beside_it_have_one(name: str, row: Mapping[str, object]) -> None:
    beside = {key: entry for key, entry in row.items() if isinstance(entry, Mapping)}
    if any("example" in entry for entry in beside.values()) and "/" in name:
        assert [key for key, entry in beside.items() if "example" not in entry] == []


@pytest.mark.parametrize("kind", sorted({name.partition("/")[0] for name, row in ALL if "example" in row}))
def test_the_examples_of_a_vocabulary_are_read_by_its_tests(kind: str) -> None:
    for test in READ_BY[kind]:
        text = (TESTS / test).read_text(encoding="utf-8")
        asked = re.search(rf"""load\(["']{kind}["']\)|["']{kind}["'], \w+_words|\brules\b""", text)
        assert asked is not None, test
        assert "example" in text, test


@pytest.mark.parametrize("kind", [kind for kind in STEMS if kind not in ("languages", "walls")])
def test_every_list_of_a_vocabulary_is_asked_for_by_the_code_that_loads_it(kind: str) -> None:
    using = [text for text in CODE if "kinds" in text and f'"{kind}"' in text]
    assert [key for key in load(kind) if not any(f'"{key}"' in text for text in using)] == []


def test_every_language_and_every_wall_is_told_by_its_entry() -> None:
    for kind, fields in (("languages", {"name", "words"}), ("walls", {"reason", "pattern", "example"})):
        rows = [row for row in load(kind).values() if isinstance(row, dict)]
        assert len(rows) == len(load(kind))
        assert {frozenset(row) for row in rows} == {frozenset(fields)}
