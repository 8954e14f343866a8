"""Claims over reports about invented states: what joins, what does not, and each standing a claim can have."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations

import msgspec
import pytest

from onrecord.extract import extract
from onrecord.link.link import link
from onrecord.link.meeting import blocks
from onrecord.link.said import said_in
from onrecord.link.statements import link_statements
from onrecord.model.ledger import Ledger
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.records import Claim
from onrecord.model.report import Report
from tests.extract.reading import reader
from tests.link.scenes import scene_of

FIRST = date(2031, 3, 3)  # a Monday
ALL = date(2032, 1, 1)


def report(number: int, text: str, *, after: int = 0, outlet: str | None = None) -> Report:
    """A report of an outlet of its own, so many days after the first of March's Mondays."""
    day = FIRST + timedelta(days=after)
    return Report(
        f"r-{number}", f"{number}.txt", text, outlet=outlet or f"Paper {number}", published=Published(day, day, "given")
    )


def ledger(reports: Sequence[Report], day: date = ALL) -> Ledger:
    return link(reports, [extract(one, reader()(one.text), reader="test") for one in reports], day=day)


def told(*texts: str, days: Sequence[int] = ()) -> Ledger:
    """The ledger of these reports, each a day after the other unless `days` says otherwise."""
    return ledger([report(n, text, after=days[n] if days else n) for n, text in enumerate(texts)])


def only(book: Ledger) -> Claim:
    (claim,) = book.claims
    return claim


ORLAVIA = "Orlavian President Mara Vint met reporters in Tavrin, the capital of Orlavia. "


def test_one_thing_in_other_words_by_other_people_is_one_claim() -> None:
    claim = only(
        told(
            ORLAVIA + "Vint said Orlavia had withdrawn its troops from the Kell valley.",
            "Tessmark Prime Minister Edvar Holt said Orlavia had pulled back its soldiers from the Kell valley.",
        )
    )
    assert len(claim.statements) == 2
    assert (claim.outlets, claim.origins, claim.status) == (2, 2, "corroborated")


def test_the_record_says_by_what_it_was_joined() -> None:
    claim = only(
        told(
            "Mara Vint said the talks in Linhaven would resume on 9 May.",
            "Edvar Holt said the halted talks in Linhaven would resume on 9 May.",
        )
    )
    (why,) = claim.why
    assert claim.statements[0] in why
    assert claim.statements[1] in why
    assert "words in common" in why
    assert "same deed" in why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vint said Orlavia had closed the crossing at Karsh.", "Vint said Orlavia had closed the crossing at Solvei."),
        ("Holt said 40 soldiers were killed at Pell.", "Vint said 12 soldiers were killed at Pell."),
        ("Holt said the next round would be held on 4 May.", "Vint said the next round would be held on 11 May."),
        ("Vint said Orlavia would leave the northern pact.", "Holt said Tessmark would leave the northern pact."),
        ("Vint said Orlavia had freed the fishermen.", "Holt demanded that Orlavia free the fishermen."),
        ("Vint said the talks were useful.", "Holt said the talks were useful."),  # too little to be one claim
    ],
)
def test_what_differs_in_place_number_day_doer_or_kind_is_not_one_claim(one: str, other: str) -> None:
    assert not [claim for claim in told(one, other).claims if len(claim.statements) > 1]


def test_nobody_objects_and_one_source_says_it_twice() -> None:
    said = "Mara Vint said the convoy with food had reached the town of Pell."
    assert only(told(said, said + " It was snowing.")).status == "unchallenged"


def test_a_doubt_makes_a_claim_doubted() -> None:
    book = told(
        "Mara Vint said Orlavia had withdrawn its troops from the Kell valley.",
        "Edvar Holt doubted that Orlavia had withdrawn its troops from the Kell valley.",
    )
    claim = only(book)
    assert claim.status == "doubted"
    assert [objection.stance for objection in claim.against] == ["doubt"]


def test_a_denial_finds_what_it_denies() -> None:
    claim = only(
        told(
            "Tessmark said Orlavian soldiers had crossed the border at Karsh.",
            "Orlavia denied that its soldiers had crossed the border at Karsh.",
        )
    )
    (objection,) = claim.against
    assert (claim.status, objection.stance) == ("disputed", "deny")
    assert objection.why.startswith("negation: ")


def test_the_opposite_disputes_a_claim_without_the_word_denies() -> None:
    claims = told(
        "Mara Vint said Orlavia had withdrawn its troops from the Kell valley.",
        "Edvar Holt said Orlavia had kept its troops in the Kell valley.",
    ).claims
    assert {claim.status for claim in claims} == {"disputed"}
    assert {objection.why.split(":")[0] for claim in claims for objection in claim.against} == {"opposite acts"}


def test_known_by_its_denial_alone_it_is_denied() -> None:
    assert (
        only(
            told(
                "Orlavia denied that its soldiers had crossed the border at Karsh.",
                "Orlavia denied that its soldiers had crossed the border at Karsh. It was snowing.",
            )
        ).status
        == "denied"
    )


