"""What is found in a text that nobody parsed."""

import spacy

from onrecord.extract.page import Page
from onrecord.extract.times.find import scan_times
from onrecord.model.report import Report

__all__ = ["blank", "values"]

_ENGLISH = spacy.blank("en")


def values(text: str) -> list[tuple[str, str]]:
    """Each expression's words and its value."""
    return [(text[found.start : found.end], found.value) for found in scan_times(text)]


def blank(text: str) -> Page:
    """The text as a page without a parse."""
    return Page(Report("r-1", "note.txt", text), _ENGLISH(text))
