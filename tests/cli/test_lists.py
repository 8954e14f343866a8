"""The lists and their filters, over a ledger on disk."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Onrecord, Ran

AS_OF = ("--as-of", "2031-03-10")
LISTS = ["statements", "talks", "commitments", "disputes", "figures", "timeline", "reports", "actors"]


def rows(ran: Ran) -> list[dict[str, object]]:
    """The JSON Lines that were printed."""
    assert ran.status == 0, ran.err
    return [json.loads(line) for line in ran.lines]


def said(ran: Ran) -> list[str]:
    """The words of the statements that were printed as JSON."""
    return [row["content"][0]["exact"] for row in rows(ran)]  # type: ignore[index]


def test_statements_stand_in_the_order_of_days_and_text(onrecord: Onrecord, ledger: Path) -> None:
    words = said(onrecord("statements", "--json", "--ledger", ledger, *AS_OF))
    assert [word[:20] for word in words] == [
        "that Varnholt will w",
        "that this would have",
        "that the lamp stay l",
        "that Brenn had promi",
        "that any letter was ",
    ]


def test_json_is_the_exported_shape(onrecord: Onrecord, ledger: Path) -> None:
    exported = {json.loads(line)["id"]: line for line in onrecord("export", "--ledger", ledger, *AS_OF).lines}
    for command in set(LISTS) - {"timeline"}:
        listed = onrecord(command, "--json", "--ledger", ledger, *AS_OF).lines
        assert listed
        assert all(exported[json.loads(line)["id"]] == line for line in listed)


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        (["--by", "Ilse Brenn"], 2),
        (["--by", "brenn"], 2),
        (["--by", "Varnholt"], 2),  # whoever speaks for it counts
        (["--by", "Oska"], 3),
        (["--to", "Varnholt"], 1),
        (["--act", "deny"], 1),
        (["--act", "deny", "--act", "doubt"], 2),
        (["--about", "letter signed"], 1),
        (["--about", "letter unsigned"], 0),
        (["--since", "2031-03-02"], 2),
        (["--until", "2031-03-01"], 3),
        (["--by", "Oska", "--act", "demand", "--until", "2031-03-01"], 1),
    ],
)
def test_filters_of_statements(onrecord: Onrecord, ledger: Path, filters: list[str], number: int) -> None:
    assert len(said(onrecord("statements", "--json", "--ledger", ledger, *AS_OF, *filters))) == number


def test_statements_by_an_id(onrecord: Onrecord, ledger: Path) -> None:
    actors = rows(onrecord("actors", "--json", "--ledger", ledger, *AS_OF))
    tarl = next(actor["id"] for actor in actors if actor["name"] == "Joss Tarl")
    assert len(said(onrecord("statements", "--json", "--by", tarl, "--ledger", ledger, *AS_OF))) == 2


def test_a_commitment_falls_overdue_as_the_days_pass(onrecord: Onrecord, ledger: Path) -> None:
    def status(day: str) -> object:
        return rows(onrecord("commitments", "--json", "--ledger", ledger, "--as-of", day))[0]["status"]

    assert status("2031-03-10") == "overdue"
    assert status("2031-03-01") != "overdue"
    assert (
        rows(onrecord("commitments", "--json", "--status", "overdue", "--ledger", ledger, "--as-of", "2031-03-01"))
        == []
    )


def test_what_was_not_published_yet_does_not_count_and_is_said(onrecord: Onrecord, ledger: Path) -> None:
    then = onrecord("talks", "--ledger", ledger, *AS_OF)
    assert "Midsound" not in then.out
    assert "1 later report not counted" in then.out
    assert "Midsound" in onrecord("talks", "--status", "planned", "--ledger", ledger, "--as-of", "2031-03-20").out


def test_talks_between_two_parties(onrecord: Onrecord, ledger: Path) -> None:
    between = ("--by", "Oska", "--to", "Varnholt")
    assert len(rows(onrecord("talks", "--json", *between, "--ledger", ledger, *AS_OF))) == 1


def test_a_dispute_shows_both_sides_in_their_words(onrecord: Onrecord, ledger: Path) -> None:
    shown = onrecord("disputes", "--ledger", ledger, *AS_OF).out
    assert "asserted by Joss Tarl: “Brenn had promised it in writing”" in shown
    assert "denied by Ilse Brenn: “denied that any letter was signed”" in shown
    assert (
        rows(onrecord("disputes", "--json", "--by", "Ilse Brenn", "--to", "Ilse Brenn", "--ledger", ledger, *AS_OF))
        == []
    )


def test_a_figure_says_who_gives_it(onrecord: Onrecord, ledger: Path) -> None:
    assert "keepers · light: more than 65 (Joss Tarl)" in onrecord("figures", "--ledger", ledger, *AS_OF).out


def test_the_timeline_runs_from_the_call_to_the_dispute(onrecord: Onrecord, ledger: Path) -> None:
    events = [row["what"] for row in rows(onrecord("timeline", "--json", "--ledger", ledger, *AS_OF))]
    assert events[0] == "talk held"
    assert events.index("pledged") < events.index("overdue")
    assert "disputed" in events
    assert "overdue" not in onrecord("timeline", "--until", "2031-03-05", "--ledger", ledger, *AS_OF).out


def test_reports_with_the_basis_of_their_day(onrecord: Onrecord, ledger: Path) -> None:
    shown = onrecord("reports", "--about", "pledge", "--ledger", ledger, *AS_OF)
    assert "1 Mar 2031" in shown.lines[1]
    assert "given" in shown.lines[1]
    assert shown.lines[-1].startswith("1 report ")


def test_actors_and_for_whom_they_speak(onrecord: Onrecord, ledger: Path) -> None:
    names = [row["name"] for row in rows(onrecord("actors", "--json", "--by", "Varnholt", "--ledger", ledger, *AS_OF))]
    assert sorted(names) == ["Ilse Brenn", "Varnholt"]


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("command", [*LISTS, "brief", "search"])
def test_nothing_is_wider_than_the_terminal(
    onrecord: Onrecord, ledger: Path, monkeypatch: pytest.MonkeyPatch, command: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = onrecord(command, *(["keepers"] if command == "search" else []), "--ledger", ledger, *AS_OF)
    assert ran.lines
    assert max(map(len, ran.lines)) <= columns
    assert all(line == line.rstrip() for line in ran.lines)


def test_the_ledger_of_the_environment(onrecord: Onrecord, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_LEDGER", str(ledger))
    assert onrecord("reports", *AS_OF).lines[-1].startswith("2 reports")


def test_search_finds_words_and_heeds_the_filters(onrecord: Onrecord, ledger: Path) -> None:
    found = rows(onrecord("search", "keepers", "--json", "--ledger", ledger, *AS_OF))
    assert {row["type"] for row in found} == {"statement", "report"}
    assert len(rows(onrecord("search", "keepers", "--json", "--limit", "1", "--ledger", ledger, *AS_OF))) == 1
    by_brenn = rows(onrecord("search", "keepers", "--by", "Ilse Brenn", "--json", "--ledger", ledger, *AS_OF))
    assert [row["type"] for row in by_brenn] == ["statement"]
    assert rows(onrecord("search", "Midsound", "--json", "--ledger", ledger, *AS_OF)) == []  # published later


@pytest.mark.parametrize("query", ['"', "NEAR(", "a AND OR", "*", "'; drop table report;--", "x" * 10_000, "\x00", "%"])
def test_no_query_breaks_the_search(onrecord: Onrecord, ledger: Path, query: str) -> None:
    assert onrecord("search", query, "--ledger", ledger, *AS_OF).status == 0


def test_the_brief_in_its_three_forms(onrecord: Onrecord, ledger: Path, tmp_path: Path) -> None:
    shown = onrecord("brief", "--ledger", ledger, *AS_OF)
    assert shown.lines[0] == "State of play · 10 Mar 2031"
    assert onrecord("brief", "--ledger", ledger, *AS_OF).out == shown.out
    (told,) = rows(onrecord("brief", "--json", "--ledger", ledger, *AS_OF))
    assert told["later"] == 1
    markdown = onrecord("brief", "--format", "markdown", "--ledger", ledger, *AS_OF).out
    written = onrecord("brief", "-o", tmp_path / "note.md", "--ledger", ledger, *AS_OF)
    assert (written.status, written.out) == (0, "")
    assert (tmp_path / "note.md").read_text() == markdown
    assert markdown.startswith("# State of play · 10 Mar 2031\n")
    assert [path.name for path in tmp_path.iterdir()] == ["note.md"]


def test_a_day_before_every_report_says_what_to_do(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("brief", "--ledger", ledger, "--as-of", "2030-01-01")
    assert ran.status == 0
    assert "Nothing is on record by this day." in ran.out
    assert "--as-of" in ran.err


def test_a_sound_ledger_passes_its_check(onrecord: Onrecord, ledger: Path) -> None:
    ran = onrecord("check", "--ledger", ledger)
    assert ran.status == 0
    assert "3 reports checked; every quote stands in its text" in ran.out


def test_a_ledger_that_was_tampered_with_does_not(onrecord: Onrecord, ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(ledger.read_bytes())
    with sqlite3.connect(copy) as database:
        database.execute("UPDATE report SET text = replace(text, 'promised', 'premised')")
    database.close()
    ran = onrecord("check", "--ledger", copy)
    assert ran.status == 3
    assert "problems" in ran.lines[-1]


def test_tables_for_a_spreadsheet(onrecord: Onrecord, ledger: Path, tmp_path: Path) -> None:
    assert onrecord("export", "--format", "csv", "-o", tmp_path / "tables", "--ledger", ledger, *AS_OF).status == 0
    assert (tmp_path / "tables" / "commitment.csv").read_text().count("overdue") >= 1
