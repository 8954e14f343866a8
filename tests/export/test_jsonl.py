"""The JSON Lines that other programs rely on, held to the contract field by field."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest

from onrecord.errors import OnrecordError
from onrecord.export import EXPORTERS, row, rows
from onrecord.export.rows import TYPES
from onrecord.export.wire import SHAPES
from tests.export.world import TEXT, ledger

CONTRACT = {
    "report": "id name outlet title agencies published language text furniture copies_of",
    "actor": "id name kind party aliases wikidata",
    "statement": "id report source source_span chain cue content mode act addressee said about confidence",
    "talk": "id parties when where format minutes status mentions",
    "commitment": "id by to action due condition status status_since history mentions",
    "figure": "id report value high compare unit of where by said evidence series",
    "dispute": "id claim asserted_by denied_by statements mentions",
    "claim": "id text statements outlets origins status",
    "judgement": "id about decision by at note",
}


def exported() -> list[dict[str, object]]:
    out = BytesIO()
    EXPORTERS["jsonl"].to_stream(ledger(), out, ())
    return [json.loads(line) for line in out.getvalue().decode().splitlines()]


def test_types_come_in_order_and_records_by_id() -> None:
    assert [(row["type"], row["id"]) for row in exported()] == [
        ("report", "r-1"), ("report", "r-2"), ("actor", "a-1"), ("actor", "a-2"), ("statement", "s-0"),
        ("statement", "s-1"), ("talk", "t-1"), ("commitment", "c-1"), ("figure", "f-1"), ("figure", "f-2"),
        ("dispute", "d-1"), ("claim", "k-1"), ("judgement", "j-1"),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", TYPES.values())
def test_the_contract_s_fields_come_first_and_in_its_order(kind: str) -> None:
    for found in exported():
        if found["type"] == kind:
            fields = ["type", *CONTRACT[kind].split()]
            assert list(found)[: len(fields)] == fields
            assert list(found) == list(get_type_hints(SHAPES[kind]))


def test_every_record_has_the_shape_that_is_declared() -> None:
    for found in exported():
        msgspec.convert(found, SHAPES[str(found["type"])], strict=True)


def test_days_spans_and_nothing_are_written_as_the_contract_says() -> None:
    by_id = {str(found["id"]): found for found in exported()}
    assert by_id["r-1"]["published"] == {"start": "2031-05-05", "end": "2031-05-05", "basis": "given"}
    assert by_id["r-2"]["published"] == {"start": None, "end": None, "basis": "unknown"}
    assert by_id["r-1"]["furniture"] == [[0, 4]]
    assert by_id["r-1"]["text"] == TEXT
    assert by_id["s-0"]["said"] == {"start": None, "end": None}
    assert by_id["s-1"]["cue"] == {"report": "r-1", "start": 5, "end": 9, "exact": "said"}
    assert by_id["c-1"]["status_since"] == "2031-05-05"
    assert by_id["f-1"]["value"] == 1200
    assert isinstance(by_id["f-1"]["value"], int)
    assert (by_id["f-2"]["value"], by_id["f-2"]["high"]) == (-0.5, 2.5)


def test_a_record_is_one_line_for_whoever_splits_lines() -> None:
    out = BytesIO()
    EXPORTERS["jsonl"].to_stream(ledger(), out, ())
    assert len(out.getvalue().decode().splitlines()) == out.getvalue().count(b"\n") == 13


def test_only_the_types_that_are_wanted_are_written() -> None:
    assert {found["type"] for found in rows(ledger(), only=("claim", "talk"))} == {"claim", "talk"}


def test_one_record_is_written_as_it_is_in_the_export() -> None:
    (talk,) = ledger().talks
    assert row(talk) in exported()


def test_the_order_inside_the_ledger_makes_no_difference() -> None:
    turned = replace(ledger(), reports=ledger().reports[::-1], actors=ledger().actors[::-1])
    assert list(rows(turned)) == list(rows(ledger()))


def test_a_file_is_written_whole_or_left_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "ledger.jsonl"
    EXPORTERS["jsonl"].to_place(ledger(), place, ())
    before = place.read_bytes()
    with pytest.raises(AttributeError):
        EXPORTERS["jsonl"].to_place(replace(ledger(), talks=(None,)), place, ())  # type: ignore[arg-type]
    assert place.read_bytes() == before
    assert list(tmp_path.iterdir()) == [place]


def test_a_place_that_cannot_be_written_is_named_in_one_line(tmp_path: Path) -> None:
    place = tmp_path / "no" / "ledger.jsonl"
    with pytest.raises(OnrecordError) as caught:
        EXPORTERS["jsonl"].to_place(ledger(), place, ())
    assert str(caught.value) == (
        f"{place}: the export cannot be written (No such file or directory); name another place with -o"
    )


def test_what_is_no_ordinary_file_is_written_as_it_is() -> None:
    EXPORTERS["jsonl"].to_place(ledger(), Path("/dev/null"), ())
    assert not Path("/dev/null").is_file()
    with pytest.raises(OnrecordError, match="the export cannot be written"):
        EXPORTERS["jsonl"].to_place(ledger(), Path("/dev/full"), ())
