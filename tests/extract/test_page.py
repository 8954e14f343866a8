"""A page cuts spans from the report's own text, and never begins or ends one in what the reader did not see."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.clean import readable
from onrecord.extract.page import Page
from onrecord.model.report import Report

TEXT = "TAVRIN, May 3 (Northline) - Orlavia agreed on Monday to open the gates of the upper dam."


def test_a_span_that_begins_in_the_dateline_is_cut_to_the_sentence() -> None:
    report = Report("r-1", "story.txt", TEXT)
    seen = readable(report)
    page = Page(report, Doc(Vocab(), words=[seen], spaces=[False]))
    assert page.span(0, len(TEXT)).exact == TEXT[TEXT.index("Orlavia") :]


def test_white_space_at_either_end_is_no_part_of_a_span() -> None:
    report = Report("r-1", "story.txt", "  The gates open.  ")
    page = Page(report, Doc(Vocab(), words=[report.text], spaces=[False]))
    span = page.span(0, len(report.text))
    assert (span.exact, span.start) == ("The gates open.", 2)
    assert span.holds(report.text)
