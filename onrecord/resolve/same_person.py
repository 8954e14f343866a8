"""Are two names the same person's? Decided by the names' own parts, never by a list of people."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from onrecord.model.kinds import load
from onrecord.resolve.spelling import alike
from onrecord.text.stem import fold

__all__ = ["PersonName", "given_agree", "name_of", "parts", "roles_of_anybody", "same_name", "surname_agrees"]


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded words of a name, and the generation after it ("jr"), without titles."""

    words: tuple[str, ...]
    generation: str = ""

    @property
    def last(self) -> str:
        """The last word: the surname of most names."""
        return self.words[-1] if self.words else ""

    @property
    def full(self) -> bool:
        """More than one word?"""
        return len(self.words) > 1


@lru_cache(maxsize=65536)
def name_of(name: str) -> PersonName:
    """A name taken apart: hyphens open ("Ten Sol-ik"), titles before it gone ("Sen. Mara Vint"), "Jr." aside."""
    words = [word.strip(".,'\"") for word in fold(name).removesuffix("'s").replace("-", " ").split()]
    words = [word for word in words if word]
    generation = ""
    if len(words) > 1 and words[-1] in _generations():
        generation = _generations()[words.pop()]
    if len(words) > 1 and words[-1] in _around()["after"]:
        words.pop()
    title = max((at for at, word in enumerate(words[:-1]) if word in _around()["before"]), default=-1)
    return PersonName(tuple(words[title + 1 :]), generation)


def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens opened ("Kim Jong-un" and "Kim Jong Un" are alike)."""
    return name_of(name).words


def same_name(one: PersonName, other: PersonName) -> bool:
    """Can both full names be one person's: equal, spellings, short forms, initials, a middle name more or less?"""
    if one.generation != other.generation:
        return False
    a, b = one.words, other.words
    if a == b:
        return True
    if surname_agrees(a[-1], b[-1]) and given_agree(a[:-1], b[:-1]):
        return True
    return _one_syllable_apart(a, b)


def surname_agrees(one: str, other: str) -> bool:
    """Equal, or a spelling apart."""
    return alike(one, other)


def given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do the given names allow one person: equal, an initial, a short form, a spelling apart, or missing?

    Where both have middle names or initials, those must agree too: "George W." is not "George H. W.".
    """
    if not one or not other:
        return True
    if not _given_agrees(one[0], other[0]):
        return False
    middle, others = one[1:], other[1:]
    return all(_given_agrees(a, b) for a, b in zip(middle, others, strict=False))


def _given_agrees(one: str, other: str) -> bool:
    if one == other or (one[0] == other[0] and 1 in (len(one), len(other))) or alike(one, other):
        return True
    return other in _short().get(one, ()) or one in _short().get(other, ())


def _one_syllable_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Names of three short words, surname first, in two transcriptions: "Ten Sol Ik" and "Ten Sul Ik"."""
    if not len(one) == len(other) == 3 or one[0] != other[0]:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    return min(len(a), len(b)) >= 3 and a[0] == b[0] and abs(len(a) - len(b)) <= 1 and _edges(a, b)


def _edges(one: str, other: str) -> bool:
    """The same consonants but for one at the end: "sung" and "song", "hak son" and "hak song"."""
    return one.strip("aeiou") == other.strip("aeiou") or one.startswith(other) or other.startswith(one) or (
        len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    )  # fmt: skip


@cache
def _around() -> Mapping[str, frozenset[str]]:
    data, titles = load("people"), cast(list[str], load("offices")["titles"])
    before = {word.rstrip(".") for word in [*titles, *cast(list[str], data["before"])]}
    return {"before": frozenset(before - {"st"}), "after": frozenset(cast(list[str], data["after"]))}


@cache
def roles_of_anybody() -> frozenset[str]:
    """Words that stand for too many people to tell one by: "official", "leader"."""
    return frozenset(cast(list[str], load("people")["anybody"]))


@cache
def _generations() -> Mapping[str, str]:
    return cast(dict[str, str], load("people")["generations"])


@cache
def _short() -> Mapping[str, frozenset[str]]:
    return {short: frozenset(long) for short, long in cast(dict[str, list[str]], load("people")["short"]).items()}
