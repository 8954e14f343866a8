"""Adding reports in the browser: pasted and uploaded, read beside the requests, with progress."""

from pathlib import Path
from time import sleep

import httpx

from tests.web.conftest import Serve, seal_of

REPORT = "Ilse Brenn said on Monday that Varnholt would open the harbour by 5 May.\n"


def followed(client: httpx.Client, address: str) -> str:
    """The page of a reading once it is over."""
    for _ in range(600):
        page = client.get(address).text
        if "http-equiv" not in page:
            return page
        sleep(0.2)
    raise AssertionError("the reading does not end")


def test_a_pasted_and_an_uploaded_report_are_read_and_held_once(serve: Serve, tmp_path: Path) -> None:
    client = serve()
    seal = seal_of(client.get("/add").text)
    form = {"seal": seal, "text": REPORT, "outlet": "Sound Post", "published": "2031-04-28", "title": "Harbour"}
    answer = client.post("/add/text", data=form)
    assert answer.status_code == 303
    assert "1 report read" in followed(client, answer.headers["location"])
    assert client.get("/api/reports?as_of=2031-04-30&about=Sound").json()["total"] == 1
    assert "1 already held" in followed(client, client.post("/add/text", data=form).headers["location"])
    files = [("files", ("../../etc/x.txt", b"Joss Tarl said no.\n")), ("files", ("bad.txt", b"\0\1\2" * 50))]
    page = followed(client, client.post("/add/files", data={"seal": seal}, files=files).headers["location"])
    assert "1 report read" in page
    assert "1 refused" in page
    assert "onrecord-" not in page  # the folder it lay in is nobody's business
    told = client.get(f"/api/readings/{answer.headers['location'].rpartition('/')[2]}").json()
    assert (told["status"], told["read"]) == ("done", 1)


def test_an_address_is_never_fetched_from_a_machine_that_is_not_public(serve: Serve) -> None:
    client = serve()
    seal = seal_of(client.get("/add").text)
    for address in (f"{client.base_url}/reports", "http://169.254.169.254/latest", "http://localhost/"):
        page = followed(
            client, client.post("/add/address", data={"seal": seal, "address": address}).headers["location"]
        )
        assert "0 reports read" in page
        assert "1 refused" in page
    assert client.post("/add/address", data={"seal": seal, "address": "file:///etc/passwd"}).status_code == 422


def test_what_is_no_report_is_refused_at_once(serve: Serve) -> None:
    client = serve()
    seal = seal_of(client.get("/add").text)
    assert client.post("/add/text", data={"seal": seal, "text": " "}).status_code == 422
    assert client.post("/add/files", data={"seal": seal}, files={"files": ("x.exe", b"MZ")}).status_code == 422
    assert (
        client.post("/add/files", data={"seal": seal}, files={"files": ("x.txt", b"a" * 9_000_000)}).status_code == 413
    )
