"""Text from outside made safe to show: what a report holds never moves a cursor, hides or turns round other words."""

import unicodedata

__all__ = ["one_line", "visible"]

# These turn the order of letters round: embeddings, overrides, isolates and their ends, and marks of direction.
_TURNERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT = frozenset("\n\t")


def visible(text: str) -> str:
    """The text with control characters and what turns the order of letters replaced by `\ufffd`, as long as before."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if _hidden(letter) else letter for letter in text)


def one_line(text: str) -> str:
    """The same with every run of white space as one space."""
    return " ".join(visible(text).split())


def _hidden(letter: str) -> bool:
    if letter in _KEPT or letter.isprintable():
        return False
    return letter in _TURNERS or unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn"}
