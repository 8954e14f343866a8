"""Every entry of the vocabulary that is a rule of its own has an example, and a test that reads it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from onrecord.model.kinds import load

KINDS = Path(__file__).resolve().parents[2] / "onrecord/model/kinds"
TESTS = Path(__file__).resolve().parents[1]
PATTERN = frozenset({"when", "pattern", "match", "regex"})
READ_BY = {
    "acts": "extract/test_acts.py", "reporting": "extract/test_acts.py", "commitments": "extract/test_commitments.py",
    "responses": "extract/test_commitments.py", "talks": "extract/test_talks.py", "times": "extract/test_times.py",
    "furniture": "clean/test_rules.py", "numbers": "extract/test_figures.py", "walls": "ingest/test_page_file.py",
}  # fmt: skip


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


ALL = [found for path in sorted(KINDS.glob("*.yaml")) for found in entries(load(path.stem), path.stem)]


@pytest.mark.parametrize("entry", [pytest.param(row, id=name) for name, row in ALL if PATTERN & set(row)])
def test_every_pattern_has_an_example_sentence(entry: Mapping[str, object]) -> None:
    example = entry.get("example")
    assert isinstance(example, str), entry
    assert example.strip()


@pytest.mark.parametrize("kind", sorted({name.partition("/")[0] for name, row in ALL if "example" in row}))
def test_the_examples_of_a_vocabulary_are_read_by_its_tests(kind: str) -> None:
    test = TESTS / READ_BY[kind] if kind in READ_BY else None
    reading = [path for path in TESTS.rglob("test_*.py") if _reads(path, kind)]
    assert reading if test is None else test in reading, f"no test reads the examples of {kind}.yaml"


def _reads(path: Path, kind: str) -> bool:
    text = path.read_text(encoding="utf-8")
    loads = re.search(rf"""load\(["']{kind}["']\)|\brules\b""", text) is not None
    return loads and "example" in text
