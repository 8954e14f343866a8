"""How joining is counted: pairs of voices that are known, within a report and across reports."""

import json
from pathlib import Path

import pytest

from gate.actors import Gold, Known, Unit, gold, score, units
from onrecord.model.reading import Reading, Voice
from onrecord.model.span import Span

LIST = Path(__file__).parents[2] / "gate" / "actors.json"
ANDERS = Known("Anders Holt", frozenset({"Anders Holt"}), {"Holt": frozenset({"one"})})
BERIT = Known("Berit Holt", frozenset({"Berit Holt"}), {"Holt": frozenset({"two"})})
HOLTS = Gold((ANDERS, BERIT), {"isles": frozenset({"one", "two"})})


def voice(name: str, *words: str) -> Voice:
    return Voice(name, "person", mentions=tuple(Span("r1", 0, len(word), word) for word in words))


def known(*voices: Voice, file: str = "one") -> list[str]:
    reading = Reading("r1", "hand", voices)
    homes = {("r1", number): "a" for number in range(len(voices))}
    return [unit.known for unit in units(HOLTS, [reading], {"r1": file}, homes)]


def test_a_shared_surname_means_whom_the_list_says_it_means_in_that_report() -> None:
    assert known(voice("Holt")) == ["Anders Holt"]
    assert known(voice("Holt"), file="two") == ["Berit Holt"]
    assert known(voice("Holt"), file="three") == []


def test_articles_and_owners_do_not_hide_a_name() -> None:
    assert known(voice("somebody", "Anders Holt’s")) == ["Anders Holt"]
    assert known(voice("the Anders Holt")) == ["Anders Holt"]


def test_a_voice_mixed_of_two_is_a_pair_wrongly_joined() -> None:
    assert known(voice("Anders Holt", "Berit Holt")) == ["Anders Holt", "Berit Holt"]
    found = score([Unit("Anders Holt", "a"), Unit("Berit Holt", "a")])
    assert found["actors joined: precision"] == 0.0


def test_precision_counts_pairs_joined_and_recall_pairs_that_are_one() -> None:
    joined = [Unit("Anders", "a"), Unit("Anders", "a"), Unit("Anders", "b"), Unit("Berit", "b"), Unit("Berit", "b")]
    assert score(joined) == {
        "actors joined: precision": 0.5,
        "actors joined: recall": 0.5,
        "actors joined: recall, mean over actors": pytest.approx((1 / 3 + 1) / 2, abs=1e-4),
    }


def test_the_list_names_its_reports_and_no_name_means_two_actors() -> None:
    listed, rows = gold(LIST), json.loads(LIST.read_text(encoding="utf-8"))
    forms = [form for actor in listed.actors for form in actor.forms]
    assert len(forms) == len(set(forms))
    assert len(listed.actors) >= 60
    assert sum(len(files) for files in listed.reports.values()) <= 60
    assert {row["from"] for row in rows["actors"]} == set(listed.reports)
    files = {file for those in listed.reports.values() for file in those}
    assert all(those <= files for actor in listed.actors for those in actor.only.values())
