"""What is told again and again stays one thing and takes time in proportion, not its square."""

from dataclasses import replace
from datetime import date, timedelta
from time import process_time

from onrecord.link.link import link
from onrecord.link.once import Once
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report
from tests.link.world import HOLT, ORLAVIA, TESSMARK, VINT, Written

DAY, BEGIN = date(2031, 6, 1), date(2031, 5, 1)


def told_again(times: int, *, outlet: str | None = "Harbour Post") -> list[Written]:
    """One outlet that tells the same every time: a meeting, a promise, a figure, a dispute and a claim."""
    reports = []
    for n in range(times):
        report = Written(f"again-{n:05}", BEGIN + timedelta(days=n % 20), outlet)
        report.says(f"Number {n}.")
        report.talk(VINT, HOLT, when="date:2031-05-02", where="Kell")
        report.commitment(ORLAVIA, "open the weirs at Saltmere", to=TESSMARK, due="date:2031-05-20")
        report.figure(1_200, "families at Saltmere", None)
        report.dispute("the weirs at Saltmere were shut by night", ORLAVIA, TESSMARK)
        report.statement(VINT, "the weirs at Saltmere stay open all through the summer")
        reports.append(report)
    return reports


def linked(reports: list[Written]) -> tuple[Ledger, float]:
    """Their ledger, and the processor seconds it took."""
    held = [(report.report(), report.reading()) for report in reports]
    began = process_time()
    ledger = link([report for report, _ in held], [reading for _, reading in held], day=DAY)
    return ledger, process_time() - began


def test_what_one_outlet_tells_two_hundred_times_is_one_thing_of_each_kind() -> None:
    ledger, _ = linked(told_again(200))
    assert [len(talk.mentions) for talk in ledger.talks] == [200]
    assert [len(commitment.mentions) for commitment in ledger.commitments] == [200]
    assert len({figure.series for figure in ledger.figures}) == 1
    assert [len(dispute.mentions) for dispute in ledger.disputes] == [200]


def test_five_times_as_many_tellings_take_about_five_times_as_long() -> None:
    linked(told_again(20))  # vocabularies are loaded
    few = min(linked(told_again(150))[1] for _ in range(2))
    many = linked(told_again(750))[1]
    assert many < 10 * few  # the square would be twenty-five


def test_one_text_under_a_thousand_outlets_is_a_thousand_reports_and_without_outlet_none_more() -> None:
    text = "The weirs at Saltmere are shut."
    printed = [Report(f"r-{n}", f"{n}", text, outlet=f"Paper {n}") for n in range(1_000)]
    held = Once()
    held.renew({report.id: report for report in [*printed, Report("r-bare", "bare", text)]})
    assert len(held.kept) == 1_000


def test_reports_that_copy_each_other_in_a_ring_have_one_origin() -> None:
    pieces = [" ".join(f"On point {n} of part {p} the clerk of Kell weighed {n}." for n in range(12)) for p in range(6)]
    texts = [f"{pieces[n]} {pieces[(n + 1) % 6]}" for n in range(6)]
    reports = []
    for n, text in enumerate(texts):
        report = Written(f"ring-{n}", BEGIN, f"Paper {n}")
        report.says(text)
        reports.append(report)
    copies = {record.id: record.copies_of for record in linked(reports)[0].reports}
    origins = {record for record, origin in copies.items() if origin is None}
    assert len(origins) == 1
    assert set(filter(None, copies.values())) == origins


def test_reports_that_came_with_their_days_bear_on_no_earlier_day() -> None:
    held = [(report.report(), report.reading()) for report in told_again(12)]
    for day in (BEGIN, BEGIN + timedelta(days=5), BEGIN + timedelta(days=11)):
        then = [pair for pair in held if pair[0].published.start and pair[0].published.start <= day]
        whole, part = (
            link([report for report, _ in some], [found for _, found in some], day=day) for some in (held, then)
        )
        assert whole == replace(part, later=len(held) - len(then))
