"""The ledger while it is served: removed, locked, growing, and asked for more days than memory shall hold."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.following import Following
from onrecord.ledger import open_ledger
from onrecord.model.grades import grade
from onrecord.web import desk as desk_module
from onrecord.web.desk import MOST_VIEWS, Desk
from tests.cli.world import Page, denial, pledge
from tests.web.conftest import Serve

DAY = date(2031, 3, 6)


def test_a_ledger_that_is_removed_while_it_is_served_is_missed(serve: Serve, tmp_path: Path) -> None:
    client = serve()
    assert client.get("/?as_of=2031-03-06").status_code == 200
    for path in tmp_path.glob("quarrel.db*"):
        path.unlink()
    page, program = client.get("/?as_of=2031-03-06"), client.get("/api/brief?as_of=2031-03-06")
    assert page.status_code == program.status_code == 503
    assert "not there any more" in page.text
    assert str(tmp_path) not in page.text


def test_a_ledger_that_another_program_writes_to_can_be_looked_at(serve: Serve, tmp_path: Path) -> None:
    client = serve()
    writer = sqlite3.connect(tmp_path / "quarrel.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        assert client.get("/commitments?as_of=2031-03-06").status_code == 200
    finally:
        writer.execute("ROLLBACK")
        writer.close()


def test_a_view_is_made_once_and_again_when_a_report_comes_in(tmp_path: Path) -> None:
    place = tmp_path / "growing.db"
    pledge().enter(place)
    desk = Desk(str(place))
    first = desk.view(DAY)
    assert desk.view(DAY) is first
    denial().enter(place)
    assert desk.view(DAY).state in {first.state, desk.state()}  # old while the new is made
    while desk.view(DAY).state == first.state:
        pass
    assert len(desk.view(DAY).ledger.disputes) == 1
    desk.close()


def test_the_newest_day_is_looked_up_again_once_the_new_view_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    place, days = tmp_path / "growing.db", (date(2019, 3, 1), date(2019, 3, 6))
    Page("first.txt", "Harbour Sheet", days[0], "The light burns.\n").enter(place)
    desk = Desk(str(place))
    assert desk.today() == days[0]
    ready, plain = Event(), Following.ledger
    monkeypatch.setattr(Following, "ledger", lambda following, day: (ready.wait(60), plain(following, day))[1])
    Page("second.txt", "Harbour Sheet", days[1], "The light is out.\n").enter(place)
    assert desk.today() == days[0]  # the old view still stands
    ready.set()
    for _ in range(100):
        if desk.today() == days[1]:
            break
    assert desk.today() == days[1]
    desk.close()


def test_the_views_that_were_not_asked_for_the_longest_go(tmp_path: Path) -> None:
    place = tmp_path / "small.db"
    pledge().enter(place)
    desk = Desk(str(place))
    days = [DAY + timedelta(days=n) for n in range(MOST_VIEWS + 2)]
    views = [desk.view(day) for day in days]
    assert desk.view(days[-1]) is views[-1]
    assert desk.view(days[0]) is not views[0]
    desk.close()


def test_a_day_that_takes_long_is_promised_and_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    place = tmp_path / "slow.db"
    pledge().enter(place)
    ready, plain = Event(), desk_module.ledger_as_of
    monkeypatch.setattr(desk_module, "ledger_as_of", lambda store, day: (ready.wait(60), plain(store, day))[1])
    desk = Desk(str(place), patience=0.05)
    with pytest.raises(desk_module.Problem, match="is being worked out"):
        desk.view(DAY)
    ready.set()
    desk.patience = 60.0
    assert desk.view(DAY).day == DAY
    desk.close()


def test_what_is_no_ledger_is_said(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        Desk(str(tmp_path / "none.db")).view(DAY)


def test_the_letter_that_somebody_gave_an_outlet_stands_beside_it(serve: Serve, tmp_path: Path) -> None:
    client = serve()
    with open_ledger(str(tmp_path / "quarrel.db")) as store:
        store.judge(grade("Harbour Sheet", "B", by="mira", at="2031-03-02T08:00:00"))
    page = client.get("/sources?as_of=2031-03-06").text
    assert "usually reliable, says mira" in page
