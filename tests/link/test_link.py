"""What must hold across reports, on readings built by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from onrecord.link.link import link
from onrecord.model.ledger import Ledger
from onrecord.model.reading import FoundResponse, Voice
from tests.link.world import HOLT, LEIR, ORLAVIA, TESSMARK, VINT, Written

MARCH = [date(2031, 3, day + 1) for day in range(31)]  # 1 March 2031 is a Saturday


def ledger(*written: Written, day: date = date(2031, 12, 31)) -> Ledger:
    return link([one.report() for one in written], [one.reading() for one in written], day=day)


def names(book: Ledger, ids: Sequence[str]) -> set[str]:
    return {actor.name for actor in book.actors if actor.id in ids}


def withdrawal() -> tuple[Written, Written]:
    """A promise to leave by 20 March, told on the 8th, told again and doubted on the 19th."""
    first, second = Written("first", MARCH[7]), Written("second", MARCH[18])
    first.commitment(VINT, "withdraw its troops from the Kell valley", to=TESSMARK, due="date:2031-03-20")
    second.commitment(ORLAVIA, "pull back Orlavian soldiers from the Kell valley", due="date:2031-03-20")
    second.response(LEIR, "doubt", "this remains to be seen")
    return first, second


def test_nothing_read_gives_an_empty_ledger() -> None:
    assert ledger() == Ledger(date(2031, 12, 31))


def test_one_talk_told_by_two_reports_is_one() -> None:
    one, two = Written("one", MARCH[4]), Written("two", MARCH[5])
    one.talk(VINT, HOLT, when="date:2031-03-04")
    two.talk(HOLT, VINT, when="date:2031-03-04")
    (talk,) = ledger(one, two).talks
    assert {mention.report for mention in talk.mentions} == {one.id, two.id}
    assert talk.status == "held"


def test_two_promises_of_one_report_without_a_word_in_common_stay_two() -> None:
    one = Written("one", MARCH[4])
    one.commitment(VINT, "send its brigades back to barracks", due="date:2031-03-20")
    one.commitment(VINT, "open the pass to lorries with food", due="date:2031-03-20")
    assert len(ledger(one).commitments) == 2


def test_who_rules_out_a_meeting_does_not_turn_down_another_deed() -> None:
    one, two = Written("one", MARCH[4]), Written("two", MARCH[6])
    one.commitment(VINT, "open two gates of the Karsh dam by Friday", to=TESSMARK)
    two.statement(HOLT, "any meeting before two gates of the Karsh dam", act="refuse")
    (commitment,) = ledger(one, two).commitments
    assert commitment.status == "pledged"


def test_people_of_no_known_side_stay_parties_to_their_talk() -> None:
    lone, other = Voice("Ivo Tarn", "person", None), Voice("Ansa Brok", "person", None)
    one = Written("one", date(2031, 3, 5))
    one.talk(lone, other, when="date:2031-03-04")
    (talk,) = ledger(one).talks
    assert len(talk.parties) == 2


def test_two_talks_of_one_pair_on_two_days_stay_two() -> None:
    one, two = Written("one", MARCH[4]), Written("two", MARCH[12])
    one.talk(VINT, HOLT, when="date:2031-03-04")
    two.talk(VINT, HOLT, when="date:2031-03-11")
    assert len(ledger(one, two).talks) == 2


def test_a_talk_planned_for_a_day_and_held_on_it_is_one_that_was_held() -> None:
    before, after = Written("before", MARCH[2]), Written("after", MARCH[5])
    before.talk(VINT, HOLT, when="date:2031-03-05", tense="future", status="planned")
    after.talk(VINT, HOLT, when="date:2031-03-05")
    assert [talk.status for talk in ledger(before, after).talks] == ["held"]
    assert [talk.status for talk in ledger(before, after, day=MARCH[3]).talks] == ["planned"]


def test_talks_of_other_people_of_the_same_states_stay_apart() -> None:
    one = Written("one", MARCH[4])
    one.talk(VINT, HOLT, when="date:2031-03-04")
    one.talk(VINT, LEIR, when="date:2031-03-04")
    assert len(ledger(one).talks) == 2


def test_a_promise_told_twice_in_other_words_is_one_commitment_with_both_mentions() -> None:
    (commitment,) = ledger(*withdrawal()).commitments
    assert len(commitment.mentions) == 2
    assert commitment.due.exact


@pytest.mark.parametrize(
    ("day", "status"),
    [(MARCH[8], "pledged"), (MARCH[19], "doubted"), (MARCH[20], "overdue"), (date(2031, 6, 1), "overdue")],
)
def test_what_became_of_a_promise_depends_on_the_day_one_asks(day: date, status: str) -> None:
    (commitment,) = ledger(*withdrawal(), day=day).commitments
    assert commitment.status == status


def test_a_promise_nobody_doubted_is_due_on_its_day() -> None:
    first, _ = withdrawal()
    (commitment,) = ledger(first, day=MARCH[19]).commitments
    assert commitment.status == "due"


def test_what_is_to_be_done_by_a_day_is_due_on_that_day_and_not_from_the_first() -> None:
    one = Written("one", MARCH[4])
    one.commitment(VINT, "open the pass of Lenta to lorries", due="until(date:2031-03-20)")
    (before,) = ledger(one, day=MARCH[18]).commitments
    (on,) = ledger(one, day=MARCH[19]).commitments
    assert (before.status, on.status) == ("pledged", "due")
    assert (on.due.start, on.due.end) == (MARCH[19], MARCH[19])


def test_the_history_says_who_doubted_and_when() -> None:
    book = ledger(*withdrawal())
    (commitment,) = book.commitments
    doubt = next(step for step in commitment.history if step.status == "doubted")
    assert (doubt.day, names(book, doubt.by)) == (MARCH[18], {"Ansa Leir"})


def test_a_denial_by_the_bound_side_is_denied_and_by_another_disputed() -> None:
    own, other = Written("own", MARCH[7]), Written("other", MARCH[7])
    own.commitment(VINT, "open the locks at Saar")
    own.response(ORLAVIA, "deny", "no such promise was made")
    other.commitment(HOLT, "send engineers to the dam")
    other.response(VINT, "deny", "nobody promised that")
    found = {commitment.action: commitment.status for commitment in ledger(own, other).commitments}
    assert found == {"open the locks at Saar": "denied", "send engineers to the dam": "disputed"}


def test_a_promise_to_meet_is_reported_kept_once_the_meeting_is_told_as_held() -> None:
    before, after = Written("before", MARCH[2]), Written("after", MARCH[12])
    before.commitment(VINT, "hold more talks with Tessmark", to=HOLT)
    after.talk(VINT, HOLT, when="date:2031-03-11")
    (commitment,) = ledger(before, after).commitments
    assert commitment.status == "reported kept"
    assert ledger(before, after, day=MARCH[5]).commitments[0].status == "pledged"


def test_a_promise_of_one_person_to_meet_is_not_kept_by_another_of_the_same_side() -> None:
    before, minister, states = Written("before", MARCH[2]), Written("minister", MARCH[12]), Written("states", MARCH[12])
    before.commitment(VINT, "hold more talks with Tessmark", to=HOLT)
    minister.talk(VINT, LEIR, when="date:2031-03-11")
    states.talk(VINT, TESSMARK, when="date:2031-03-11")
    assert [one.status for one in ledger(before, minister).commitments] == ["pledged"]
    assert [one.status for one in ledger(before, states).commitments] == ["reported kept"]


def test_a_talk_told_as_held_before_its_day_has_not_been_held_and_keeps_no_promise() -> None:
    promise, eager = Written("promise", MARCH[3]), Written("eager", MARCH[5])
    promise.commitment(VINT, "hold talks with Tessmark", to=TESSMARK)
    eager.talk(VINT, HOLT, when="date:2031-03-20")
    book = ledger(promise, eager)
    assert [talk.status for talk in book.talks] == ["planned"]
    assert [commitment.status for commitment in book.commitments] == ["pledged"]


def test_a_talk_is_of_the_day_that_most_reports_name() -> None:
    written = [Written(f"plan {n}", MARCH[n]) for n in range(3)]
    for one in written:
        one.talk(VINT, HOLT, when="date:2031-03-12", tense="future", status="planned")
    slip, held = Written("slip", MARCH[12]), Written("held", MARCH[13])
    slip.talk(VINT, HOLT, when="date:2031-03-13")
    held.talk(VINT, HOLT, when="date:2031-03-12")
    (talk,) = ledger(*written, slip, held).talks
    assert talk.when.start == MARCH[11]


def test_two_occasions_without_a_day_told_months_apart_are_two() -> None:
    one, two = Written("one", MARCH[4]), Written("two", date(2031, 6, 2))
    for written in (one, two):
        written.talk(VINT, HOLT, when="")
    assert len(ledger(one, two).talks) == 2


def test_a_call_of_states_in_a_month_is_not_the_meeting_of_two_envoys_on_a_day_of_it() -> None:
    one, two = Written("one", MARCH[2]), Written("two", MARCH[16])
    one.talk(LEIR, VINT, when="date:2031-03", tense="future", status="planned")
    two.talk(ORLAVIA, TESSMARK, when="date:2031-03-16", status="cancelled")
    assert len(ledger(one, two).talks) == 2


def test_a_promise_called_off_and_made_again_with_its_day_ahead_is_on_again() -> None:
    made, off, again = Written("made", MARCH[1]), Written("off", MARCH[5]), Written("again", MARCH[9])
    for written in (made, off, again):
        written.commitment(VINT, "open the pass of Lenta to lorries", to=TESSMARK, due="date:2031-03-20")
    off.response(VINT, "break", "the pass stays shut")
    assert [c.status for c in ledger(made, off, day=MARCH[6]).commitments] == ["reported broken"]
    assert [c.status for c in ledger(made, off, again, day=MARCH[10]).commitments] == ["confirmed"]


def test_a_mere_retelling_takes_nothing_back_that_was_broken() -> None:
    made, off, told = Written("made", MARCH[1]), Written("off", MARCH[5]), Written("told", MARCH[9])
    for written, due in ((made, "date:2031-03-20"), (off, "date:2031-03-20"), (told, None)):
        written.commitment(VINT, "open the pass of Lenta to lorries", to=TESSMARK, due=due)
    off.response(VINT, "break", "the pass stays shut")
    assert [c.status for c in ledger(made, off, told, day=MARCH[10]).commitments] == ["reported broken"]


def test_a_clause_taken_for_part_of_a_name_does_not_hide_what_a_promise_is_about() -> None:
    misread = replace(VINT, aliases=(*VINT.aliases, "the salt mine Vint"))
    one, two = Written("one", MARCH[2]), Written("two", MARCH[9])
    one.commitment(misread, "close the salt mine of Kell")
    two.commitment(misread, "close the old salt mine of Kell for good")
    assert len(ledger(one, two).commitments) == 1


def test_a_promise_to_meet_somebody_is_one_whoever_is_said_to_be_bound_by_it() -> None:
    one, two = Written("one", MARCH[2]), Written("two", MARCH[2])
    one.commitment(VINT, "meet Edvar Holt in Kell", due="date:2031-03-20")
    one.mentioned(HOLT, "Edvar Holt")
    two.commitment(HOLT, "meet Mara Vint in Kell", due="date:2031-03-20")
    two.mentioned(VINT, "Mara Vint")
    both = ledger(one, two).commitments
    assert len(both) == 2  # each bound side by itself: the other's promise is not its own
    three = Written("three", MARCH[3])
    three.commitment(VINT, "meet Holt in Kell", to=TESSMARK, due="date:2031-03-20")
    assert len(ledger(one, three).commitments) == 1


def test_who_confirms_a_promise_after_it_was_broken_does_not_mend_it() -> None:
    made, off, late = Written("made", MARCH[1]), Written("off", MARCH[5]), Written("late", MARCH[9])
    for written in (made, off, late):
        written.commitment(VINT, "open the pass of Lenta to lorries", to=TESSMARK)
    off.response(HOLT, "break", "the pass stays shut")
    late.response(VINT, "confirm", "that had been the plan")
    assert [c.status for c in ledger(made, off, late, day=MARCH[10]).commitments] == ["reported broken"]


def test_a_promise_for_the_time_of_talks_is_not_kept_by_a_talk() -> None:
    one, two = Written("one", MARCH[2]), Written("two", MARCH[6])
    one.commitment(VINT, "halt the drilling while talks with Tessmark go on", to=TESSMARK)
    two.talk(VINT, HOLT, when="date:2031-03-06")
    assert [c.status for c in ledger(one, two).commitments] == ["pledged"]


def test_an_infinitive_by_itself_contradicts_no_promise() -> None:
    one, two = Written("one", MARCH[2]), Written("two", MARCH[4])
    one.commitment(VINT, "halt the drilling of wells in the Kell valley")
    two.statement(HOLT, "to continue the drilling of wells in the Kell valley")
    assert [c.status for c in ledger(one, two).commitments] == ["pledged"]


def test_reports_after_the_day_asked_do_not_count_and_are_numbered() -> None:
    book = ledger(*withdrawal(), day=MARCH[8])
    assert (len(book.reports), book.later) == (1, 1)


def test_a_report_without_any_day_counts_always_and_says_so() -> None:
    undated = Written("undated", None)
    undated.statement(VINT, "the valley is calm")
    book = ledger(undated, day=date(1990, 1, 1))
    assert [report.published.basis for report in book.reports] == ["unknown"]


def test_figures_of_one_thing_in_one_place_are_a_series_and_elsewhere_another() -> None:
    one, two = Written("one", MARCH[2]), Written("two", MARCH[9])
    one.figure(4000, "Orlavian troops", "near the Tessmark border")
    two.figure(6000, "Orlavian soldiers", "along Tessmark's borders")
    two.figure(900, "Orlavian troops", "in the Kell valley")
    series = {figure.value: figure.series for figure in ledger(one, two).figures}
    assert series[4000] == series[6000] != series[900]


def test_who_denies_a_promise_in_the_words_that_name_it_did_not_pledge_it() -> None:
    one = Written("one", MARCH[4])
    one.commitment(VINT, "open the pass of Lenta to lorries")
    made = one.commitments[0]
    answer = FoundResponse(made.stated_by, "deny", made.evidence)
    one.commitments[0] = replace(made, status="denied", responses=(answer,))
    book = ledger(one)
    (commitment,) = book.commitments
    assert [(step.status, names(book, step.by)) for step in commitment.history] == [
        ("pledged", set()),
        ("denied", {"Mara Vint"}),
    ]


def test_battalions_are_no_newer_count_of_soldiers() -> None:
    one, two = Written("one", MARCH[2]), Written("two", MARCH[9])
    one.figure(4000, "Orlavian soldiers", None)
    two.figure(2, "Orlavian battalions", None)
    assert len({figure.series for figure in ledger(one, two).figures}) == 2


def test_the_dead_of_an_army_are_no_newer_count_of_its_strength() -> None:
    one, two = Written("one", MARCH[2]), Written("two", MARCH[9])
    one.figure(4000, "Orlavian soldiers", "near the Tessmark border")
    two.figure(3, "Orlavian soldiers", "near the Tessmark border", fate="killed")
    assert len({figure.series for figure in ledger(one, two).figures}) == 2


def test_a_dispute_shown_by_two_reports_is_one() -> None:
    one, two = Written("one", MARCH[2]), Written("two", MARCH[9])
    one.dispute("Orlavia plans to close the strait", HOLT, VINT)
    two.dispute("Orlavian plans to close the strait are ready", TESSMARK, ORLAVIA)
    (dispute,) = ledger(one, two).disputes
    assert len(dispute.mentions) == 2


def test_a_copy_is_joined_to_the_report_it_copies_and_counts_as_one_origin() -> None:
    body = " ".join(f"Delegates spoke of item {n} and of nothing else that morning in the hall." for n in range(20))
    one, two, cut = (
        Written("one", MARCH[2], "Harbour Post"),
        Written("two", MARCH[3], "Kell Times"),
        Written("cut", MARCH[3]),
    )
    for written, text in ((one, body), (two, body), (cut, body[: len(body) // 2])):
        written.statement(VINT, "the northern valley will be reopened to barges next week")
        written.says(text)
    book = ledger(one, two, cut)
    assert {report.name: report.copies_of for report in book.reports} == {"one": None, "two": one.id, "cut": one.id}
    (claim,) = book.claims
    assert (claim.outlets, claim.origins) == (3, 1)


def test_a_report_that_came_in_again_without_its_outlet_counts_once() -> None:
    known, bare = Written("known", MARCH[2], "Harbour Post"), Written("bare", None)
    for written in (known, bare):
        written.statement(VINT, "the northern valley will be reopened")
    book = ledger(known, bare)
    assert [report.name for report in book.reports] == ["known"]
    assert len(book.statements) == 1


def test_an_unnamed_source_is_never_the_same_in_two_reports() -> None:
    official = Voice("Orlavian official", "person", "Orlavia", named=False)
    one, two = Written("one", MARCH[2]), Written("two", MARCH[3])
    one.statement(official, "the locks will open")
    two.statement(official, "the locks will stay shut")
    sources = {statement.source for statement in ledger(one, two).statements}
    assert len(sources) == 2


def test_the_order_of_arrival_makes_no_difference() -> None:
    first, second = withdrawal()
    third = Written("third", MARCH[22], "Kell Times")
    third.talk(VINT, HOLT, when="date:2031-03-21")
    third.statement(LEIR, "troops had not left the Kell valley", "deny")
    written = [first, second, third]
    expected = ledger(*written)
    for order in permutations(written):
        assert ledger(*order) == expected


def test_every_span_of_the_ledger_is_its_text() -> None:
    book = ledger(*withdrawal())
    texts = {report.id: report.text for report in book.reports}
    spans = [step.evidence for commitment in book.commitments for step in commitment.history if step.evidence]
    assert spans
    assert all(span.holds(texts[span.report]) for span in spans)
