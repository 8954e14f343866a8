"""Entering decisions: rows with who, when and why, refused where others decided meanwhile, whole after a kill."""

import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Barrier

import pytest

from onrecord.check import check
from onrecord.errors import NotFound, Stale, UsageError
from onrecord.export import rows
from onrecord.ledger import Store, open_ledger
from onrecord.model.judgement import Judgement
from onrecord.model.ledger import Ledger
from onrecord.review import Proposal, Wish, decide, decided, in_words, standing, touched, withdraw
from onrecord.viewing import ledger_as_of
from tests.cli.world import quarrel
from tests.review.world import ORO, Desk, dam, denial, place

LATER = date(2031, 4, 1)


def test_a_decision_holds_who_when_why_and_the_words() -> None:
    desk = Desk(dam())
    said = desk.said("gates will open")
    before = datetime.now(UTC).isoformat()
    row = desk.decide(Proposal("reject", said.id, note="  nobody\nsaid it "))
    assert (row.about, row.decision, row.kind, row.by, row.note) == (
        said.id,
        "reject",
        "statement",
        ORO,
        "nobody said it",
    )
    assert before <= row.at <= datetime.now(UTC).isoformat()
    (anchor,) = row.anchors
    assert anchor.name == "Mara Vint"
    assert {span.exact for span in anchor.words} == {"that the gates will open by 5 May", "said"}
    assert desk.store.judgements() == (row,)
    assert desk.ledger.judgements == (row,)


def test_the_later_of_two_sees_the_earlier() -> None:
    desk = Desk(dam())
    said = desk.said("gates will open")
    first = desk.correct(said.id, Wish("act", ("announce",)), by="A. Leir")
    with pytest.raises(Stale, match=r"A\. Leir has decided about the same on .*: act: announce") as refused:
        desk.decide(Proposal("reject", said.id), seen=())
    assert refused.value.decisions == (first.id,)
    second = desk.decide(Proposal("reject", said.id), seen=(first.id,))
    assert second.seen == (first.id,)
    assert len(desk.store.judgements()) == 2


def test_a_page_from_before_a_rejection_cannot_decide_about_what_is_gone() -> None:
    desk = Desk(dam())
    old = desk.ledger
    said = desk.said("gates will open")
    gone = desk.decide(Proposal("reject", said.id), by="A. Leir")
    with pytest.raises(Stale) as refused:
        decide(desk.store, old, Proposal("accept", said.id), by=ORO, seen=())
    assert refused.value.decisions == (gone.id,)


def test_a_decision_that_was_seen_and_taken_back_meanwhile_is_told() -> None:
    desk = Desk(dam())
    said = desk.said("gates will open")
    first = desk.decide(Proposal("accept", said.id), by="A. Leir")
    withdraw(desk.store, first.id, by="A. Leir", note="too soon")
    with pytest.raises(Stale, match=r"A\. Leir withdrew"):
        desk.decide(Proposal("reject", said.id), seen=(first.id,))


def test_a_decision_about_something_else_is_in_nobody_s_way() -> None:
    desk = Desk(dam())
    desk.correct(desk.said("gates will open").id, Wish("act", ("announce",)), by="A. Leir")
    desk.decide(Proposal("reject", desk.said("nobody believes").id), seen=())
    assert len(desk.ledger.statements) == 1


def test_of_two_decisions_the_latest_that_stands_counts() -> None:
    desk = Desk(dam())
    said = desk.said("gates will open")
    desk.correct(said.id, Wish("act", ("announce",)))
    later = desk.correct(said.id, Wish("act", ("threaten",)))
    assert desk.said("gates will open").act == "threaten"
    withdraw(desk.store, later.id, by=ORO)
    assert desk.said("gates will open").act == "announce"


def test_the_later_counts_also_where_a_clock_was_set_back() -> None:
    desk = Desk(dam())
    said = desk.said("gates will open")
    asked = Proposal("correct", said.id, (Wish("act", ("announce",)),))
    first = decide(desk.store, desk.ledger, asked, by=ORO, at="2999-01-01T00:00:00.000000+00:00")
    second = desk.correct(said.id, Wish("act", ("threaten",)))
    assert second.at > first.at
    assert desk.said("gates will open").act == "threaten"


