"""Changed pages: each text of a page names the one before it."""

from datetime import date

from onrecord.link.link import link
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report


def printed(name: str, day: int, url: str | None, updated: int = 0, text: str = "") -> Report:
    when = date(2031, 5, day)
    told = text or f"The envoys met at Brask, the palace said. {name}"
    return Report(
        f"r-{name}", name, told, url=url, published=Published(when, when, "given"),
        updated=date(2031, 5, updated) if updated else None,
    )  # fmt: skip


def test_the_texts_of_one_page_follow_one_another_whatever_their_order() -> None:
    reports = [
        printed("c", 2, "https://www.karvan.example/a/", 7),
        printed("a", 2, "https://karvan.example/a"),
        printed("b", 2, "https://karvan.example/a?utm_source=x", 5),
        printed("d", 2, "https://karvan.example/other"),
        printed("e", 2, None),
    ]
    for order in (reports, reports[::-1]):
        ledger = link(order, [Reading(report.id, "x") for report in order], day=date(2031, 6, 1))
        assert {report.id: report.version_of for report in ledger.reports} == {
            "r-a": None, "r-b": "r-a", "r-c": "r-b", "r-d": None, "r-e": None,
        }  # fmt: skip


def test_stories_that_share_only_the_address_of_a_first_page_are_no_versions_of_one_another() -> None:
    reports = [
        printed("a", 2, "https://karvan.example/"),
        printed("b", 3, "https://karvan.example/", text="Ferries returned to the lake after a long winter."),
    ]
    ledger = link(reports, [Reading(report.id, "x") for report in reports], day=date(2031, 6, 1))
    assert [report.version_of for report in ledger.reports] == [None, None]
