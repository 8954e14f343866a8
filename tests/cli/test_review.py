"""`onrecord review`: the queue, decisions by name, what others decided, the list, and training data."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Onrecord, Ran
from tests.cli.world import quarrel

AS_OF = ("--as-of", "2031-04-01")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The quarrel in a ledger of its own, to decide about."""
    return quarrel(tmp_path / "mine.db")


def statement(onrecord: Onrecord, ledger: Path, words: str) -> dict[str, object]:
    lines = onrecord("statements", "--json", "--ledger", ledger, *AS_OF).lines
    (found,) = [row for row in map(json.loads, lines) if words in row["content"][0]["exact"]]
    return dict(found)


def rows(ran: Ran) -> list[dict[str, object]]:
    return [json.loads(line) for line in ran.lines]


def test_the_queue_says_what_to_look_at_and_why(onrecord: Onrecord, mine: Path) -> None:
    ran = onrecord("review", "--ledger", mine, *AS_OF)
    assert ran.status == 0
    assert "dispute" in ran.out
    assert "who disputes what is hard to read" in " ".join(ran.out.split())
    (item,) = rows(onrecord("review", "--kind", "dispute", "--json", "--ledger", mine, *AS_OF))
    assert {"record", "kind", "weight", "reasons", "other"} == set(item)
    assert onrecord("review", "--kind", "talk", "--ledger", mine, *AS_OF).lines == ["No item · as of 1 Apr 2031"]


def test_a_speaker_is_changed_shown_and_kept_when_the_change_is_withdrawn(onrecord: Onrecord, mine: Path) -> None:
    said = statement(onrecord, mine, "would have to be seen")
    where = ("--ledger", mine, *AS_OF)
    ran = onrecord("review", "speaker", said["id"], "Ilse Brenn", "--by", "M. Oro", "--note", "heard again", *where)
    assert ran.status == 0
    decision = ran.out.split(":")[0]
    now = statement(onrecord, mine, "would have to be seen")
    assert now["source"] != said["source"]
    assert f"now {now['id']}" in ran.out
    shown = " ".join(onrecord("show", now["id"], "--why", *where).out.split())
    assert "corrected by M. Oro on " in shown
    assert "speaker: Ilse Brenn, because heard again" in shown
    listed = onrecord("review", "list", now["id"], *where).out
    assert "speaker: Ilse Brenn" in listed
    assert "M. Oro" in listed
    exported = [row for row in rows(onrecord("export", *where)) if row["type"] == "judgement"]
    assert [row["id"] for row in exported] == [decision]
    assert onrecord("check", "--ledger", mine).status == 0
    assert onrecord("review", "withdraw", decision[:8], "--by", "A. Leir", "--ledger", mine).status == 0
    assert statement(onrecord, mine, "would have to be seen") == said
    assert "withdrawn by A. Leir" in onrecord("review", "list", "--withdrawn", *where).out


def test_what_somebody_else_decided_is_shown_before_it_is_overruled(onrecord: Onrecord, mine: Path) -> None:
    said = str(statement(onrecord, mine, "would have to be seen")["id"])
    where = ("--ledger", mine, *AS_OF)
    assert onrecord("review", "correct", said, "act=deny", "--by", "A. Leir", *where).status == 0
    refused = onrecord("review", "correct", said, "act=warn", "--by", "M. Oro", *where)
    assert refused.status == 3
    assert "A. Leir has decided about the same" in refused.err
    assert "act: deny" in refused.err
    assert "--over" in refused.err
    assert onrecord("review", "correct", said, "act=assert", "--by", "A. Leir", *where).status == 0
    assert onrecord("review", "correct", said, "act=warn", "--by", "M. Oro", "--over", *where).status == 0
    assert statement(onrecord, mine, "would have to be seen")["act"] == "warn"
    assert len(rows(onrecord("review", "list", "--json", *where))) == 3


