"""Pairs of actors that may be one, over a ledger on disk."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.ledger import open_ledger
from onrecord.model.period import Published
from onrecord.model.reading import Reading, Voice
from onrecord.model.report import Report
from tests.cli.conftest import Onrecord

AS_OF = ("--as-of", "2031-03-10")


def with_voices(place: Path, *names: str) -> Path:
    """A ledger with a report for each name."""
    day = date(2031, 3, 1)
    with open_ledger(str(place), create=True) as store:
        for at, name in enumerate(names):
            report = Report(f"r-{at:016}", f"{at}.txt", f"{name} came. {at}")
            voice = Voice(name, "person")
            store.enter(replace(report, published=Published(day, day, "given")), Reading(report.id, "hand", (voice,)))
    return place


def test_a_surname_of_two_people_is_listed_with_both(onrecord: Onrecord, tmp_path: Path) -> None:
    ledger = with_voices(tmp_path / "ledger.db", "Ilse Brenn", "Odo Brenn", "Brenn")
    ran = onrecord("actors", "--unsure", "--ledger", ledger, *AS_OF)
    assert ran.status == 0
    assert "Ilse Brenn" in ran.out
    assert "2 pairs" in ran.out


def test_the_pairs_of_one_actor_as_json(onrecord: Onrecord, tmp_path: Path) -> None:
    ledger = with_voices(tmp_path / "ledger.db", "Ilse Brenn", "Odo Brenn", "Brenn")
    ran = onrecord("actors", "--unsure", "--about", "Ilse", "--json", "--ledger", ledger, *AS_OF)
    (pair,) = [json.loads(line) for line in ran.lines]
    assert pair.keys() == {"one", "other", "reason"}
    assert pair["reason"] == "a surname alone that could be this person's"


def test_no_pairs_are_no_error(onrecord: Onrecord, tmp_path: Path) -> None:
    ledger = with_voices(tmp_path / "ledger.db", "Ilse Brenn", "Joss Tarl")
    ran = onrecord("actors", "--unsure", "--ledger", ledger, *AS_OF)
    assert (ran.status, "No pair" in ran.out) == (0, True)
