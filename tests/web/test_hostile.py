"""What a report may try: it is shown, and does nothing."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from onrecord.cli import run
from onrecord.ingest import report_id
from onrecord.ledger import open_ledger
from onrecord.model.period import Published
from onrecord.model.reading import FoundCommitment, FoundFigure, FoundStatement, FoundTalk, Reading, Voice
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.web import Serving
from tests.web.conftest import PATIENCE, running, seal_of

SCRIPT, QUOTED, TURNED = "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u202egnp.tset\u2066"
FORMULA = '=HYPERLINK("http://evil.example","x")'
LINK = "javascript:alert(document.domain)"
DAY = date(2031, 3, 1)
AS_OF = {"as_of": "2031-03-02"}


def hostile(place: Path) -> Path:
    """A ledger of one report in which everything is out to do harm."""
    outlet, title = f"Daily {SCRIPT}{TURNED}", f"{QUOTED} {TURNED}"
    said = f"{SCRIPT} {QUOTED} {FORMULA} {TURNED}"
    text = f"{title}\n\nIlse{SCRIPT} said {said} at 5 {QUOTED} gates.\n"
    ident = report_id(text, outlet, None)

    def words(exact: str) -> Span:
        return Span.of(ident, text, text.rindex(exact), text.rindex(exact) + len(exact))

    voice = Voice(f"Ilse{SCRIPT}", "person", f"Land{QUOTED}", (FORMULA, TURNED), (SCRIPT,))
    reading = Reading(
        ident,
        "by-hand",
        (voice,),
        (
            FoundStatement(
                0, words(f"Ilse{SCRIPT}"), (0,), words("said"), (words(said),), "indirect", "promise", why=(SCRIPT,)
            ),
        ),
        (FoundTalk((0,), words(said), "held", where=SCRIPT, format=QUOTED),),
        (FoundCommitment((0,), (), words(said), words(said), "pledged", stated_by=(0,), statement=0, why=(QUOTED,)),),
        (FoundFigure(5, None, "exactly", SCRIPT, f"{QUOTED} gates", words(f"5 {QUOTED} gates"), where=SCRIPT, by=0),),
    )
    report = Report(
        ident, f"../{SCRIPT}.txt", text, title=title, outlet=outlet, byline=QUOTED, url=LINK,
        published=Published(DAY, DAY, "given"), agencies=(SCRIPT,),
    )  # fmt: skip
    with open_ledger(str(place), create=True) as store:
        store.enter(report, reading)
    return place


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile(tmp_path_factory.mktemp("hostile") / "hostile.db")


@pytest.fixture(scope="module")
def visitor(place: Path) -> Iterator[httpx.Client]:
    """A visitor of the hostile ledger, in which somebody has decided with words that are no better."""
    with running(Serving(ledger=str(place))) as where, httpx.Client(base_url=where, timeout=PATIENCE) as client:
        report = client.get("/api/reports", params=AS_OF).json()["items"][0]["id"]
        for decision in (
            {"decision": "accept", "about": report, "note": f"{SCRIPT}{TURNED}{FORMULA}"},
            {"decision": "correct", "about": report, "wishes": [{"field": "byline", "values": [f"{LINK}{QUOTED}"]}]},
        ):
            assert client.post("/api/judgements", params=AS_OF, json=decision).status_code == 201
        yield client


def pages(visitor: httpx.Client) -> list[str]:
    """Every list, and every record in it."""
    found = ["/", "/timeline?start=2031-02-20", "/sources", f"/search?q={SCRIPT}", "/add", "/?since=2031-01-01"]
    found += ["/review", "/review/decisions", "/claims", "/audit"]
    for kind in ("reports", "actors", "statements", "talks", "commitments", "figures"):
        found.append(f"/{kind}")
        items = visitor.get(f"/api/{kind}?as_of=2031-03-02").json()["items"]
        assert items
        found += [f"/{kind}/{item['id']}" for item in items]
    report = visitor.get("/api/reports", params=AS_OF).json()["items"][0]["id"]
    found += [f"/reports/{report}/add?kind={kind}&words=0-90" for kind in ("statement", "commitment", "figure")]
    return [f"{path}{'&' if '?' in path else '?'}as_of=2031-03-02" for path in found]


def test_markup_links_and_turned_letters_do_nothing_on_any_page(visitor: httpx.Client) -> None:
    for path in pages(visitor):
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        page = answer.text
        assert "<script>alert" not in page, path
        assert "<img" not in page, path
        assert 'href="javascript:' not in page, path
        assert not set("\u202e\u2066") & set(page), path


def test_what_is_asked_for_is_not_markup_either(visitor: httpx.Client) -> None:
    for path in (
        f"/search?q={QUOTED}",
        f"/statements?by={SCRIPT}",
        f"/commitments/{QUOTED}",
        f"/{SCRIPT}",
        f"/?as_of={SCRIPT}",
    ):
        page = visitor.get(path).text
        assert "<script>alert" not in page
        assert "<img" not in page


def test_the_api_gives_the_letters_as_they_are_and_as_nothing_but_json(visitor: httpx.Client) -> None:
    answer = visitor.get("/api/reports?as_of=2031-03-02")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()["items"][0]["title"].startswith(QUOTED)


def test_what_somebody_writes_beside_a_decision_is_shown_and_does_nothing(visitor: httpx.Client) -> None:
    page = visitor.get("/review/decisions", params=AS_OF).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "\u202e" not in page


def test_the_page_that_tells_of_anothers_decision_is_no_way_in(visitor: httpx.Client) -> None:
    report = visitor.get("/api/reports", params=AS_OF).json()["items"][0]["id"]
    form = {"seal": seal_of(visitor.get("/add").text), "seen": "", "decision": "accept", "note": QUOTED, SCRIPT: SCRIPT}
    answer = visitor.post(f"/decide/{report}", params=AS_OF, data=form)
    assert answer.status_code == 409
    assert "<img" not in answer.text
    assert "<script>alert" not in answer.text


def test_no_cell_of_an_exported_table_is_a_formula(visitor: httpx.Client, place: Path, tmp_path: Path) -> None:
    assert visitor.get("/review", params=AS_OF).status_code == 200
    ran = run(
        ["export", "--format", "csv", "-o", str(tmp_path / "out"), "--ledger", str(place), "--as-of", "2031-03-02"]
    )
    assert ran == 0
    cells = [
        cell
        for table in (tmp_path / "out").glob("*.csv")
        for row in csv.reader(table.read_text(encoding="utf-8").splitlines())
        for cell in row
    ]
    assert any(FORMULA in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]
