"""The order in which reports arrive makes no difference to the ledger, on reports that the reader has read."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import permutations
from pathlib import Path

import pytest

from onrecord import read
from onrecord.clean import clean, readable
from onrecord.extract import extract
from onrecord.ingest import take_in
from onrecord.link.link import link
from onrecord.model.reading import Reading
from onrecord.model.report import Report

Read = tuple[Report, Reading]
EXAMPLES = Path(__file__).parents[2] / "onrecord" / "examples"
SEEDS = Path(__file__).parents[3] / "shared" / "gold" / "seeds" / "reports.jsonl"
DAY = date(2100, 1, 1)
STORY = ("dravec-pledge", "no-promise", "linhaven-accord", "solvei-confirms", "deadline-passes")


@lru_cache(maxsize=2)
def readings(places: tuple[str, ...]) -> tuple[Read, ...]:
    """What the reader finds in these files, read once."""
    reports = [clean(one) for one in take_in(list(places)) if isinstance(one, Report)]
    docs = read.load().pipe([readable(report) for report in reports])
    return tuple((report, extract(report, doc, reader="test")) for report, doc in zip(reports, docs, strict=True))


def same_in_every_order(held: Sequence[Read], orders: Sequence[Sequence[Read]]) -> None:
    expected = link([report for report, _ in held], [reading for _, reading in held], day=DAY)
    assert expected.statements
    for order in orders:
        assert link([report for report, _ in order], [reading for _, reading in order], day=DAY) == expected


def test_five_examples_of_one_crisis_in_all_120_orders() -> None:
    held = readings(tuple(str(path) for path in sorted(EXAMPLES.iterdir()) if path.stem.endswith(STORY)))
    assert len(held) == 5
    same_in_every_order(held, list(permutations(held)))


def test_all_120_orders_of_the_five_reports_of_the_seeds() -> None:
    if not SEEDS.exists():
        pytest.skip("needs ../shared/gold/seeds, which a user's clone does not have")
    held = readings((str(SEEDS),))
    assert len(held) == 5
    same_in_every_order(held, list(permutations(held)))


def test_readings_may_stand_in_another_order_than_their_reports() -> None:
    held = readings(tuple(str(path) for path in sorted(EXAMPLES.iterdir()) if path.stem.endswith(STORY)))
    reports, found = [report for report, _ in held], [reading for _, reading in held]
    found.reverse()
    assert link(reports, found, day=DAY) == link(reports, [reading for _, reading in held], day=DAY)
