"""A report's id: the same report is the same, the same words in another outlet are not."""

from onrecord.ingest import report_id
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