def test_records_are_accepted_rejected_merged_split_and_added(onrecord: Onrecord, mine: Path) -> None:
    where = ("--ledger", mine, *AS_OF)
    one, other = (row["id"] for row in rows(onrecord("talks", "--json", *where)))
    assert onrecord("review", "accept", one, *where).status == 0
    assert onrecord("review", "merge", one, other, *where).status == 0
    (talk,) = rows(onrecord("talks", "--json", *where))
    reports = [mention["report"] for mention in talk["mentions"]]  # type: ignore[attr-defined]
    assert onrecord("review", "split", talk["id"], reports[1][:8], *where).status == 0
    assert len(rows(onrecord("talks", "--json", *where))) == 2
    figure = rows(onrecord("figures", "--json", *where))[0]["id"]
    assert onrecord("review", "reject", figure, "--note", "not counted", *where).status == 0
    settings = ("value=41", "unit=keepers", "evidence=40 keepers from", "by=Joss Tarl", "compare=about")
    added = onrecord("review", "add", "figure", reports[0], *settings, *where)
    assert added.status == 0
    figures = rows(onrecord("figures", "--json", *where))
    assert 41 in [row["value"] for row in figures]
    assert figure not in [row["id"] for row in figures]
    commitment = rows(onrecord("commitments", "--json", *where))[0]["id"]
    answer = "answer=deny|Joss Tarl|this would have to be seen"
    assert onrecord("review", "correct", commitment, "due=/2031-03-09", answer, *where).status == 0
    (told,) = rows(onrecord("commitments", "--json", *where))
    assert told["due"] == {"start": "2031-03-09", "end": "2031-03-09"}
    assert onrecord("check", "--ledger", mine).status == 0


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (["accept", "s-ffff"], 3, "no record"),
        (["correct", "SAID", "colour=red"], 2, "sets no field of a statement"),
        (["correct", "SAID", "act"], 2, "write FIELD=VALUE"),
        (["correct", "SAID", "act=sing"], 2, "one of assert"),
        (["correct", "SAID", "content=no such words"], 2, "does not say 'no such words'"),
        (["correct", "SAID", "content=Brenn"], 2, "give the place: "),
        (["correct", "SAID", "content=99999-100000"], 2, "there are no words"),
        (["correct", "SAID", "said=yesterday"], 2, "is no day"),
        (["speaker", "SAID"], 2, "who says it?"),
        (["speaker", "SAID", "Nobody Atall"], 3, "no actor is called"),
        (["merge", "SAID", "SAID"], 2, "cannot be merged"),
        (["split", "SAID", "r-1"], 2, "cannot be merged or split"),
        (["add", "figure", "SAID", "value=1"], 2, "is no report"),
        (["withdraw", "j-ffff"], 3, "no decision that stands"),
        (["accept"], 2, "missing argument"),
        (["fly"], 2, "no such command"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    onrecord: Onrecord, mine: Path, arguments: list[str], status: int, complaint: str
) -> None:
    said = str(statement(onrecord, mine, "would have to be seen")["id"])
    ran = onrecord("review", *(said if word == "SAID" else word for word in arguments), "--ledger", mine, *AS_OF)
    assert (ran.status, ran.out) == (status, "")
    assert complaint in ran.err
    assert len(ran.err.splitlines()) == 1
    assert onrecord("review", "list", "--json", "--ledger", mine).out == ""


def test_options_in_front_of_a_decision_are_not_lost_without_a_word(onrecord: Onrecord, mine: Path) -> None:
    ran = onrecord("review", "--ledger", mine, "accept", "s-1")
    assert ran.status == 2
    assert "stand behind it" in ran.err


@pytest.mark.parametrize(
    "name", ["accept", "reject", "correct", "speaker", "merge", "split", "add", "withdraw", "list", "export"]
)
def test_each_decision_says_what_it_is_for_with_an_example(onrecord: Onrecord, name: str) -> None:
    ran = onrecord("review", name, "--help")
    assert ran.status == 0
    assert f"onrecord review {name}" in ran.out.split("Example", 1)[1]
    assert "--ledger" in ran.out
    assert max(map(len, ran.lines)) <= 100


def test_corrected_reports_are_written_as_text_and_stand_off(onrecord: Onrecord, mine: Path, tmp_path: Path) -> None:
    said = str(statement(onrecord, mine, "would have to be seen")["id"])
    onrecord("review", "speaker", said, "--words", "Joss Tarl", "--ledger", mine, *AS_OF)
    ran = onrecord("review", "export", tmp_path / "out", "--ledger", mine)
    assert ran.out.startswith("1 report with ")
    text = (tmp_path / "out" / "pledge.txt").read_text(encoding="utf-8")
    marked = (tmp_path / "out" / "pledge.ann").read_text(encoding="utf-8")
    (line,) = [line for line in marked.splitlines() if "\tSource " in line]
    name, place, exact = line.split("\t")
    start, end = map(int, place.split()[1:])
    assert (text[start:end], exact) == ("Joss Tarl", "Joss Tarl")
    assert name.startswith("T")


def test_what_people_write_is_shown_harmless(onrecord: Onrecord, mine: Path) -> None:
    said = str(statement(onrecord, mine, "would have to be seen")["id"])
    nasty = "\x1b[31m[red]x\u202e"
    where = ("--ledger", mine, *AS_OF)
    assert onrecord("review", "reject", said, "--by", nasty, "--note", nasty, *where).status == 0
    for command in (["review", "list"], ["review"], ["review", "list", "--withdrawn"]):
        out = onrecord(*command, *where).out
        assert not any(letter in out for letter in ("\x1b", "\u202e"))
    assert "[red]x" in onrecord("review", "list", *where).out
