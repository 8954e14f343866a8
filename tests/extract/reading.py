"""What one text yields, for tests of the rules: the real reader, voices and statements, then the rules themselves."""

from dataclasses import dataclass
from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord import read
from onrecord.extract.commitments.find import find_commitments
from onrecord.extract.disputes.find import find_disputes
from onrecord.extract.figures.find import find_figures
from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.talks.find import find_talks
from onrecord.extract.times.find import find_times
from onrecord.extract.voices.find import Voices, find_voices
from onrecord.model.period import Published
from onrecord.model.reading import FoundCommitment, FoundDispute, FoundStatement, FoundTalk
from onrecord.model.report import UNDATED, Report


@dataclass(frozen=True)
class Told:
    """Everything the rules on talks, commitments and disputes find in one text."""

    text: str
    voices: Voices
    talks: tuple[FoundTalk, ...]
    commitments: tuple[FoundCommitment, ...]
    disputes: tuple[FoundDispute, ...]

    def names(self, voices: tuple[int, ...]) -> set[str]:
        """The names of these voices."""
        return {self.voices.found[one].name for one in voices}


@cache
def reader() -> Language:
    """The real reader; tests that need it skip where its weights are not built."""
    try:
        return read.load(threads=1)
    except (OSError, FileNotFoundError) as error:
        pytest.skip(f"the reader's weights are not here: {error}")


def told(text: str, *, published: Published = UNDATED) -> Told:
    """Read a text and find all in it."""
    return found_in(text, reader()(text), published=published)


def found_in(text: str, doc: Doc, *, published: Published = UNDATED) -> Told:
    """The same for a document that is there already."""
    page = Page(Report("r-test", "test", text, published=published), doc)
    times, voices = find_times(page), find_voices(page)
    statements = find_statements(page, voices, times)
    talks = find_talks(page, voices, statements, times)
    commitments = find_commitments(page, voices, statements, times, talks)
    figures = find_figures(page, voices, statements, times)
    return Told(text, voices, talks, commitments, find_disputes(page, voices, statements, commitments, figures))


def stated(text: str) -> tuple[Voices, tuple[FoundStatement, ...]]:
    """The voices and the statements of a text."""
    page = Page(Report("r-test", "test", text, published=UNDATED), reader()(text))
    voices = find_voices(page)
    return voices, find_statements(page, voices, find_times(page))