def test_of_many_who_decide_at_once_one_is_entered_and_the_others_see_it(tmp_path: Path) -> None:
    place_ = str(quarrel(tmp_path / "quarrel.db"))
    with open_ledger(place_) as store:
        ledger = ledger_as_of(store, LATER)
    about = ledger.statements[0].id
    together = Barrier(6)

    def one(name: str) -> Judgement | Stale:
        with open_ledger(place_) as mine:
            together.wait()
            try:
                return decide(mine, ledger, Proposal("accept", about), by=name, seen=())
            except Stale as stale:
                return stale

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(one, [f"Reviewer {n}" for n in range(6)]))
    (entered,) = [row for row in found if isinstance(row, Judgement)]
    assert all(row.decisions == (entered.id,) for row in found if isinstance(row, Stale))


def test_many_who_decide_about_different_things_at_once_are_all_entered(tmp_path: Path) -> None:
    place_ = str(quarrel(tmp_path / "quarrel.db"))
    with open_ledger(place_) as store:
        ledger = ledger_as_of(store, LATER)
    together = Barrier(3)

    def one(about: str) -> Judgement:
        with open_ledger(place_) as mine:
            together.wait()
            return decide(mine, ledger, Proposal("accept", about), by=ORO, seen=())

    with ThreadPoolExecutor(3) as pool:
        rows_ = list(pool.map(one, [statement.id for statement in ledger.statements[:3]]))
    with open_ledger(place_) as store:
        assert {row.id for row in store.judgements()} == {row.id for row in rows_}


_MANY = """
import sys
from datetime import date
from onrecord.ledger import open_ledger
from onrecord.review import Proposal, Wish, decide
from onrecord.viewing import derive
with open_ledger(sys.argv[1]) as store:
    ledger = derive(store, date(2031, 4, 1))
    about = ledger.statements[0].id
    acts = ("deny", "doubt", "warn", "assert")
    for n in range(100_000):
        proposal = Proposal("correct", about, (Wish("act", (acts[n % 4],)),), note="x" * 2000)
        print(decide(store, ledger, proposal, by="M. Oro").id, flush=True)
"""


