"""What every ledger does, whichever database keeps it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from onrecord.errors import NotFound, Refused
from onrecord.ledger import Store, evidence, open_ledger
from onrecord.ledger.forms import as_reading, as_report, reading_form, report_form
from onrecord.model.ledger import Ledger
from onrecord.model.period import Published
from onrecord.model.reading import FoundFigure, Reading, Voice
from onrecord.model.records import Judgement, ReportRecord
from onrecord.model.report import Report
from onrecord.model.span import Span
from tests.ledger.world import STORY, many, pairs, reading_of, report

ALIEN = Judgement("j-1", "c-1", "reject", "M. Oro", "2031-05-06T10:00:00Z", "it was a joke")


def test_an_empty_ledger_holds_nothing(store: Store) -> None:
    assert store.count() == 0
    assert list(store.held()) == []
    assert not store.holds(report().id)
    assert store.judgements() == ()
    assert store.search("weirs") == ()
    assert list(store.faults()) == []


def test_a_report_comes_back_letter_by_letter_with_its_reading(store: Store) -> None:
    held = report()
    assert store.enter(held, reading_of(held))
    assert store.report(held.id) == held
    assert store.reading(held.id) == reading_of(held)
    assert list(store.held()) == [(held, reading_of(held))]


def test_what_a_second_arrival_knows_is_learned_whichever_came_first(store: Store) -> None:
    dated = report()
    bare = replace(dated, title=None, published=Published())
    store.enter(bare, reading_of(bare))
    before = store.state()
    assert store.learn(dated)
    assert store.report(dated.id) == dated
    assert store.state() != before
    assert not store.learn(bare)
    assert not store.learn(dated)


def test_entering_a_report_again_changes_nothing(store: Store) -> None:
    held = report()
    store.enter(held, reading_of(held))
    before = store.state()
    again = replace(held, name="a-copy-of-weirs.txt", title="Another title")
    assert not store.enter(again, reading_of(again))
    assert (store.count(), store.state(), store.report(held.id)) == (1, before, held)
    assert len(store.search("weirs")) == len(store.search("weirs", limit=100)) == 2  # the report and one statement


def test_a_newer_reader_replaces_the_reading_and_its_marks_but_not_the_report(store: Store) -> None:
    held = report()
    store.enter(held, reading_of(held))
    before = store.state()
    newer = replace(held, name="elsewhere.txt", title="Another title", furniture=((0, 46),))
    assert store.enter(newer, Reading(held.id, "a newer reader"))
    assert store.report(held.id) == replace(held, furniture=((0, 46),))
    assert store.reading(held.id).statements == ()
    assert store.reader_of(held.id) == "a newer reader"
    assert store.state() != before


def test_what_a_replaced_reading_found_is_not_found_any_more(store: Store) -> None:
    held = report()
    store.enter(held, reading_of(held))
    store.enter(replace(held, furniture=((0, 46),)), Reading(held.id, "a newer reader"))
    assert [hit.kind for hit in store.search("weirs open")] == ["report"]
    assert store.search('"stay shut"')[0].score > 0  # the title still says so
    assert store.search("Ostrava") == ()  # stood in the line that is furniture now


def test_the_same_story_in_two_outlets_is_two_reports(store: Store) -> None:
    one, other = report(outlet="Harl Evening Post"), report(outlet="Pell Courier")
    store.enter(one, reading_of(one))
    store.enter(other, reading_of(other))
    assert list(store.ids()) == sorted([one.id, other.id])


def test_more_reports_than_fit_a_page_come_out_in_order_and_once(store: Store) -> None:
    entered = many(450)
    for one, reading in entered[::-1]:
        store.enter(one, reading)
    expected = sorted(one.id for one, _ in entered)
    assert [one.id for one in store.reports()] == expected
    assert [reading.report for reading in store.readings()] == expected
    assert [one.id for one, _ in store.held()] == expected
    assert list(store.ids()) == expected


def test_a_report_may_be_asked_for_while_others_are_being_gone_through(store: Store) -> None:
    for one, reading in many(3):
        store.enter(one, reading)
    assert [store.reading(one.id).report for one in store.reports()] == list(store.ids())


def test_what_is_not_held_is_not_found(store: Store) -> None:
    for asked in (store.report, store.reading):
        with pytest.raises(NotFound, match=r"no report has the id r-0; `onrecord reports` lists them"):
            asked("r-0")


def test_a_quote_that_does_not_stand_in_the_report_is_never_entered(store: Store) -> None:
    held = report()
    false = Span(held.id, 0, 5, "Gates")
    with pytest.raises(ValueError, match="quotes what does not stand there"):
        store.enter(held, Reading(held.id, "reader", voices=(Voice("Gates", "person", mentions=(false,)),)))
    assert store.count() == 0


def test_a_quote_of_another_report_is_never_entered(store: Store) -> None:
    held = report()
    with pytest.raises(ValueError, match="quotes what does not stand there"):
        store.enter(held, replace(reading_of(report(outlet=None)), report=held.id))
    with pytest.raises(ValueError, match="is none of"):
        store.enter(held, reading_of(report(outlet=None)))
    assert list(store.held()) == []


def test_a_number_that_json_cannot_hold_is_never_entered(store: Store) -> None:
    held = report()
    endless = FoundFigure(float("inf"), None, "about", "families", "families", Span.of(held.id, STORY, 0, 5))
    with pytest.raises(ValueError, match="would not come back"):
        store.enter(held, Reading(held.id, "reader", figures=(endless,)))
    assert store.count() == 0


def test_half_a_character_is_refused_in_one_line(store: Store) -> None:
    held = report("The weirs \ud83d are shut.")
    with pytest.raises(Refused, match=r"^weirs\.txt: holds half a character \(U\+D83D\).*; save it again as UTF-8$"):
        store.enter(held, Reading(held.id, "reader"))
    assert store.count() == 0


def test_zero_bytes_and_astral_letters_survive(store: Store) -> None:
    held = report("Weirs\0 shut 🌊 at Saltmere.\r\u2028\x85")
    place = Span.of(held.id, held.text, 12, 13)
    reading = Reading(held.id, "reader", voices=(Voice("🌊", "group", mentions=(place,)),))
    store.enter(held, reading)
    assert list(store.held()) == [(held, reading)]
    assert place.exact == "🌊"


def test_the_state_does_not_depend_on_the_order_of_arrival() -> None:
    entered = many(5)
    states = []
    for order in (entered, entered[::-1]):
        with open_ledger(":memory:", create=True) as store:
            for one, reading in order:
                store.enter(one, reading)
            states.append(store.state())
    assert states[0] == states[1]


def test_a_judgement_is_a_row_that_stays_when_it_is_withdrawn(store: Store) -> None:
    empty = store.state()
    store.judge(ALIEN)
    store.judge(replace(ALIEN, decision="accept"))  # the same id: the row stands as it is
    assert store.judgements() == (ALIEN,)
    assert store.state() != empty
    store.withdraw("j-1", at="2031-05-07T08:00:00Z")
    assert store.judgements() == ()
    assert store.state() == empty
    store.judge(ALIEN)
    assert store.judgements() == ()  # what was taken back is not given again by chance
    with pytest.raises(NotFound, match="no judgement j-1 stands"):
        store.withdraw("j-1", at="2031-05-08T08:00:00Z")


def view_of(held: Report, day: date) -> Ledger:
    record = ReportRecord(
        held.id, held.name, held.outlet, held.title, (), held.published, held.language, held.text, held.furniture
    )
    return Ledger(day, reports=(record,))


def test_a_view_is_kept_for_its_day_its_code_and_its_state(store: Store) -> None:
    held = report()
    store.enter(held, reading_of(held))
    ledger = view_of(held, date(2031, 6, 1))
    store.keep_view(ledger, code="one", state=store.state())
    assert store.view(date(2031, 6, 1), code="one") == ledger
    assert store.days_viewed(code="one") == (date(2031, 6, 1),)
    assert store.view(date(2031, 6, 2), code="one") is None
    assert store.view(date(2031, 6, 1), code="two") is None
    store.enter(*many(1)[0])
    assert store.view(date(2031, 6, 1), code="one") is None


def test_only_the_newest_views_are_kept(store: Store) -> None:
    held = report()
    store.enter(held, reading_of(held))
    for day in range(1, 31):
        store.keep_view(view_of(held, date(2031, 6, day)), code="one", state=store.state())
    kept = store.days_viewed(code="one")
    assert kept == tuple(date(2031, 6, day) for day in range(15, 31))
    store.keep_view(view_of(held, date(2031, 6, 1)), code="two", state=store.state())
    assert store.days_viewed(code="one") == ()


@settings(max_examples=200)
@given(pairs())
def test_any_reading_survives_its_form(pair: tuple[Report, Reading]) -> None:
    held, reading = pair
    assert as_reading(reading_form(reading, held.text)) == reading
    assert as_report(report_form(held), held.text) == held


@settings(max_examples=50, deadline=None)
@given(pairs(), pairs())
def test_any_report_comes_back_and_entering_is_idempotent(
    one: tuple[Report, Reading], other: tuple[Report, Reading]
) -> None:
    with open_ledger(":memory:", create=True) as store:
        store.enter(*one)
        state = store.state()
        assert not store.enter(*one)
        assert store.state() == state
        assert list(store.held()) == [one]
        store.enter(*other)
        store.enter(one[0], replace(one[1], reader="another reader"))
        assert list(store.faults()) == []


@given(pairs())
def test_evidence_is_every_span_of_a_reading(pair: tuple[Report, Reading]) -> None:
    _, reading = pair
    assert sorted(evidence(reading)) == sorted(_spans(reading))


def test_evidence_reaches_every_kind_of_record() -> None:
    reading = reading_of(report())
    assert sorted(evidence(reading)) == sorted(_spans(reading))


def _spans(value: object) -> list[Span]:
    """Every span anywhere in a value, found by looking everywhere."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for inner in value for span in _spans(inner)]
    if hasattr(value, "__slots__"):
        return [span for name in value.__slots__ for span in _spans(getattr(value, name))]
    return []
