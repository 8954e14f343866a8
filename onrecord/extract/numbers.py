"""Numbers in a text: digits, written-out words, scales and ranges, with the value they stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.model.kinds import load

__all__ = ["Number", "numbers_in"]

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = r"(?:US|A|C|HK|NZ)?\$|[€£¥₹₽]|\bRs\.? ?"
_CODE = r"\b(?-i:[A-Z]{3}) ?(?=\d[\d.,]*[ -]?(?:million|billion|trillion|bn|mn|m)\b)"  # a currency by its code
# Not inside a name or a code ("F-35", "G7", "2014-15"), an ordinal, a clock, a date with slashes.
_NO_BEFORE = r"(?<![\w.,:/^–—-])(?<!\w[’'])"
_NO_AFTER = r"(?!\d)(?!(?:st|nd|rd|th|s)\b)(?![:/^]\d)(?![.,]\d)(?!-?year-old)"

_ABOUT = "|".join(rf"(?<=\b{word} )" for word in ("more than", "less than", "nearly", "almost", "over", "about"))
_LENGTH = "year|month|week|decade|day|hour"
_MANY = {"dozens": 24.0, "scores": 40.0, "a": 1.0, "an": 1.0}  # "dozens" are two at least
_LARGEST = 1e18  # nobody counts more in a report; what is larger is a formula or a slip


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; `high` is the other end of a range, `money` the sign or None."""

    start: int
    end: int
    value: float
    high: float | None = None
    money: str | None = None


def numbers_in(text: str) -> tuple[Number, ...]:
    """Every number of a text that could count something, in order; what is glued to a letter or an ordinal is none."""
    return tuple(
        number for number in _joined(text, list(_each(text))) if max(number.value, number.high or 0) < _LARGEST
    )


def _each(text: str) -> Iterator[tuple[Number, float]]:
    """Each number with its scale ("2 million": a million)."""
    for match in _pattern().finditer(text):
        money = (match["money"] or "").strip() or None
        scale = _scales()[match["scale"].strip(" -").casefold()] if match["scale"] else 1.0
        end = match.end()
        if money and scale == 1 and re.match(r"[mM]\b", text[end : end + 2]):
            scale, end = 1e6, end + 1
        if plus := re.match(r"[ -]plus(?= )", text[end : end + 6]):
            end += plus.end()
        if match["digits"]:
            low = float(match["digits"].replace(",", "")) * scale
            high = float(match["high"].replace(",", "")) * scale if match["high"] else None
            if high is None or low < high:  # 2014-15 is a season, 2-1 a score
                yield Number(match.start(), end, low, high, money), scale
        else:
            words = re.split(r"[\s-]+", match["words"].casefold())
            value = _MANY[words[0]] if len(words) == 1 and words[0] in _MANY else _of_words(words)
            yield Number(match.start(), end, value, None, money), _scales().get(words[-1], 1.0)


def _joined(text: str, found: list[tuple[Number, float]]) -> Iterator[Number]:
    """Two numbers with "to" between, or "and" after "between", are a range; "1 to 2 million" begins at a million."""
    at = 0
    while at < len(found):
        (one, scale), at = found[at], at + 1
        if at < len(found) and one.high is None and _is_range(text, one, found[at][0]):
            (other, others_scale), at = found[at], at + 1
            low = one.value * (others_scale if scale == 1 and one.value < other.value / others_scale else 1)
            yield Number(one.start, other.end, min(low, other.value), max(low, other.value), one.money or other.money)
        else:
            yield one


def _is_range(text: str, one: Number, other: Number) -> bool:
    between = text[one.end : other.start]
    if between == " to ":
        return one.value < other.value
    return between == " and " and re.search(r"\b[Bb]etween $", text[max(0, one.start - 10) : one.start]) is not None


def _of_words(words: list[str]) -> float:
    """ "Two hundred and fifty thousand" -> 250000."""
    small, scales = _small(), _scales()
    total = current = 0.0
    for word in words:
        if word in small:
            current += small[word]
        elif word in scales:
            scale = scales[word]
            if scale >= 1000:
                total, current = total + (current or 1) * scale, 0.0
            else:
                current = (current or 1) * scale
    return total + current


@cache
def _small() -> dict[str, float]:
    kinds = load("numbers")
    ones, tens = kinds["ones"], kinds["tens"]
    if not (isinstance(ones, list) and isinstance(tens, list)):
        raise TypeError("numbers.yaml: ones and tens are lists")
    return (
        {"half": 0.5}
        | {str(word): float(n) for n, word in enumerate(ones)}
        | {str(w): 20.0 + 10 * n for n, w in enumerate(tens)}
    )


@cache
def _scales() -> dict[str, float]:
    scales = load("numbers")["scales"]
    if not isinstance(scales, dict):
        raise TypeError("numbers.yaml: scales is a mapping")
    return {str(word): float(str(value)) for word, value in scales.items()}


@cache
def _pattern() -> re.Pattern[str]:
    scales = "|".join(sorted(_scales(), key=lambda word: -len(word)))
    large = "|".join(word for word in _scales() if len(word) > 3)
    word = "|".join(sorted(set(_small()) - {"half"}, key=lambda word: -len(word)))
    written = (
        rf"(?:half )?an? (?:{large})|dozens|scores|(?:{_ABOUT})an?(?= (?:{_LENGTH})\b(?! (?:ago|earlier|later)))"
        rf"|(?:{word})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{word}|{large}))*"
    )
    return re.compile(
        rf"{_NO_BEFORE}(?P<money>{_MONEY}|{_CODE})?(?:(?P<digits>{_DIGITS})(?:[-–](?P<high>{_DIGITS}))?"
        rf"(?P<scale>[ -]?(?:{scales})\b)?{_NO_AFTER}|\b(?P<words>{written})\b(?!-year-old))",
        re.IGNORECASE,
    )