def test_a_kill_leaves_whole_decisions(tmp_path: Path) -> None:
    place_ = quarrel(tmp_path / "quarrel.db")
    writer = subprocess.Popen([sys.executable, "-c", _MANY, str(place_)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    told = [writer.stdout.readline().strip() for _ in range(5)]
    writer.send_signal(signal.SIGKILL)
    told += writer.stdout.read().split()
    writer.wait()
    writer.stdout.close()
    with open_ledger(str(place_)) as store:
        held = {row.id for row in store.judgements()}
        assert set(told) <= held
        assert len(held) <= len(told) + 1
        assert all(len(row.note or "") == 2000 and row.anchors for row in store.judgements())
        assert list(check(store)) == []


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """The quarrel of the command line's tests, whose ids are those of its content."""
    return open_ledger(str(quarrel(tmp_path / "quarrel.db")))


def look(store: Store) -> Ledger:
    return ledger_as_of(store, LATER)


def test_a_ledger_is_sound_after_every_kind_of_decision(store: Store) -> None:
    report = next(report for report in look(store).reports if "Skerry" in report.text)
    start = report.text.index("forty") if "forty" in report.text else report.text.index("40 keepers")
    words = ((start, start + len("40 keepers")),)
    due, day = Wish("due", ("2031-03-09",)), Wish("published", ("2031-03-02",))
    speaker, said = Wish("source", ("Joss Tarl",)), Wish("said", ("2031-03-02",))
    figure = (Wish("value", ("41",)), Wish("unit", ("keepers",)), Wish("evidence", (), words))
    asked: list[Callable[[Ledger], Proposal]] = [
        lambda now: Proposal("accept", now.disputes[0].id),
        lambda now: Proposal("correct", now.statements[0].id, (speaker, said)),
        lambda now: Proposal("reject", now.figures[0].id),
        lambda now: Proposal("merge", now.talks[0].id, others=(now.talks[1].id,)),
        lambda now: Proposal("correct", now.commitments[0].id, (due,)),
        lambda now: Proposal("merge", now.actors[0].id, others=(now.actors[1].id,)),
        lambda now: Proposal("add", report.id, figure, kind="figure"),
        lambda now: Proposal("correct", report.id, (day,)),
    ]
    for proposal in asked:
        ledger = look(store)
        row = decide(store, ledger, proposal(ledger), by=ORO)
        assert list(check(store)) == []
        assert row in look(store).judgements
    assert {one.state for one in standing(store)} == {"applies"}
    exported = [row for row in rows(look(store)) if row["type"] == "judgement"]
    assert len(exported) == len(asked)


def test_a_decision_that_quotes_what_does_not_stand_there_is_told_by_check(store: Store) -> None:
    said = look(store).statements[0]
    row = decide(store, look(store), Proposal("accept", said.id), by=ORO)
    withdraw(store, row.id, by=ORO)
    (anchor,) = row.anchors
    wrong = replace(anchor, words=(replace(anchor.words[0], exact="no such words"),))
    store.judge(replace(row, id="j-forged", anchors=(wrong,)))
    assert any(problem.where == "j-forged" and "no such words" in problem.what for problem in check(store))


def test_what_a_rejected_actor_said_is_left_without_a_speaker(store: Store) -> None:
    tarl = next(actor for actor in look(store).actors if actor.name == "Joss Tarl")
    assert any(s.source == tarl.id for s in look(store).statements)
    decide(store, look(store), Proposal("reject", tarl.id), by=ORO)
    after = look(store)
    assert not any(actor.name == "Joss Tarl" for actor in after.actors)
    assert len(after.statements) == 5
    assert [s.source for s in after.statements if s.source is None]
    assert after.disputes == ()  # a side is gone
    assert list(check(store)) == []


def test_two_statements_that_become_the_same_are_one(store: Store) -> None:
    page = next(report for report in look(store).reports if "Skerry" in report.text)
    mine = [s for s in look(store).statements if s.report == page.id]
    words = tuple((span.start, span.end) for span in mine[0].content)
    cue = mine[0].cue
    assert cue is not None
    source = next(actor.name for actor in look(store).actors if actor.id == mine[0].source)
    wishes = (Wish("content", (), words), Wish("cue", (), ((cue.start, cue.end),)), Wish("source", (source,)))
    decide(store, look(store), Proposal("correct", mine[1].id, wishes), by=ORO)
    assert len([s for s in look(store).statements if s.report == page.id]) == len(mine) - 1
    assert list(check(store)) == []


@pytest.mark.parametrize("ident", ["", "s-ffffffffffffffff", "nonsense", "'; DROP TABLE x; --", "s-" + "f" * 300])
def test_unknown_ids_are_not_found(store: Store, ident: str) -> None:
    with pytest.raises((NotFound, UsageError)):
        decide(store, look(store), Proposal("accept", ident), by=ORO)
    with pytest.raises(NotFound, match="no decision that stands"):
        withdraw(store, ident, by=ORO)
    assert store.judgements() == ()


@pytest.mark.parametrize("by", ["", "   ", "x" * 201])
def test_a_decision_needs_a_name(store: Store, by: str) -> None:
    with pytest.raises(UsageError, match="needs the name"):
        decide(store, look(store), Proposal("accept", look(store).statements[0].id), by=by)


def test_a_reason_has_an_end(store: Store) -> None:
    with pytest.raises(UsageError, match="too long"):
        decide(store, look(store), Proposal("accept", look(store).statements[0].id, note="x" * 2001), by=ORO)


def test_a_withdrawn_row_stays_with_who_took_it_back_and_is_withdrawn_once(store: Store) -> None:
    row = decide(store, look(store), Proposal("accept", look(store).statements[0].id), by=ORO)
    assert withdraw(store, row.id[:6], by="A. Leir", note="a slip") == row
    (gone,) = store.withdrawn()
    assert (gone.judgement, gone.by, gone.note) == (row, "A. Leir", "a slip")
    assert store.judgements() == ()
    with pytest.raises(NotFound):
        withdraw(store, row.id, by=ORO)


def test_what_a_decision_touched_is_found_from_both_ends(store: Store) -> None:
    said = look(store).statements[0]
    row = decide(store, look(store), Proposal("correct", said.id, (Wish("source", ("Joss Tarl",)),)), by=ORO)
    (now,) = touched(look(store), row.id)
    assert now != said.id
    assert decided(look(store), now) == (row,)
    assert in_words(row) == "speaker: Joss Tarl"


def test_a_decision_about_a_report_of_a_later_day_is_not_told_of_before() -> None:
    desk = Desk(dam(), denial())
    page = denial()
    desk.add(page, "statement", Wish("source", ("Ansa Leir",)), Wish("content", (), tuple(place(page, "there was"))))
    before = ledger_as_of(desk.store, date(2031, 5, 2))
    assert [report.id for report in before.reports] == ["r-dam"]
    assert before.judgements == ()
    assert list(check(desk.store)) != []  # these reports' ids are stand-ins; nothing else is wrong
    assert all("its id is not that" in problem.what for problem in check(desk.store))
