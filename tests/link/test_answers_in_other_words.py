"""A denial finds what it denies, a broken day its promise, a deed its pledge, in another report and in other words."""

from datetime import date
from functools import cache

import pytest

from onrecord.extract import extract
from onrecord.ingest import report_id
from onrecord.link.link import link
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.records import Commitment
from onrecord.model.report import Report
from tests.extract.reading import reader

BEGIN, BEFORE, AFTER = date(2031, 2, 28), date(2031, 3, 10), date(2031, 3, 22)
TROOPS = (
    "The government of Orlavia promised on Friday to withdraw its troops from the Kell valley by 20 March, President "
    "Mara Vint told reporters in Tavrin.\n\nTessmark's prime minister, Edvar Holt, welcomed the news."
)
GATE = (
    "Orlavia will reopen the Lenta pass to lorries with food next month, President Mara Vint said on Friday in Tavrin."
)
FREED = (
    "Orlavia agreed on Friday to release forty Tessmark prisoners from the fortress of Saar before the end of March, "
    "the Orlavian foreign ministry said in a statement."
)


@cache
def read(text: str, day: date) -> tuple[Report, Reading]:
    report = Report(report_id(text, None, None), "told", text, published=Published(day, day, "given"))
    return report, extract(report, reader()(text), reader="test")


def became(promise: str, later: str, day: date) -> str:
    """What became of the promise of one report by what another said later, the calendar aside."""
    both = [read(promise, BEGIN), read(later, day)]
    book = link([report for report, _ in both], [reading for _, reading in both], day=date(2031, 12, 31))
    told = [step.status for step in _made(book.commitments, both[0][0].id).history if step.evidence is not None]
    return told[-1]


def _made(commitments: tuple[Commitment, ...], report: str) -> Commitment:
    (made,) = (one for one in commitments if one.mentions[0].report == report)
    return made


@pytest.mark.parametrize(
    ("promise", "later", "day", "status"),
    [
        (TROOPS, "Tessmark's foreign minister, Ansa Leir, denied on Monday that any withdrawal of Orlavian troops from "
         "the Kell valley had been promised.", BEFORE, "disputed"),
        (GATE, "Reports that Orlavia would reopen the Lenta pass to lorries are false, the Orlavian interior ministry "
         "said on Monday.", BEFORE, "denied"),
        (TROOPS, '"We never promised to withdraw our troops from the Kell valley," Orlavian defence minister Jan Roth '
         "told reporters on Monday.", BEFORE, "denied"),
        (GATE, '"The Lenta pass will not be reopened to lorries next month," Orlavian interior minister Jan Roth said '
         "on Monday.", BEFORE, "contradicted"),
        (TROOPS, "Tessmark's defence minister Ivo Tarn said on Monday he doubted that Orlavia would pull its soldiers "
         "out of the Kell valley.", BEFORE, "doubted"),
        (TROOPS, "Orlavia has failed to withdraw its troops from the Kell valley, Tessmark's prime minister Edvar Holt "
         "said on Friday.", AFTER, "reported broken"),
        (TROOPS, "Orlavia has not withdrawn its troops from the Kell valley as promised, Tessmark's foreign minister "
         "Ansa Leir said on Friday.", AFTER, "reported broken"),
        (GATE, "Orlavia has postponed the reopening of the Lenta pass to lorries until May, the Orlavian interior "
         "ministry said on Monday.", BEFORE, "postponed"),
        (GATE, "Orlavia has cancelled the reopening of the Lenta pass to lorries with food, President Mara Vint said "
         "on Monday.", BEFORE, "withdrawn"),
        (TROOPS, "Orlavia has completed the withdrawal of its troops from the Kell valley, President Mara Vint said on "
         "Tuesday.", BEFORE, "reported kept"),
        (GATE, "Orlavia reopened the Lenta pass to lorries on Monday, Tessmark's prime minister Edvar Holt said.",
         BEFORE, "reported kept"),
        (FREED, "Orlavia freed forty Tessmark prisoners on Monday, the Orlavian foreign ministry said.", BEFORE,
         "reported kept"),
    ],
)  # fmt: skip
def test_what_is_told_elsewhere_finds_the_promise(promise: str, later: str, day: date, status: str) -> None:
    assert became(promise, later, day) == status


@pytest.mark.parametrize(
    ("promise", "later", "day"),
    [
        (TROOPS, "Tessmark has withdrawn its troops from the Kell valley, Tessmark's defence ministry said on Monday.",
         BEFORE),
        (TROOPS, "Tessmark will keep its troops in the Kell valley, Tessmark's defence minister Ivo Tarn said on "
         "Monday.", BEFORE),
        (TROOPS, "If Orlavia fails to withdraw its troops from the Kell valley, Tessmark will close the border, prime "
         "minister Edvar Holt said on Monday.", AFTER),
        (TROOPS, "Orlavian defence minister Jan Roth denied on Monday that the troops had already been withdrawn from "
         "the Kell valley.", BEFORE),
        (TROOPS, "Orlavia has not yet withdrawn its troops from the Kell valley, Tessmark's foreign minister Ansa Leir "
         "said on Monday.", BEFORE),
        (TROOPS, "Orlavia withdrew some of its troops from the Kell valley, Tessmark's defence ministry said on "
         "Monday.", BEFORE),
        (FREED, "Orlavia freed six Tessmark prisoners from the fortress of Saar, its foreign ministry said.", BEFORE),
        (FREED, "Orlavia freed forty Tessmark prisoners in January, the Orlavian foreign ministry said.", BEFORE),
    ],
)  # fmt: skip
def test_what_is_of_others_of_another_time_or_of_a_part_leaves_the_promise(promise: str, later: str, day: date) -> None:
    assert became(promise, later, day) == "pledged"
