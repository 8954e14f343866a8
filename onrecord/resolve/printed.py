"""Texts that are printed again, days later: their "on Tuesday" is still that of the first printing."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report

__all__ = ["Printed", "counted_from", "printings"]

_REACH = timedelta(days=21)  # what was printed longer ago is another edition of a yearly text
_FEWEST = 8  # words: a shorter sentence is a set phrase
_MOST = 8  # printings of one sentence; what more reports print is a notice
_WINDOW = 250  # characters on either side
_END = re.compile(r"[.!?][\"”’']*\s|\n\s*\n")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Printed:
    """A text with the day it was printed on and the first and last character of each of its times."""

    name: str
    text: str
    day: date
    times: tuple[tuple[int, int], ...]


def printings(
    reports: Sequence[Report], readings: Sequence[Reading], published: Mapping[str, Published]
) -> Iterator[Printed]:
    """The reports whose single day came with them or stands on their page."""
    by_report = {reading.report: reading.times for reading in readings}
    for report in reports:
        told = published.get(report.id, Published())
        if told.basis in {"given", "page"} and told.period.exact and told.start is not None:
            spans = tuple((time.span.start, time.span.end) for time in by_report.get(report.id, ()))
            yield Printed(report.id, report.text, told.start, spans)


def counted_from(texts: Iterable[Printed]) -> Mapping[tuple[str, int], date]:
    """The day of the first printing, by the text's name and the first character of a time, where it is an earlier one.

    The earlier text must hold half of the sentences with a time of the later one, so that a notice which an outlet
    prints every week ("on Sunday at nine") counts anew each time.
    """
    held = {page.name: _Sentences(page) for page in texts}
    count = Counter(words for one in held.values() for words in set(one.words))
    common = frozenset(words for words, times in count.items() if 1 < times <= _MOST)
    holders: dict[int, list[_Sentences]] = defaultdict(list)
    for one in held.values():
        for words in common.intersection(one.words):
            holders[words].append(one)
    first: dict[tuple[str, int], date] = {}
    for name, one in held.items():
        before = _before(one, holders)
        for words, at in zip(one.words, one.starts, strict=True) if before else ():
            earlier = [other.day for other in holders.get(words, ()) if other.name in before]
            if earlier:
                first[name, at] = min(earlier)
    return first


def _before(one: "_Sentences", holders: Mapping[int, Sequence["_Sentences"]]) -> frozenset[str]:
    """The texts of shortly before that hold at least half of the sentences of one."""
    sentences = set(one.words)
    shared = Counter(
        other.name
        for words in sentences
        for other in holders.get(words, ())
        if other.name != one.name and one.day - _REACH <= other.day < one.day
    )
    return frozenset(name for name, count in shared.items() if 2 * count >= len(sentences))


class _Sentences:
    """The sentences of a text around its times, by their words, which are kept as one number each."""

    def __init__(self, page: Printed) -> None:
        found = list(_sentences(page))
        self.name, self.day = page.name, page.day
        self.words = array("q", (words for words, _ in found))
        self.starts = array("q", (at for _, at in found))


def _sentences(page: Printed) -> Iterator[tuple[int, int]]:
    """The words of the sentence around each time, with the time's first character."""
    for start, end in page.times:
        before = page.text[max(0, start - _WINDOW) : start]
        *_, low = [0, *(match.end() for match in _END.finditer(before))]
        after = page.text[end : end + _WINDOW]
        stop = _END.search(after)
        words = _WORD.findall(
            f"{before[low:]}{page.text[start:end]}{after[: stop.start() if stop else None]}".casefold()
        )
        if len(words) >= _FEWEST:
            yield hash(tuple(words)), start
