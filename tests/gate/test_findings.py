"""Findings hold on a ledger that has them, and each one fails where the ledger lacks it."""

from typing import Any

from gate.findings import days_asked, findings
from tests.gate.world import lighthouse


def gold() -> dict[str, Any]:
    return {
        "commitments": [
            {"name": "lamp", "by": ["North Isle"], "evidence": [["lamp.txt", "relight the lamp by 4 May"]],
             "due": ["2019-05-01", "2019-05-04"], "status": {"2019-05-02": ["doubted"]},
             "responses": [["Berit", ["doubt"]]]}
        ],
        "talks": [{"parties": ["Anders", "Berit"], "when": ["2019-05-01", "2019-05-01"], "status": "held",
                   "reports": ["lamp.txt"]}],
        "series": [{"name": "lamps", "points": [["2019-05-01", 4, "exactly"]]}],
        "disputes": [{"name": "lamp", "asserted_by": ["North Isle"], "denied_by": ["Berit"], "reports": ["lamp.txt"]}],
        "same_actor": [["Anders", "Anders Holt"]],
        "copies": [["lamp.txt", "lamp-again.txt"]],
        "published": {"lamp.txt": "2019-05-01"},
    }  # fmt: skip


def failing(asked: dict[str, Any]) -> list[str]:
    return [check.what for check in findings(asked, {"2019-05-02": lighthouse()}) if not check.holds]


def test_all_hold_on_a_ledger_that_has_them() -> None:
    assert days_asked(gold()) == ["2019-05-02"]
    assert failing(gold()) == []


def test_a_commitment_of_somebody_else_is_not_found() -> None:
    asked = gold()
    asked["commitments"][0]["by"] = ["South Isle"]
    assert len(failing(asked)) == 4


def test_another_status_day_or_answer_fails_alone() -> None:
    for key, value in (("status", {"2019-05-02": ["denied"]}), ("due", ["2019-06-01", "2019-06-01"]),
                       ("responses", [["Berit", ["confirm"]]])):  # fmt: skip
        asked = gold()
        asked["commitments"][0][key] = value
        assert len(failing(asked)) == 1


def test_each_other_finding_fails_where_the_ledger_lacks_it() -> None:
    for key, value in (
        ("series", [{"name": "lamps", "points": [["2019-05-01", 5, "exactly"]]}]),
        ("disputes", [{"name": "lamp", "asserted_by": ["Berit"], "denied_by": ["Berit"], "reports": []}]),
        ("same_actor", [["Anders", "Berit"]]),
        ("copies", [["lamp.txt", "elsewhere.txt"]]),
        ("published", {"lamp.txt": "2019-05-01", "elsewhere.txt": "2019-05-03"}),
    ):
        assert len(failing({**gold(), key: value})) == 1


def test_a_commitment_told_before_the_day_asked_must_be_joined() -> None:
    asked = gold()
    asked["commitments"][0]["evidence"].append(["lamp-again.txt", "Anders promised"])
    asked["published"]["lamp-again.txt"] = "2019-05-01"
    assert failing(asked) == ["lamp, as of 2019-05-02: one record over 2 reports"]
