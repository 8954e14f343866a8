"""The commands that read reports, with the real reader on two short reports of our own."""

import io
import json
import sys
from pathlib import Path

import pytest
import spacy

from onrecord.cli.demo import PLACE
from onrecord.cli.reading import Reading
from tests.cli.conftest import Onrecord
from tests.ingest.fetch.server import Site, serving
from tests.ingest.made import page_of

LIGHT = (
    "The Harbour Sheet\n\nMarch 1, 2031\n\n"
    "Foreign Minister Ilse Brenn of Varnholt said on Saturday that the keepers will leave the Skerry light by 5 March. "
    "Oska's prime minister, Joss Tarl, said that he doubted it.\n"
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with one report and one file that is none."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "light.txt").write_text(LIGHT)
    return folder


def test_reading_ends_with_what_was_taken_in_where_it_is_and_what_to_do_next(onrecord: Onrecord, reports: Path) -> None:
    ran = onrecord("read", reports)
    assert (ran.status, ran.err) == (0, "")
    assert ran.lines[0].startswith("1 report taken in · ")
    assert "words in" in ran.lines[0]
    assert ran.lines[1:] == ["The ledger is onrecord.db and holds 1 report.", "Next: onrecord brief"]
    assert "Ilse Brenn" in onrecord("statements").out


def test_reading_again_enters_nothing_twice(onrecord: Onrecord, reports: Path) -> None:
    onrecord("read", reports, "--ledger", "light.db")
    before = onrecord("export", "--ledger", "light.db").out
    ran = onrecord("read", reports, "--ledger", "light.db")
    assert ran.status == 0
    assert ran.lines[0].startswith("0 reports taken in, 1 already held")
    assert ran.lines[-1] == "Next: onrecord brief --ledger light.db"
    assert onrecord("export", "--ledger", "light.db").out == before


def test_what_is_refused_is_named_and_the_rest_is_read(onrecord: Onrecord, reports: Path) -> None:
    (reports / "picture.txt").write_bytes(b"\x89PNG\x00\x00" * 200)
    (reports / "empty.txt").write_text("")
    ran = onrecord("read", reports)
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 2
    assert all(line.startswith("onrecord: refused: ") for line in ran.err.splitlines())
    assert "picture.txt" in ran.err
    assert "empty.txt" in ran.err
    assert ran.lines[0].startswith("1 report taken in, 2 refused")


def test_where_everything_is_refused_nothing_was_done(onrecord: Onrecord) -> None:
    ran = onrecord("read", "nowhere/")
    assert ran.status == 3
    assert "nowhere" in ran.err


def test_json_lines_on_standard_input(onrecord: Onrecord, monkeypatch: pytest.MonkeyPatch) -> None:
    wire = json.dumps({"text": LIGHT, "file": "wire-1", "outlet": "Coast Wire", "published": "2031-03-01"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{wire}\nnot json\n".encode())))
    ran = onrecord("read", "-")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1
    row = json.loads(onrecord("reports", "--json", "--as-of", "2031-03-02").out)
    assert (row["name"], row["outlet"], row["text"]) == ("wire-1", "Coast Wire", LIGHT)


def test_attributions_are_places_in_the_text_and_need_no_ledger(
    onrecord: Onrecord, reports: Path, tmp_path: Path
) -> None:
    ran = onrecord("attributions", reports / "light.txt")
    assert ran.status == 0
    found = [json.loads(line) for line in ran.lines]
    assert all(list(row) == ["report", "source", "cue", "content", "level", "confidence"] for row in found)
    places = [tuple(piece) for row in found for role in ("source", "cue", "content") for piece in row[role]]
    assert places
    assert all(0 <= start < end <= len(LIGHT) and LIGHT[start:end].strip() for start, end in places)
    assert not list(tmp_path.glob("*.db"))


def test_attributions_as_stand_off_files(onrecord: Onrecord, reports: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in onrecord("attributions", reports).lines]
    assert onrecord("attributions", reports, "--format", "polnear", "-o", tmp_path / "marked").status == 0
    assert (tmp_path / "marked" / "light.txt").read_text() == LIGHT
    events = [line for line in (tmp_path / "marked" / "light.ann").read_text().splitlines() if line.startswith("E")]
    assert 0 < len(events) <= len(rows)


def test_attributions_of_nothing_readable(onrecord: Onrecord) -> None:
    ran = onrecord("attributions", "nowhere.txt")
    assert (ran.status, ran.out) == (3, "")
    assert "nowhere.txt" in ran.err


def test_the_demo_reads_into_a_fresh_ledger_of_its_own(
    onrecord: Onrecord, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ONRECORD_LEDGER", str(tmp_path / "mine.db"))
    first, second = onrecord("demo"), onrecord("demo")
    assert first.status == 0
    assert "State of play" in first.out
    assert first.lines[2:] == second.lines[2:]  # made anew, and the same
    assert (tmp_path / PLACE).exists()
    assert not (tmp_path / "mine.db").exists()


def test_the_demo_overwrites_nothing(onrecord: Onrecord, tmp_path: Path) -> None:
    (tmp_path / "letters.db").write_text("Dear all")
    ran = onrecord("demo", "--ledger", "letters.db")
    assert ran.status == 3
    assert (tmp_path / "letters.db").read_text() == "Dear all"


def test_another_spacy_pipeline_reads_syntax_and_names(onrecord: Onrecord, reports: Path, tmp_path: Path) -> None:
    spacy.blank("en", meta={"name": "words", "version": "1"}).to_disk(tmp_path / "words")
    named = ("--pipeline", tmp_path / "words")
    found = onrecord("attributions", reports / "light.txt", *named)
    assert (found.status, found.err) == (0, "")
    assert found.out == onrecord("attributions", reports / "light.txt").out  # it says nothing of its own: ours stands
    assert onrecord("read", reports).lines[0].startswith("1 report taken in")
    assert onrecord("read", reports, *named).lines[0].startswith("0 reports taken in, 1 read again")


@pytest.mark.parametrize("command", [("read", "reports"), ("attributions", "reports"), ("demo",)])
def test_a_pipeline_that_is_not_installed_is_one_line(
    onrecord: Onrecord, reports: Path, command: tuple[str, ...]
) -> None:
    ran = onrecord(*command, "--pipeline", "en_no_such_pipeline")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err == (
        "onrecord: en_no_such_pipeline: no spaCy pipeline of this name is installed; "
        "install it (python -m spacy download en_no_such_pipeline) or leave out --pipeline\n"
    )


def test_many_refusals_are_summed_up_by_their_reasons(onrecord: Onrecord, reports: Path) -> None:
    for number in range(12):
        (reports / f"{number}.txt").write_text("" if number else "x\x00" * 20)
    ran = onrecord("read", reports)
    assert ran.lines[1:3] == [
        "  11 refused: the file is empty",
        "  1 refused: looks like UTF-… without a byte-order mark",
    ] or (ran.lines[1] == "  11 refused: the file is empty")


def test_a_table_is_read_by_the_columns_that_are_named(onrecord: Onrecord, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('day,story\n2019-03-01,"' + LIGHT.replace('"', '""') + '"\n')
    assert onrecord("read", "a.csv", "--columns", "text=story,published=day").status == 0
    row = json.loads(onrecord("reports", "--json", "--as-of", "2031-03-02").out)
    assert (row["published"]["start"], row["seen"]) == ("2019-03-01", [{"at": "a.csv:2", "via": "table"}])
    ran = onrecord("read", "a.csv", "--columns", "words=story")
    assert ran.status == 2
    assert "--columns words=story: write it like text=body" in ran.err


def test_a_page_is_fetched_from_a_host_that_is_allowed(onrecord: Onrecord) -> None:
    with serving(Site({"/a": page_of()})) as site:
        refused = onrecord("read", site["/a"])
        assert refused.status == 3
        assert "127.0.0.1 is not a public machine; if you mean it: --allow-host 127.0.0.1" in refused.err
        assert onrecord("read", site["/a"], "--allow-host", "127.0.0.1").status == 0


def test_a_long_reading_says_how_far_it_is() -> None:
    shown = Reading(1_000)
    shown.passed(250)
    shown._began -= 60
    assert shown._rate() == "0 reports, 0 words, 0 a second, 25%, about 3 minutes left"
