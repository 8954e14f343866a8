"""The credit of a picture: "(Photo: Mara Vint, Tarn News)", "Mara Vint/Tarn News", "Mara Vint via Tarn Images"."""

from typing import Final

from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.words import Words

__all__ = ["in_credit"]

_PICTURES: Final = frozenset(
    {"photo", "photos", "photograph", "photography", "picture", "pictures", "image", "images", "foto", "credit", "file"}
)
_STOCK: Final = frozenset({"images", "pictures", "photos"})
_NEAR: Final = 3


def in_credit(words: Words, mention: Mention) -> bool:
    """Is this who took a picture or sells it, and nobody of the report?"""
    if mention.kind != "name":
        return False
    before = words.lower[max(0, mention.start - 2) : mention.start]
    after = words.text[mention.end : mention.end + 2]
    if before[-1:] == [":"] and before[0] in _PICTURES:
        return True
    if mention.what == "person":
        return after[:1] == ["/"] or _sold(words, mention.end)
    return words.lower[mention.end - 1] in _STOCK and before[-1:] in (["/"], ["via"])


def _sold(words: Words, end: int) -> bool:
    """Does "via Tarn Images" follow?"""
    return words.lower[end : end + 1] == ["via"] and bool(_STOCK & set(words.lower[end + 1 : end + 1 + _NEAR]))
