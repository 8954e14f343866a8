"""The news agencies that a report credits: in its byline, its dateline, its last line, or where it quotes them as the source."""

from onrecord.extract.page import Page

__all__ = ["find_agencies"]


def find_agencies(page: Page) -> tuple[str, ...]:
    """The agencies' short names in the order in which the report credits them, each once."""
    return ()
