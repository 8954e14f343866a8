"""What a brief chooses, in which order, and what each line carries."""

import random
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.brief import Brief, brief
from onrecord.brief.commitments import kind_of
from onrecord.brief.value import Line, Section
from onrecord.model.acts import CommitmentStatus
from onrecord.model.ledger import Ledger
from onrecord.model.period import Period
from onrecord.model.records import Commitment, CommitmentMention, Response, Statement, Step
from tests.brief.world import Story, day, lighthouse, on


def section(told: Brief, key: str) -> Section:
    """One section of a brief."""
    return next(found for found in told.sections if found.key == key)


def words(line: Line) -> str:
    """A line with its details as one text."""
    return " / ".join("".join(piece.text for piece in row) for row in (line.head, *line.details))


def test_the_head_says_what_counts_and_what_does_not() -> None:
    told = brief(lighthouse().ledger)
    assert (told.reports, told.later, told.undated) == (4, 1, 1)
    assert told.agencies == ("Coast Wire",)
    assert told.span == "1–6 Mar"


def test_what_is_overdue_comes_first_and_says_by_how_much() -> None:
    told = brief(lighthouse().ledger)
    assert told.sections[0].key == "overdue"
    (line,) = told.sections[0].lines
    assert words(line).startswith(
        "Varnholt to Oska: withdraw the keepers from the Skerry light · due 5 Mar, 5 days ago"
    )


def test_a_promise_carries_who_stated_doubted_and_contradicted_it_each_dated() -> None:
    line = words(section(brief(lighthouse().ledger), "overdue").lines[0])
    assert "stated by Ilse Brenn, 1 Mar: “will withdraw the keepers from the Skerry light” [1]" in line
    assert "doubted by Joss Tarl, 1 Mar: “this will have to be seen” [2]" in line
    assert "contradicted by Joss Tarl, 6 Mar: “the keepers are still at the light” [3]" in line


def test_a_copy_tells_nothing_twice() -> None:
    assert "Inland Sheet" not in words(section(brief(lighthouse().ledger), "overdue").lines[0])


def test_a_dispute_gives_both_sides_their_words() -> None:
    (line,) = section(brief(lighthouse().ledger), "disputed").lines
    assert "asserted by Joss Tarl, 1 Mar: “Brenn promised in writing to leave the light”" in words(line)
    assert "denied by Varnholt Foreign Ministry, 6 Mar: “no such letter was ever signed”" in words(line)


def test_a_threat_stands_apart_with_its_condition_and_the_chain_of_voices() -> None:
    (line,) = section(brief(lighthouse().ledger), "threat").lines
    assert "close the harbour · if the keepers do not leave" in words(line)
    assert "Joss Tarl, as told by Coast Wire, 6 Mar" in words(line)


def test_talks_coming_held_and_called_off() -> None:
    told = brief(lighthouse().ledger)
    coming = [words(line) for line in section(told, "coming").lines]
    assert coming[0].startswith("11 Mar, tomorrow · Ilse Brenn – Joss Tarl · Midsound · meeting · planned")
    assert "no report that it was held" in coming[1]
    assert "phone, 40 minutes" in words(section(told, "held").lines[0])
    assert "cancelled" in words(section(told, "off").lines[0])


def test_a_series_of_figures_gives_the_newest_range_and_how_it_grew() -> None:
    (line,) = section(brief(lighthouse().ledger), "figures").lines
    assert "keepers: 6 Mar more than 65 (Joss Tarl)" in words(line)
    assert "50 (the writer, Oska Daily)" in words(line)
    assert "earlier: 1 Mar 40 (Ilse Brenn)" in words(line)


def test_a_demand_with_its_refusal_and_what_was_announced() -> None:
    told = brief(lighthouse().ledger)
    demand = words(section(told, "demands").lines[0])
    assert demand.startswith("Oska to Varnholt, 1 Mar: “the lamp must stay lit”")
    assert "refused by Varnholt Foreign Ministry, 6 Mar: “we shall not be told when to light a lamp”" in demand
    assert "the ferry is moved to Midsound" in words(section(told, "announced").lines[0])


def test_every_mark_leads_to_words_that_stand_in_a_report() -> None:
    ledger = lighthouse().ledger
    told = brief(ledger)
    texts = {report.id: " ".join(report.text.split()) for report in ledger.reports}
    lines = [line for found in told.sections for line in found.lines]
    marks = [
        piece.text for line in lines for row in (line.head, *line.details) for piece in row if piece.role == "mark"
    ]
    assert {f"[{note.number}]" for note in told.evidence} == set(marks)
    assert [note.number for note in told.evidence] == list(range(1, len(told.evidence) + 1))
    assert list(dict.fromkeys(marks)) == [f"[{note.number}]" for note in told.evidence]
    assert all(note.words in texts[note.report] for note in told.evidence)


def test_every_line_leads_to_evidence() -> None:
    for found in brief(lighthouse().ledger).sections:
        for line in found.lines:
            assert any(piece.role == "mark" for row in (line.head, *line.details) for piece in row)


