"""The days of talks, beside the day of the report that tells of them."""

from datetime import date

import pytest

from onrecord.extract import extract
from onrecord.link.link import link
from onrecord.model.acts import TalkStatus
from onrecord.model.period import Published
from onrecord.model.report import Report
from tests.extract.reading import reader
from tests.link.test_link import ledger
from tests.link.world import HOLT, VINT, Written


@pytest.mark.parametrize(
    ("status", "when", "start"),
    [
        ("planned", "year:-1", None),
        ("proposed", "month:-2", None),
        ("held", "year:-1", date(2030, 1, 1)),
        ("planned", "year:0", date(2031, 1, 1)),
        ("planned", "date:2031-03-01", date(2031, 3, 1)),
        ("refused", "month:-1", date(2031, 2, 1)),
    ],
)
def test_what_is_planned_is_not_dated_by_a_month_or_year_that_is_over(
    status: TalkStatus, when: str, start: date | None
) -> None:
    one = Written("a", date(2031, 3, 4))
    one.talk(VINT, HOLT, when=when, status=status)
    (talk,) = ledger(one).talks
    assert talk.when.start == start


def test_a_reprint_of_a_week_later_tells_of_the_same_talk_on_the_same_day() -> None:
    text = (
        "TAVIN, Orlavia - Orlavian President Mara Vint met Tessmark Prime Minister Edvar Holt in Linhaven on Tuesday, "
        "her office said. The two leaders spoke for three hours about the river dam."
    )
    days = (date(2031, 3, 5), date(2031, 3, 14))
    reports = [
        Report(f"r-{n}", f"{n}.txt", text if n == 0 else f"Reprinted from the wire.\n\n{text}", published=_given(day))
        for n, day in enumerate(days)
    ]
    readings = [extract(report, reader()(report.text), reader="test") for report in reports]
    found = link(reports, readings, day=date(2031, 3, 20))
    assert {talk.when.start for talk in found.talks} == {date(2031, 3, 4)}


def _given(day: date) -> Published:
    return Published(day, day, "given")
