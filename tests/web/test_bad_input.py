"""What goes wrong while the ledger is served: broken uploads, another program's lock, a ledger that is gone."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from onrecord.ledger import open_ledger
from tests.web.conftest import Serve, seal_of
from tests.web.test_pages import words

AS_OF = {"as_of": "2031-03-25"}
HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN EXCLUSIVE" if sys.argv[2] == "all" else "BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
held.execute("ROLLBACK")
"""


@contextmanager
def locked(place: Path, *, against: str) -> Iterator[None]:
    """The ledger's file, held by another process against writers or against all."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(place), against], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.stdin.write("\n")
            other.stdin.flush()


def the_denial(client: httpx.Client) -> str:
    found: str = client.get("/api/statements", params={**AS_OF, "act": "deny"}).json()["items"][0]["id"]
    return found


def test_an_upload_that_breaks_off_is_as_if_it_had_never_begun(serve: Serve, tmp_path: Path) -> None:
    client = serve()
    seal = seal_of(client.get("/add").text)
    part = (
        f'--edge\r\nContent-Disposition: form-data; name="seal"\r\n\r\n{seal}\r\n'
        '--edge\r\nContent-Disposition: form-data; name="files"; filename="half.txt"\r\n\r\nIlse Brenn said that'
    ).encode()
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    head = (
        f"POST /add/files HTTP/1.1\r\nHost: {client.base_url.netloc.decode()}\r\nCookie: {cookie}\r\n"
        f"Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: {len(part) + 5000}\r\n\r\n"
    ).encode()
    with socket.create_connection((client.base_url.host, client.base_url.port or 0)) as line:
        line.sendall(head + part)
    assert client.get("/add").status_code == 200
    assert not (tmp_path / "quarrel.db.audit.jsonl").exists()
    with open_ledger(str(tmp_path / "quarrel.db")) as store:
        assert store.count() == 3


@pytest.mark.parametrize("against", ["writers", "all"])
def test_while_another_process_holds_the_ledger_it_is_looked_at_and_decisions_wait(
    serve: Serve, tmp_path: Path, against: str
) -> None:
    client = serve()
    ident = the_denial(client)
    page = client.get(f"/statements/{ident}", params=AS_OF).text
    form = {"seal": seal_of(page), "seen": "", "decision": "reject"}
    with locked(tmp_path / "quarrel.db", against=against):
        assert client.get("/", params=AS_OF).status_code == 200
        refused = client.post(f"/decide/{ident}", params=AS_OF, data=form)
        program = client.post("/api/judgements", params=AS_OF, json={"decision": "reject", "about": ident})
    assert refused.status_code == program.status_code == 503
    assert program.headers["content-type"] == "application/problem+json"
    assert "Retry-After" in program.headers
    assert str(tmp_path) not in refused.text + program.text
    assert client.get("/api/judgements", params=AS_OF).json()["total"] == 0
    assert client.post(f"/decide/{ident}", params=AS_OF, data=form).status_code == 303


def test_nothing_is_decided_in_a_ledger_that_was_removed(serve: Serve, tmp_path: Path) -> None:
    client = serve()
    ident = the_denial(client)
    form = {"seal": seal_of(client.get("/review", params=AS_OF).text), "seen": "", "decision": "accept"}
    for path in tmp_path.glob("quarrel.db*"):
        path.unlink()
    for address in ("/review", "/review/decisions", f"/statements/{ident}", "/sources", "/search?q=keepers"):
        assert client.get(address, params=AS_OF).status_code == 503, address
    answer = client.post(f"/decide/{ident}", params=AS_OF, data=form)
    assert answer.status_code == 503
    assert "not there any more" in words(answer.text)
    assert not (tmp_path / "quarrel.db").exists()


@pytest.mark.parametrize(
    "path",
    [
        "/decide/s-nothing",
        "/review/withdraw/j-nothing",
        "/reports/r-nothing/add",
    ],
)
def test_decisions_about_what_is_not_there_are_said_plainly(desk: httpx.Client, path: str) -> None:
    form = {"seal": seal_of(desk.get("/add").text), "decision": "accept", "kind": "statement"}
    answer = desk.post(path, params=AS_OF, data=form)
    assert answer.status_code == 404
    assert "Not Found" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/review?kind=nothing",
        "/review?offset=10000000",
        "/review?kind=" + "a" * 20,
        "/timeline?start=2199-12-31&zoom=months",
        "/timeline?start=1900-01-01",
        "/statements?by=%22%3B--&about=%27OR+1%3D1",
        "/actors/a-oska?act=%00",
    ],
)
def test_odd_questions_are_answered_and_never_a_fault(desk: httpx.Client, path: str) -> None:
    assert desk.get(path, params=AS_OF if "?" not in path else {}).status_code in {200, 404, 422}


@pytest.mark.parametrize("field", ["about", "by", "to", "q"])
def test_ten_thousand_letters_are_refused_wherever_they_are_asked_for(desk: httpx.Client, field: str) -> None:
    path = "/search" if field == "q" else "/statements"
    for letters in ("\u00e4" * 10_000, "a b " * 2_500):
        assert desk.get(path, params={field: letters}).status_code == 422
        assert desk.get(f"/api{path}", params={field: letters}).status_code == 422
