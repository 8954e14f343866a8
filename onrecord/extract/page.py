"""A page: one report beside the document the reader made of it, with the look-ups that every rule needs."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.attrs import IDX, LENGTH
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.model.attribution import Attribution
from onrecord.model.report import Report
from onrecord.model.span import Span

__all__ = ["Page"]


@dataclass(frozen=True)
class Page:
    """One report and its `Doc`; offsets of the two are the same, so rules speak of tokens and records of the text.

    The `Doc` is read from the text with furniture blanked out, so furniture is white space to every rule, while spans
    are always cut from the report's own text.
    """

    report: Report
    doc: Doc

    @property
    def text(self) -> str:
        """The report's text, letter by letter."""
        return self.report.text

    @cached_property
    def seen(self) -> str:
        """The text as the reader saw it, furniture blanked out; spaCy would put it together at every asking."""
        text: str = self.doc.text
        return text if len(text) == len(self.text) else self.text

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who said what, as the reader found it, in text order."""
        return tuple(self.doc._.attributions)

    @property
    def sentences(self) -> Iterable[DocSpan]:
        """The sentences in order."""
        sentences: Iterable[DocSpan] = self.doc.sents
        return sentences

    def span(self, start: int, end: int) -> Span:
        """The words of the report from one character to another, without white space at either end.

        Furniture and datelines, which the reader saw as white space, are left off too.
        """
        piece = self.seen[start:end]
        piece = piece if piece.strip() else self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        return Span.of(self.report.id, self.text, start, max(start, start + len(piece.strip())))

    def tokens(self, start: int, end: int) -> DocSpan:
        """The tokens that touch the characters from start to end; empty where there are none."""
        starts, ends = self._edges
        if not 0 <= start < end <= len(self.seen):
            found = self.doc.char_span(start, end, alignment_mode="expand")
            return self.doc[0:0] if found is None else found
        return self.doc[bisect_right(ends, start) : bisect_right(starts, end - 1)]

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Where each token begins and ends; asked for one by one, spaCy's answers take ten times as long."""
        table = self.doc.to_array([IDX, LENGTH]).reshape(len(self.doc), 2)
        return table[:, 0].tolist(), table.sum(1).tolist()

    def words(self, first: Token, last: Token) -> Span:
        """The words from one token to another, both included."""
        return self.span(first.idx, last.idx + len(last.text))
