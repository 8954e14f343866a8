"""Every time expression of a report: its words, what they mean, and the tense that says which Tuesday is meant."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from onrecord.extract.page import Page
from onrecord.extract.times.beside import beside
from onrecord.extract.times.counted import FoundTime, counted_beside, counted_on
from onrecord.extract.times.rules import Rule, rules
from onrecord.extract.times.slots import fill, length
from onrecord.extract.times.tense import done_by, just_done, tense_at
from onrecord.model.reading import TimeExpression

__all__ = ["FoundTime", "find_times", "meaning", "scan_times"]

_ROUND = 60
_SPACES = str.maketrans("\t\u00a0\u2009\u202f\u2007", "     ")
_LONE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_NO_DAY = ("ref:", "set:", "duration:", "fiscal:")
_AHEAD = frozenset({"in-counted", "in-one", "in-a-fortnight"})
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
    told = ((found, *meaning(page.doc, text, found)) for found in scan_times(text))
    return tuple(
        TimeExpression(page.span(found.start, found.end), value, tense)
        for found, value, tense in told
        if not value.startswith(_NO_DAY)
    )


def meaning(doc: Doc, text: str, found: FoundTime) -> tuple[str, str]:
    """What the words mean where they stand, and the tense of their clause; `text` is the doc's own."""
    tense = tense_at(doc, text, found.start, found.end)
    if found.rule == "by-weekday" and tense == "past" and done_by(doc, found.start, found.end):
        return found.value.removeprefix("until(").removesuffix(")"), tense
    if found.value.startswith("date:--") and just_done(text, found.start):
        day, at, part = found.value.partition("@")
        return f"{day}:past{at}{part}", tense
    return _in_tense(found, tense), tense


def _in_tense(found: FoundTime, tense: str) -> str:
    """What the words mean in a clause of that tense: "the first in five years" is a length and no day ahead."""
    if found.rule == "overnight" and tense == "future":
        return "range:(day:0,day:+1)"
    counted = _COUNTED.fullmatch(found.value)
    if found.rule == "within-some" and tense == "past":
        return f"duration:{length('X', found.value[7:-1])}"
    if counted and tense == "past" and found.rule in _AHEAD:
        return f"duration:{length(counted[2], 'century' if counted[1] == 'centurie' else counted[1])}"
    return found.value


def scan_times(text: str) -> tuple[FoundTime, ...]:
    """Every time expression of a text, lengths and repetitions too, none overlapping another, in order."""
    flat = _LONE_BREAK.sub(" ", text.translate(_SPACES))
    matches = list(_matches(flat))
    taken = _names(flat, matches)
    chosen: list[FoundTime] = []
    for rule, match in sorted(matches, key=lambda pair: (-len(pair[1][0]), pair[0].order, pair[1].start())):
        start, end = match.span()
        if any(taken[start:end]) or not _plausible(match, flat):
            continue
        taken[start:end] = b"\1" * (end - start)
        chosen.append(FoundTime(start, end, fill(rule.value, match.groupdict()), rule.name))
    in_order = sorted(chosen, key=lambda found: found.start)
    return tuple(counted_on(beside(flat, list(counted_beside(flat, in_order)))))


def _names(text: str, matches: Iterable[tuple[Rule, re.Match[str]]]) -> bytearray:
    """A 1 for each character of a name that only looks like a time, near what looks like one; elsewhere they can be."""
    taken = bytearray(len(text))
    at = 0
    for start, end in sorted(match.span() for _, match in matches):
        for name in rules().names.finditer(text, max(at, start - _ROUND), end + _ROUND):
            taken[name.start() : name.end()] = b"\1" * (name.end() - name.start())
            at = max(at, name.end())
        at = max(at, end)
    return taken


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Every rule's match around each key word; no rule looks further than its surroundings, so the time is linear."""
    every = rules()
    for place in every.places.finditer(_small(text)):
        for key, words in every.keys.items():
            word = words.match(text, place.start())
            if word is not None:
                yield from _around(text, word, every.by_key[key])


def _around(text: str, word: re.Match[str], tried: Iterable[Rule]) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The matches of some rules that hold one key word."""
    low, high = max(0, word.start() - _ROUND), min(len(text), word.end() + _ROUND)
    surroundings = text[low:high].lower()
    for rule in tried:
        if rule.near and not any(near in surroundings for near in rule.near):
            continue
        for match in rule.pattern.finditer(text, low, high):
            if match.start() <= word.start() and word.end() <= match.end() + 2:
                yield rule, match
            if match.start() > word.start():
                break


def _small(text: str) -> str:
    """The text in small letters, letter for letter: a dotted capital I would become two."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


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
