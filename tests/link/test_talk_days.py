"""The days of talks, beside the day of the report that tells of them."""

from datetime import date

import pytest

from onrecord.model.acts import TalkStatus
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
