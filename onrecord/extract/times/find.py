"""Every time expression of a report: its words, what they mean, and the tense that says which Tuesday is meant."""

import re
from collections.abc import Iterator

from onrecord.extract.page import Page
from onrecord.extract.times.beside import beside
from onrecord.extract.times.counted import FoundTime, counted_beside, counted_on
from onrecord.extract.times.rules import Rule, rules
from onrecord.extract.times.slots import fill, length
from onrecord.extract.times.tense import tense_at
from onrecord.model.reading import TimeExpression

__all__ = ["FoundTime", "find_times", "scan_times", "value_in"]

_ROUND = 60
_SPACES = str.maketrans("\t\u00a0\u2009\u202f\u2007", "     ")
_LONE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_NO_DAY = ("ref:", "set:", "duration:", "fiscal:")
_COUNTED = re.compile(r"([a-z]+?)s?:\+([\d.]+)")
_MONTH_CUES = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|last|this|next|early|late|mid|during|through|between|before|after|for|"
    r"and|or|to|around|end|than|on)[ -]|[(,–-] ?)$",
    re.IGNORECASE,
)
_MONTH_OF_SOMETHING = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|our)|[’']s?) $", re.IGNORECASE)
_SOMETHING = re.compile(
    r" (?!(?:on|of|for|to|by|in|at|and|or|is|was|has|had|will|would|against|from|through)\b)[a-z]{3}"
)


def find_times(page: Page) -> tuple[TimeExpression, ...]:
    """The expressions that name a day or a period, in text order; lengths, repetitions and "recently" are left out."""
    text = page.seen
    told = ((found, tense_at(page.doc, text, found.start, found.end)) for found in scan_times(text))
    return tuple(
        TimeExpression(page.span(found.start, found.end), value, tense)
        for found, tense in told
        if not (value := value_in(found, tense)).startswith(_NO_DAY)
    )


def value_in(found: FoundTime, tense: str) -> str:
    """What the words mean in a clause of that tense: "the first in five years" is a length and no day ahead."""
    if found.rule == "overnight" and tense == "future":
        return "range:(day:0,day:+1)"
    counted = _COUNTED.fullmatch(found.value)
    if counted and tense == "past" and found.rule in {"in-counted", "in-one"}:
        return f"duration:{length(counted[2], 'century' if counted[1] == 'centurie' else counted[1])}"
    return found.value


def scan_times(text: str) -> tuple[FoundTime, ...]:
    """Every time expression of a text, lengths and repetitions too, none overlapping another, in order."""
    flat = _LONE_BREAK.sub(" ", text.translate(_SPACES))
    taken = bytearray(len(flat))
    for name in rules().names.finditer(flat):
        taken[name.start() : name.end()] = b"\1" * (name.end() - name.start())
    chosen: list[FoundTime] = []
    for rule, match in sorted(_matches(flat), key=lambda pair: (-len(pair[1][0]), pair[0].order, pair[1].start())):
        start, end = match.span()
        if any(taken[start:end]) or not _plausible(match, flat):
            continue
        taken[start:end] = b"\1" * (end - start)
        chosen.append(FoundTime(start, end, fill(rule.value, match.groupdict()), rule.name))
    in_order = sorted(chosen, key=lambda found: found.start)
    return tuple(counted_on(beside(flat, list(counted_beside(flat, in_order)))))


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Every rule's match around each key word; no rule looks further than its surroundings, so the time is linear."""
    every = rules()
    for key, words in every.keys.items():
        for word in words.finditer(text):
            low, high = max(0, word.start() - _ROUND), min(len(text), word.end() + _ROUND)
            for rule in every.by_key[key]:
                for match in rule.pattern.finditer(text, low, high):
                    if match.start() <= word.start() and word.end() <= match.end() + 2:
                        yield rule, match
                    if match.start() > word.start():
                        break


def _plausible(match: re.Match[str], text: str) -> bool:
    """Is it written as times are: months with a capital, alone only after "in" and its like, "Sat" before a date?"""
    groups = match.groupdict()
    month, weekday = groups.get("month"), groups.get("weekday")
    if month and not month[0].isupper():
        return False
    if weekday and not weekday.casefold().endswith("day") and not (weekday[0].isupper() and month):
        return False
    if month and match[0] == month:
        if len(month) == 3 and month.casefold() != "may":
            return False
        return _month_alone(text, match.start(), match.end())
    return True


def _month_alone(text: str, start: int, end: int) -> bool:
    """Is a month's name the month: after "in" and its like, or as in "the October accord"?"""
    if _MONTH_CUES.search(text, max(0, start - 10), start):
        return True
    whose = _MONTH_OF_SOMETHING.search(text, max(0, start - 6), start)
    return whose is not None and _SOMETHING.match(text, end) is not None
