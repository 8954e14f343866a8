"""A page with a parse written by hand: `parsed("Kestria/NNP/PROPN/2/nsubj/LOC slept/VBD/VERB/0/root")`.

Each word is `letters/tag/pos/head/relation/name`: the head as a word number from 1, 0 for the root; the name kind only
where there is one. A single blank stands between words.
"""

from spacy.tokens import Doc
from spacy.util import get_lang_class

from onrecord.extract.page import Page
from onrecord.model.report import Report

__all__ = ["parsed"]


def parsed(sentence: str) -> Page:
    """The page of one sentence."""
    words = [token.split("/") for token in sentence.split()]
    doc = Doc(
        get_lang_class("en")().vocab,
        words=[word[0] for word in words],
        spaces=[True] * (len(words) - 1) + [False],
        tags=[word[1] for word in words],
        pos=[word[2] for word in words],
        heads=[int(word[3]) - 1 if int(word[3]) else place for place, word in enumerate(words)],
        deps=[word[4] for word in words],
        ents=[f"B-{word[5]}" if len(word) > 5 else "O" for word in words],
        lemmas=[word[0].lower() for word in words],
    )
    return Page(Report("r-1", "note.txt", doc.text), doc)
