"""What is shown of a claim: who said it first, who speaks against it, and what counts as one origin."""

from onrecord.brief.index import Index
from onrecord.queries import chosen
from onrecord.queries.evidence import proofs
from onrecord.queries.facts import facts, title
from onrecord.queries.filters import Filters
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


def test_the_history_of_a_claim_tells_day_by_day_who_said_it_and_who_spoke_against_it() -> None:
    book = ledger(REPORTS)
    rows = [(label, value) for label, value in facts(only(book), Index(book)) if "d by " in value]
    assert [value.partition(": ")[2] for _, value in rows] == [
        "first said by Tessmark", "said by Edvar Holt", "denied by Orlavia",
    ]  # fmt: skip
    assert [label for label, _ in rows] == ["history", "", ""]


def test_who_is_known_only_to_deny_a_claim_is_never_shown_to_say_it() -> None:
    denials = [
        report(0, "Orlavia denied that its soldiers had crossed the border at Karsh."),
        report(1, "Orlavia denied that its soldiers had crossed the border at Karsh.", after=1, outlet="Echo"),
    ]
    book = ledger(denials)
    claim = only(book)
    assert claim.status == "denied"
    assert [proof.label for proof in proofs(claim, Index(book))] == ["first denied by Orlavia", "denied by Orlavia"]
    assert title(claim, Index(book)).startswith("its soldiers")


def test_claims_are_asked_for_by_side_status_day_and_words() -> None:
    index = Index(ledger(REPORTS))
    (claim,) = chosen.claims(index)

    def asked(**filters: object) -> list[str]:
        return [found.id for found in chosen.claims(index, Filters(**filters))]  # type: ignore[arg-type]

    assert asked(by="Tessmark") == asked(to="Orlavia") == asked(status=("disputed",)) == [claim.id]
    assert asked(about="border") == asked(about=claim.id[:8]) == asked(about=claim.statements[1]) == [claim.id]
    assert asked(by="Orlavia") == asked(to="Tessmark") == asked(status=("denied",)) == asked(about="weather") == []
