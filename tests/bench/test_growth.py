"""A ledger for measuring can be as large as is asked for, and every quote in it stands where it says."""

from datetime import date, timedelta
from itertools import islice

from bench.growth_shown import svg, table
from bench.repeated import Repeated
from onrecord.ledger import evidence
from tests.ledger.world import many, reading_of, report

BEGIN = date(2031, 5, 5)
MEASURED = [
    {"held": 1_000, "enter": 0.004, "look for a copy": 0.002, "ledger MB": 36.0, "link": 7.0, "link MB": 350.0,
     "brief": 0.8, "brief MB": 130.0},
    {"held": 10_000, "enter": 0.004, "look for a copy": 0.002, "ledger MB": 360.0},
]  # fmt: skip


def test_repeated_reports_have_other_names_and_later_days_and_true_offsets() -> None:
    held = [(report(), reading_of(report()))]
    made = list(islice(iter(Repeated(held, a_day=2, begin=BEGIN)), 6))
    assert len({one.id for one, _ in made}) == 6
    assert len({reading.voices[0].name for _, reading in made}) == 6
    assert [one.published.start for one, _ in made] == [BEGIN + timedelta(days=n // 2) for n in range(6)]
    for one, reading in made:
        assert reading.report == one.id
        assert all(span.report == one.id and span.holds(one.text) for span in evidence(reading))


def test_repeating_gives_the_same_every_time() -> None:
    held = many(3)
    first, again = (list(islice(iter(Repeated(held, begin=BEGIN)), 8)) for _ in range(2))
    assert first == again


def test_the_table_says_how_each_cost_grows_and_what_was_not_measured() -> None:
    shown = table(MEASURED)
    assert "| 10,000 | 4.0 | 2.0 | not measured |" in shown
    assert "entering one more report: n^0.00" in shown
    assert "concluding everything: n^" not in shown  # one point is no line


def test_the_drawing_has_a_line_for_each_cost_that_was_measured() -> None:
    drawn = svg(MEASURED)
    assert drawn.count("<polyline") == 4
    assert drawn.count("<text") == drawn.count("</text>")
