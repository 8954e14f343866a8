"""A page cuts spans from the report's own text, and never begins or ends one in what the reader did not see."""

import spacy
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


def test_the_tokens_of_a_stretch_are_those_that_spacy_would_name() -> None:
    text = "Keld said  so.\n\nShe   left: “yes”, half-said.\n"
    page = Page(Report("r-1", "story.txt", text), spacy.blank("en")(text))
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            wanted = page.doc.char_span(start, end, alignment_mode="expand")
            assert [token.i for token in page.tokens(start, end)] == [token.i for token in wanted]
