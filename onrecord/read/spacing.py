"""Text that reaches the reader as bare tokens: where white space stood, and which signs the tokens stand for."""

from collections.abc import Iterable
from typing import Final

from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.read.features import GLUED, SPACED

_CLOSING: Final = frozenset(".,;:!?)]}%”’'") | {"''", "n't", "n’t", "..."}
_OPENING: Final = frozenset("([{$£€“‘#") | {"``"}
_SIGNS: Final = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": "“",
    "''": "”",
}


def signs(tokens: Iterable[str]) -> list[str]:
    """The tokens with the Penn Treebank's names of brackets and quotation marks turned back into signs."""
    return [_SIGNS.get(token, token) for token in tokens]


def spaced(tokens: list[str]) -> list[int]:
    """The break before each token, guessed from punctuation and clitics."""
    breaks: list[int] = []
    inside = False
    before = ""
    for token in tokens:
        glued = token in _CLOSING or before in _OPENING or (token[:1] in "'’" and len(token) > 1)
        if token == '"':
            glued = glued or inside
            inside = not inside
        elif before == '"' and inside:
            glued = True
        breaks.append(GLUED if glued else SPACED)
        before = token
    return breaks


def doc_of(vocab: Vocab, tokens: Iterable[str]) -> Doc:
    """A doc of given tokens with white space where it must have stood."""
    words = signs(tokens)
    blanks = [mark == SPACED for mark in [*spaced(words)[1:], GLUED]]
    return Doc(vocab, words=words, spaces=blanks)
