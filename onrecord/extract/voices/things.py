"""Words with a capital that are nobody's name: initials, and things that have a name of their own."""

from typing import Final

from onrecord.extract.voices.words import Words

__all__ = ["is_initials", "things"]

_SHORT: Final = 6


def is_initials(word: str) -> bool:
    """Is this no name but a letter or an abbreviation, as in "Sen. Mara Vint, D-Lin."?"""
    return len(word) == 1 or (word.endswith(".") and len(word) <= _SHORT)


def things(words: Words, persons: frozenset[str], titles: frozenset[str]) -> frozenset[str]:
    """Words alone behind "the" or "in" somewhere: "the Harbour" and "in Brenport" are nobody's names, unless titled."""
    called = persons | {words.text[token] for token in range(1, len(words)) if words.lower[token - 1] in titles}
    return frozenset(
        word
        for token, word in enumerate(words.text)
        if token and words.lower[token - 1] in ("the", "in") and word[:1].isupper() and words.ent[token] == "PERSON"
        and word not in called
        and (token + 1 == len(words) or words.pos[token + 1] not in ("NOUN", "PROPN", "ADJ", "PART"))
    )  # fmt: skip
