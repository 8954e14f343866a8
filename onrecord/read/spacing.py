"""Text that reaches the reader as bare words: where white space stood, and which signs the words stand for."""

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


def signs(words: Iterable[str]) -> list[str]:
    """The words with the Penn Treebank's names of brackets and quotation marks turned back into signs."""
    return [_SIGNS.get(word, word) for word in words]


def spaced(words: list[str]) -> list[int]:
    """The break before each word, guessed from punctuation and clitics."""
    breaks: list[int] = []
    inside = False
    before = ""
    for word in words:
        glued = word in _CLOSING or before in _OPENING or (word[:1] in "'’" and len(word) > 1)
        if word == '"':
            glued = glued or inside
            inside = not inside
        elif before == '"' and inside:
            glued = True
        breaks.append(GLUED if glued else SPACED)
        before = word
    return breaks


def doc_of(vocab: Vocab, words: Iterable[str]) -> Doc:
    """A doc of given words with white space where it must have stood."""
    words = signs(words)
    blanks = [mark == SPACED for mark in [*spaced(words)[1:], GLUED]]
    return Doc(vocab, words=words, spaces=blanks)
