"""Correcting fields: what is set by hand is what the ledger says, and what hangs on it follows."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.errors import NotFound, UsageError
from onrecord.model.period import Period
from onrecord.model.reading import Sense
from onrecord.review import FIELDS, Proposal, Wish, decided, withdraw
from onrecord.review.apply import apply
from onrecord.review.words import Found, kind_of
from tests.link.world import HOLT
from tests.review.world import ORO, Desk, dam, denial, place, visit


def test_a_statement_gets_another_speaker_who_also_ends_its_chain() -> None:
    desk = Desk(dam())
    desk.correct(desk.said("gates will open").id, Wish("source", ("Edvar Holt",)))
    said = desk.said("gates will open")
    holt = desk.actor("Edvar Holt")
    assert (said.source, said.chain) == (holt.id, (holt.id,))
    assert said.source_span is None or "Vint" not in said.source_span.exact
    assert "speaker: Edvar Holt" in said.why[-1]
    assert said.confidence == 1.0


def test_a_pronoun_stays_the_word_for_another_speaker() -> None:
    page = dam()
    page.says("He said that it would rain.")
    vint = page.statements[0]
    he = type(vint)(
        0, page.words("He"), (0,), page.words("said"), (page.words("that it would rain"),), "indirect", "assert"
    )
    page.statements.append(he)
    desk = Desk(page)
    desk.correct(desk.said("rain").id, Wish("source", ("Edvar Holt",)))
    said = desk.said("rain")
    assert said.source == desk.actor("Edvar Holt").id
    assert said.source_span is not None
    assert said.source_span.exact == "He"


def test_words_that_name_the_wrong_speaker_beside_others_are_not_those_for_the_right_one() -> None:
    page = dam()
    page.mentioned(HOLT, "Edvar Holt")
    both = page.words("Mara Vint and Edvar Holt")
    page.statements[0] = replace(page.statements[0], source_span=both)
    desk = Desk(page)
    desk.correct(desk.said("gates will open").id, Wish("source", ("Edvar Holt",)))
    named = desk.said("gates will open").source_span
    assert named is not None
    assert named.exact == "Edvar Holt said"  # the nearest of his


def test_the_speaker_may_be_somebody_whom_only_other_reports_name() -> None:
    desk = Desk(dam(), denial())
    leir = desk.actor("Ansa Leir")
    desk.correct(desk.said("nobody believes").id, Wish("source", (leir.id,)))
    assert desk.said("nobody believes").source == leir.id
    assert len([actor for actor in desk.ledger.actors if actor.name == "Ansa Leir"]) == 1


def test_the_speaker_may_be_words_of_the_report_that_nobody_took_for_a_name() -> None:
    page = dam()
    page.says("The keeper of the weir was there.")
    desk = Desk(page)
    desk.correct(desk.said("nobody believes").id, Wish("source", (), tuple(place(page, "The keeper of the weir"))))
    said = desk.said("nobody believes")
    assert said.source_span is not None
    assert said.source_span.exact == "The keeper of the weir"
    assert desk.actor("The keeper of the weir").id == said.source


def test_nobody_may_be_the_speaker() -> None:
    desk = Desk(dam())
    desk.correct(desk.said("gates will open").id, Wish("source"))
    said = desk.said("gates will open")
    assert (said.source, said.source_span, said.chain) == (None, None, ())


def test_act_mode_addressee_words_and_day_of_a_statement() -> None:
    page = dam()
    desk = Desk(page)
    desk.correct(
        desk.said("nobody believes").id,
        Wish("act", ("deny",)),
        Wish("mode", ("direct",)),
        Wish("addressee", ("Mara Vint",)),
        Wish("content", (), tuple(place(page, "nobody believes it"))),
        Wish("said", ("2031-04-30",)),
    )
    said = desk.said("nobody believes")
    assert (said.act, said.mode) == ("deny", "direct")
    assert said.addressee == desk.actor("Mara Vint").id
    assert [span.exact for span in said.content] == ["nobody believes it"]
    assert said.said == Period.day(date(2031, 4, 30))


def test_voices_in_between_end_with_the_speaker() -> None:
    desk = Desk(dam(), denial())
    desk.correct(desk.said("nobody believes").id, Wish("chain", ("Mara Vint", "Edvar Holt")))
    said = desk.said("nobody believes")
    assert said.chain == (desk.actor("Mara Vint").id, desk.actor("Edvar Holt").id)
    assert said.source == said.chain[-1]


@pytest.mark.parametrize(
    ("value", "due"),
    [
        ("2031-05-07", Period.day(date(2031, 5, 7))),
        ("2031-05-06/2031-05-08", Period(date(2031, 5, 6), date(2031, 5, 8))),
        ("/2031-05-20", Period.day(date(2031, 5, 20))),
    ],
)
def test_a_due_day_that_is_set_by_hand_decides_what_is_overdue(value: str, due: Period) -> None:
    desk = Desk(dam())
    (before,) = desk.ledger.commitments
    assert before.status == "overdue"
    desk.correct(before.id, Wish("due", (value,)))
    (after,) = desk.ledger.commitments
    assert after.due == due
    assert after.status == "overdue"
    assert after.status_since is not None
    assert due.end is not None
    assert after.status_since > due.end


def test_a_due_day_goes_to_every_report_that_tells_of_the_promise() -> None:
    desk = Desk(dam(), denial())
    (before,) = desk.ledger.commitments
    assert len(before.mentions) == 2
    desk.correct(before.id, Wish("due", ("2031-07-01",)))
    (after,) = desk.ledger.commitments
    assert after.due == Period.day(date(2031, 7, 1))
    assert [len(mention.why) for mention in after.mentions] == [1, 1]


def test_what_others_say_of_a_promise_can_be_added_and_taken_away() -> None:
    page = denial()
    desk = Desk(page)
    (before,) = desk.ledger.commitments
    assert before.history[-1].status == "overdue"
    assert "disputed" in [step.status for step in before.history]
    desk.correct(before.id, Wish("answer"))
    (bare,) = desk.ledger.commitments
    assert "disputed" not in [step.status for step in bare.history]
    desk.correct(bare.id, Wish("answer", ("doubt", "Edvar Holt"), tuple(place(page, "there was no such promise"))))
    (answered,) = desk.ledger.commitments
    (step,) = [step for step in answered.history if step.status == "doubted"]
    assert step.by == (desk.actor("Edvar Holt").id,)


def test_the_status_that_a_report_gives_a_promise_can_be_set() -> None:
    desk = Desk(dam())
    (before,) = desk.ledger.commitments
    desk.correct(before.id, Wish("status", ("withdrawn",)))
    (after,) = desk.ledger.commitments
    assert after.status == "withdrawn"


def test_value_unit_comparison_place_and_counter_of_a_figure() -> None:
    desk = Desk(dam())
    (before,) = desk.ledger.figures
    wishes = [
        ("value", "4,000"),
        ("high", "5000"),
        ("compare", "up to"),
        ("unit", "men"),
        ("of", "men"),
        ("where", "Tavrin"),
    ]
    desk.correct(before.id, *(Wish(name, (value,)) for name, value in wishes), Wish("by", ("Mara Vint",)))
    (after,) = desk.ledger.figures
    assert (after.value, after.high, after.compare, after.unit, after.of) == (4000, 5000, "up to", "men", "men")
    assert (after.where, after.by) == ("Tavrin", desk.actor("Mara Vint").id)


def test_parties_day_place_form_and_status_of_a_talk() -> None:
    desk = Desk(visit())
    (before,) = desk.ledger.talks
    desk.correct(
        before.id,
        Wish("parties", ("Ansa Leir", "Mara Vint")),
        Wish("when", ("2031-05-07",)),
        Wish("where", ("the weir",)),
        Wish("format", ("phone",)),
        Wish("minutes", ("45",)),
        Wish("status", ("planned",)),
    )
    (after,) = desk.ledger.talks
    assert set(after.parties) == {desk.actor("Ansa Leir").id, desk.actor("Mara Vint").id}
    assert (after.when, after.where, after.format) == (Period.day(date(2031, 5, 7)), "the weir", "phone")
    assert (after.minutes, after.status) == (45, "planned")


def test_the_sides_of_a_dispute() -> None:
    desk = Desk(denial())
    (before,) = desk.ledger.disputes
    desk.correct(before.id, Wish("asserted_by", ("Edvar Holt",)), Wish("denied_by", ("Mara Vint",)))
    (after,) = desk.ledger.disputes
    assert (after.asserted_by, after.denied_by) == ((desk.actor("Edvar Holt").id,), (desk.actor("Mara Vint").id,))


def test_the_day_of_a_report_moves_what_it_tells() -> None:
    desk = Desk(dam())
    (report,) = desk.ledger.reports
    desk.correct(report.id, Wish("published", ("2031-04-30",)), Wish("outlet", ("Tavrin Gazette",)))
    (after,) = desk.ledger.reports
    assert (after.published.start, after.published.basis, after.outlet) == (
        date(2031, 4, 30),
        "given",
        "Tavrin Gazette",
    )
    assert after.why[0].startswith(f"corrected by {ORO} on ")
    assert "the day came with the report" not in after.why
    assert desk.ledger.commitments[0].history[0].day == date(2031, 4, 30)


def test_a_report_s_day_may_be_none_again() -> None:
    desk = Desk(dam())
    desk.correct(dam().id, Wish("published"))
    (after,) = desk.ledger.reports
    assert after.published.basis != "given"


@pytest.mark.parametrize(
    ("field", "value"), [("name", "Mara Vint-Oss"), ("party", "Tessmark"), ("wikidata", "Q42"), ("kind", "office")]
)
def test_an_actor_is_what_people_say(field: str, value: str) -> None:
    desk = Desk(dam(), denial())
    desk.correct(desk.actor("Mara Vint").id, Wish(field, (value,)))
    (after,) = [actor for actor in desk.ledger.actors if any("corrected by" in why for why in actor.why)]
    told = desk.ledger
    party = next((actor.name for actor in told.actors if actor.id == after.party), None)
    assert {"name": after.name, "party": party, "wikidata": after.wikidata, "kind": after.kind}[field] == value
    assert "Mara Vint" in (after.name, *after.aliases)
    assert all(s.source != after.id or s.report for s in told.statements)


def test_only_one_report_s_telling_is_corrected_where_that_is_asked() -> None:
    desk = Desk(dam(), denial())
    (before,) = desk.ledger.commitments
    page = denial()
    wishes = (Wish("action", (), tuple(place(page, "sluice gates"))),)
    desk.decide(Proposal("correct", before.id, wishes, within=page.id))
    touched = [m.report for c in desk.ledger.commitments for m in c.mentions if m.why]
    assert touched == [page.id]


@pytest.mark.parametrize(
    ("wish", "complaint"),
    [
        (Wish("colour", ("red",)), "has no field 'colour'"),
        (Wish("act", ("sing",)), "act cannot be 'sing'"),
        (Wish("act"), "act cannot be left empty"),
        (Wish("said", ("31 May",)), "is no day"),
        (Wish("said", ("2031-02-31",)), "no day of the calendar"),
        (Wish("said", ("2031-05-03/2031-05-01",)), "ends before it begins"),
        (Wish("content", (), ((9000, 9001),)), "there are no words"),
        (Wish("content", (), ((5, 5),)), "there are no words"),
        (Wish("content", ("words",)), "takes words of the report"),
        (Wish("source", ("Mara Vint", "Edvar Holt")), "takes one actor"),
    ],
)
def test_what_cannot_be_meant_is_told_in_a_line_and_nothing_is_entered(wish: Wish, complaint: str) -> None:
    desk = Desk(dam())
    with pytest.raises(UsageError, match=complaint):
        desk.correct(desk.said("gates will open").id, wish)
    assert desk.store.judgements() == ()


@pytest.mark.parametrize(
    ("field", "value"), [("value", "many"), ("value", "1e999"), ("value", "nan"), ("unit", "x" * 501)]
)
def test_a_number_is_a_number_and_a_line_is_a_line(field: str, value: str) -> None:
    desk = Desk(dam())
    with pytest.raises(UsageError):
        desk.correct(desk.ledger.figures[0].id, Wish(field, (value,)))


def test_nobody_of_that_name_is_not_found() -> None:
    desk = Desk(dam())
    for name in ("Nobody Atall", "a-ffffffffffffffff"):
        with pytest.raises(NotFound):
            desk.correct(desk.said("gates will open").id, Wish("source", (name,)))


def test_of_a_state_that_no_report_speaks_of_itself_nothing_can_be_decided() -> None:
    desk = Desk(dam())
    state = desk.actor("Tessmark").id
    asked = (
        Proposal("correct", state, (Wish("wikidata", ("Q1",)),)),
        Proposal("merge", desk.actor("Mara Vint").id, others=(state,)),
    )
    for proposal in asked:
        with pytest.raises(UsageError, match="no report speaks of Tessmark by itself"):
            desk.decide(proposal)


def test_a_claim_has_no_fields_and_a_judgement_is_not_judged() -> None:
    desk = Desk(dam())
    row = desk.decide(Proposal("accept", desk.said("gates will open").id))
    with pytest.raises(UsageError, match="not decided about"):
        desk.decide(Proposal("accept", row.id))
    assert FIELDS["claim"] == ()


def test_every_field_that_can_be_corrected_is_one_that_things_have() -> None:
    page = denial()
    things: list[Found] = [*dam().statements, *dam().talks, *page.commitments, *dam().figures, *page.disputes]
    for thing in things:
        names = {"said": "when", "answer": "responses"} if kind_of(thing) == "figure" else {"answer": "responses"}
        assert all(hasattr(thing, names.get(field.name, field.name)) for field in FIELDS[kind_of(thing)])


def test_what_the_reader_made_of_old_words_does_not_go_with_new_ones() -> None:
    page = dam()
    sense = Sense("asserted", ("open",), (0, 1))
    page.statements[0] = replace(page.statements[0], sense=sense)
    desk = Desk(page)
    readings = {reading.report: reading for reading in desk.store.readings()}
    statement = desk.said("gates will open")
    desk.decide(Proposal("reject", desk.actor("Mara Vint").id))
    (kept,) = apply(desk.store.held(), desk.store.judgements()).readings
    assert kept.statements[0].sense == replace(sense, by=(0,))
    assert len(kept.voices) == len(readings[page.id].voices) - 1
    withdraw(desk.store, desk.store.judgements()[0].id, by=ORO)
    desk.correct(statement.id, Wish("content", (), tuple(place(page, "the gates will open"))))
    (changed,) = apply(desk.store.held(), desk.store.judgements()).readings
    assert changed.statements[0].sense is None


def test_a_record_says_who_touched_it_and_lists_the_decisions() -> None:
    desk = Desk(dam())
    statement = desk.said("gates will open")
    first = desk.correct(statement.id, Wish("act", ("announce",)))
    second = desk.correct(statement.id, Wish("source", ("Edvar Holt",)), by="A. Leir")
    now = desk.said("gates will open")
    assert now.id != statement.id
    assert decided(desk.ledger, now.id) == (first, second)
    assert [why.split(" on ")[0] for why in now.why] == [f"corrected by {ORO}", "corrected by A. Leir"]
    assert set(decided(desk.ledger, now.report)) == {first, second}
