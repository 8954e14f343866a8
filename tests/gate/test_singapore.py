"""The checks of the Singapore summit: places become words, and a talk's status is followed by day."""

import json
import lzma
from pathlib import Path

from gate.singapore import lay_out

LISTED = Path(__file__).parents[2] / "gate" / "singapore.json"


def test_places_become_the_words_of_the_reports(tmp_path: Path) -> None:
    report = {"file": "abc", "text": "The lamp will be lit.", "published": "2031-03-01"}
    with lzma.open(tmp_path / "isle.jsonl.xz", "wt", encoding="utf-8") as out:
        out.write(json.dumps(report))
    gold = {
        "corpus": "isle",
        "published": {"abc.txt": "2031-03-01"},
        "commitments": [{"evidence": [["abc.txt", 4, 13]]}],
    }
    room = tmp_path / "room"
    room.mkdir()
    inputs = lay_out(gold, tmp_path, room)
    assert json.loads((room / "ledger.json").read_text())["commitments"] == [{"evidence": [["abc.txt", "lamp will"]]}]
    assert json.loads(inputs.read_text())["file"] == "abc.txt"


def test_the_list_has_the_checks_it_was_made_for() -> None:
    listed = json.loads(LISTED.read_text(encoding="utf-8"))
    statuses = sum(len(commitment["status"]) for commitment in listed["commitments"])
    assert statuses * 2 + len(listed["talks"]) * 2 + len(listed["disputes"]) >= 40
    assert all(len(place) == 3 for commitment in listed["commitments"] for place in commitment["evidence"])
