"""A report's id: the same report is the same, the same words in another outlet are not."""

from datetime import date

from onrecord.ingest import report_id
from onrecord.ingest.report import Facts, make_report
from onrecord.model.notes import notes_of
from onrecord.model.period import Published
from tests.ingest.world import STORY


def test_the_id_is_that_of_the_text_and_of_who_printed_it() -> None:
    assert report_id(STORY, "Karvan News") == report_id(STORY, "karvan  news", "https://other.example/2")
    assert report_id(STORY, "Karvan News") != report_id(STORY, "Lake Times")
    assert report_id(STORY, "Karvan News") != report_id(STORY + " ", "Karvan News")


def test_without_an_outlet_the_host_of_the_address_stands_for_it() -> None:
    assert report_id(STORY, None, "https://www.karvan.example/a?utm=1") == report_id(
        STORY, None, "https://karvan.example/b"
    )
    assert report_id(STORY, None, "https://karvan.example/a") != report_id(STORY, None, "https://lake.example/a")
    assert report_id(STORY, None, "https://[broken") == report_id(STORY)


TODAY = date(2031, 6, 1)
DATED = "Published: 5 March 2031\n\n" + STORY


def made(text: str, **facts: str) -> tuple[Published, tuple[str, ...]]:
    report = make_report("a.txt", text, Facts(**facts), where="a.txt", today=TODAY)  # type: ignore[arg-type]
    return report.published, notes_of(report)


def test_of_days_that_contradict_each_other_the_one_given_counts_and_the_others_are_noted() -> None:
    published, notes = made(DATED, published="2031-03-09", url="https://karvan.example/2031/03/12/dam")
    assert published == Published(date(2031, 3, 9), date(2031, 3, 9), "given")
    assert notes == (
        "the page says 2031-03-05, which is not taken: what came with it says 2031-03-09",
        "its address says 2031-03-12, which is not taken: what came with it says 2031-03-09",
    )


def test_the_page_counts_before_its_address() -> None:
    published, notes = made(DATED, url="https://karvan.example/2031/03/12/dam")
    assert published == Published(date(2031, 3, 5), date(2031, 3, 5), "page")
    assert notes == ("its address says 2031-03-12, which is not taken: the page says 2031-03-05",)


def test_the_evening_before_contradicts_nothing() -> None:
    assert made(DATED, published="2031-03-06")[1] == ()
    assert made(DATED, published="2031-03")[1] == ()


def test_a_day_to_come_and_a_day_that_is_none_are_left_out_and_the_page_counts() -> None:
    for words in ("2031-07-01", "2031-02-31", "0000-01-01"):
        published, notes = made(DATED, published=words)
        assert published.basis == "page"
        assert len(notes) == 1
        assert words in notes[0]
