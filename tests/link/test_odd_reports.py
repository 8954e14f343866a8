"""Reports that do not fit together: linking stays calm, keeps what was said, and decides nothing."""

from datetime import date
from itertools import permutations

from onrecord.link.link import link
from onrecord.model.ledger import Ledger
from onrecord.model.period import Published
from tests.link.world import HOLT, LEIR, VINT, Written

LATER = date(2031, 12, 31)


def march(day: int) -> date:
    return date(2031, 3, day)


def ledger(*told: Written, day: date = LATER) -> Ledger:
    return link([one.report() for one in told], [one.reading() for one in told], day=day)


def test_a_report_that_contradicts_itself_keeps_both_its_sentences() -> None:
    one = Written("one", march(4))
    one.statement(LEIR, "the harbour of Kell is open to all ships")
    one.statement(LEIR, "the harbour of Kell is not open to any ships")
    book = ledger(one)
    assert len(book.statements) == 2
    assert all(claim.status != "corroborated" for claim in book.claims)


def test_two_calls_and_a_meeting_of_the_same_two_people_on_one_day_are_told_apart_by_form() -> None:
    one = Written("one", march(5))
    one.talk(VINT, HOLT, when="date:2031-03-04", form="phone")
    one.talk(VINT, HOLT, when="date:2031-03-04", form="meeting", where="Kell")
    two = Written("two", march(5))
    two.talk(VINT, HOLT, when="date:2031-03-04", form="phone")
    talks = ledger(one, two).talks
    assert sorted((talk.format, len(talk.mentions)) for talk in talks) == [("meeting", 1), ("phone", 2)]


def test_two_calls_of_different_lengths_in_one_report_are_two_and_others_join_the_one_of_their_length() -> None:
    one, two, three = Written("one", march(5)), Written("two", march(5)), Written("three", march(5))
    one.talk(VINT, HOLT, when="date:2031-03-04", form="phone", minutes=20)
    one.talk(VINT, HOLT, when="date:2031-03-04", form="phone", minutes=60)
    two.talk(VINT, HOLT, when="date:2031-03-04", form="phone", minutes=20)
    three.talk(VINT, HOLT, when="date:2031-03-04", form="phone", minutes=60)
    for order in permutations((one, two, three)):
        talks = ledger(*order).talks
        assert sorted((talk.minutes, len(talk.mentions)) for talk in talks) == [(20, 2), (60, 2)]


def test_a_length_told_roughly_and_exactly_is_one_talk() -> None:
    one = Written("one", march(5))
    one.talk(VINT, HOLT, when="date:2031-03-04", form="phone", minutes=105)
    one.talk(VINT, HOLT, when="date:2031-03-04", form="phone", minutes=120)
    (talk,) = ledger(one).talks
    assert len(talk.mentions) == 2


def test_a_promise_told_after_its_day_is_overdue_from_the_day_it_was_told() -> None:
    one = Written("one", march(10))
    one.commitment(VINT, "open the pass of Lenta to lorries", due="date:2031-03-03")
    (commitment,) = ledger(one).commitments
    assert [(step.day, step.status) for step in commitment.history] == [(march(10), "pledged"), (march(10), "overdue")]


def test_no_step_of_the_calendar_comes_before_the_promise_was_told() -> None:
    one = Written("one", march(10))
    one.commitment(VINT, "open the pass of Lenta to lorries", due="range:(date:2031-03-03,date:2031-03-12)")
    (commitment,) = ledger(one).commitments
    days = [step.day for step in commitment.history if step.day is not None]
    assert days == sorted(days)


def test_a_report_dated_years_before_its_neighbours_is_linked_to_none_of_their_talks() -> None:
    old, new = Written("old", date(2019, 3, 5)), Written("new", march(5))
    old.talk(VINT, HOLT, when="weekday:1")
    new.talk(VINT, HOLT, when="weekday:1")
    book = ledger(old, new)
    assert sorted(talk.when.start.year for talk in book.talks if talk.when.start) == [2019, 2031]
    assert [report.published for report in book.reports if report.name == "old"] == [
        Published(date(2019, 3, 5), date(2019, 3, 5), "given")
    ]


def test_whatever_the_order_odd_reports_make_one_ledger() -> None:
    old, new, odd = Written("old", date(2019, 3, 5)), Written("new", march(5)), Written("odd", None)
    for one in (old, new, odd):
        one.talk(VINT, HOLT, when="weekday:1")
        one.statement(LEIR, "the harbour of Kell is open to all ships")
        one.statement(LEIR, "the harbour of Kell is not open to any ships")
        one.commitment(VINT, "open the pass of Lenta to lorries", due="date:2031-03-03")
    assert len({repr(ledger(*order)) for order in permutations((old, new, odd))}) == 1
