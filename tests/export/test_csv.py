"""Tables for a spreadsheet: readable, complete, and nothing in them that is run."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import OnrecordError, UsageError
from onrecord.export import EXPORTERS
from onrecord.export.cells import columns, safe
from onrecord.export.rows import TYPES
from onrecord.model.ledger import Ledger
from tests.export.world import DAY, TEXT, ledger

CSV = EXPORTERS["csv"]


def table(kind: str, of: Ledger | None = None) -> list[dict[str, str]]:
    out = BytesIO()
    CSV.to_stream(of or ledger(), out, (kind,))
    return list(csv.DictReader(out.getvalue().decode().splitlines(keepends=True)))


def test_a_folder_gets_a_table_for_each_type(tmp_path: Path) -> None:
    CSV.to_place(ledger(), tmp_path / "tables", ())
    assert sorted(file.stem for file in (tmp_path / "tables").iterdir()) == sorted(TYPES.values())
    assert (tmp_path / "tables" / "talk.csv").read_bytes().startswith(b"\xef\xbb\xbftype,id,parties,parties_name,")


def test_one_type_can_be_a_file_of_its_own(tmp_path: Path) -> None:
    CSV.to_place(ledger(), tmp_path / "talks.csv", ("talk",))
    assert (tmp_path / "talks.csv").is_file()
    CSV.to_place(ledger(), tmp_path / "some", ("talk", "claim"))
    assert sorted(file.name for file in (tmp_path / "some").iterdir()) == ["claim.csv", "talk.csv"]


def test_a_stream_takes_one_type(tmp_path: Path) -> None:
    for only in ((), ("talk", "claim")):
        with pytest.raises(UsageError, match="a table holds one type of record; name one with --only"):
            CSV.to_stream(ledger(), BytesIO(), only)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "tables").touch()
    with pytest.raises(OnrecordError, match=r"the tables need a folder \(File exists\)"):
        CSV.to_place(ledger(), tmp_path / "tables", ())


def test_ids_have_names_beside_them_and_periods_and_spans_their_columns() -> None:
    nobody, keld = table("statement")
    assert (keld["source"], keld["source_name"]) == ("a-1", "Ostrava Keld")
    assert keld["chain_name"] == "'+Pell | Ostrava Keld"
    assert (keld["cue"], keld["cue_place"]) == ("said", "5-9")
    assert keld["content"] == "the weirs would open by Friday | Pell denied it"
    assert keld["content_place"] == "10-40 42-56"
    assert (keld["said_start"], keld["said_end"]) == ("2031-05-05", "2031-05-05")
    assert (nobody["source_name"], nobody["cue"], nobody["cue_place"], nobody["said_start"]) == ("", "", "", "")


def test_a_report_keeps_its_text_and_the_basis_of_its_day() -> None:
    first, second = table("report")
    assert first["text"] == TEXT
    assert (first["published_start"], first["published_basis"]) == ("2031-05-05", "given")
    assert second["published_basis"] == "unknown"


def test_columns_are_the_same_for_an_empty_ledger() -> None:
    for kind in TYPES.values():
        out = BytesIO()
        CSV.to_stream(Ledger(DAY), out, (kind,))
        assert out.getvalue().decode().strip().split(",") == list(columns(kind))


def test_nothing_that_a_spreadsheet_would_run_begins_a_cell() -> None:
    assert table("report")[0]["title"] == "'=cmd|' /C calc'!A0"
    assert table("report")[0]["outlet"] == "'@Harl"
    assert table("actor")[1]["name"] == "'+Pell"
    assert table("dispute")[0]["claim"] == "'-weirs"
    assert table("claim")[0]["text"] == "'\tthe weirs would open"


def test_a_negative_number_stays_a_number() -> None:
    assert [figure["value"] for figure in table("figure")] == ["1200", "-0.5"]


@given(st.text())
def test_any_text_is_safe_and_comes_back(text: str) -> None:
    cell = safe(text)
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.replace("\0", "").removeprefix("'")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_comes_back_through_a_table(name: str) -> None:
    actors = (replace(ledger().actors[0], name=name),)
    out = BytesIO()
    CSV.to_stream(Ledger(DAY, actors=actors), out, ("actor",))
    (row,) = csv.DictReader(StringIO(out.getvalue().decode(), newline=""))
    assert row["name"] == safe(name)
