"""What is held comes to the same however it came in: one by one or at once, with reports that went and came back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.conclusions import Conclusions
from onrecord.link.link import link
from onrecord.model.ledger import Ledger
from onrecord.model.period import Published
from tests.link.test_orders import EXAMPLES, Read, readings
from tests.link.world import HOLT, ORLAVIA, TESSMARK, VINT, Written

DAY = date(2100, 1, 1)


@pytest.fixture(scope="module")
def held() -> tuple[Read, ...]:
    """Every example report as the reader has read it: copies, changed pages, reports without a day among them."""
    return readings(tuple(str(path) for path in sorted(EXAMPLES.iterdir())))


def at_once(some: Iterable[Read], day: date = DAY) -> Ledger:
    some = list(some)
    return link([report for report, _ in some], [reading for _, reading in some], day=day)


def take(conclusions: Conclusions, some: Iterable[Read]) -> None:
    some = list(some)
    conclusions.renew([report for report, _ in some], [reading for _, reading in some])


def test_one_report_after_the_other_gives_what_all_give_at_once(held: tuple[Read, ...]) -> None:
    conclusions = Conclusions(DAY)
    for number, pair in enumerate(held):
        take(conclusions, [pair])
        if number % 5 == 0:
            assert conclusions.ledger() == at_once(held[: number + 1])
    assert conclusions.ledger() == at_once(held)


@settings(max_examples=12)
@given(data=st.data())
def test_whatever_came_and_went_in_whatever_portions(held: tuple[Read, ...], data: st.DataObject) -> None:
    conclusions, here = Conclusions(DAY), dict[str, Read]()
    for _ in range(data.draw(st.integers(2, 5))):
        gone = data.draw(st.sets(st.sampled_from(sorted(here)))) if here else set[str]()
        come = [held[n] for n in data.draw(st.lists(st.integers(0, len(held) - 1), unique=True, max_size=9))]
        for name in gone:
            del here[name]
        here |= {pair[0].id: pair for pair in come}
        conclusions.renew([report for report, _ in come], [reading for _, reading in come], gone=gone)
        for name in gone & {report.id for report, _ in come}:
            assert name in here
    assert conclusions.ledger() == at_once(here.values())


def test_a_report_that_gets_its_day_later_counts_from_it(held: tuple[Read, ...]) -> None:
    conclusions, day = Conclusions(date(2019, 4, 30)), date(2019, 4, 2)
    take(conclusions, held)
    undated = next(pair for pair in held if not pair[0].published.period.known)
    dated = replace(undated[0], published=Published(day, day, "given")), undated[1]
    take(conclusions, [dated])
    rest = [pair for pair in held if pair is not undated]
    assert conclusions.ledger() == at_once([*rest, dated], date(2019, 4, 30))


def test_reports_of_a_later_day_wait_and_are_counted() -> None:
    conclusions, day = Conclusions(date(2031, 5, 2)), date(2031, 5, 3)
    report = Written("later", day)
    report.talk(VINT, HOLT, when="day:0")
    take(conclusions, [(report.report(), report.reading())])
    assert (conclusions.ledger().reports, conclusions.ledger().later) == ((), 1)
    take(
        conclusions,
        [(replace(report.report(), published=Published(date(2031, 5, 1), None, "given")), report.reading())],
    )
    assert (len(conclusions.ledger().talks), conclusions.ledger().later) == (1, 0)


def test_nothing_is_left_of_a_report_that_went() -> None:
    report = Written("gone", date(2031, 5, 1))
    report.commitment(ORLAVIA, "open the weirs at Saltmere", to=TESSMARK, due="date:2031-05-20")
    report.figure(1_200, "families at Saltmere", None)
    report.dispute("the weirs at Saltmere were shut by night", ORLAVIA, TESSMARK)
    report.statement(VINT, "the weirs at Saltmere stay open all through the summer")
    conclusions = Conclusions(DAY)
    take(conclusions, [(report.report(), report.reading())])
    assert conclusions.ledger().commitments
    conclusions.renew((), (), gone=[report.id])
    assert conclusions.ledger() == Ledger(DAY)
