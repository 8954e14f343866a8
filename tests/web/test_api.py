"""The API: the records of the export over HTTP, page by page, with honest errors."""

import json
from pathlib import Path

import httpx
import pytest

from onrecord.export.wire import SHAPES
from onrecord.ledger import open_ledger
from tests.cli.world import Page, denial, later, pledge
from tests.web.conftest import Serve

DAY = {"as_of": "2031-03-25"}


def test_a_list_gives_the_exported_records_with_their_number(desk: httpx.Client) -> None:
    page = desk.get("/api/commitments", params=DAY).json()
    assert (page["total"], page["offset"], page["next"]) == (1, 0, None)
    assert page["items"][0]["status"] == "overdue"
    assert set(page["items"][0]) == set(SHAPES["commitment"].__annotations__)


def test_pages_of_a_list_follow_one_another_without_gap(desk: httpx.Client) -> None:
    found, following = [], "/api/statements?as_of=2031-03-25&limit=2"
    while following:
        page = desk.get(following).json()
        found += [item["id"] for item in page["items"]]
        following = page["next"]
    assert len(found) == len(set(found)) == page["total"] == 5


def test_the_day_decides_what_counts(desk: httpx.Client) -> None:
    assert desk.get("/api/commitments", params={"as_of": "2031-03-02"}).json()["items"][0]["status"] == "doubted"
    assert desk.get("/api/ledger", params={"as_of": "2031-03-02"}).json()["later"] == 2


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/talks/t-0", 404),
        ("/api/nothing", 404),
        ("/api/talks?as_of=x", 422),
        ("/api/talks?limit=0", 422),
        ("/api/talks?limit=100000", 422),
        ("/api/talks?offset=-1", 422),
        ("/api/search", 422),
        ("/api/changed", 422),
        ("/api/statements?by=Nobody+At+All", 404),
        ("/api/statements?since=2031-03-02&until=2031-03-01", 422),
        ("/api/talks?as_of=9999-12-31", 422),
        ("/api/readings/0", 404),
    ],
)
def test_errors_are_problems(desk: httpx.Client, path: str, status: int) -> None:
    answer = desk.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_an_answer_that_is_held_already_is_not_sent_again(desk: httpx.Client) -> None:
    first = desk.get("/api/brief", params=DAY)
    again = desk.get("/api/brief", params=DAY, headers={"If-None-Match": first.headers["etag"]})
    other = desk.get("/api/brief", params={"as_of": "2031-03-02"}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


def test_a_record_is_the_same_alone_as_in_its_list(desk: httpx.Client) -> None:
    for kind in ("reports", "actors", "statements", "talks", "commitments", "figures", "disputes", "claims"):
        for item in desk.get(f"/api/{kind}", params=DAY).json()["items"]:
            assert desk.get(f"/api/{kind}/{item['id']}", params=DAY).json() == item


def test_a_search_gives_records_with_true_spans(desk: httpx.Client) -> None:
    found = desk.get("/api/search", params={"q": "letter", **DAY}).json()["items"]
    assert found
    for item in found:
        span = item["span"]
        text = desk.get(f"/api/reports/{span['report']}", params=DAY).json()["text"]
        assert text[span["start"] : span["end"]] == span["exact"]


def test_what_changed_and_the_events_name_records_that_are_there(desk: httpx.Client) -> None:
    items = desk.get("/api/changed", params={"since": "2031-03-05", **DAY}).json()["items"]
    items += desk.get("/api/events", params=DAY).json()["items"]
    assert {item["about"][:2] for item in items} >= {"c-", "d-", "t-"}


def test_the_description_names_every_address_and_shape(desk: httpx.Client) -> None:
    told = desk.get("/api/openapi.json").json()
    assert {f"/api/{kind}" for kind in ("reports", "talks", "search", "brief", "changes")} <= set(told["paths"])
    assert {"CommitmentRow", "SpanRow", "Problem"} <= set(told["components"]["schemas"])
    assert all(path.startswith("/api/") for path in told["paths"])


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", "not json", 422),
        ("application/json", "[1]", 422),
        ("application/json", '{"title": "x"}', 422),
        ("application/json", '{"text": "  "}', 422),
        ("text/plain", "words", 415),
        ("application/x-ndjson", "", 422),
        ("application/x-ndjson", "{}\n" * 1002, 422),
        ("application/json", '{"text": "' + "a" * 9_000_000 + '"}', 413),
    ],
)
def test_what_cannot_be_read_is_refused_before_it_is_queued(
    desk: httpx.Client, kind: str, body: str, status: int
) -> None:
    answer = desk.post("/api/reports", content=body, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_listeners_hear_of_a_report_that_comes_in(serve: Serve, tmp_path: Path) -> None:
    place = tmp_path / "growing.db"
    pledge().enter(place)
    client = serve(place)
    known = client.get("/api/ledger").json()["state"]
    with client.stream("GET", "/api/changes") as stream:
        lines = stream.iter_lines()
        assert next(lines) == ": listening"
        denial().enter(place)
        told = next(line for line in lines if line.startswith("data:"))
    state = json.loads(told.removeprefix("data:"))["state"]
    assert state != known
    with client.stream("GET", "/api/changes", headers={"Last-Event-ID": known}) as stream:
        assert next(line for line in stream.iter_lines() if line.startswith("id:")) == f"id: {state}"


def test_answers_follow_the_ledger(serve: Serve, tmp_path: Path) -> None:
    place = tmp_path / "growing.db"
    pledge().enter(place)
    client = serve(place)
    assert client.get("/api/disputes", params=DAY).json()["total"] == 0
    entered: list[Page] = [denial(), later()]
    for page in entered:
        page.enter(place)
    with open_ledger(str(place)) as store:
        assert store.count() == 3
    for _ in range(50):  # what stood before may be given while the new is worked out
        if client.get("/api/disputes", params=DAY).json()["total"]:
            break
    assert client.get("/api/disputes", params=DAY).json()["total"] == 1
