"""What changed between two days."""

from dataclasses import replace

from onrecord.brief.changes import changes
from onrecord.model.records import Claim, Objection, Talk, TalkMention
from tests.brief.test_compare import lines
from tests.brief.world import Story, day, on


def test_nothing_new_is_a_brief_without_sections() -> None:
    ledger = Story().ledger
    told = changes(ledger, ledger, since=day(3, 8))
    assert (told.heading, told.rests, told.sections) == (
        "What changed · 8 Mar – 10 Mar 2031",
        "0 new reports · 0 in all",
        (),
    )


def test_a_new_promise_and_a_promise_with_another_status_stand_apart() -> None:
    story = Story()
    tarl = story.actor("Joss Tarl", party="Oska")
    first = story.report("first", on(3, 1), outlet="Harbour Post")
    kept = story.promise(first, tarl, "mend the roof of the lighthouse")
    before = story.ledger
    second = story.report("second", on(3, 9), outlet="Harbour Post")
    story.promise(second, tarl, "paint the tower of the lighthouse")
    story.commitments[0] = replace(kept, status="reported kept")
    told = changes(before, story.ledger, since=day(3, 8))
    assert told.rests == "1 new report · 2 in all"
    assert lines(told, "WHAT BECAME OF PROMISES")[0].startswith("pledged → reported kept · Joss Tarl: mend the roof")
    assert "paint the tower" in lines(told, "NEWLY PROMISED")[0]
    assert "mend the roof" not in "".join(lines(told, "NEWLY PROMISED"))


def test_a_planned_talk_that_was_held_is_one_change_even_where_its_id_moved() -> None:
    story = Story()
    brenn, tarl = story.actor("Ilse Brenn", party="Varnholt"), story.actor("Joss Tarl", party="Oska")
    first = story.report("first", on(3, 1))
    words = story.words(first, "Brenn is to meet Tarl on Sunday")
    planned = Talk(
        "t-1", (brenn, tarl), on(3, 9), None, "meeting", None, "planned", (TalkMention(first, words, "planned"),)
    )
    story.talks.append(planned)
    before = story.ledger
    second = story.report("second", on(3, 9))
    held = TalkMention(second, story.words(second, "Brenn met Tarl"), "held")
    story.talks[:] = [replace(planned, id="t-0", status="held", mentions=(*planned.mentions, held))]
    told = changes(before, story.ledger, since=day(3, 8))
    assert [section.key for section in told.sections] == ["moved"]
    assert lines(told, "WHAT BECAME OF TALKS")[0].startswith("planned → held · 9 Mar")


def test_a_newer_figure_stands_beside_the_one_it_replaces_as_people_write_numbers() -> None:
    story = Story()
    first = story.report("first", on(3, 1))
    story.figure(first, 60_000_000, "credit", unit="dollars")
    before = story.ledger
    second = story.report("second", on(3, 9))
    story.figure(second, 250_000_000, "credit", unit="dollars")
    told = changes(before, story.ledger, since=day(3, 8))
    assert lines(told, "NEWER FIGURES")[0].startswith("credit: $60 million → $250 million")


def test_what_changed_says_once_how_a_promise_stands_now() -> None:
    story = Story()
    first = story.report("first", on(3, 1))
    kept = story.promise(first, story.actor("Joss Tarl", party="Oska"), "mend the roof")
    before = story.ledger
    story.commitments[0] = replace(kept, status="reported kept")
    (line,) = lines(changes(before, story.ledger, since=day(3, 8)), "WHAT BECAME OF PROMISES")
    assert line.count("reported kept") == 1
    assert line.startswith("pledged → reported kept · Joss Tarl: mend the roof\n")


def test_a_talk_that_is_set_for_another_day_has_changed() -> None:
    story = Story()
    brenn, tarl = story.actor("Ilse Brenn", party="Varnholt"), story.actor("Joss Tarl", party="Oska")
    planned = story.talk(story.report("first", on(3, 1)), brenn, tarl, when=on(3, 12), status="planned")
    before = story.ledger
    story.talks[0] = replace(planned, when=on(3, 20))
    (line,) = lines(changes(before, story.ledger, since=day(3, 8)), "WHAT BECAME OF TALKS")
    assert line.startswith("planned for 12 Mar → planned · 20 Mar")
    story.talks[0] = replace(planned, when=on(3, 11, 13))
    assert changes(before, story.ledger, since=day(3, 8)).sections == ()


def test_a_claim_that_stands_otherwise_is_told_with_who_spoke_against_it() -> None:
    story = Story()
    brenn, tarl = story.actor("Ilse Brenn", party="Varnholt"), story.actor("Joss Tarl", party="Oska")
    said = story.says(story.report("first", on(3, 1)), brenn, "that the lamp went out in the storm")
    claim = Claim("k-1", "that the lamp went out in the storm", (said,), 1, 1, "unchallenged")
    story.claims.append(claim)
    before = story.ledger
    denial = story.says(story.report("second", on(3, 9)), tarl, "that the lamp went out", "deny")
    story.claims[0] = replace(
        claim, status="disputed", against=(Objection(denial, "deny", "denied in the same words"),)
    )
    (line,) = lines(changes(before, story.ledger, since=day(3, 8)), "WHAT BECAME OF CLAIMS")
    head, said_by, denied_by = line.splitlines()
    assert head == "unchallenged → disputed · “the lamp went out in the storm” · 1 independent origin"
    assert said_by.startswith("said by Ilse Brenn, 1 Mar: “the lamp went out in the storm”")
    assert denied_by.startswith("denied by Joss Tarl, 9 Mar: ")