def test_an_empty_ledger_gives_an_empty_brief() -> None:
    told = brief(Ledger(day(3, 10)))
    assert (told.sections, told.evidence, told.reports) == ((), (), 0)


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_same_ledger_gives_the_same_brief_in_whatever_order_it_comes(chance: random.Random) -> None:
    ledger = lighthouse().ledger
    shuffled = {}
    for found in fields(ledger):
        value = getattr(ledger, found.name)
        shuffled[found.name] = tuple(chance.sample(value, len(value))) if isinstance(value, tuple) else value
    assert brief(Ledger(**shuffled)) == brief(ledger)


def test_a_section_is_cut_to_size_and_says_what_was_left_out() -> None:
    story = Story()
    side = story.actor("Varnholt", kind="country")
    report = story.report("one", on(3, 1))
    for number in range(20):
        story.promise(report, side, f"send ferry number {number}")
    found = section(brief(story.ledger), "open")
    assert (len(found.lines), found.more) == (8, 12)
    assert found.command == "onrecord commitments"


def test_what_more_independent_reports_tell_comes_first() -> None:
    story = Story()
    side = story.actor("Varnholt", kind="country")
    reports = [story.report(name, on(3, number)) for name, number in (("a", 1), ("b", 2), ("c", 3))]
    story.promise(reports[2], side, "paint the door")
    twice = story.promise(reports[0], side, "mend the roof")
    story.told_again(twice, reports[1], "will mend the roof")
    assert [line.head[2].text for line in section(brief(story.ledger), "open").lines] == [
        "mend the roof",
        "paint the door",
    ]


@pytest.mark.parametrize(
    ("status", "due", "kind"),
    [
        ("pledged", Period(), "open"),
        ("pledged", on(3, 9), "overdue"),
        ("confirmed", on(3, 10), "due"),
        ("pledged", on(3, 17), "due"),
        ("pledged", on(3, 18), "later"),
        ("pledged", Period(day(3, 1), day(4, 30)), "due"),
        ("overdue", Period(), "overdue"),
        ("reported kept", on(3, 9), "settled"),
        ("reported broken", on(3, 9), "settled"),
        ("withdrawn", on(3, 12), "settled"),
        ("denied", Period(), "open"),
    ],
)
def test_where_a_commitment_belongs_on_10_march(status: CommitmentStatus, due: Period, kind: str) -> None:
    story = Story()
    side = story.actor("Varnholt", kind="country")
    made = story.promise(story.report("one", on(3, 1)), side, "mend the roof", due=due, status=status)
    assert kind_of(made, story.day) == kind


def test_of_a_state_and_its_minister_the_state_promises_and_the_minister_talks() -> None:
    story = Story()
    state, brenn = story.actor("Varnholt", kind="country"), story.actor("Ilse Brenn", party="Varnholt")
    office = story.actor("Brenn's office", party="Varnholt", kind="office")
    tarl = story.actor("Joss Tarl", party="Oska")
    report = story.report("one", on(3, 1))
    promise = story.promise(report, state, "mend the roof")
    story.commitments = [replace(promise, by=(brenn, state))]
    story.talk(report, office, brenn, state, tarl, when=on(3, 1))
    told = brief(story.ledger)
    assert words(section(told, "open").lines[0]).startswith("Varnholt: mend the roof")
    assert "1 Mar · Ilse Brenn – Joss Tarl" in words(section(told, "held").lines[0])


def test_a_promise_is_overdue_only_after_its_last_day() -> None:
    story = Story()
    side = story.actor("Varnholt", kind="country")
    made = story.promise(story.report("one", on(3, 1)), side, "mend the roof", due=on(3, 5, 10))
    assert kind_of(made, day(3, 10)) == "due"
    assert kind_of(made, day(3, 10) + timedelta(days=1)) == "overdue"


def test_a_series_is_called_what_most_of_its_figures_count_and_an_old_number_is_not_its_newest() -> None:
    story = Story()
    tarl = story.actor("Joss Tarl")
    vague = story.report("vague", Period(day(2, 1), day(3, 9)))
    exact = story.report("exact", on(3, 8))
    story.figure(exact, 70, "keepers", by=tarl)
    story.figure(exact, 80, "keepers")
    story.figure(vague, 50, "men at the light")
    (line,) = section(brief(story.ledger), "figures").lines
    assert words(line).startswith("keepers: 8 Mar 80")
    assert "earlier: 1 Feb – 9 Mar 50" in words(line)


def test_what_only_the_writer_counts_once_is_left_to_the_list() -> None:
    story = Story()
    tarl = story.actor("Joss Tarl")
    report = story.report("one", on(3, 1))
    story.figure(report, 70, "keepers", by=tarl, series="f-keepers")
    story.figure(report, 3, "geese", series="f-geese")
    found = section(brief(story.ledger), "figures")
    assert (len(found.lines), found.more) == (1, 1)


