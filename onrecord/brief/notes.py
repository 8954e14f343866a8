"""The notes of a brief: every quote or claim gets a number, and the numbers lead to the words."""

from onrecord.brief.days import period_words
from onrecord.brief.index import Index
from onrecord.brief.value import Evidence, Piece
from onrecord.model.span import Span
from onrecord.text.visible import one_line

__all__ = ["Notes"]


class Notes:
    """Numbers evidence in the order in which it is first used; the same words are one note."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._found: dict[Span, Evidence] = {}

    def mark(self, span: Span, record: str) -> Piece:
        """The mark, such as `[3]`, of a span that stands behind a record."""
        note = self._found.get(span)
        if note is None:
            note = self._found[span] = self._note(span, record)
        return Piece(f"[{note.number}]", "mark")

    @property
    def all(self) -> tuple[Evidence, ...]:
        """Every note so far, by number."""
        return tuple(self._found.values())

    def _note(self, span: Span, record: str) -> Evidence:
        report = self._index.reports.get(span.report)
        return Evidence(
            number=len(self._found) + 1,
            words=one_line(span.exact),
            report=span.report,
            name=one_line(report.name) if report else span.report,
            outlet=one_line(report.outlet) if report and report.outlet else None,
            day=period_words(self._index.published(span.report)) or "no day",
            record=record,
            start=span.start,
            end=span.end,
        )
