"""The numbers that somebody counts in a report: troops, people, money, distances, lengths of talks, casualties."""

from collections.abc import Sequence

from onrecord.extract.page import Page
from onrecord.extract.voices import Voices
from onrecord.model.reading import FoundFigure, FoundStatement, TimeExpression

__all__ = ["find_figures"]


def find_figures(
    page: Page, voices: Voices, statements: Sequence[FoundStatement], times: Sequence[TimeExpression]
) -> tuple[FoundFigure, ...]:
    """The figures in text order."""
    return ()
