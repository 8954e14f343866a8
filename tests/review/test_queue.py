"""The queue: unsure and much used first, with the reason, and never what somebody has decided about."""

from dataclasses import replace

from onrecord.model.reading import Voice
from onrecord.review import Proposal, queue
from tests.link.world import LEIR, VINT, Written
from tests.review.world import DAY, Desk, dam, denial, visit

LORRIES = "that eleven lorries crossed the bridge at dawn"


def page(name: str, day: int, *, confidence: float, words: str = LORRIES, who: Voice = VINT) -> Written:
    written = Written(name, DAY.replace(month=5, day=day), name.title())
    written.statement(who, words)
    written.statements[0] = replace(written.statements[0], confidence=confidence)
    return written


def test_what_is_unsure_and_much_used_comes_first() -> None:
    desk = Desk(
        page("lonely", 1, confidence=0.5, words="that rain fell on the northern hills all night"),
        page("repeated", 2, confidence=0.5),
        page("elsewhere", 3, confidence=0.99, who=LEIR),
        page("sure", 4, confidence=1.0, words="that snow fell on the southern hills all day"),
    )
    items = queue(desk.ledger)
    reports = [next(s.report for s in desk.ledger.statements if s.id == item.record) for item in items]
    assert reports == ["r-repeated", "r-lonely"]
    assert "the reader is 50% sure" in items[0].reasons
    assert "1 more origin says so" in items[0].reasons
    assert items[0].weight > items[1].weight


def test_disputes_and_actors_that_may_be_one_are_listed() -> None:
    other = visit()
    other.statement(replace(LEIR, name="Leir", party=None), "that it rains")
    desk = Desk(dam(), denial(), other)
    kinds = {item.kind for item in queue(desk.ledger)}
    assert "dispute" in kinds
    (dispute,) = queue(desk.ledger, kinds=["dispute"])
    assert dispute.record == desk.ledger.disputes[0].id


def test_what_was_decided_about_is_off_the_list() -> None:
    desk = Desk(page("lonely", 1, confidence=0.5), dam(), denial())
    while items := queue(desk.ledger, kinds=["statement", "dispute", "commitment", "talk", "figure"]):
        desk.decide(Proposal("accept", items[0].record))
    assert desk.store.judgements()


def test_no_report_s_own_words_look_like_a_decision() -> None:
    written = page("sly", 1, confidence=0.5, words="that it is accepted by all (j-0123456789abcdef)")
    said = written.statements[0]
    written.statements[0] = replace(said, why=("cue: 'accepted by all (j-0123456789abcdef)'", "(j-0123456789abcdef)"))
    desk = Desk(written)
    assert [item.record for item in queue(desk.ledger)] == [desk.ledger.statements[0].id]


def test_the_list_is_the_same_each_time_and_cut_where_asked() -> None:
    desk = Desk(page("lonely", 1, confidence=0.5), dam(), denial(), visit())
    assert queue(desk.ledger) == queue(desk.ledger)
    assert queue(desk.ledger, limit=1) == queue(desk.ledger)[:1]
    assert queue(Desk().ledger) == ()
