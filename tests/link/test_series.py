"""A series is one count told again and again; what merely has the same unit is another."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.link.link import link
from onrecord.model.reading import FoundFigure
from onrecord.model.records import Figure
from tests.link.world import Written

DAY, BEGIN = date(2032, 1, 1), date(2031, 3, 1)
Told = tuple[float, str, str | None]


def figures(*told: Told, days: int = 3, fate: str | None = None) -> list[Figure]:
    """Figures told by one report each, so many days apart."""
    reports = []
    for number, (value, of, where) in enumerate(told):
        report = Written(f"{number}", BEGIN + timedelta(days=days * number))
        report.figure(value, of, where, fate=fate)
        reports.append(report)
    ledger = link([one.report() for one in reports], [one.reading() for one in reports], day=DAY)
    return sorted(ledger.figures, key=lambda figure: figure.report)


def in_series(*told: Told, days: int = 3, fate: str | None = None) -> int:
    """How many series figures come to."""
    return len({figure.series for figure in figures(*told, days=days, fate=fate)})


@pytest.mark.parametrize(
    "told",
    [
        [(4_000, "troops", "near Orlavia's border"), (6_000, "Tessmark troops", "along the border of Orlavia")],
        [(12, "people", "Kell"), (31, "people", "Kell"), (104, "people", "Kell")],
        [(20, "people", "the port of Kell"), (35, "people", "Kell")],
        [(113, "Orlavian soldiers", None), (161, "Orlavian soldiers", None)],
        [(75_000, "reservists", None), (75_000, "reservists", None)],
    ],
)
def test_one_count_told_again_is_a_series(told: list[Told]) -> None:
    assert in_series(*told) == 1


@pytest.mark.parametrize(
    "told",
    [
        [(12, "people", "Kell"), (14, "people", "Saltmere")],
        [(35, "people", "Kell"), (20, "people", "the port of Kell")],
        [(12, "people", None), (31, "people", None)],
        [(113, "Orlavian soldiers", None), (161, "Tessmark soldiers", None)],
        [(150_000, "Orlavian soldiers", None), (3, "Orlavian soldiers", None)],
        [(150_000, "soldiers", "Kell"), (3, "soldiers", "Kell")],
        [(3_000_000, "people", None), (3_000_000, "people", None)],
    ],
)
def test_what_only_has_the_same_unit_is_not(told: list[Told]) -> None:
    assert in_series(*told) == len(told)


def test_a_share_of_anything_is_known_again_by_its_number_and_what_it_is_of() -> None:
    for of, series in (("voters", 2), ("lock keepers of the weirs", 1)):
        one, two = Written("one", BEGIN), Written("two", BEGIN + timedelta(days=2))
        for report in (one, two):
            report.figure(56, of, None)
            report.figures[0] = replace(report.figures[0], unit="per cent")
        ledger = link([one.report(), two.report()], [one.reading(), two.reading()], day=DAY)
        assert len({figure.series for figure in ledger.figures}) == series


def test_people_to_whom_the_same_befell_count_on_under_their_name() -> None:
    assert in_series((113, "Orlavian people", None), (161, "Orlavian people", None), fate="killed") == 1
    assert in_series((113, "Orlavian people", None), (161, "Orlavian people", None)) == 2


def test_after_eight_weeks_of_silence_a_count_begins_anew() -> None:
    told: list[Told] = [(12, "people", "Kell"), (14, "people", "Kell"), (15, "people", "Kell")]
    assert in_series(*told, days=50) == 1
    assert in_series(*told, days=60) == 3


def test_troops_of_nobody_are_those_of_who_is_named_in_their_sentence() -> None:
    one, two, three = (Written(name, BEGIN + timedelta(days=n)) for n, name in enumerate(["one", "two", "three"]))
    one.figure(12_000, "Kestrian soldiers", None)
    for report, sentence in ((two, "Orlavia accused Kestria of moving"), (three, "Orlavia spoke of")):
        span = report.says(f"{sentence} more than 8,000 troops.")
        report.figures.append(FoundFigure(8_000 + len(sentence), None, "exactly", "troops", "troops", span))
    reports = [one, two, three]
    ledger = link([report.report() for report in reports], [report.reading() for report in reports], day=DAY)
    series = {figure.report: figure.series for figure in ledger.figures}
    assert series[one.id] == series[two.id] != series[three.id]


def test_of_two_peoples_in_one_place_each_has_its_own_series() -> None:
    told: list[Told] = [(40, "Orlavian soldiers", "Kell"), (44, "Tessmark soldiers", "Kell")]
    assert in_series(*told, *told, *told) == 2


def test_a_series_is_named_by_its_first_figure() -> None:
    early, late = figures((12, "people", "Kell"), (31, "people", "Kell"))
    (alone,) = figures((12, "people", "Kell"))
    assert early.series == late.series == alone.series
