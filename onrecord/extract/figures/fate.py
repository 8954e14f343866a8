"""What befell those who are counted: killed, wounded, detained, freed, displaced, missing."""

import re

from onrecord.extract.figures.count import Counted
from onrecord.extract.figures.units import units
from onrecord.extract.numbers import Number
from onrecord.model.span import Span

__all__ = ["fate"]

_WORD = re.compile(r"[a-z]+")
_REACH = 60  # letters between the number and the word; farther off it tells of others
_STOP = re.compile(r"[.;:!?\n“”\"]")


def fate(text: str, evidence: Span, number: Number, what: Counted) -> str | None:
    """The fate told by the word nearest to the number and its noun in the evidence; None where nothing befalls them."""
    if what.kind not in {"counted", "other", "groups"}:
        return None
    start, end = number.start, max(number.end, what.end)
    own = [units().fates[word] for word in _WORD.findall(text[number.end : end].casefold()) if word in units().fates]
    if own:
        return own[-1]
    beside = _before(text, evidence.start, start) + _after(text, end, evidence.end)
    return min(beside)[1] if beside else units().fated.get(what.noun)


def _before(text: str, low: int, start: int) -> list[tuple[int, str]]:
    part = text[max(low, start - _REACH) : start].casefold()
    found = [(len(part) - match.end(), units().fates.get(match[0])) for match in _WORD.finditer(part)]
    return [(far, name) for far, name in found if name and not _STOP.search(part[len(part) - far :])]


def _after(text: str, end: int, high: int) -> list[tuple[int, str]]:
    part = text[end : min(high, end + _REACH)].casefold()
    found = [(match.start(), units().fates.get(match[0])) for match in _WORD.finditer(part)]
    return [(far, name) for far, name in found if name and not _STOP.search(part[:far])]
