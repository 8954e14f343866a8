"""Statements told by a pronoun or a description, beside a ledger in which one is right, one wrong and one missing."""

import json
from pathlib import Path

import pytest

from gate.meant import Case, cases, figures, kind_of
from gate.world import World

TEXT = "Jana Meril came. She said it was late. A spokesman added he was tired. They denied that it rained. Meril left."


@pytest.mark.parametrize(
    ("source", "kind"),
    [("he", "pronoun"), ("They", "pronoun"), ("A spokesman", "description"), ("the agency", "description"),
     ("both delegations", "description"), ("the French presidency", ""), ("Jana Meril", ""), ("", "")],
)  # fmt: skip
def test_sources_are_pronouns_descriptions_or_names(source: str, kind: str) -> None:
    assert kind_of(source) == kind


def test_each_statement_is_judged_by_the_one_with_its_words(tmp_path: Path) -> None:
    said = [
        ("She", "Jana Meril", "it was late"),
        ("A spokesman", "spokesman", "he was tired"),
        ("They", "Ostria", "it rained"),
    ]
    gold = {
        "report": "rain.txt",
        "actors": {"Jana Meril": {"aliases": ["Meril"]}},
        "statements": [
            {"source": name, "source_text": words, "content": [content]} for words, name, content in said
        ] + [{"source": "Jana Meril", "source_text": "Meril", "content": ["left"]}],
    }  # fmt: skip
    (tmp_path / "rain.txt").write_text(TEXT)
    (tmp_path / "rain.txt.json").write_text(json.dumps(gold))
    world = World([
        {"type": "report", "id": "r-1", "name": "rain.txt", "text": TEXT},
        {"type": "actor", "id": "a-1", "name": "Meril", "aliases": [], "party": None},
        {"type": "actor", "id": "a-2", "name": "Ostria", "aliases": [], "party": None},
        {"type": "statement", "report": "r-1", "source": "a-1", "content": [span("it was late")]},
        {"type": "statement", "report": "r-1", "source": "a-2", "content": [span("he was tired")]},
    ])  # fmt: skip
    found = list(cases(tmp_path, world))
    assert found == [
        Case("pronoun", found=True, right=True),
        Case("description", found=True, right=False),
        Case("pronoun", found=False, right=False),
    ]
    assert figures(found) == {
        "pronouns: right person": 1.0,
        "descriptions: right person": 0.0,
        "pronouns and descriptions: right person": 0.5,
        "pronouns and descriptions: right person, missed ones counted": 0.3333,
    }


def span(words: str) -> dict[str, object]:
    at = TEXT.index(words)
    return {"report": "r-1", "start": at, "end": at + len(words), "exact": words}