def test_a_side_of_a_dispute_is_quoted_from_the_words_that_show_it() -> None:
    story = Story()
    tarl, brenn = story.actor("Joss Tarl"), story.actor("Ilse Brenn")
    report = story.report("one", on(3, 1))
    shown = story.dispute(report, "a letter was signed", tarl, brenn)
    denied = story.says(report, brenn, "nobody signed any letter", "deny")
    span = next(statement for statement in story.statements if statement.id == denied).content[0]
    mention = replace(shown.mentions[0], evidence=(*shown.mentions[0].evidence, span))
    story.disputes = [replace(shown, mentions=(mention,))]
    told = words(section(brief(story.ledger), "disputed").lines[0])
    assert "asserted by Joss Tarl / denied by Ilse Brenn, 1 Mar: “nobody signed any letter”" in told
    assert "reported 1 Mar: “a letter was signed”" in told


def test_what_the_report_itself_says_of_a_promise_names_nobody() -> None:
    story = Story()
    side = story.actor("Varnholt", kind="country")
    report = story.report("one", on(3, 1), outlet="Oska Daily")
    promise = story.promise(report, side, "mend the roof", status="reported kept")
    kept = Step(day(3, 1), "reported kept", (), story.words(report, "the roof is whole again"))
    story.commitments = [replace(promise, history=(kept,))]
    assert "reported kept in Oska Daily, 1 Mar: “the roof is whole again”" in words(
        brief(story.ledger).sections[0].lines[0]
    )


def test_who_denies_a_promise_in_the_words_that_name_it_has_not_stated_it() -> None:
    story = Story()
    side = story.actor("Varnholt", kind="country")
    spokesman = story.actor("Ilse Brenn", party="Varnholt")
    told = story.report("one", on(3, 1), outlet="Oska Daily")
    denied = story.report("two", on(3, 2), outlet="Harbour Post")
    promise = story.promise(told, side, "mend the roof")
    story.told_again(promise, denied, "was to mend the roof", stated_by=(spokesman,))
    first, second = story.commitments[0].mentions
    second = replace(second, responses=(Response((spokesman,), "deny", second.evidence),))
    story.commitments = [replace(story.commitments[0], mentions=(first, second), status="denied")]
    line = words(brief(story.ledger).sections[0].lines[0])
    assert "denied by Ilse Brenn, 2 Mar: “was to mend the roof”" in line
    assert "by Ilse Brenn, 2 Mar" not in line.replace("denied by Ilse Brenn, 2 Mar", "")


def test_a_threat_is_never_overdue() -> None:
    story = Story()
    side = story.actor("Varnholt", kind="country")
    report = story.report("one", on(3, 1))
    threat = story.promise(report, side, "close the harbour", due=on(3, 5), status="overdue")
    evidence = threat.mentions[0].evidence
    said = Statement("s-1", report, side, None, (side,), None, (evidence,), "indirect", "threaten", None, Period())
    story.statements.append(said)
    assert [found.key for found in brief(story.ledger).sections] == ["threat"]


def test_counts_come_before_shares_and_durations() -> None:
    story = Story()
    tarl, brenn = story.actor("Joss Tarl"), story.actor("Ilse Brenn")
    report = story.report("one", on(3, 1))
    for giver in (tarl, brenn):
        story.figure(report, 45, "talks", unit="minutes", by=giver, series="f-talks")
        story.figure(report, 2, "boats", by=giver, series="f-boats")
    story.figure(report, 70, "keepers", by=tarl, series="f-keepers")
    assert words(section(brief(story.ledger), "figures").lines[0]).startswith("keepers")


def test_a_number_that_a_copy_prints_again_is_told_once() -> None:
    story = Story()
    tarl = story.actor("Joss Tarl", party="Oska")
    first = story.report("first", on(3, 9), outlet="Harbour Post")
    again = story.report("again", on(3, 9), outlet="Oska Today", copies="first")
    story.figure(first, 200, "mines", by=tarl, series="f-1")
    story.figure(again, 200, "mines", by=tarl, series="f-2")
    (line,) = section(brief(story.ledger), "figures").lines
    assert words(line).startswith("mines: 9 Mar 200 (Joss Tarl)")


def test_who_promises_for_a_state_is_told_where_the_reading_names_nobody() -> None:
    story = Story()
    oska = story.actor("Oska", kind="country")
    tarl = story.actor("Joss Tarl", party="Oska")
    first = story.report("first", on(3, 9), outlet="Harbour Post")
    story.says(first, tarl, "Oska will mend the roof", "promise")
    told = story.statements[0].content[0]
    mention = CommitmentMention(first, told, (), "pledged")
    pledged = Commitment("c-1", (oska,), (), "mend the roof", Period(), None, "pledged", None, (), (mention,))
    story.commitments.append(pledged)
    (line,) = section(brief(story.ledger), "open").lines
    assert "stated by Joss Tarl, 9 Mar" in words(line)