def test_who_later_says_otherwise_takes_it_back() -> None:
    first, second = told(
        "Mara Vint said Orlavia would attend the summit in Linhaven.",
        "Mara Vint said Orlavia would not attend the summit in Linhaven.",
    ).claims
    assert {first.status, second.status} >= {"taken back"}


def test_months_later_it_may_be_otherwise() -> None:
    book = told(
        "Edvar Holt said Tessmark had opened the crossing at Solvei.",
        "Edvar Holt said Tessmark had closed the crossing at Solvei.",
        days=(0, 90),
    )
    assert not book.claims


def test_as_of_the_day_before_nobody_had_denied_it() -> None:
    reports = [
        report(0, "Tessmark said Orlavian soldiers had crossed the border at Karsh."),
        report(1, "Edvar Holt said Orlavian soldiers had crossed the border at Karsh.", after=1),
        report(2, "Orlavia denied that its soldiers had crossed the border at Karsh.", after=4),
    ]
    assert only(ledger(reports, FIRST + timedelta(days=2))).status == "corroborated"
    assert only(ledger(reports)).status == "disputed"


def test_the_order_of_arrival_makes_no_difference() -> None:
    reports = [
        report(0, "Tessmark said Orlavian soldiers had crossed the border at Karsh."),
        report(1, "Edvar Holt said soldiers of Orlavia had crossed the border at Karsh."),
        report(2, "Orlavia denied that its soldiers had crossed the border at Karsh.", after=1),
        report(3, "Mara Vint said Orlavia had withdrawn its troops from the Kell valley.", after=1),
    ]
    assert len({ledger(list(order)).claims for order in permutations(reports)}) == 1


def test_what_one_outlet_repeats_a_thousand_times_is_one_claim_with_one_origin() -> None:
    text = "Mara Vint said Orlavia had withdrawn its troops from the Kell valley."
    reading = extract(report(0, text), reader()(text), reader="test")
    reports = [report(n, f"{text} Told {n} times.", after=n % 7, outlet="Echo") for n in range(1000)]
    claim = only(link(reports, [moved(reading, one.id) for one in reports], day=ALL))
    assert len(claim.statements) == 1000
    assert (claim.outlets, claim.origins, claim.status) == (1, 1, "unchallenged")


def moved(reading: Reading, report: str) -> Reading:
    """The same reading of the same words in another report."""
    text = msgspec.json.encode(reading).decode().replace('"r-0"', f'"{report}"')
    return msgspec.json.decode(text, type=Reading)


def test_statements_meet_only_in_blocks_that_both_are_filed_under() -> None:
    texts = (
        "Mara Vint said Orlavia had withdrawn its troops from the Kell valley.",
        "Edvar Holt said Orlavia had pulled back its soldiers from the Kell valley.",
        "Edvar Holt said bread in Tessmark had become dearer again this winter.",
    )
    scene = scene_of([report(n, text) for n, text in enumerate(texts)])
    one, other, bread = (blocks(said) for said in said_in(scene, link_statements(scene)))
    assert len(one & other) >= 2
    assert not one & bread


def test_of_several_numbers_one_that_fits_is_enough() -> None:
    book = told(
        "Mara Vint said 40 soldiers were killed at Pell, 30 soldiers in the morning and 10 soldiers in the evening.",
        "Edvar Holt said 40 soldiers were killed at Pell.",
    )
    assert not [claim for claim in book.claims if claim.against]


def test_what_was_not_done_yet_may_be_planned() -> None:
    before, after = (
        "Mara Vint said Orlavia had not opened the gates of the Karsh dam.",
        "Edvar Holt said Orlavia would open the gates of the Karsh dam.",
    )
    assert not told(before, after).claims
    assert {claim.status for claim in told(after, before).claims} == {"disputed"}


def test_a_deed_a_day_after_the_promised_one_disputes_neither() -> None:
    book = told(
        "Edvar Holt said Orlavia would open the gates of the Karsh dam on 4 March.",
        "Edvar Holt said Orlavia had opened the gates of the Karsh dam on 6 March.",
        days=(0, 4),
    )
    assert not [claim for claim in book.claims if claim.against]


def test_two_sources_in_reports_of_one_outlet_are_one_origin_and_corroborate_nothing() -> None:
    texts = [
        "Tessmark said Orlavian soldiers had crossed the border at Karsh.",
        "Edvar Holt said soldiers of Orlavia had crossed the border at Karsh.",
    ]
    same = [report(n, text, after=n, outlet="Echo") for n, text in enumerate(texts)]
    other = [report(n, text, after=n) for n, text in enumerate(texts)]
    found = [(claim.origins, claim.status) for claim in (only(ledger(same)), only(ledger(other)))]
    assert found == [(1, "unchallenged"), (2, "corroborated")]
