"""The same report by another way is the same report; a page that was changed is a new version of it."""

from onrecord.ingest.once import same_report
from onrecord.model.report import Report, Seen, Via
from tests.ingest.made import LONG, PARAGRAPHS


def come(text: str, via: Via) -> Report:
    return Report("r-1", "a", text, seen=(Seen("https://karvan.example/a", via),))


PAGE = come(
    f"Envoys meet at Brask\nBy Lena Marsh\n{LONG}\nThe bridge at Brask, seen from the old mill on Tuesday", "page"
)


def test_the_same_words_are_the_same_report_by_whatever_way() -> None:
    assert same_report(come(LONG, "page"), come(LONG.replace("\n\n", "\n").upper(), "archive"))


def test_a_feed_may_lack_what_the_page_brings() -> None:
    assert same_report(PAGE, come(LONG, "feed"))
    assert same_report(come(LONG, "feed"), PAGE)
    assert not same_report(PAGE, come(PARAGRAPHS[0], "feed"))


def test_one_other_word_on_the_page_is_a_change() -> None:
    changed = PAGE.text.replace("would open", "would not open", 1)
    assert not same_report(PAGE, come(changed, "page"))
    assert not same_report(PAGE, come(changed, "archive"))
    assert not same_report(PAGE, come(LONG.replace("would open", "would not open", 1), "feed"))


def test_a_paragraph_added_to_the_page_is_a_change() -> None:
    assert not same_report(come(LONG, "page"), come(LONG + "\n\n" + PARAGRAPHS[0].replace("first", "last"), "page"))
