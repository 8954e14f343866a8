"""Content words of a phrase in a form that survives inflection; strings only, no vocabulary."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "stem", "words"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SUFFIXES = ("ational", "ations", "ation", "ings", "ments", "ment", "ing", "ies", "ied", "ers", "ed", "es", "s", "e")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A name or word without case, accents, curly apostrophes and doubled white space, for comparing."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text).casefold().replace("’", "'")
    for mark in filter(unicodedata.combining, set(plain)):  # whole texts are folded too: few letters, asked once each
        plain = plain.replace(mark, "")
    return " ".join(plain.split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude stem: the folded word less one ending, never under four letters ("withdrawing" -> "withdraw")."""
    word = fold(word).removesuffix("'s").removesuffix("'")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4 - (suffix in ("s", "e")):
            return word[: -len(suffix)].removesuffix("e")
    return word


def words(text: str) -> list[str]:
    """The words of a text in order, without punctuation."""
    return _WORD.findall(text)
