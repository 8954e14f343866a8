"""Which statement a word stands in: the innermost one, so that "he would" is read as his who is quoted."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.extract.page import Page
from onrecord.model.reading import FoundStatement

__all__ = ["Said"]


class Said:
    """For every token the innermost statement that holds it in its content, and for every cue the one it carries."""

    def __init__(self, page: Page, statements: Sequence[FoundStatement]) -> None:
        self.statements = statements
        self._inside: dict[int, int] = {}
        self._cues: dict[int, int] = {}
        widest_first = sorted(range(len(statements)), key=lambda i: -sum(len(p.exact) for p in statements[i].content))
        for number in widest_first:
            for piece in statements[number].content:
                words = page.tokens(piece.start, piece.end)
                self._inside.update(dict.fromkeys(range(words.start, words.end), number))
            cue = statements[number].cue
            if cue is not None:
                words = page.tokens(cue.start, cue.end)
                self._cues.update(dict.fromkeys(range(words.start, words.end), number))

    def holding(self, token: Token) -> int | None:
        """The number of the innermost statement whose content holds this token."""
        return self._inside.get(token.i)

    def carried_by(self, token: Token) -> int | None:
        """The number of a statement whose cue this token is, or belongs to."""
        return self._cues.get(token.i)

    def speaker(self, token: Token) -> int | None:
        """Who says the words in which this token stands; None for the writer."""
        number = self.holding(token)
        return None if number is None else self.statements[number].source
