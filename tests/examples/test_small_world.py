"""The example reports through the real commands, from files to the brief: what a newcomer sees must be true."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gate.examples import broken_spans
from gate.world import World, plain

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ONRECORD = Path(sys.executable).with_name("onrecord")
LAST = "2019-12-31"  # after every report, also one whose day is only known as a period


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ONRECORD, *words], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("newcomer")


@pytest.fixture(scope="module")
def shown(room: Path) -> str:
    """What `onrecord demo` prints, in a folder of its own."""
    done = run("demo", cwd=room)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def world(room: Path, shown: str) -> World:
    """The demo's ledger as of a day after all of them, as it is exported."""
    done = run("export", "--ledger", "onrecord-demo.db", "--as-of", LAST, cwd=room)
    assert done.returncode == 0, done.stderr
    return World([json.loads(line) for line in done.stdout.splitlines()])


def report(world: World, name: str) -> Any:
    found = world.report(name)
    assert found, name
    return found


def test_the_demo_shows_a_brief_that_names_the_day_and_the_states(shown: str) -> None:
    assert "15 Apr 2019" in shown
    assert "Orlavia" in shown
    assert "Kestria" in shown


def test_every_report_is_in_the_ledger_letter_by_letter(world: World) -> None:
    plain_files = sorted(EXAMPLES.glob("*.txt"))
    items = sum(len(wire.read_text(encoding="utf-8").splitlines()) for wire in EXAMPLES.glob("*.jsonl"))
    pages = len(list(EXAMPLES.glob("*.html")))
    assert len(world.of("report")) == len(plain_files) + items + pages
    for path in plain_files:
        assert report(world, path.name)["text"] == path.read_text(encoding="utf-8")


def test_every_span_reads_what_its_report_reads(world: World) -> None:
    assert broken_spans(world) == []


def test_the_ledger_passes_its_own_check(room: Path, world: World) -> None:
    done = run("check", "--ledger", "onrecord-demo.db", cwd=room)
    assert done.returncode == 0, done.stdout + done.stderr


def test_reading_again_changes_nothing(room: Path, world: World) -> None:
    done = run("read", str(EXAMPLES), "--ledger", "onrecord-demo.db", cwd=room)
    assert done.returncode == 0, done.stderr
    again = run("export", "--ledger", "onrecord-demo.db", "--as-of", LAST, cwd=room)
    assert [json.loads(line) for line in again.stdout.splitlines()] == world.records


def test_nothing_of_the_page_around_a_report_is_in_the_ledger(world: World) -> None:
    page = report(world, "2019-03-15-basin-today-lenta-pass-closed.txt")
    said = [row for row in world.of("statement") if row["report"] == page["id"]]
    assert said
    quoted = " ".join(span["exact"] for row in said for span in row["content"])
    assert not any(words in quoted for words in ("newsletter", "Goalkeeper", "kettle", "terms", "email"))


def test_the_agency_story_printed_by_two_outlets_is_one_origin(world: World) -> None:
    whole = report(world, "2019-03-05-harbour-post-kestria-protests-dam.txt")
    cut = report(world, "2019-03-06-lowland-courier-orlavia-closes-dam.txt")
    assert whole["id"] in (cut["copies_of"], whole["copies_of"] or whole["id"])
    assert {whole["copies_of"], cut["copies_of"]} != {None}


def test_states_that_no_list_knows_are_learned_from_the_reports(world: World) -> None:
    speaks = {row["name"]: world.speaks_for(row["id"]) for row in world.of("actor")}
    for name, state in (("Katrin Solvei", "Orlavia"), ("Ruben Thale", "Kestria"), ("Agnes Tollund", "Brenland")):
        assert plain(state) in speaks[name], name


def test_the_call_told_by_two_sides_is_one_talk(world: World) -> None:
    calls = [
        row
        for row in world.of("talk")
        if {"ilian dravec", "ines bettany"} <= {name for party in row["parties"] for name in world.named(party)}
        and row["when"]["start"] == row["when"]["end"] == "2019-03-11"
    ]
    assert len(calls) == 1
    told = {mention["report"] for mention in calls[0]["mentions"]}
    assert report(world, "2019-03-12-halmora-gazette-dravec-pledge.txt")["id"] in told


def test_as_of_an_early_day_later_reports_do_not_count(room: Path, world: World) -> None:
    done = run("export", "--ledger", "onrecord-demo.db", "--as-of", "2019-03-08", cwd=room)
    early = World([json.loads(line) for line in done.stdout.splitlines()])
    days = [row["published"]["end"] for row in early.of("report")]
    assert days
    assert all(day is None or day <= "2019-03-08" for day in days)
