"""The neighbours of a report: which others tell of the same matters, and where both name the day of one event."""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from heapq import nsmallest

from onrecord.model.kinds import load
from onrecord.model.period import Period
from onrecord.model.reading import Reading, TimeExpression
from onrecord.model.report import Report
from onrecord.resolve.days import evaluate

__all__ = ["Event", "Story", "Vote"]

_WORD = re.compile(r"[A-Za-z][a-z]{3,}|[A-Z]{2,}")
_STEM = 6  # letters that are compared: "Orlavia" and "Orlavian", "exercise" and "exercises"
_UNSEEN = 100  # reports that are imagined beside the collection, so that rarity means something in a small one
_CLOSE = 20  # how many neighbours of a report are asked
_COPY = 0.4  # a report so like is a printing of the same text, whose sentences agree whenever each was printed
_COMMON = 2000  # a word in more reports than this tells no stories apart
_DAYLIKE = re.compile(r"weekday:|date:|until\(weekday:|day:")
_WINDOW = 200  # characters of a sentence around an expression that are compared
_FEWEST = 4  # content words that two sentences must share
# How much likelier than by chance two sentences of neighbours tell of one day, by the content words they share and the
# cosine of their weighted words, as (words, cosine, odds): measured on 299 dated reports of three crises, where 5 of
# 100 pairs do.
_ODDS = (
    (8, 0.6, 150.0), (8, 0.5, 75.0), (8, 0.4, 45.0), (8, 0.3, 15.0), (8, 0.2, 6.0),
    (6, 0.4, 20.0), (6, 0.3, 8.0), (6, 0.2, 5.0), (6, 0.1, 3.5), (4, 0.2, 3.0),
)  # fmt: skip
_WRITTEN_DATE = 1.6  # a date that is written out is more often of the same event
_EMPTY_WORDS = (
    "about after again against among another around because before being between could during every first from have "
    "having here including into just later like many might more most much never only other over people said same says "
    "should since some such than that their them then there these they this those three through today told under "
    "until "
    "upon were what when where which while whom will with without would your also been both each even very week weeks "
    "month months year years monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june "
    "july august september october november december"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Event:
    """A day-wide time expression with the content words of its sentence."""

    time: TimeExpression
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vote:
    """Another report's word that what this expression dates was on that day, with the odds that it is one event."""

    by: str
    time: TimeExpression
    day: date
    odds: float


class Story:
    """The reports of a collection by their rarer words.

    Rare words weigh more; those that nearly all reports have, such as the names of the two sides, next to nothing. How
    rare a word is changes with every report that comes, and what rests on it is worked out when it is asked for.
    """

    def __init__(self) -> None:
        self._reports: Mapping[str, Report] = {}
        self._readings: Mapping[str, Reading] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._events: dict[str, tuple[Event, ...]] = {}
        self._weights: dict[str, float] = {}
        self._norms: dict[str, float] = {}
        self._near: dict[str, list[tuple[str, float]]] = {}

    def renew(self, reports: Mapping[str, Report], readings: Mapping[str, Reading], touched: Collection[str]) -> None:
        """Take in what came or changed, and let go of what went; `reports` and `readings` are all there are now."""
        self._reports, self._readings = reports, readings
        for name in touched:
            for word in self._words.pop(name, ()):
                self._holders[word].discard(name)
            self._events.pop(name, None)
            if name in reports:
                words = self._words[name] = _words(_body(reports[name]))
                for word in words:
                    self._holders[word].add(name)
        for known in (self._weights, self._norms, self._near):
            known.clear()

    def neighbours(self, report: str) -> list[tuple[str, float]]:
        """The reports most alike, with the cosine of their weighted words; best first."""
        if report not in self._near:
            self._near[report] = self._nearest(report)
        return self._near[report]

    def _nearest(self, report: str) -> list[tuple[str, float]]:
        shared: dict[str, float] = defaultdict(float)
        for word in self._words[report]:
            holders = self._holders[word]
            if len(holders) <= _COMMON:
                weight = self._weight(word)
                for other in holders:
                    shared[other] += weight
        shared.pop(report, None)
        mine = self._norm(report)
        alike = [(weight / (mine * self._norm(other)), other) for other, weight in shared.items()]
        return [(other, cosine) for cosine, other in nsmallest(_CLOSE, alike, key=lambda pair: (-pair[0], pair[1]))]

    def _weight(self, word: str) -> float:
        """Nothing where no report has it."""
        if word not in self._weights:
            count, every = len(self._holders.get(word, ())), len(self._words) + 1
            total = len(self._words) + _UNSEEN
            self._weights[word] = math.log(total / (count + 1)) ** 2 * (1 - count / every) if count else 0.0
        return self._weights[word]

    def _norm(self, report: str) -> float:
        if report not in self._norms:
            self._norms[report] = math.sqrt(sum(map(self._weight, self._words[report])))
        return self._norms[report]

    def votes(self, report: str, periods: Mapping[str, Period], sure: Collection[str]) -> list[Vote]:
        """What the neighbours say of the days of this report's events.

        Reports that are themselves undated (not `sure`) vote with their written dates only.
        """
        found: dict[tuple[str, TimeExpression, date], float] = {}
        for other, alike in self.neighbours(report):
            if alike >= _COPY:
                continue
            period = periods.get(other, Period())
            for theirs in self._events_of(other):
                if other not in sure and not theirs.time.value.startswith("date:"):
                    continue
                when = evaluate(theirs.time, period)
                if not when.exact or when.start is None:
                    continue
                for mine in self._events_of(report):
                    if mine.time.value.startswith("day:0") and theirs.time.value.startswith("day:0"):
                        continue  # "today" in both is the day of each, as in a text that both print
                    odds = self._odds(mine, theirs)
                    if odds > 1:
                        key = (other, mine.time, when.start)
                        found[key] = max(found.get(key, 0), odds)
        return [Vote(*key, odds) for key, odds in found.items()]

    def _odds(self, mine: Event, theirs: Event) -> float:
        """How much likelier it is that both sentences tell of one day than of two."""
        shared = mine.words & theirs.words
        if len(shared) < _FEWEST:
            return 1
        both = sum(map(self._weight, shared))
        cosine = both / math.sqrt(self._length(mine.words) * self._length(theirs.words))
        odds = next((odds for words, least, odds in _ODDS if len(shared) >= words and cosine >= least), 1.0)
        return odds * _WRITTEN_DATE if odds > 1 and theirs.time.value.startswith("date:") else odds

    def _length(self, words: frozenset[str]) -> float:
        return sum(map(self._weight, words)) or 1

    def _events_of(self, report: str) -> tuple[Event, ...]:
        if report not in self._events:
            text, reading = self._reports[report].text, self._readings.get(report)
            times = [_soft(time) for time in (reading.times if reading else ()) if _is_day(time.value)]
            # A page with this many days is a calendar or a list of other stories, and its sentences are no accounts.
            self._events[report] = tuple(_event(text, time) for time in times) if len(times) < 60 else ()
        return self._events[report]


def _soft(time: TimeExpression) -> TimeExpression:
    """A date that surely lies behind ("signed April 9") as any date: with the year forced, periods held less often."""
    return replace(time, value=time.value.replace(":past", "")) if ":past" in time.value else time


def _is_day(value: str) -> bool:
    """Does an expression name a day, and not the hour of a clock or a broadcast?"""
    return bool(_DAYLIKE.match(value)) and not value.startswith("day:0@T")


def _event(text: str, time: TimeExpression) -> Event:
    low, high = max(0, time.span.start - _WINDOW), min(len(text), time.span.end + _WINDOW)
    before, after = text[low : time.span.start], text[time.span.end : high]
    before = re.split(r"[.!?][\"”]?\s|\n", before)[-1]
    after = re.split(r"[.!?][\"”]?\s|\n", after)[0]
    return Event(time, _words(f"{before} {after}"))


def _words(text: str) -> frozenset[str]:
    """The content words of a text, cut to their stem, words of one meaning as one."""
    phrases, meanings = _meanings()
    text = phrases.sub(lambda match: meanings[match[0].lower()], text)
    stems = (word[:_STEM].lower() for word in _WORD.findall(text) if word.lower() not in _EMPTY)
    return frozenset(meanings.get(stem, stem) for stem in stems)


@cache
def _meanings() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Phrases and stems by what they mean, as records are linked ("war games" and "drills" are both exercise)."""
    listed = load("linking")["concepts"]
    if not isinstance(listed, dict):
        raise TypeError("linking.yaml: concepts is a mapping")
    pairs = [
        (str(words).lower(), str(name)) for name, found in listed.items() if isinstance(found, list) for words in found
    ]
    meanings = {words if " " in words else words[:_STEM]: name[:_STEM] for words, name in pairs}
    phrases = sorted((words for words, _ in pairs if " " in words), key=lambda words: (-len(words), words))
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE), meanings


def _body(report: Report) -> str:
    """The report without its page's furniture."""
    kept, at = [], 0
    for start, end in report.furniture:
        kept.append(report.text[at:start])
        at = end
    return " ".join([*kept, report.text[at:]])
