"""Furniture by line against the gold reports, where they are at hand."""

import json
from pathlib import Path

import pytest

from onrecord.clean import clean
from onrecord.model.report import Report

GOLD = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.skipif(not GOLD.is_dir(), reason="needs ../shared/gold, which a user's clone does not have")
@pytest.mark.parametrize("folder", ["seeds", "korea-2018", "gaza-2012"])
def test_furniture_lines_are_found_as_a_careful_reader_marks_them(folder: str) -> None:
    hit = said = wanted = 0
    for file in sorted((GOLD / folder).glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        gold = set(json.loads(file.with_suffix(".txt.json").read_text(encoding="utf-8"))["furniture"])
        marked = _lines_marked(text)
        lines = [line.strip() for line in text.split("\n") if line.strip() in gold]
        hit += sum(line in gold for line in marked)
        said, wanted = said + len(marked), wanted + len(lines)
    assert 2 * hit / (said + wanted) >= 0.85


def _lines_marked(text: str) -> list[str]:
    marked = [text[start:end] for start, end in clean(Report("r-1", "a.txt", text)).furniture]
    return [line.strip() for piece in marked for line in piece.split("\n") if line.strip()]
