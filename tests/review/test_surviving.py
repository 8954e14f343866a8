"""A better reader reads the reports again: what people decided stays, or says that it waits for its words."""

from dataclasses import replace

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import extract
from onrecord.model.reading import FoundStatement, Voice
from onrecord.model.report import Report
from onrecord.review import Proposal, Wish, decided, standing
from tests.link.world import HOLT, LEIR, VINT, Written
from tests.review.world import DAY, ORO, Desk, dam, denial, place, visit


def gates(desk: Desk) -> FoundStatement:
    (found,) = [s for s in desk.store.reading(dam().id).statements if "gates" in s.content[0].exact]
    return found


def test_a_corrected_speaker_stays_where_the_new_reader_marks_the_same_words() -> None:
    desk, page = Desk(dam()), dam()
    desk.correct(desk.said("gates will open").id, Wish("source", ("Edvar Holt",)))
    before = desk.bare
    desk.read_again(page, by="better", voices=(HOLT, VINT), statements=tuple(_turned(s) for s in page.statements))
    assert desk.said("gates will open").source == desk.actor("Edvar Holt").id
    assert [one.state for one in standing(desk.store)] == ["applies"]
    assert {s.id for s in desk.ledger.statements} == {s.id for s in before.statements}


def _turned(said: FoundStatement) -> FoundStatement:
    """The same where the reader numbers its two voices the other way round."""
    assert said.source is not None
    return replace(said, source=1 - said.source, chain=(1 - said.source,))


def test_a_decision_goes_to_the_words_that_overlap_most_and_says_so() -> None:
    desk, page = Desk(dam()), dam()
    row = desk.correct(desk.said("gates will open").id, Wish("act", ("threaten",)))
    shorter = page.words("the gates will open by 5 May")
    first, *others = page.statements
    desk.read_again(page, by="better", statements=(replace(first, content=(shorter,)), *others))
    said = desk.said("gates will open")
    assert (said.act, said.content) == ("threaten", (shorter,))
    assert [one.state for one in standing(desk.store)] == ["near"]
    assert decided(desk.ledger, said.id) == (row,)
    desk.decide(Proposal("accept", said.id))  # somebody has looked again
    assert [one.state for one in standing(desk.store)] == ["applies", "applies"]
    assert desk.said("gates will open").act == "threaten"


def test_a_decision_whose_words_are_gone_waits_and_applies_again_when_they_are_back() -> None:
    desk, page = Desk(dam()), dam()
    row = desk.decide(Proposal("reject", desk.said("gates will open").id))
    desk.read_again(page, by="worse", statements=tuple(page.statements[1:]))
    assert [(one.judgement, one.state) for one in standing(desk.store)] == [(row, "waits")]
    assert row in desk.ledger.judgements
    desk.read_again(page, by="better")
    assert [one.state for one in standing(desk.store)] == ["applies"]
    assert not [s for s in desk.ledger.statements if "gates" in s.content[0].exact]


def test_what_is_near_to_words_that_another_decision_names_is_left_alone() -> None:
    page = dam()
    page.statements = [
        replace(page.statements[0], content=(page.words("that the gates will open"),)),
        replace(page.statements[0], content=(page.words("the gates will open by 5 May"),), cue=None),
    ]
    desk = Desk(page)
    wide, narrow = (s for s in sorted(desk.ledger.statements, key=lambda s: s.content[0]))
    desk.decide(Proposal("accept", narrow.id))
    desk.decide(Proposal("reject", wide.id))
    desk.read_again(page, by="better", statements=tuple(page.statements[1:]))
    assert [s.content for s in desk.ledger.statements] == [narrow.content]
    assert [one.state for one in standing(desk.store)] == ["applies", "waits"]


def test_a_rejected_promise_stays_rejected_and_a_talk_in_the_same_sentence_stays() -> None:
    page = dam()
    page.talks.append(replace(page.talks[0], evidence=page.commitments[0].evidence, parties=(0,)))
    desk = Desk(page)
    (promise,) = desk.ledger.commitments
    talks = desk.ledger.talks
    desk.decide(Proposal("reject", promise.id))
    desk.read_again(page, by="better")
    assert desk.ledger.commitments == ()
    assert desk.ledger.talks == talks


