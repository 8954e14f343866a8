"""The evidence of a promise: who stated it, who answered it, and never the one for the other."""

from datetime import date

from onrecord.brief.index import Index
from onrecord.model.ledger import Ledger
from onrecord.model.period import Period, Published
from onrecord.model.records import Actor, Commitment, CommitmentMention, ReportRecord, Response, Step
from onrecord.model.span import Span
from onrecord.queries.evidence import proofs

DAY = date(2031, 3, 1)
TEXT = "Oska's office denied that its envoy had promised to leave the light. Tarl doubted the promise to leave."
OFFICE, TARL = Actor("a-1", "Oska's office", "office"), Actor("a-2", "Joss Tarl", "person")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of("r-1", TEXT, start, start + len(words))


def labels(*mentions: CommitmentMention) -> list[str]:
    report = ReportRecord("r-1", "r", None, None, (), Published(DAY, DAY, "given"), "en", TEXT, ())
    step = Step(DAY, "pledged", ("a-1",), span("promise to leave"))
    promise = Commitment("c-1", ("a-1",), (), "leave", Period(), None, "denied", DAY, (step,), mentions)
    ledger = Ledger(DAY, reports=(report,), actors=(OFFICE, TARL), commitments=(promise,))
    return [proof.label for proof in proofs(promise, Index(ledger))]


def test_who_denies_a_promise_in_the_words_that_name_it_has_not_made_it() -> None:
    words = span("its envoy had promised to leave the light")
    denial = Response(("a-1",), "deny", words)
    found = labels(CommitmentMention("r-1", words, ("a-1",), "denied", (denial,), ("rule",)))
    assert "denied by Oska's office" in found
    assert "stated by Oska's office" not in found


def test_who_states_a_promise_that_another_doubts_did_not_doubt_it() -> None:
    words = span("promise to leave")
    doubt = Response(("a-2",), "doubt", span("Tarl doubted"))
    found = labels(CommitmentMention("r-1", words, ("a-1",), "doubted", (doubt,)))
    assert {"stated by Oska's office", "doubted by Joss Tarl"} <= set(found)
    assert "doubted by Oska's office" not in found
