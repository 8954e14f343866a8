"""A span: the exact words of a report, and where they stand."""

from dataclasses import dataclass
from sys import intern

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a report and their place: `text[start:end] == exact`, in Unicode code points, half open."""

    report: str
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        """All spans of a report share one id: a report has some hundred and fifty (10 KB less, where many are held)."""
        object.__setattr__(self, "report", intern(self.report))

    @classmethod
    def of(cls, report: str, text: str, start: int, end: int) -> "Span":
        """Cut a span out of a report's text, so that it is true by construction."""
        return cls(report, start, end, text[start:end])

    def holds(self, text: str) -> bool:
        """Does the text still read here what this span says it reads?"""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.exact

    def overlaps(self, other: "Span") -> bool:
        """Do the two spans share a character of the same report?"""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Does this span hold the whole of the other?"""
        return self.report == other.report and self.start <= other.start and other.end <= self.end
