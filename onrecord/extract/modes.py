"""How words are given: between quotation marks, told, or both."""

from typing import Final

from onrecord.model.acts import Mode

__all__ = ["mode_of"]

_MARKS: Final = '"“”„«»'


def mode_of(pieces: list[str], *, quoted: bool = False) -> Mode:
    """`direct` where all of the content stands in quotation marks, `indirect` where none does, else `mixed`.

    `quoted` tells that the pieces stand inside a quotation whose marks lie outside them.
    """
    text = " ".join(pieces)
    if not any(mark in text for mark in _MARKS):
        return "direct" if quoted else "indirect"
    inside = quoted and text[:1] not in _MARKS
    outside, opened_outside = 0, inside
    for letter in text:
        if letter in _MARKS:
            inside = letter in "“„«" or (letter == '"' and not inside)
        elif letter.isalnum() and not inside:
            outside += 1
    starts, ends = text[:1] in _MARKS or opened_outside, text.rstrip(".,;:!? ")[-1:] in _MARKS or inside
    return "direct" if outside == 0 and (starts or ends) else "mixed"
