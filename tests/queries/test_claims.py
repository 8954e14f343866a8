"""What is shown of a claim: who said it first, who speaks against it, and what counts as one origin."""

from onrecord.brief.index import Index
from onrecord.queries.evidence import proofs
from onrecord.queries.facts import facts
from tests.link.test_claims import ledger, only, report

REPORTS = [
    report(0, "Tessmark said Orlavian soldiers had crossed the border at Karsh.", outlet="Echo"),
    report(1, "Edvar Holt said soldiers of Orlavia had crossed the border at Karsh.", after=1, outlet="Echo"),
    report(2, "Orlavia denied that its soldiers had crossed the border at Karsh.", after=2),
]


def test_the_first_report_is_marked_and_a_denial_stands_below() -> None:
    book = ledger(REPORTS)
    shown = [(proof.label, proof.span.report) for proof in proofs(only(book), Index(book))]
    assert shown == [("first said by Tessmark", "r-0"), ("said by Edvar Holt", "r-1"), ("denied by Orlavia", "r-2")]


def test_what_one_outlet_tells_twice_is_shown_as_one_origin() -> None:
    book = ledger(REPORTS)
    claim = only(book)
    told = dict(facts(claim, Index(book)))
    assert told["origins"] == "1 independent"
    assert all(name[:6] in told["one origin"] for name in claim.statements)
    assert claim.against[0].statement[:6] in told["against it"]