def test_two_things_of_the_same_words_are_told_apart_by_who_they_are_of() -> None:
    page = dam()
    twin = replace(page.commitments[0], by=(page.voice(HOLT),), to=())
    page.commitments.append(twin)
    desk = Desk(page)
    (mine,) = [c for c in desk.ledger.commitments if c.by == (desk.actor("Edvar Holt").id,)]
    desk.decide(Proposal("reject", mine.id))
    desk.read_again(page, by="better", commitments=tuple(reversed(page.commitments)))
    (left,) = desk.ledger.commitments
    assert left.by == (desk.actor("Mara Vint").id,)


def test_what_a_person_added_stays_and_is_one_with_what_the_new_reader_finds() -> None:
    page = dam()
    desk = Desk(page)
    words = Wish("content", (), tuple(place(page, "at the dam")))
    desk.add(page, "statement", Wish("source", ("Mara Vint",)), words, Wish("act", ("warn",)))
    assert desk.said("at the dam").act == "warn"
    found = FoundStatement(1, None, (1,), None, (page.words("at the dam"),), "indirect", "assert")
    desk.read_again(page, by="better", statements=(*page.statements, found))
    said = desk.said("at the dam")
    assert (said.act, said.source) == ("warn", desk.actor("Mara Vint").id)
    assert [one.state for one in standing(desk.store)] == ["applies"]


def test_merged_actors_stay_one_and_split_ones_two() -> None:
    desk, page = Desk(dam(), denial()), dam()
    desk.decide(Proposal("merge", desk.actor("Ansa Leir").id, others=(desk.actor("Edvar Holt").id,)))
    names = len(desk.ledger.actors)
    more = Voice("A. Passer-by", "person")
    desk.read_again(page, by="better", voices=(*page.voices, more))
    (one,) = [actor for actor in desk.ledger.actors if "Ansa Leir" in (actor.name, *actor.aliases)]
    assert "Edvar Holt" in (one.name, *one.aliases)
    assert len(desk.ledger.actors) == names + 1


def test_merged_talks_stay_one_after_a_new_reading() -> None:
    desk, page = Desk(dam(), visit()), visit()
    one, other = desk.ledger.talks
    desk.decide(Proposal("merge", one.id, others=(other.id,)))
    assert len(desk.ledger.talks) == 1
    desk.read_again(page, by="better", voices=(*page.voices, LEIR))
    (talk,) = desk.ledger.talks
    assert [mention.report for mention in talk.mentions] == [dam().id, visit().id]
    assert any(why.startswith(f"merged by {ORO} on ") for why in talk.why)


@pytest.fixture(scope="module")
def plain() -> Language:
    """A pipeline that stands for another reader: it splits sentences and knows nothing else."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def test_decisions_outlast_a_reading_by_another_pipeline(plain: Language) -> None:
    """The reader is a real one that finds nearly nothing here: what people added is there, the rest waits."""
    page = dam()
    desk = Desk(page)
    desk.correct(desk.said("gates will open").id, Wish("act", ("announce",)))
    desk.add(
        page,
        "statement",
        Wish("source", ("Edvar Holt",)),
        Wish("content", (), tuple(place(page, "that nobody believes it"))),
    )
    desk.correct(page.id, Wish("published", ("2031-04-30",)))
    report: Report = desk.store.report(page.id)
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", default=())
    desk.store.enter(report, extract(report, plain(report.text), reader="plain"))
    assert [one.state for one in standing(desk.store)] == ["waits", "applies", "applies"]
    said = desk.said("nobody believes")
    assert said.source == desk.actor("Edvar Holt").id
    assert desk.ledger.reports[0].published.start == DAY.replace(month=4, day=30)


def test_a_written_report_is_what_the_tests_take_it_for() -> None:
    page: Written = dam()
    for said in page.statements:
        assert all(span.holds(page.text) for span in said.content)
